import { Checkbox, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Subscription } from '../../main/messaging/subscriptions.ts'
import { useFormat } from '../format.ts'
import styles from './Subscriptions.module.css'
import { messageTypes } from './ticks.ts'

type Props = { readonly cells: readonly Subscription[]; readonly stands: readonly Subscription[]; readonly onToggle: (cell: Subscription) => void }

/** The whole matrix, with since when and by what act each of it stands. */
export function ChannelTable({ cells, stands, onToggle }: Props) {
  const { t } = useTranslation('subscriptions')
  const rows = [...new Set(cells.map(({ channel }) => channel))]
  return (
    <Table className={styles['matrix'] ?? ''}>
      <Table.Thead><Table.Tr><Table.Th scope="col">{t('channel')}</Table.Th>{messageTypes.map((type) => <Table.Th key={type} scope="col">{t(type)}</Table.Th>)}</Table.Tr></Table.Thead>
      <Table.Tbody>
        {rows.map((channel) => (
          <Table.Tr key={channel}>
            <Table.Th scope="row">{t(channel)}</Table.Th>
            {cells.map((cell, at) => cell.channel === channel && <Cell key={cell.type} cell={cell} stood={stands[at]} onToggle={() => onToggle(cell)} />)}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Cell({ cell, stood, onToggle }: { readonly cell: Subscription; readonly stood: Subscription | undefined; readonly onToggle: () => void }) {
  const { t } = useTranslation('subscriptions')
  const { date } = useFormat()
  const since = stood?.since ? t(stood.allowed ? 'since-on' : 'since-off', { day: date(stood.since) }) : t('never')
  const label = t('cell', { channel: t(cell.channel), type: t(cell.type) })
  return (
    <Table.Td>
      <Checkbox size="md" aria-label={label} checked={cell.allowed} disabled={!cell.reachable && !cell.allowed} onChange={onToggle} label={<span className="muted">{cell.reachable ? since : t('unreachable')}</span>} />
    </Table.Td>
  )
}
