import { SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueRow } from '../../main/sales/sale.ts'
import { usePlace } from '../navigation.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useAsk } from '../use-call.ts'
import { QueueRows } from './QueueRows.tsx'
import styles from './Sale.module.css'
import { useOpenParked } from './use-open-parked.tsx'

/** F7: the carts that wait, on this till and the others. */
export function QueueList() {
  const { t } = useTranslation('queue')
  const { go } = usePlace()
  const [mine, setMine] = useState(false)
  const [text, setText] = useState('')
  const asked = useAsk('sales/queue', { mine }, ['queue-changed', 'sale-changed'], { keepLast: true })
  const { openRow, dialogs } = useOpenParked(() => go({ screen: 'sell' }))
  const rows = (asked.data ?? []).filter((row) => matches(row, text))
  return (
    <section className={styles['page']} aria-label={t('queue')}>
      <div className={styles['bar']}>
        <h1 className={styles['title']}>{t('queue-count', { count: asked.data?.length ?? 0 })}</h1>
        <TextInput
          className={styles['grow']} aria-label={t('search')} placeholder={t('search')} value={text} maxLength={80}
          onChange={(event) => setText(event.currentTarget.value)} leftSection={<IconSearch size={20} aria-hidden />}
        />
        <SegmentedControl
          size="lg" aria-label={t('which-tills')} value={mine ? 'mine' : 'all'} onChange={(next) => setMine(next === 'mine')}
          data={[{ value: 'mine', label: t('mine') }, { value: 'all', label: t('all-tills') }]}
        />
      </div>
      {asked.error ? <Failure failure={asked.error} retry={() => void asked.refetch()} /> : asked.isPending ? <Late /> : rows.length > 0 ? <QueueRows rows={rows} onOpen={openRow} /> : (
        <Empty
          sentence={t(text.trim() === '' ? 'no-carts' : 'none-found')}
          actions={[text.trim() === '' ? { label: t('back-to-sale'), do: () => go({ screen: 'sell' }) } : { label: t('ui:clear'), do: () => setText('') }]}
        />
      )}
      {dialogs}
    </section>
  )
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const matches = (row: QueueRow, text: string) =>
  fold(text).split(/\s+/).every((word) => fold(`${row.label} ${row.customerName ?? ''} ${row.registerName} ${row.staffName} ${row.note} ${row.ticket ?? ''}`).includes(word))
