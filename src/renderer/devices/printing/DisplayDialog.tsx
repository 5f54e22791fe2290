import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, newRequestId } from '../../bridge.ts'
import { FormModal } from '../../ui/FormModal.tsx'
import { useAct } from '../../use-call.ts'
import type { Display } from './DisplaySettings.tsx'
import { devicePath, speeds } from './printer-form.ts'
import styles from './Printing.module.css'

/** Adds a pole display or changes one. */
export function DisplayDialog({ display, onClose }: { readonly display: Display | null; readonly onClose: () => void }) {
  const { t } = useTranslation('printing')
  const line = display?.address && 'path' in display.address ? display.address : null
  const [first] = useState({ name: display?.name ?? t('display'), kind: display?.kind ?? ('epson' as const), path: line?.path ?? '', speed: String(line?.baudRate ?? 9600) })
  const [form, setForm] = useState(first)
  const [tried, setTried] = useState(false)
  const save = useAct(async () => {
    setTried(true)
    if (!devicePath.test(form.path.trim()) || form.name.trim() === '') return
    const address = { path: form.path.trim(), baudRate: Number(form.speed), flow: 'none' as const }
    await call('display/save', { requestId: newRequestId(), id: display?.id ?? null, name: form.name.trim(), kind: form.kind, address })
    onClose()
  })
  return (
    <FormModal dirty={JSON.stringify(form) !== JSON.stringify(first)} onClose={onClose} onSave={() => void save.run()} title={t(display ? 'change-display' : 'add-display')} size={560}>{(close) => (
      <form onSubmit={(event) => (event.preventDefault(), void save.run())}>
        <div className={`${styles['form']} ${styles['pairs']}`}>
          <TextInput label={t('name')} value={form.name} maxLength={60} onChange={(event) => setForm({ ...form, name: event.currentTarget.value })} error={tried && form.name.trim() === '' && t('name-needed')} />
          <NativeSelect label={t('model')} value={form.kind} data={(['epson', 'cd5220'] as const).map((value) => ({ value, label: t(`display-${value}`) }))} onChange={(event) => setForm({ ...form, kind: event.currentTarget.value as Display['kind'] })} />
          <TextInput label={t('path')} placeholder="/dev/ttyUSB0" value={form.path} onChange={(event) => setForm({ ...form, path: event.currentTarget.value })} error={tried && !devicePath.test(form.path.trim()) && t('path-wrong')} data-autofocus />
          <NativeSelect label={t('speed')} value={form.speed} data={[...speeds]} onChange={(event) => setForm({ ...form, speed: event.currentTarget.value })} />
        </div>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close}>{t('ui:cancel')}</Button>
          <Button type="submit" loading={save.busy}>{t('save')}</Button>
        </Group>
      </form>
    )}</FormModal>
  )
}
