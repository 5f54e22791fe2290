import { Modal, SegmentedControl } from '@mantine/core'
import { IconCalendarDollar, IconCash, IconCreditCard } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cart, TenderKind } from '../../main/sales/sale.ts'
import type { SaleId } from '../../main/vocabulary.ts'
import { whenOnTop } from '../ui/on-top.ts'
import { useAsk } from '../use-call.ts'
import { CardPanel } from './CardPanel.tsx'
import { CashPanel } from './CashPanel.tsx'
import { LaterPanel } from './LaterPanel.tsx'
import { PaidPanel } from './PaidPanel.tsx'
import styles from './Pay.module.css'
import { PayProblem } from './PayProblem.tsx'
import { sayNo } from './use-edit.ts'
import { useSell } from './sell.ts'
import { TendersTaken } from './TendersTaken.tsx'
import { usePay, type Completed, type Offer } from './use-pay.ts'

type Props = { readonly cart: Cart | null; readonly onClose: () => void; readonly onReceipt: (saleId: SaleId, print: boolean) => void; readonly points?: PointsParts | undefined }
/** What of points stands on the sheet: what can be paid with them before, and what was earned after. */
export type PointsParts = { readonly paying: (cart: Cart) => ReactNode; readonly paid: (saleId: SaleId) => ReactNode }

/** F4: what is to pay, cash or card, several if need be, and then the change. It stays until the sale is done, whatever the cart does. */
export function PaySheet({ cart, onClose, onReceipt, points }: Props) {
  const { t } = useTranslation('pay')
  const [first] = useState(cart)
  const [paid, setPaid] = useState<Completed | null>(null)
  const shown = cart ?? first
  return (
    <Modal
      opened onClose={whenOnTop(onClose)} size={paid ? 560 : 860} title={paid ? t('paid-title') : t('title')} closeButtonProps={{ 'aria-label': t('ui:close') }}
      returnFocus={paid === null} closeOnClickOutside={paid === null}
    >
      {paid ? <PaidPanel paid={paid} onClose={onClose} onReceipt={onReceipt} points={points?.paid(paid.saleId)} /> : shown && <Paying cart={shown} onPaid={setPaid} onClose={onClose} points={points?.paying(shown)} />}
    </Modal>
  )
}

type PayingProps = { readonly cart: Cart; readonly onPaid: (paid: Completed) => void; readonly onClose: () => void; readonly points: ReactNode }
function Paying({ cart, onPaid, onClose, points }: PayingProps) {
  const { t } = useTranslation('pay')
  const sell = useSell()
  const [kind, setKind] = useState<TenderKind>('cash')
  const paying = usePay(cart, onPaid, (failure) => {
    if (failure.code !== 'age-check-needed' && failure.code !== 'document-expired' && failure.code !== 'under-age') return false
    onClose()
    sayNo(failure, sell, () => sell.open({ kind: 'pay' }))
    return true
  })
  const account = useAsk('accounts/on-cart', null, ['sale-changed', 'account-changed', 'account-rules-changed', 'customer-changed', 'staff-changed']).data
  const mayCharge = account?.mayCharge === true && account.saleId === cart.id
  const panel = { totals: cart.totals, busy: paying.busy, onPay: (offer: Offer) => void paying.pay(offer), taken: <>{points}<TendersTaken tenders={cart.tenders} /></> }
  const place = `${kind}-${cart.tenders.length}`
  return (
    <div className={styles['pay']}>
      <SegmentedControl
        fullWidth size="lg" value={kind} onChange={(next) => (setKind(next as TenderKind), paying.clear())} aria-label={t('how')}
        data={[
          { value: 'cash', label: <Kind icon={<IconCash size={22} aria-hidden />} word={t('cash')} /> },
          { value: 'card', label: <Kind icon={<IconCreditCard size={22} aria-hidden />} word={t('card')} /> },
          ...(mayCharge ? [{ value: 'account', label: <Kind icon={<IconCalendarDollar size={22} aria-hidden />} word={t(account.mostCents === null ? 'later' : 'credit')} /> }] : []),
        ]}
      />
      <PayProblem failure={paying.failure} retry={paying.retry} />
      {kind === 'account' && mayCharge ? <LaterPanel key={place} {...panel} account={account} /> : kind === 'card' ? <CardPanel key={place} {...panel} /> : <CashPanel key={place} {...panel} />}
    </div>
  )
}

const Kind = ({ icon, word }: { readonly icon: React.ReactNode; readonly word: string }) => <span className={styles['kind']}>{icon}{word}</span>
