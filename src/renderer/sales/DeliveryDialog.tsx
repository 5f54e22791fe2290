import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliveryChoices } from '../../main/flows/delivery-on-sale.ts'
import type { Cart } from '../../main/sales/sale.ts'
import { DayField } from '../ui/DayField.tsx'
import { Failure } from '../ui/Failure.tsx'
import { FormModal } from '../ui/FormModal.tsx'
import { Late } from '../ui/Late.tsx'
import { useAsk } from '../use-call.ts'
import { sayFailure } from '../words.ts'
import { DeliveryPlace } from './DeliveryPlace.tsx'
import styles from './Dialogs.module.css'
import { useDeliveryForm, useDropDelivery, type DeliveryForm } from './use-delivery.ts'

type Props = { readonly cart: Cart; readonly onClose: () => void }

/** Makes the sale a delivery: to whom, where, when and for how much (S1-25). */
export function DeliveryDialog({ cart, onClose }: Props) {
  const { t } = useTranslation('delivery')
  const asked = useAsk('sales/delivery-choices', { saleId: cart.id }, ['sale-changed', 'customer-changed', 'shop-changed'])
  const [choices, setChoices] = useState<DeliveryChoices | null>(null)
  // What stands when the form opens is what is typed over: an answer that comes later takes nothing away.
  if (choices === null && asked.data && !asked.isFetching) setChoices(asked.data)
  if (choices) return <Filled cart={cart} choices={choices} onClose={onClose} />
  return (
    <Modal opened onClose={onClose} title={t('delivery')} size={760} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {asked.error ? <Failure failure={asked.error} retry={() => void asked.refetch()} /> : <Late />}
    </Modal>
  )
}

function Filled({ cart, choices, onClose }: Props & { readonly choices: DeliveryChoices }) {
  const { t } = useTranslation('delivery')
  const form = useDeliveryForm(choices, onClose)
  const drop = useDropDelivery()
  return (
    <FormModal title={t('delivery')} size={760} dirty={form.dirty} onClose={onClose} onSave={form.save}>
      {(close) => (
        <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), form.save())} noValidate>
          <DeliveryPlace form={form} choices={choices} />
          <Who form={form} isWalkIn={choices.who === null} />
          <When form={form} />
          {form.failure && <p className={styles['problem']} role="alert">{sayFailure(form.failure)}</p>}
          <div className={`${styles['foot']} ${styles['sticky']}`}>
            {cart.delivery ? <Button variant="subtle" color="gray" c="var(--danger)" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => (onClose(), drop())}>{t('take-off')}</Button> : <span />}
            <Button variant="default" onClick={close}>{t('ui:cancel')}</Button>
            <Button type="submit" loading={form.busy}>{t('ui:save')}</Button>
          </div>
        </form>
      )}
    </FormModal>
  )
}

/** Of a Walk-In it is asked for this sale alone, and the form says so. */
function Who({ form: { draft, change, errorOf }, isWalkIn }: { readonly form: DeliveryForm; readonly isWalkIn: boolean }) {
  const { t } = useTranslation('delivery')
  return (
    <>
      <div className={styles['halves']}>
        <TextInput label={t('name')} data-delivery="name" value={draft.name} maxLength={200} autoComplete="off" error={errorOf('name')} onChange={(event) => change({ name: event.currentTarget.value })} />
        <TextInput label={t('phone')} data-delivery="phone" type="tel" value={draft.phone} maxLength={60} autoComplete="off" error={errorOf('phone')} onChange={(event) => change({ phone: event.currentTarget.value })} />
      </div>
      {isWalkIn && <p className="muted">{t('this-sale-only')}</p>}
    </>
  )
}

function When({ form: { draft, change, errorOf } }: { readonly form: DeliveryForm }) {
  const { t } = useTranslation('delivery')
  return (
    <>
      <div className={styles['thirds']}>
        <DayField label={t('day')} value={draft.day} optional onValue={(day) => change({ day })} />
        <TextInput type="time" label={t('time')} value={draft.time} onChange={(event) => change({ time: event.currentTarget.value.slice(0, 5) })} />
        <TextInput label={t('fee')} data-delivery="fee" inputMode="decimal" value={draft.fee} maxLength={14} autoComplete="off" error={errorOf('fee')} onChange={(event) => change({ fee: event.currentTarget.value })} />
      </div>
      <Textarea label={t('note')} value={draft.note} maxLength={500} rows={2} onChange={(event) => change({ note: event.currentTarget.value })} />
    </>
  )
}
