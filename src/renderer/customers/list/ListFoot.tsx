import { Select, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { queries, useAct } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'
import styles from './List.module.css'
import type { List } from './use-list.ts'

type Props = { readonly list: List; readonly isFiltered: boolean; readonly mostRows: number; readonly onExport?: (() => void) | undefined }

/** How many are shown of how many (C8); nobody is out of reach: search, filters and export cover everyone. */
export function ListFoot({ list, isFiltered, mostRows, onExport }: Props) {
  const { t } = useTranslation('list')
  const { whole } = useFormat()
  const { ids, total } = list
  const isCut = total === null || total > ids.length
  const words = isCut ? t('showing-of', { shown: whole(ids.length), total: total === null ? '…' : whole(total) }) : isFiltered ? t('found', { count: ids.length, shown: whole(ids.length) }) : t('showing-all', { count: ids.length, shown: whole(ids.length) })
  return (
    <p className={`${styles['foot']}`}>
      <span>{words} {isCut && t('showing-more')}</span>
      {isCut && onExport && <UnstyledButton className={styles['link']} onClick={onExport}>{t('export-all')}</UnstyledButton>}
      <MostRows rows={mostRows} />
    </p>
  )
}

const choices = [500, 1_000, 2_000, 5_000, 10_000] as const
/** How many rows the list shows at most: the shop's setting, for who may change the shop. */
function MostRows({ rows }: { readonly rows: number }) {
  const { t } = useTranslation('list')
  const { whole } = useFormat()
  const set = useAct(async (next: number) => {
    await call('customers/set-list-rows', { requestId: newRequestId(), rows: next })
    await queries.invalidateQueries({ predicate: ({ queryKey }) => ['customers/list', 'customers/list-memory'].includes(String(queryKey[0])) })
  })
  if (useRights()('edit-shop') !== 'yes') return null
  const all = [...new Set([...choices, rows])].toSorted((a, b) => a - b)
  return <Select className={styles['most'] ?? ''} aria-label={t('most-rows')} title={t('most-rows-note')} allowDeselect={false} value={String(rows)} data={all.map((each) => ({ value: String(each), label: t('at-most', { rows: whole(each) }) }))} onChange={(next) => next && void set.run(Number(next))} />
}

/** The same for who listens, once it is known: "12 customers found", "2 selected". */
export function Spoken({ list, ticked }: { readonly list: List; readonly ticked: number }) {
  const { t } = useTranslation('list')
  const { whole } = useFormat()
  const found = list.isPending || list.isBehind || list.total === null ? '' : t('found', { count: list.total, shown: whole(list.total) })
  return <VisuallyHidden role="status">{ticked > 0 ? t('selected', { count: ticked, shown: whole(ticked) }) : found}</VisuallyHidden>
}
