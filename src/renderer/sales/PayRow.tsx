import { Button, Kbd, Menu } from '@mantine/core'
import { IconBolt, IconDiscount2, IconDots, IconHistory, IconNote, IconPrinter, IconReceiptRefund, IconTrash, IconTruckDelivery } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../commands.ts'
import { sayToast } from '../toasts.ts'
import styles from './Cart.module.css'
import type { useSellCommands } from './use-sell-commands.ts'
import { useLongPress } from './use-long-press.ts'

type Commands = ReturnType<typeof useSellCommands>
type Props = { readonly commands: Commands; readonly filled: boolean; readonly onParkNow: () => void; readonly onReprint: () => void }

/** The bottom of the cart: park, the rest, and PAY. */
export function PayRow({ commands, filled, onParkNow, onReprint }: Props) {
  const { t } = useTranslation('sell')
  return (
    <div className={styles['payRow']}>
      <QueueButton command={commands.park} filled={filled} onParkNow={onParkNow} />
      <MoreMenu commands={commands} filled={filled} onReprint={onReprint} />
      <Button className={styles['pay']} size="xl" onClick={commands.pay.do} disabled={!filled} rightSection={<Kbd className={styles['payKey']} aria-hidden>F4</Kbd>}>
        {t('pay')}
      </Button>
    </div>
  )
}

/** Not greyed away: an empty cart says why it cannot wait. Held down, it parks at once under the name it would suggest. */
function QueueButton({ command, filled, onParkNow }: { readonly command: Command; readonly filled: boolean; readonly onParkNow: () => void }) {
  const { t } = useTranslation('sell')
  const why = t('nothing-to-park')
  const press = useLongPress(() => filled && onParkNow(), () => (filled ? command.do() : sayToast({ tone: 'note', text: why })))
  return (
    <Button
      className={styles['queue']} size="xl" variant="default" {...press} leftSection={<IconBolt size={22} aria-hidden />}
      aria-label={command.label} aria-disabled={!filled} {...(filled ? {} : { 'data-disabled': true })} title={filled ? `${command.label} (${command.key})` : why}
    >
      {t('queue-short')}
    </Button>
  )
}

function MoreMenu({ commands, filled, onReprint }: { readonly commands: Commands; readonly filled: boolean; readonly onReprint: () => void }) {
  const { t } = useTranslation('sell')
  const entry = (command: Command, icon: ReactNode, needsLines = true) => (
    <Menu.Item key={command.name} leftSection={icon} onClick={command.do} disabled={needsLines && !filled} className={styles['entry']}>
      {command.label}
    </Menu.Item>
  )
  return (
    <Menu position="top-end">
      <Menu.Target>
        <Button className={styles['more']} size="xl" variant="default" aria-label={t('more-actions')}><IconDots size={22} aria-hidden /></Button>
      </Menu.Target>
      <Menu.Dropdown>
        {entry(commands.discount, <IconDiscount2 size={20} aria-hidden />)}
        {entry(commands.note, <IconNote size={20} aria-hidden />)}
        {entry(commands.delivery, <IconTruckDelivery size={20} aria-hidden />)}
        <Menu.Divider />
        {entry(commands.recent, <IconHistory size={20} aria-hidden />, false)}
        <Menu.Item leftSection={<IconPrinter size={20} aria-hidden />} onClick={onReprint} className={styles['entry']}>{t('reprint-last')}</Menu.Item>
        <Menu.Divider />
        {entry(commands.return, <IconReceiptRefund size={20} aria-hidden />)}
        {entry(commands.discard, <IconTrash size={20} aria-hidden />)}
      </Menu.Dropdown>
    </Menu>
  )
}
