import { Button, Checkbox, Menu, SegmentedControl } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useCallback, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeapCount, ImportBatch, ImportChoice } from '../../../main/customers/import.ts'
import { useFormat } from '../../format.ts'
import { Empty } from '../../ui/Empty.tsx'
import { LongList } from '../../ui/LongList.tsx'
import { ContactRow } from './ContactRow.tsx'
import styles from './Import.module.css'
import type { Filter, Importing } from './use-batch.ts'
import { useRows } from './use-rows.ts'

type Props = { readonly batch: ImportBatch; readonly importing: Importing; readonly onColumns: (() => void) | null; readonly onThrowAway: () => void }
const filters: readonly Filter[] = ['all', 'new', 'twin', 'problem']

const sum = (heaps: readonly HeapCount[]): HeapCount =>
  heaps.reduce((all, one) => ({ rows: all.rows + one.rows, tickable: all.tickable + one.tickable, ticked: all.ticked + one.ticked }), { rows: 0, tickable: 0, ticked: 0 })
const countOf = ({ counts: { heaps } }: ImportBatch, filter: Filter): HeapCount => (filter === 'all' ? sum([heaps.new, heaps.twin, heaps.problem]) : heaps[filter])

/** Everyone in the file with a box each, the square that selects them all at the top right, and the button that says how many. */
export function ImportList({ batch, importing, onColumns, onThrowAway }: Props) {
  const { t } = useTranslation('import')
  const { whole } = useFormat()
  const [only, setOnly] = useState<Filter>('all')
  const all = countOf(batch, 'all')
  const shown = countOf(batch, only)
  const choose = (what: { position: number | null; only?: Filter; ticked?: boolean; choice?: ImportChoice }) => void importing.choose.run({ batchId: batch.id, ...what })
  return (
    <div className={styles['screen']}>
      <header className={styles['bar']}>
        <h1 className="cut">{batch.fileName}</h1>
        {onColumns && <Button variant="default" onClick={onColumns}>{t('change-columns')}</Button>}
      </header>
      <div className={styles['filters']}>
        <SegmentedControl aria-label={t('filter')} value={only} onChange={(value) => setOnly(value as Filter)} data={filters.map((filter) => ({ value: filter, label: `${t(filter)} ${whole(countOf(batch, filter).rows)}` }))} />
        {batch.counts.heaps.twin.rows > 0 && <AllTwins onChoice={(choice) => choose({ position: null, only: 'twin', choice })} />}
      </div>
      <Head count={shown} onAll={(ticked) => choose({ position: null, only, ticked })} />
      {shown.rows === 0 ? <Empty sentence={t('none-here')} actions={[{ label: t('show-all'), do: () => setOnly('all') }]} /> : <Rows key={only} batch={batch} only={only} count={shown.rows} choose={choose} />}
      <footer className={styles['foot']}>
        <p className="numbers" role="status">{t('selected', { count: all.ticked, shown: whole(all.ticked), total: whole(all.rows) })}</p>
        <Button variant="default" onClick={onThrowAway}>{t('throw-away')}</Button>
        <Button disabled={all.ticked === 0} onClick={() => void importing.run.run(batch.id)}>{t('import-count', { count: all.ticked, shown: whole(all.ticked) })}</Button>
      </footer>
    </div>
  )
}

function AllTwins({ onChoice }: { readonly onChoice: (choice: ImportChoice) => void }) {
  const { t } = useTranslation('import')
  return (
    <Menu>
      <Menu.Target><Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden />}>{t('all-twins')}</Button></Menu.Target>
      <Menu.Dropdown>{(['skip', 'update', 'add'] as const).map((choice) => <Menu.Item key={choice} mih={44} onClick={() => onChoice(choice)}>{t(choice)}</Menu.Item>)}</Menu.Dropdown>
    </Menu>
  )
}

/** The square at the top right has three states: none, some, all of what is shown. */
function Head({ count, onAll }: { readonly count: HeapCount; readonly onAll: (ticked: boolean) => void }) {
  const { t } = useTranslation('import')
  const every = count.tickable > 0 && count.ticked === count.tickable
  return (
    <div className={styles['listHead']}>
      <div className={styles['cells']}>
        <span>{t('name')}</span><span>{t('contact')}</span><span>{t('looks-like-head')}</span>
        <div className={styles['box']}>
          <Checkbox aria-label={t('select-all')} title={t('select-all')} checked={every} indeterminate={!every && count.ticked > 0} disabled={count.tickable === 0} onChange={() => onAll(!every)} />
        </div>
      </div>
    </div>
  )
}

const rowPx = 60
type RowsProps = { readonly batch: ImportBatch; readonly only: Filter; readonly count: number; readonly choose: (what: { position: number; ticked?: boolean; choice?: ImportChoice }) => void }

function Rows({ batch, only, count, choose }: RowsProps) {
  const { t } = useTranslation('import')
  const id = useId()
  const { rowAt, look } = useRows(batch.id, only)
  const heightOf = useCallback(() => rowPx, [])
  const keyOf = useCallback((index: number) => `${only}-${index}`, [only])
  const row = (index: number) => {
    const found = rowAt(index)
    if (!found) return <div role="row" aria-rowindex={index + 1} className={styles['row']}><div role="gridcell" aria-busy="true"><span className="spoken-only">{t('line', { line: index + 1 })}</span></div></div>
    return <ContactRow row={found} index={index} onTick={(ticked) => choose({ position: found.position, ticked })} onChoice={(choice) => choose({ position: found.position, choice })} />
  }
  return <div className={styles['list']}><LongList count={count} heightOf={heightOf} keyOf={keyOf} row={row} id={id} label={t('list')} scrollLabel={t('scroll')} onRange={look} /></div>
}
