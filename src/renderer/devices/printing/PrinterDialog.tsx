import { Button, Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../../bridge.ts'
import { FormModal } from '../../ui/FormModal.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import styles from './Printing.module.css'
import { formFor, savedOf, speeds, wrongIn, type PrinterForm, type Profile, type Way } from './printer-form.ts'
import { PrinterHabits } from './PrinterHabits.tsx'
import type { Printer } from './say-print.ts'

type Props = { readonly printer: Printer | null; readonly onClose: () => void }
const ways: readonly Way[] = ['tcp', 'usb', 'serial', 'system']

/** Adds a printer or changes one: which model, how it is reached, and what this shop wants of it. */
export function PrinterDialog({ printer, onClose }: Props) {
  const profiles = useAsk('print/profiles', null).data
  return profiles ? <Form printer={printer} profiles={profiles} onClose={onClose} /> : null
}

export type Change = (changes: Partial<PrinterForm>) => void
export type Part = { readonly form: PrinterForm; readonly profile: Profile | undefined; readonly change: Change; readonly wrong: string | null }

function Form({ printer, profiles, onClose }: Props & { readonly profiles: readonly Profile[] }) {
  const { t } = useTranslation('printing')
  const [first] = useState(() => formFor(printer, profiles.find(({ id }) => id === (printer?.settings.profile ?? 'epson-tm-t20')), t('receipt-printer')))
  const [form, setForm] = useState(first)
  const [tried, setTried] = useState(false)
  const profile = profiles.find(({ id }) => id === form.profile)
  const change: Change = (changes) => setForm((now) => ({ ...now, ...changes }))
  const save = useAct(async () => {
    setTried(true)
    if (wrongIn(form) !== null) return
    await call('print/save-printer', { requestId: newRequestId(), id: printer?.id ?? null, ...savedOf(form) })
    onClose()
  })
  const part = { form, profile, change, wrong: tried ? wrongIn(form) : null }
  return (
    <FormModal dirty={JSON.stringify(form) !== JSON.stringify(first)} onClose={onClose} onSave={() => void save.run()} title={t(printer ? 'change-printer' : 'add-printer')} size={860}>{(close) => (
    <form onSubmit={(event) => (event.preventDefault(), void save.run())}>
      <div className={styles['form']}>
        <NativeSelect className={styles['wide']!} label={t('model')} value={form.profile} data={profiles.map(({ id, name }) => ({ value: id, label: name }))} onChange={(event) => change(fitting(profiles, event.currentTarget.value, form))} data-autofocus />
        <TextInput label={t('name')} value={form.name} maxLength={60} onChange={(event) => change({ name: event.currentTarget.value })} error={part.wrong === 'name' && t('name-needed')} />
        <SegmentedControl className={styles['whole']!} fullWidth aria-label={t('way')} value={form.way} onChange={(way) => change({ way: way as Way })} data={ways.map((value) => ({ value, label: t(`way-${value}`) }))} />
        <WayFields {...part} />
        <p className={`${styles['wire']} ${styles['whole']}`}>{t(`wire-${form.way}`)}</p>
        {form.way !== 'system' && <PrinterHabits {...part} />}
      </div>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close}>{t('ui:cancel')}</Button>
        <Button type="submit" loading={save.busy}>{t('save')}</Button>
      </Group>
    </form>
    )}</FormModal>
  )
}

/** Another model has other pages, pins and speeds: what does not fit it any more goes back to its usual. */
function fitting(profiles: readonly Profile[], id: string, form: PrinterForm): Partial<PrinterForm> {
  const next = profiles.find((profile) => profile.id === id)
  const pin = form.drawerPin !== null && next?.pins.includes(form.drawerPin) ? form.drawerPin : (next?.pins[0] ?? null)
  return { profile: id, drawerPin: pin, codePage: form.codePage !== null && next?.pages.includes(form.codePage) ? form.codePage : null, baudRate: String(next?.baudRate ?? form.baudRate) }
}

function WayFields({ form, change, wrong }: Part) {
  const { t } = useTranslation('printing')
  if (form.way === 'system') return null
  if (form.way === 'tcp') {
    return (
      <>
        <TextInput className={styles['wide']!} label={t('host')} placeholder="192.168.1.50" value={form.host} onChange={(event) => change({ host: event.currentTarget.value })} error={wrong === 'host' && t('host-wrong')} />
        <TextInput label={t('port')} value={form.port} inputMode="numeric" onChange={(event) => change({ port: event.currentTarget.value })} error={wrong === 'port' && t('port-wrong')} />
      </>
    )
  }
  const path = <TextInput className={form.way === 'usb' ? styles['whole']! : ''} label={t('path')} placeholder={form.way === 'usb' ? '/dev/usb/lp0' : '/dev/ttyUSB0'} value={form.path} onChange={(event) => change({ path: event.currentTarget.value })} error={wrong === 'path' && t('path-wrong')} />
  if (form.way === 'usb') return path
  return (
    <>
      {path}
      <NativeSelect label={t('speed')} value={form.baudRate} data={[...speeds]} onChange={(event) => change({ baudRate: event.currentTarget.value })} />
      <NativeSelect label={t('flow')} value={form.flow} data={(['xon-xoff', 'rts-cts', 'none'] as const).map((value) => ({ value, label: t(`flow-${value}`) }))} onChange={(event) => change({ flow: event.currentTarget.value as PrinterForm['flow'] })} />
    </>
  )
}
