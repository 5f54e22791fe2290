import { Button, FileButton } from '@mantine/core'
import { IconCamera, IconPhoto, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { queries, useAct, useAsk } from '../use-call.ts'
import { CropDialog } from './CropDialog.tsx'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'
import { Initial } from './Initial.tsx'
import type { Picture } from './record-form.ts'
import { SnapshotDialog } from './SnapshotDialog.tsx'
import { useHasCamera } from './use-has-camera.ts'
import { isPicture } from './square-photo.ts'

/** The round picture at the top of the form: taken or chosen, cut to a square. Of who is on file it is saved at once, with Undo; of who is new, with the form. */
export function PhotoField() {
  const { t } = useTranslation('form')
  const { customer, form } = useForm()
  const [source, setSource] = useState<Blob | null>(null)
  const [shooting, setShooting] = useState(false)
  const hasCamera = useHasCamera()
  const { put, busy } = usePut()
  // The form keeps the record as it was opened; the picture is saved beside it, so it is asked for by itself.
  const saved = useAsk('customers/photo', { id: customer?.id as CustomerId }, ['customer-changed'], { enabled: customer !== null }).data ?? null
  const has = (customer ? saved : form.photo) !== null
  const take = (file: Blob) => (isPicture(file) ? setSource(file) : sayToast({ tone: 'error', text: t('photo-unreadable') }))
  const initial = customer?.initial ?? initialOf(form.fullName || form.firstName || form.company)
  return (
    <div className={styles['photo']}>
      <Initial initial={initial} photoOf={customer && saved ? customer.id : null} picture={customer ? null : form.photo} size={56} />
      {hasCamera && <Button variant="default" leftSection={<IconCamera size={18} aria-hidden />} onClick={() => setShooting(true)}>{t('record:take-photo')}</Button>}
      <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => file && take(file)} inputProps={{ 'aria-label': t('choose-image') }}>
        {(props) => <Button {...props} variant="default" leftSection={<IconPhoto size={18} aria-hidden />} loading={busy}>{t('choose-image')}</Button>}
      </FileButton>
      {has && <Button variant="subtle" color="gray" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void put(null)}>{t('remove-photo')}</Button>}
      {shooting && <SnapshotDialog onShot={(shot) => (setShooting(false), take(shot))} onClose={() => setShooting(false)} />}
      {source && <CropDialog source={source} onDone={(photo) => (setSource(null), void put(photo))} onClose={() => setSource(null)} onUnreadable={() => (setSource(null), sayToast({ tone: 'error', text: t('photo-unreadable') }))} />}
    </div>
  )
}

const initialOf = (name: string): string => name.trim().slice(0, 1).toUpperCase() || '?'

/** Another picture, or none; what was there before comes back with Undo. */
function usePut() {
  const { t } = useTranslation('form')
  const { customer, form, set } = useForm()
  const act = useAct(async (photo: Picture | null) => {
    const was = customer ? ((await call('customers/photo', { id: customer.id })) as Picture | null) : form.photo
    const write = (next: Picture | null): unknown => (customer ? keep(customer.id, next) : set({ photo: next }))
    await write(photo)
    if (photo === null) sayToast({ tone: 'done', text: t('photo-removed'), undo: () => void write(was) })
  })
  return { put: act.run, busy: act.busy }
}

async function keep(id: CustomerId, photo: Picture | null): Promise<void> {
  await call('customers/save-photo', { requestId: newRequestId(), id, photo })
  await queries.invalidateQueries({ queryKey: ['customers/photo', { id }] })
}
