import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { Section } from '../../ui/Page.tsx'
import { useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'
import { DisplaySettings } from './DisplaySettings.tsx'
import { LogoSettings } from './LogoSettings.tsx'
import { PrinterDialog } from './PrinterDialog.tsx'
import { PrinterRow } from './PrinterRow.tsx'
import { PrintJobs } from './PrintJobs.tsx'
import type { Printer } from './say-print.ts'

/** The printers of this till, with their drawer and display, and the last papers. Without one, receipts are kept as PDF. */
export function PrinterSettings() {
  const { t } = useTranslation('printing')
  const mayEdit = useRights()('edit-devices') === 'yes'
  const [editing, edit] = useState<Printer | 'new' | null>(null)
  const asked = useAsk('print/printers', null, ['printing-changed'], { keepLast: true })
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  const printers = asked.data
  return (
    <>
      <Section title={t('printers')} note={mayEdit ? undefined : t('managers-only')}>
        {!printers && <Late rows={2} />}
        {printers?.length === 0 && <Empty sentence={t('none')} actions={mayEdit ? [{ label: t('add-printer'), do: () => edit('new') }] : []} />}
        {printers?.map((printer) => <PrinterRow key={printer.id} printer={printer} mayEdit={mayEdit} onChange={() => edit(printer)} />)}
        {mayEdit && (printers?.length ?? 0) > 0 && <div><Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => edit('new')}>{t('add-printer')}</Button></div>}
      </Section>
      <DisplaySettings mayEdit={mayEdit} />
      {mayEdit && (printers?.length ?? 0) > 0 && <LogoSettings />}
      <PrintJobs />
      {editing !== null && <PrinterDialog printer={editing === 'new' ? null : editing} onClose={() => edit(null)} />}
    </>
  )
}
