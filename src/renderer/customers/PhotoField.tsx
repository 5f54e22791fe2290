import { Button, FileButton } from '@mantine/core'
import { IconPhoto, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { queries, useAct } from '../use-call.ts'
import styles from './Fields.module.css'
import { useForm } from './form-state.ts'
import { Initial } from './Initial.tsx'
import { squareOf } from './square-photo.ts'

/** The round picture at the top of the form. It is saved at once, and taken back with Undo. */
export function PhotoField() {
  const { t } = useTranslation('form')
  const { customer } = useForm()
  const choose = useAct((file: File, id: CustomerId) => squareOf(file).then((photo) => (photo ? keep(id, photo) : sayToast({ tone: 'error', text: t('photo-unreadable') }))))
  const remove = useAct(async (id: CustomerId) => {
    const was = await call('customers/photo', { id })
    await keep(id, null)
    sayToast({ tone: 'done', text: t('photo-removed'), undo: () => void keep(id, was as Photo | null) })
  })
  if (!customer) return null
  return (
    <div className={styles['photo']}>
      <Initial initial={customer.initial} photoOf={customer.hasPhoto ? customer.id : null} size={56} />
      <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => file && void choose.run(file, customer.id)} inputProps={{ 'aria-label': t('choose-image') }}>
        {(props) => <Button {...props} variant="default" leftSection={<IconPhoto size={18} aria-hidden />} loading={choose.busy}>{t('choose-image')}</Button>}
      </FileButton>
      {customer.hasPhoto && <Button variant="subtle" color="gray" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => void remove.run(customer.id)}>{t('remove-photo')}</Button>}
    </div>
  )
}

type Photo = { readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif'; readonly base64: string }

async function keep(id: CustomerId, photo: Photo | null): Promise<void> {
  await call('customers/save-photo', { requestId: newRequestId(), id, photo })
  await queries.invalidateQueries({ queryKey: ['customers/photo', { id }] })
}
