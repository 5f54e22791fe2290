import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import type { AuditRow } from '../../../main/staff/staff.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { call, type CallFailed } from '../../bridge.ts'
import { useScanPlace } from '../../scan-place.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useFileChip } from '../../ui/FileChip.tsx'
import { Late } from '../../ui/Late.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { Locked, Page } from '../../ui/Page.tsx'
import { useRights } from '../../use-rights.ts'
import { AuditFilters, noFilters, type Filters } from './AuditFilters.tsx'
import { AuditLine } from './AuditLine.tsx'
import styles from './AuditPage.module.css'
import { DetailsDialog } from './DetailsDialog.tsx'
import { useAuditFile } from './use-audit-file.ts'

type AuditPageOf = Output<'staff/audit'>
const pageRows = 100
type Props = { /** What another room puts over it. */ readonly above?: ReactNode; /** Whose lines are asked for, from their profile. */ readonly customerId?: CustomerId }

/** Who did what, to whom, when and where, with what it was before and after. Read only for all; the newest first. */
export function AuditPage({ above, customerId }: Props) {
  const { t } = useTranslation(['office'])
  const maySee = useRights()('see-audit') === 'yes'
  return maySee ? <Audit key={customerId} above={above} customerId={customerId ?? null} /> : <Page title={t('audit')} wide><Locked sentence={t('managers-only')} /></Page>
}

function Audit({ above, customerId }: { readonly above: ReactNode; readonly customerId: CustomerId | null }) {
  const { t } = useTranslation(['audit', 'office'])
  const [filters, setFilters] = useState<Filters>({ ...noFilters, customerId })
  const audit = useAudit(filters)
  const file = useFileChip()
  useScanPlace({ screen: 'elsewhere', customerId: null, show: (outcome) => {
    if (outcome.kind === 'sale') setFilters({ ...noFilters, saleId: outcome.saleId })
    else if (outcome.kind === 'customer-shown') setFilters({ ...noFilters, customerId: outcome.customerId })
    else return false
    return true
  } })
  const rows = audit.data?.pages.flatMap((page) => page.rows) ?? []
  const make = useAuditFile()
  const save = () => void file.run({ name: t('file-name'), make: (making) => make(filters, making) })
  return (
    <Page title={t('office:audit')} wide actions={<Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} disabled={rows.length === 0 || file.busy} onClick={save}>{t('export')}</Button>}>
      {above}
      <AuditFilters filters={filters} customerName={rows.find((row) => row.customerId === filters.customerId)?.customerName ?? null} saleNumber={rows[0]?.saleNumber ?? null} onChange={setFilters} />
      <Lines audit={audit} rows={rows} onClear={() => setFilters(noFilters)} onCustomer={(id) => setFilters({ ...noFilters, customerId: id })} />
      {file.chip}
    </Page>
  )
}

const useAudit = (filters: Filters) => useInfiniteQuery<AuditPageOf, CallFailed, { pages: AuditPageOf[] }, readonly unknown[], number | null>({
  queryKey: ['staff/audit', filters], initialPageParam: null, staleTime: 0,
  queryFn: ({ pageParam }) => call('staff/audit', { before: pageParam, most: pageRows, ...filters }),
  getNextPageParam: (last) => (last.more ? (last.rows.at(-1)?.seq ?? null) : null),
})
type LinesProps = { readonly audit: ReturnType<typeof useAudit>; readonly rows: readonly AuditRow[]; readonly onClear: () => void; readonly onCustomer: (id: CustomerId) => void }

function Lines({ audit, rows, onClear, onCustomer }: LinesProps) {
  const { t } = useTranslation(['office'])
  const [opened, open] = useState<AuditRow | null>(null)
  if (audit.error) return <Failure failure={audit.error} retry={() => void audit.refetch()} />
  if (!audit.data) return <Late rows={10} />
  if (rows.length === 0) return <Empty sentence={t('no-entries')} actions={[{ label: t('clear-filters'), do: onClear }]} />
  const more = audit.hasNextPage && !audit.isFetchingNextPage ? () => void audit.fetchNextPage() : null
  return (
    <>
      <table className={styles['table']}>
        <thead>
          <tr><th scope="col">{t('when')}</th><th scope="col">{t('who')}</th><th scope="col">{t('what')}</th><th scope="col">{t('outcome')}</th><th scope="col"><span className="spoken-only">{t('details')}</span></th></tr>
        </thead>
        <tbody>{rows.map((row) => <AuditLine key={row.seq} row={row} onOpen={() => open(row)} />)}</tbody>
      </table>
      <MoreRows more={more} />
      {opened && <DetailsDialog row={opened} onClose={() => open(null)} onCustomer={(id) => (open(null), onCustomer(id))} />}
    </>
  )
}
