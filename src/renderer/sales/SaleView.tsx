import { Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowsExchange, IconBan, IconReceipt, IconRepeat, IconUserPlus, IconUserShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RefundRecord, SaleRecord } from '../../main/sales/sale.ts'
import type { RefundId } from '../../main/vocabulary.ts'
import { useFormat } from '../format.ts'
import styles from './Sale.module.css'
import { DeliveryOf } from './DeliveryOf.tsx'
import { SaleLines } from './SaleLines.tsx'
import type { SalePart } from './SaleDialog.tsx'
import { useLineName } from './say-delivery.ts'
import { sayBuyer } from './say-buyer.ts'
import { leftOf } from './refund-lines.ts'

type Props = {
  readonly sale: SaleRecord; readonly onPart: (part: SalePart) => void; readonly onReceipt: (refundId: RefundId | null) => void
  readonly onRepeat: () => void
}

export function SaleView({ sale, onPart, onReceipt, onRepeat }: Props) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const stands = sale.voided === null
  const refundable = stands && sale.lines.some((line) => leftOf(line) > 0)
  return (
    <div className={styles['view']}>
      <p className={styles['head']}>
        {[format.dateTime(sale.completedAt), sale.registerName, sale.staffName, sayBuyer(sale.customerName, t)].map((what) => <span key={what}>{what}</span>)}
      </p>
      {sale.voided && (
        <p className={styles['voided']}>{t('voided-by', { ...sale.voided, approved: sale.voided.approvedBy, at: format.dateTime(sale.voided.at) })}</p>
      )}
      <SaleLines sale={sale} />
      <DeliveryOf sale={sale} />
      <Paid sale={sale} />
      {sale.refunds.map((refund) => <Refund key={refund.id} refund={refund} onReceipt={() => onReceipt(refund.id)} />)}
      {sale.note !== '' && <p className={styles['noted']}>{sale.note}</p>}
      <div className={styles['acts']}>
        <Button leftSection={<IconReceipt size={20} aria-hidden />} onClick={() => onReceipt(null)} data-autofocus>{t('receipt')}</Button>
        <Button variant="default" leftSection={<IconRepeat size={20} aria-hidden />} onClick={onRepeat}>{t('repeat-sale')}</Button>
        <Button variant="default" leftSection={<IconArrowBackUp size={20} aria-hidden />} onClick={() => onPart('refund')} disabled={!refundable}>
          {t('refund')}
        </Button>
        <Button variant="default" leftSection={<IconArrowsExchange size={20} aria-hidden />} onClick={() => onPart('exchange')} disabled={!refundable}>{t('moving:exchange')}</Button>
        {sale.customerId === null && <Button variant="default" leftSection={<IconUserPlus size={20} aria-hidden />} onClick={() => onPart('attach')} disabled={!stands}>{t('attaching:put')}</Button>}
        {sale.customerId !== null && <Button variant="default" leftSection={<IconUserShare size={20} aria-hidden />} onClick={() => onPart('move')} disabled={!stands}>{t('moving:move-sale')}</Button>}
        <Button
          variant="default" leftSection={<IconBan size={20} aria-hidden />} onClick={() => onPart('void')}
          disabled={!stands || sale.refunds.length > 0}
        >
          {t('void-sale')}
        </Button>
      </div>
    </div>
  )
}

function Paid({ sale }: { readonly sale: SaleRecord }) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  return (
    <ul className={styles['tenders']} aria-label={t('paid-by')}>
      {sale.tenders.map(({ id, kind, amountCents, givenCents, changeCents, reference }) => (
        <li key={id}>
          <span>{t(`pay:${kind}`)} {reference}</span>
          <span className="muted numbers">
            {changeCents > 0 ? t('given-and-change', { given: format.amount(givenCents), change: format.amount(changeCents) }) : ''}
          </span>
          <span className="numbers">{format.money(amountCents)}</span>
        </li>
      ))}
    </ul>
  )
}

function Refund({ refund, onReceipt }: { readonly refund: RefundRecord; readonly onReceipt: () => void }) {
  const { t } = useTranslation('sales')
  const format = useFormat()
  const alone = refund.approvedByName === refund.staffName
  const who = alone ? refund.staffName : t('approved-by', { staff: refund.staffName, by: refund.approvedByName })
  const named = useLineName()
  const what = refund.lines.map((line) => `${format.quantity(line.quantityMilli)} × ${named(line)}`).join(', ')
  return (
    <div className={styles['refund']}>
      <div>
        <strong>{t('refunded-line', { number: refund.number, amount: format.money(refund.totalCents) })}</strong>
        <div className="muted">
          {[what, refund.reason, format.dateTime(refund.at), who].join(' · ')}
        </div>
      </div>
      <Button variant="default" onClick={onReceipt} aria-label={t('refund-receipt', { number: refund.number })}>{t('receipt')}</Button>
    </div>
  )
}
