import { Button, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormModal } from '../../ui/FormModal.tsx'
import { useAsk } from '../../use-call.ts'
import { firstForm, readForm, wrongIn, type DeviceForm } from './device-form.ts'
import { HidFields, SerialFields } from './PlaceFields.tsx'
import styles from './Inputs.module.css'
import { useSaveDevice, type DeviceRow } from './use-devices.ts'

type Props = { readonly device: DeviceRow | null; readonly onClose: () => void }
export type Change = (changes: Partial<DeviceForm>) => void

/** Adds a scanner or reader, or changes one: what it is for, how it is joined, and where it is. */
export function DeviceDialog({ device, onClose }: Props) {
  const { t } = useTranslation('devices')
  const [first] = useState(() => firstForm(device))
  const [form, setForm] = useState(first)
  const [tried, setTried] = useState(false)
  const plugged = useAsk('devices/plugged-in', {}, ['devices-changed'], { keepLast: true })
  const save = useSaveDevice()
  const change: Change = (changes) => setForm((now) => ({ ...now, ...changes }))
  const wrong = tried ? wrongIn(form, plugged.data) : null
  const submit = async () => {
    setTried(true)
    const draft = readForm(form, plugged.data, t)
    if (draft && (await save.run(device, draft, t('saved', { name: draft.name })))) onClose()
  }
  const look = { plugged: plugged.data, isLooking: plugged.isFetching, again: () => void plugged.refetch() }
  return (
    <FormModal dirty={JSON.stringify(form) !== JSON.stringify(first)} onClose={onClose} onSave={() => void submit()} title={device ? t('change-of', { name: device.name }) : t('add')} size={680}>{(close) => (
      <form className={styles['form']} onSubmit={(event) => (event.preventDefault(), void submit())}>
        <SegmentedControl
          fullWidth aria-label={t('kind')} value={form.kind} data={(['scanner', 'reader'] as const).map((value) => ({ value, label: t(`kind-of-${value}`) }))}
          onChange={(kind) => change({ kind: kind as DeviceForm['kind'] })}
        />
        <SegmentedControl
          fullWidth aria-label={t('joined')} value={form.transport} disabled={device !== null} data={(['serial', 'hid'] as const).map((value) => ({ value, label: t(`joined-${value}`) }))}
          onChange={(transport) => change({ transport: transport as DeviceForm['transport'] })}
        />
        {form.transport === 'serial' ? <SerialFields form={form} change={change} wrong={wrong} look={look} /> : <HidFields form={form} change={change} wrong={wrong} look={look} />}
        <TextInput label={t('name')} description={t('name-what')} value={form.name} maxLength={60} onChange={(event) => change({ name: event.currentTarget.value })} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={save.busy}>{device ? t('ui:save') : t('ui:add')}</Button>
        </Group>
      </form>
    )}</FormModal>
  )
}
