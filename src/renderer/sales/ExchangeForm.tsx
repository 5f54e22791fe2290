import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../main/handlers.ts'
import type { SaleRecord } from '../../main/sales/sale.ts'
import type { Cents } from '../../main/vocabulary.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { sayToast } from '../toasts.ts'
import { useAct, useAsk } from '../use-call.ts'
import { sayFailure } from '../words.ts'
import styles from './Dialogs.module.css'
import { ReasonField } from './ReasonField.tsx'
import { RefundLines } from './RefundLines.tsx'
import { chosenLines, everything, type Returning } from './refund-lines.ts'
import { useCart } from './use-cart.ts'

type Props = { readonly sale: SaleRecord; readonly onDone: () => void; readonly onBack: () => void }
type Preview = Output<'sales/exchange-preview'>
type MoneyKind = 'cash' | 'card'
const differenceOf = (preview: Preview, kind: MoneyKind): number => (kind === 'cash' ? preview.dueInCashCents - preview.backInCashCents : preview.dueCents - preview.backCents)

/** Goods that go back are ticked here, the new ones stand in the open cart; only the difference changes hands. */
export function ExchangeForm({ sale, onDone, onBack }: Props) {
  const { t } = useTranslation('moving')
  const [returning, setReturning] = useState<Returning>({})
  const [kind, setKind] = useState<MoneyKind>(sale.tenders[0]?.kind === 'card' ? 'card' : 'cash')
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const { readMoney, amount } = useFormat()
  const lines = chosenLines(sale.lines, returning)
  const preview = useAsk('sales/exchange-preview', { saleId: sale.id, lines, customerId: sale.customerId }, ['sales-changed', 'sale-changed'], { enabled: lines.length > 0, keepLast: true })
  const exchange = useExchange(sale, onDone)
  const shown = lines.length > 0 ? preview.data : undefined
  const difference = shown ? differenceOf(shown, kind) : null
  const given = kind === 'cash' ? (typed.trim() === '' ? Math.max(0, difference ?? 0) : readMoney(typed)) : 0
  const enough = kind === 'card' ? typed.trim() !== '' : given !== null && difference !== null && given >= difference
  const ready = difference !== null && enough && reason.trim() !== '' && !exchange.busy
  const send = () => void exchange.run({ lines, kind, reference: kind === 'card' ? typed.trim() : '', givenCents: (given ?? 0) as Cents, reason: reason.trim() })
  return (
    <div className={styles['refund']}>
      <RefundLines lines={sale.lines} returning={returning} onReturning={setReturning} onEverything={() => setReturning(everything(sale.lines))} />
      <div className={styles['stack']}>
        <ReasonField usual={[t('reason-size'), t('sales:reason-wrong-item'), t('sales:reason-broken')]} reason={reason} onReason={setReason} />
        <SegmentedControl size="lg" aria-label={t('exchange-how')} value={kind} onChange={(next) => (setTyped(''), setKind(next as MoneyKind))} data={[{ value: 'cash', label: t('pay:cash') }, { value: 'card', label: t('pay:card') }]} />
        {(kind === 'card' || (difference ?? 0) > 0) && <TextInput label={t(kind === 'card' ? 'pay:reference' : 'cash-given')} placeholder={kind === 'cash' ? amount(Math.max(0, difference ?? 0)) : ''} value={typed} maxLength={64} autoComplete="off" onChange={(event) => setTyped(event.currentTarget.value)} />}
        <Difference preview={shown} kind={kind} difference={difference} problem={preview.error && lines.length > 0 ? sayFailure(preview.error) : null} />
        <div className={styles['feet']}>
          <Button variant="default" onClick={onBack}>{t('ui:back')}</Button>
          <Button disabled={!ready} onClick={send}>{t('exchange')}</Button>
        </div>
      </div>
    </div>
  )
}

type Shown = { readonly preview: Preview | undefined; readonly kind: MoneyKind; readonly difference: number | null; readonly problem: string | null }
function Difference({ preview, kind, difference, problem }: Shown) {
  const { t } = useTranslation('moving')
  const { money } = useFormat()
  if (problem) return <p className={styles['problem']} role="alert">{problem}</p>
  if (!preview || difference === null) return <p className={styles['echo']} role="status">{t('sales:choose-lines')}</p>
  const word = difference > 0 ? 'to-pay' : difference < 0 ? 'to-give' : 'even'
  return (
    <div role="status">
      <p className={styles['echo']}>{t(word, { amount: money(Math.abs(difference)) })}</p>
      <p className="muted">{t('exchange-sums', kind === 'cash' ? { back: money(preview.backInCashCents), cart: money(preview.dueInCashCents) } : { back: money(preview.backCents), cart: money(preview.dueCents) })}</p>
      {!preview.customerMatches && <p className={styles['note']}>{t('other-customer')}</p>}
    </div>
  )
}

type Wanted = Pick<Input<'sales/exchange'>, 'lines' | 'kind' | 'reference' | 'reason' | 'givenCents'>
/** Sends one wish under one request id, however often it is tried. */
function useExchange(sale: SaleRecord, onDone: () => void) {
  const { t } = useTranslation('moving')
  const { money } = useFormat()
  const approved = useApproved()
  const cart = useCart().data
  const open = useRef({ wish: '', requestId: newRequestId() })
  return useAct(async (wanted: Wanted) => {
    if (!cart) return
    const asked = { ...wanted, saleId: sale.id, cartId: cart.id, expectedTotalCents: cart.totals.totalCents }
    const wish = JSON.stringify(asked)
    if (open.current.wish !== wish) open.current = { wish, requestId: newRequestId() }
    const { requestId } = open.current
    const done = await approved(t('approve-exchange', { number: sale.number }), (approvalId) => call('sales/exchange', { ...asked, requestId, approvalId }))
    if (!done) return
    const owed = done.changeCents > 0 ? t('change', { amount: money(done.changeCents) }) : ''
    sayToast({ tone: 'done', text: [t('exchanged', { number: sale.number, next: done.number }), owed].filter(Boolean).join(' ') })
    onDone()
  })
}
