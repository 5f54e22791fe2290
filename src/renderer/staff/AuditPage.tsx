import { Button, Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffId } from '../../main/vocabulary.ts'
import type { Output } from '../../main/handlers.ts'
import { call, CallFailed } from '../bridge.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { Locked, Page } from '../ui/Page.tsx'
import { useAsk } from '../use-call.ts'
import { useRights } from '../use-rights.ts'
import styles from './AuditPage.module.css'
import { AuditLine, useKindWords } from './AuditLine.tsx'

type Filters = { readonly kind: string | null; readonly staffId: StaffId | null }
type AuditPageOf = Output<'staff/audit'>
const pageRows = 100

/** Who did what, when and where, with what it was before and after. Read only for all; the newest first. `above` is what another room puts over it. */
export function AuditPage({ above }: { readonly above?: ReactNode }) {
  const { t } = useTranslation('office')
  const maySee = useRights()('see-audit') === 'yes'
  const [filters, setFilters] = useState<Filters>({ kind: null, staffId: null })
  return (
    <Page title={t('audit')} wide>
      {!maySee && <Locked sentence={t('managers-only')} />}
      {maySee && above}
      {maySee && <FilterBar filters={filters} onChange={setFilters} />}
      {maySee && <Lines filters={filters} onClear={() => setFilters({ kind: null, staffId: null })} />}
    </Page>
  )
}

function FilterBar({ filters, onChange }: { readonly filters: Filters; readonly onChange: (filters: Filters) => void }) {
  const { t } = useTranslation('office')
  const sayKind = useKindWords()
  const people = useAsk('staff/list', {}, ['staff-changed']).data ?? []
  const kinds = useAsk('staff/audit-kinds', {}).data ?? []
  const byLabel = (one: { label: string }, other: { label: string }) => one.label.localeCompare(other.label)
  return (
    <div className={styles['filters']}>
      <Select
        label={t('who')} placeholder={t('everyone')} data={people.map(({ id, name }) => ({ value: id, label: name }))} value={filters.staffId} clearable
        onChange={(staffId) => onChange({ ...filters, staffId: staffId as StaffId | null })}
      />
      <Select
        label={t('what')} placeholder={t('everything')} data={kinds.map((kind) => ({ value: kind, label: sayKind(kind) })).toSorted(byLabel)} value={filters.kind} clearable searchable
        nothingFoundMessage={t('no-match')} onChange={(kind) => onChange({ ...filters, kind })}
      />
    </div>
  )
}

function Lines({ filters, onClear }: { readonly filters: Filters; readonly onClear: () => void }) {
  const { t } = useTranslation('office')
  const audit = useInfiniteQuery<AuditPageOf, CallFailed, { pages: AuditPageOf[] }, readonly unknown[], number | null>({
    queryKey: ['staff/audit', filters], initialPageParam: null, staleTime: 0,
    queryFn: ({ pageParam }) => call('staff/audit', { before: pageParam, most: pageRows, ...filters }),
    getNextPageParam: (last) => (last.more ? (last.rows.at(-1)?.seq ?? null) : null),
  })
  const tills = useAsk('shop/registers', {}, ['shop-changed']).data ?? []
  if (audit.error) return <Failure failure={audit.error} retry={() => void audit.refetch()} />
  if (!audit.data) return <Late rows={10} />
  const rows = audit.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <Empty sentence={t('no-entries')} actions={[{ label: t('clear-filters'), do: onClear }]} />
  return (
    <>
      <table className={styles['table']}>
        <thead>
          <tr><th scope="col">{t('when')}</th><th scope="col">{t('who')}</th><th scope="col">{t('what')}</th><th scope="col">{t('outcome')}</th><th scope="col"><span className="spoken-only">{t('details')}</span></th></tr>
        </thead>
        <tbody>{rows.map((row) => <AuditLine key={row.seq} row={row} till={tills.find(({ id }) => id === row.registerId)?.name} />)}</tbody>
      </table>
      {audit.hasNextPage && <Button variant="default" className={styles['more'] ?? ''} loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>{t('more')}</Button>}
    </>
  )
}
