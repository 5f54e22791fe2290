import { CloseButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../../commands.ts'
import { useAsk } from '../../use-call.ts'
import { DrawerDialog } from './DrawerDialog.tsx'
import { JobActs } from './JobActs.tsx'
import styles from './Printing.module.css'
import { toneOf, useSayPrint } from './say-print.ts'

const put = new Set<string>()

/** On the sale screen, while a printer is in trouble: what is wrong and what to do. It covers nothing and stops no sale. */
export function PrinterStrip() {
  const { t } = useTranslation('printing')
  const printers = useAsk('print/printers', null, ['printing-changed'], { keepLast: true }).data ?? []
  const say = useSayPrint()
  const [, look] = useState(0)
  const ill = printers.flatMap(({ name, last }) => (last && last.kind !== 'test-page' && last.reason !== 'dropped' && ['warn', 'bad'].includes(toneOf(last)) && !put.has(`${last.id} ${last.state}`) ? [{ name, last }] : []))
  const [drawer, askDrawer] = useState(false)
  useCommands(printers.some(({ hasDrawer }) => hasDrawer) ? [{ name: 'open-drawer', label: t('open-drawer'), do: () => askDrawer(true) }] : [])
  const strips = ill.map(({ name, last }) => (
    <div key={last.id} className={styles['strip']} role="status">
      <IconAlertTriangle size={20} aria-hidden />
      <span className={styles['words']}><strong>{name}</strong> {say(last)}</span>
      <CloseButton size={44} iconSize={18} aria-label={t('ui:close')} onClick={() => (put.add(`${last.id} ${last.state}`), look((count) => count + 1))} />
      <span className={styles['acts']}><JobActs job={last} /></span>
    </div>
  ))
  return <>{strips}{drawer && <DrawerDialog onClose={() => askDrawer(false)} />}</>
}
