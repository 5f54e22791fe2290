import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../main/handlers.ts'
import type { LooseReturnId, SaleId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { whenOnTop } from '../ui/on-top.ts'
import { useAsk } from '../use-call.ts'
import styles from './Dialogs.module.css'
import { ReasonField } from './ReasonField.tsx'
import { ReturnSlip } from './ReturnSlip.tsx'
import { SaleDialog } from './SaleDialog.tsx'
import { useReturn, type BackBy } from './use-return.ts'

type Preview = Output<'sales/return-preview'>

/** What is in the cart comes back without a receipt: a manager signs for it, the money goes back, and no points move. */
export function ReturnDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('returns')
  const preview = useAsk('sales/return-preview', null, ['sale-changed', 'sales-changed'], { keepLast: true })
  const [done, setDone] = useState<LooseReturnId | null>(null)
  const [sale, openSale] = useState<SaleId | null>(null)
  if (done !== null) return <ReturnSlip returnId={done} duplicate={false} onClose={onClose} />
  if (sale !== null) return <SaleDialog saleId={sale} first="refund" onClose={() => openSale(null)} />
  return (
    <Modal opened onClose={whenOnTop(onClose)} title={t('title')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {preview.error ? <Failure failure={preview.error} retry={() => void preview.refetch()} /> : preview.data ? <Form preview={preview.data} onDone={setDone} onClose={onClose} onSale={openSale} /> : <Late />}
    </Modal>
  )
}

type FormProps = { readonly preview: Preview; readonly onDone: (id: LooseReturnId) => void; readonly onClose: () => void; readonly onSale: (id: SaleId) => void }
function Form({ preview, onDone, onClose, onSale }: FormProps) {
  const { t } = useTranslation('returns')
  const format = useFormat()
  const [kind, setKind] = useState<BackBy>('cash')
  const [reference, setReference] = useState('')
  const [reason, setReason] = useState('')
  const giving = useReturn(onDone)
  const backCents = kind === 'cash' ? preview.totalInCashCents : preview.totalCents
  const ready = reason.trim() !== '' && (kind === 'cash' || reference.trim() !== '') && !giving.busy
  return (
    <form className={styles['stack']} noValidate onSubmit={(event) => (event.preventDefault(), ready && void giving.run({ cartId: preview.cartId, kind, reference, reason, expectedTotalCents: backCents }))}>
      <p style={{ margin: 0 }}>{t('what', { count: preview.pieces })}</p>
      <Bought bought={preview.bought} onSale={onSale} />
      <ReasonField usual={[t('reason-no-receipt'), t('reason-gift'), t('sales:reason-broken'), t('sales:reason-wrong-item')]} reason={reason} onReason={setReason} />
      <SegmentedControl size="lg" aria-label={t('sales:money-back-how')} value={kind} onChange={(next) => setKind(next as BackBy)} data={[{ value: 'cash', label: t('pay:cash') }, { value: 'card', label: t('pay:card') }]} />
      {kind === 'card' && <TextInput label={t('pay:reference')} value={reference} maxLength={64} onChange={(event) => setReference(event.currentTarget.value)} />}
      <p className={styles['echo']} role="status">{t('sales:money-back', { amount: format.money(backCents), net: format.amount(preview.netCents), tax: format.amount(preview.taxCents) })}</p>
      <p className="muted" style={{ margin: 0 }}>{t('no-points')}</p>
      <div className={styles['feet']}>
        <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
        <Button type="submit" disabled={!ready} loading={giving.busy}>{t('give-back', { amount: format.money(backCents) })}</Button>
      </div>
    </form>
  )
}

/** The customer did buy such goods here: refunding that sale gives back what was paid, and takes back what it earned. */
function Bought({ bought, onSale }: { readonly bought: Preview['bought']; readonly onSale: (id: SaleId) => void }) {
  const { t } = useTranslation('returns')
  const format = useFormat()
  if (bought.length === 0) return null
  return (
    <div className={styles['note']}>
      <p style={{ margin: '0 0 4px' }}>{t('bought')}</p>
      {bought.map(({ saleId, number, name, at }) => (
        <Button key={saleId} variant="subtle" fullWidth justify="flex-start" onClick={() => onSale(saleId)}>{t('refund-instead', { number, name, day: format.date(at) })}</Button>
      ))}
    </div>
  )
}
