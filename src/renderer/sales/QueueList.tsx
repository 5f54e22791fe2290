import { SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Floor } from '../../main/flows/edit-tables.ts'
import type { QueueRow } from '../../main/sales/sale.ts'
import { usePlace } from '../navigation.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useAsk } from '../use-call.ts'
import { QueueRows } from './QueueRows.tsx'
import styles from './Sale.module.css'
import { FloorList } from './tables/FloorList.tsx'
import { noTable, TableTools } from './tables/TableTools.tsx'
import { useFloor } from './tables/use-floor.ts'
import { useOpenParked } from './use-open-parked.tsx'

type Asked = { readonly text: string; readonly mine: boolean; readonly table: string | null; readonly view: 'list' | 'floor' }
const everything: Asked = { text: '', mine: false, table: null, view: 'list' }

/** F7: the carts that wait, on this till and the others; where the shop has tables, also table by table. */
export function QueueList() {
  const { t } = useTranslation('queue')
  const { go } = usePlace()
  const [shown, setShown] = useState(everything)
  const floor = useFloor()
  const queue = useAsk('sales/queue', { mine: shown.mine }, ['queue-changed', 'sale-changed', 'tables-changed'], { keepLast: true })
  const { openRow, dialogs } = useOpenParked(() => go({ screen: 'sell' }))
  const table = floor ? shown.table : null
  const rows = (queue.data ?? []).filter((row) => matches(row, shown.text) && (table === null || (row.tableName ?? noTable) === table))
  const isNarrowed = shown.text.trim() !== '' || table !== null
  const onFloor = floor !== null && shown.view === 'floor'
  return (
    <section className={styles['page']} aria-label={t('queue')}>
      <div className={styles['bar']}>
        <h1 className={styles['title']}>{t('queue-count', { count: queue.data?.length ?? 0 })}</h1>
        <Tools asked={shown} floor={floor} onFloor={onFloor} onAsk={(part) => setShown({ ...shown, ...part })} />
      </div>
      {onFloor ? <FloorList floor={floor} onOpen={openRow} /> : queue.error ? <Failure failure={queue.error} retry={() => void queue.refetch()} /> : queue.isPending ? <Late /> : rows.length > 0 ? <QueueRows rows={rows} tables={floor !== null} onOpen={openRow} /> : (
        <Empty
          sentence={t(isNarrowed ? 'none-found' : 'no-carts')}
          actions={[isNarrowed ? { label: t('ui:clear'), do: () => setShown({ ...shown, text: '', table: null }) } : { label: t('back-to-sale'), do: () => go({ screen: 'sell' }) }]}
        />
      )}
      {dialogs}
    </section>
  )
}

type ToolProps = { readonly asked: Asked; readonly floor: Floor | null; readonly onFloor: boolean; readonly onAsk: (part: Partial<Asked>) => void }
/** What narrows the list; the floor is always whole. */
function Tools({ asked, floor, onFloor, onAsk }: ToolProps) {
  const { t } = useTranslation('queue')
  const tables = floor && <TableTools floor={floor} table={asked.table} onTable={(table) => onAsk({ table })} view={asked.view} onView={(view) => onAsk({ view })} />
  if (onFloor) return <><span className={styles['grow']} />{tables}</>
  return (
    <>
      <TextInput
        className={styles['grow']} aria-label={t('search')} placeholder={t('search')} value={asked.text} maxLength={80}
        onChange={(event) => onAsk({ text: event.currentTarget.value })} leftSection={<IconSearch size={20} aria-hidden />}
      />
      {tables}
      <SegmentedControl
        size="lg" aria-label={t('which-tills')} value={asked.mine ? 'mine' : 'all'} onChange={(next) => onAsk({ mine: next === 'mine' })}
        data={[{ value: 'mine', label: t('mine') }, { value: 'all', label: t('all-tills') }]}
      />
    </>
  )
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const matches = (row: QueueRow, text: string) =>
  fold(text).split(/\s+/).every((word) => fold(`${row.label} ${row.customerName ?? ''} ${row.registerName} ${row.staffName} ${row.note} ${row.ticket ?? ''} ${row.tableName ?? ''}`).includes(word))
