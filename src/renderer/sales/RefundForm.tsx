import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefundPreview, SaleRecord, TenderKind } from '../../main/sales/sale.ts'
import { useFormat } from '../format.ts'
import { useAsk } from '../use-call.ts'
import styles from './Dialogs.module.css'
import { ReasonField } from './ReasonField.tsx'
import { RefundLines } from './RefundLines.tsx'
import { chosenLines, everything, type Returning } from './refund-lines.ts'
import { useRefund } from './use-refund.ts'

type Props = { readonly sale: SaleRecord; readonly onDone: () => void; readonly onBack: () => void }

/** Money back for the whole sale, a line, or some pieces of one; what it comes to is shown before anyone signs. */
export function RefundForm({ sale, onDone, onBack }: Props) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const [returning, setReturning] = useState<Returning>({})
  const [kind, setKind] = useState<TenderKind>(sale.tenders[0]?.kind ?? 'cash')
  const [reference, setReference] = useState('')
  const [reason, setReason] = useState('')
  const lines = chosenLines(sale.lines, returning)
  const preview = useAsk('sales/refund-preview', { saleId: sale.id, lines }, ['sales-changed'], { enabled: lines.length > 0, keepLast: true })
  const back = lines.length === 0 || !preview.data ? null : moneyBack(preview.data, kind)
  const refund = useRefund(sale, onDone)
  const overCounter = (back ?? 0) - (preview.data?.accountCents ?? 0)
  const ready = lines.length > 0 && back !== null && reason.trim() !== '' && (kind !== 'card' || overCounter <= 0 || reference.trim() !== '') && !refund.busy
  const give = () => back !== null && void refund.run({ lines, kind, reference: kind === 'card' ? reference.trim() : '', reason: reason.trim() }, back)
  return (
    <div className={styles['refund']}>
      <RefundLines lines={sale.lines} returning={returning} onReturning={setReturning} onEverything={() => setReturning(everything(sale.lines))} />
      <div className={styles['stack']}>
        <ReasonField usual={[t('reason-mind'), t('reason-broken'), t('reason-wrong-item'), t('reason-price')]} reason={reason} onReason={setReason} />
        <How kind={kind} onAccount={sale.paidBy.includes('account')} onKind={setKind} reference={reference} onReference={setReference} />
        <Back cents={back} preview={lines.length > 0 ? preview.data : undefined} />
        <div className={styles['feet']}>
          <Button variant="default" onClick={onBack}>{t('ui:back')}</Button>
          <Button disabled={!ready} onClick={give}>
            {back === null ? t('refund') : t('refund-amount', { amount: format.money(back) })}
          </Button>
        </div>
      </div>
    </div>
  )
}

const moneyBack = (preview: RefundPreview, kind: TenderKind) => (kind === 'cash' ? preview.totalInCashCents : preview.totalCents)

type HowProps = { readonly kind: TenderKind; /** The sale was on account, and may go back to it. */ readonly onAccount: boolean; readonly onKind: (kind: TenderKind) => void; readonly reference: string; readonly onReference: (reference: string) => void }
function How({ kind, onAccount, onKind, reference, onReference }: HowProps) {
  const { t } = useTranslation('sales')
  return (
    <div className={styles['stack']}>
      <SegmentedControl
        size="lg" aria-label={t('money-back-how')} value={kind} onChange={(next) => onKind(next as TenderKind)}
        data={[...(onAccount ? [{ value: 'account', label: t('pay:account') }] : []), { value: 'cash', label: t('pay:cash') }, { value: 'card', label: t('pay:card') }]}
      />
      {kind === 'card' && <TextInput label={t('pay:reference')} value={reference} maxLength={64} onChange={(event) => onReference(event.currentTarget.value)} />}
    </div>
  )
}

function Back({ cents, preview }: { readonly cents: number | null; readonly preview: RefundPreview | undefined }) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  return (
    <p className={styles['echo']} role="status">
      {cents === null || !preview ? t('choose-lines') : (
        t('money-back', { amount: format.money(cents), net: format.amount(preview.netCents), tax: format.amount(preview.taxCents) })
      )}
      {cents !== null && preview !== undefined && preview.accountCents > 0 && <><br />{t('back-on-account', { amount: format.money(preview.accountCents) })}</>}
    </p>
  )
}
