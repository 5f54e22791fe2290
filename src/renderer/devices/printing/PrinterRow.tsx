import { Button, Group } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../../bridge.ts'
import { useHere } from '../../here.ts'
import { sayToast } from '../../toasts.ts'
import { useAct } from '../../use-call.ts'
import { DrawerDialog } from './DrawerDialog.tsx'
import styles from './Printing.module.css'
import { toneOf, useSayPrint, type Printer } from './say-print.ts'

/** One printer: where it is, how it fares, and what a technician does first. */
export function PrinterRow({ printer, mayEdit, onChange }: { readonly printer: Printer; readonly mayEdit: boolean; readonly onChange: () => void }) {
  const { t } = useTranslation('printing')
  const { session } = useHere()
  const [asking, ask] = useState(false)
  const test = useAct(() => call('print/test-page', { requestId: newRequestId(), deviceId: printer.id, language: session.language }))
  const setUp = (active: boolean) => call('print/remove-printer', { requestId: newRequestId(), deviceId: printer.id, active })
  const back = useAct(() => setUp(true))
  const remove = useAct(async () => {
    await setUp(false)
    sayToast({ tone: 'done', text: t('removed', { name: printer.name }), undo: () => void back.run() })
  })
  const isSystem = printer.transport === 'system'
  return (
    <div className={styles['printer']} role="group" aria-label={printer.name}>
      <div>
        <p className={styles['name']}>{printer.name}</p>
        <span className="muted">{isSystem ? t('way-system') : `${placeOf(printer)} · ${t('paper', { mm: printer.paperMm, columns: printer.columns })}`}</span>
        {!isSystem && <HowItFares printer={printer} />}
      </div>
      <Group gap="xs" justify="flex-end">
        {!isSystem && <Button variant="default" onClick={() => void test.run()} loading={test.busy}>{t('test-print')}</Button>}
        {printer.hasDrawer && !isSystem && <Button variant="default" onClick={() => ask(true)}>{t('open-drawer')}</Button>}
        {mayEdit && <Button variant="default" onClick={onChange}>{t('change')}</Button>}
        {mayEdit && <Button variant="subtle" color="gray" onClick={() => void remove.run()}>{t('remove')}</Button>}
      </Group>
      {asking && <DrawerDialog onClose={() => ask(false)} />}
    </div>
  )
}

const placeOf = ({ address }: Printer): string => (address === null ? '' : 'host' in address ? `${address.host}:${address.port}` : address.path)

function HowItFares({ printer }: { readonly printer: Printer }) {
  const { t } = useTranslation('printing')
  const say = useSayPrint()
  const { last, silent } = printer
  if (!last) return <p className={styles['how']}>{t('never-used')}</p>
  const tone = toneOf(last)
  return (
    <p className={styles['how']} data-tone={tone} role="status">
      {tone === 'done' ? <IconCheck size={16} aria-hidden /> : tone !== 'busy' && <IconAlertTriangle size={16} aria-hidden />}
      {say(last)}{silent && ` ${t('never-says')}`}
    </p>
  )
}
