import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cart } from '../../main/sales/sale.ts'
import { useFormat } from '../format.ts'
import styles from './Dialogs.module.css'
import { DiscountFields, readDiscount, typedDiscount } from './DiscountFields.tsx'
import { sayDiscount } from './say-discount.ts'
import { useLineEdits } from './use-line-edits.ts'

type Props = { readonly cart: Cart; readonly onClose: () => void }

/** A discount off the whole cart. */
export function CartDiscount({ cart, onClose }: Props) {
  const { t } = useTranslation('sell')
  const format = useFormat()
  const { discountCart } = useLineEdits()
  const [value, setValue] = useState(typedDiscount(cart.discount, format.digits))
  const discount = readDiscount(value, format.readMoney)
  const save = () => {
    if (discount === 'wrong') return
    onClose()
    void discountCart(discount, discount ? sayDiscount(discount, format) : t('no-discount'))
  }
  return (
    <Modal opened onClose={onClose} title={t('cart-discount')} size={680} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={(event) => (event.preventDefault(), save())}>
        <DiscountFields value={value} onChange={setValue} />
        <div className={styles['feet']}>
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" disabled={discount === 'wrong'} data-autofocus>{t('ui:done')}</Button>
        </div>
      </form>
    </Modal>
  )
}

/** A note that stays with the sale. */
export function CartNote({ cart, onClose }: Props) {
  const { t } = useTranslation('sell')
  const { noteCart } = useLineEdits()
  const [note, setNote] = useState(cart.note)
  return (
    <Modal opened onClose={onClose} title={t('cart-note')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Textarea label={t('note')} value={note} maxLength={2000} rows={5} onChange={(event) => setNote(event.currentTarget.value)} data-autofocus />
      <div className={styles['feet']}>
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        <Button onClick={() => (onClose(), void noteCart(note.trim()))}>{t('ui:save')}</Button>
      </div>
    </Modal>
  )
}
