import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Late } from '../../ui/Late.tsx'
import { Locked, Section } from '../../ui/Page.tsx'
import { useRights } from '../../use-rights.ts'
import { DeviceDialog } from './DeviceDialog.tsx'
import { InputRow, KeyboardRow } from './InputRow.tsx'
import { LearnDialog } from './LearnDialog.tsx'
import { LearnKeysDialog } from './LearnKeysDialog.tsx'
import { TestDialog, TestResult } from './TestDialog.tsx'
import { useDevices, useTests, type DeviceRow } from './use-devices.ts'
import styles from './Inputs.module.css'

type Open = { readonly is: 'new' } | { readonly is: 'edit' | 'test' | 'learn'; readonly device: DeviceRow } | { readonly is: 'test-keys' | 'learn-keys' } | null

/** The scanners and licence readers of this till. While it is shown, a scan is a test and does nothing else. */
export function InputSettings() {
  const { t } = useTranslation('devices')
  const mayEdit = useRights()('edit-devices') === 'yes'
  const [open, setOpen] = useState<Open>(null)
  const devices = useDevices()
  const tests = useTests(mayEdit)
  if (devices.error) return <Failure failure={devices.error} retry={() => void devices.refetch()} />
  const rows = devices.data
  const add = () => setOpen({ is: 'new' })
  return (
    <Section title={t('scanners')} note={t('scanners-what')}>
      {!mayEdit && <Locked sentence={t('managers-only')} />}
      {mayEdit && (
        <div className={styles['heard']} role="status" aria-live="polite">
          <p className="muted">{tests[0] ? t('heard-last') : t('scan-to-test')}</p>
          {tests[0] && <TestResult test={tests[0]} name={nameOf(rows, tests[0].deviceId) ?? t('keyboard')} />}
        </div>
      )}
      {!rows && <Late rows={2} height={56} />}
      {rows?.length === 0 && <Empty sentence={t('none')} actions={mayEdit ? [{ label: t('add'), do: add }] : []} />}
      <div>
        {rows?.map((device) => <InputRow key={device.id} device={device} mayEdit={mayEdit} open={(is) => setOpen({ is, device })} />)}
        <KeyboardRow mayEdit={mayEdit} open={(is) => setOpen({ is })} />
      </div>
      {mayEdit && (rows?.length ?? 0) > 0 && <div><Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>{t('add')}</Button></div>}
      <Dialogs open={open} tests={tests} onClose={() => setOpen(null)} />
    </Section>
  )
}

const nameOf = (rows: readonly DeviceRow[] | undefined, id: string | null): string | undefined => rows?.find((row) => row.id === id)?.name

function Dialogs({ open, tests, onClose }: { readonly open: Open; readonly tests: ReturnType<typeof useTests>; readonly onClose: () => void }) {
  const { t } = useTranslation('devices')
  if (open === null) return null
  switch (open.is) {
    case 'new': return <DeviceDialog device={null} onClose={onClose} />
    case 'edit': return <DeviceDialog device={open.device} onClose={onClose} />
    case 'test': return <TestDialog name={open.device.name} test={tests.find(({ deviceId }) => deviceId === open.device.id)} onClose={onClose} />
    case 'test-keys': return <TestDialog name={t('keyboard')} test={tests.find(({ deviceId }) => deviceId === null)} onClose={onClose} />
    case 'learn': return <LearnDialog device={open.device} onClose={onClose} />
    case 'learn-keys': return <LearnKeysDialog onClose={onClose} />
  }
}
