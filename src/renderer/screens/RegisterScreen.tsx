import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineId } from '../../main/vocabulary.ts'
import { ClaimedRewards, useRewardCents } from '../loyalty/ClaimedRewards.tsx'
import { PaidPoints } from '../loyalty/PaidPoints.tsx'
import { PayWithPoints } from '../loyalty/PayWithPoints.tsx'
import { PrinterStrip } from '../devices/printing/PrinterStrip.tsx'
import { CartPane } from '../sales/CartPane.tsx'
import type { PointsParts } from '../sales/PaySheet.tsx'
import { ItemZone } from '../sales/ItemZone.tsx'
import { SellContext, useSell, type AgeWarning, type Sell, type SellDialog } from '../sales/sell.ts'
import { SellDialogs } from '../sales/SellDialogs.tsx'
import { useCart } from '../sales/use-cart.ts'
import { useOpenParked } from '../sales/use-open-parked.tsx'
import { Failure } from '../ui/Failure.tsx'
import type { CustomerView } from './customer-view.ts'
import { CustomerLayer } from './CustomerLayer.tsx'
import { CustomerStrip } from './CustomerStrip.tsx'
import styles from './RegisterScreen.module.css'
import { useCartCustomer } from './use-cart-customer.ts'
import { GiveCard } from './BlankCard.tsx'
import { useSellScans } from './use-sell-scans.tsx'

/** F6: items on the left, the cart on the right with its customer on top. Nothing here leaves the cart. */
export function RegisterScreen() {
  const [dialog, open] = useState<SellDialog | null>(null)
  const [selected, setSelected] = useState<LineId | null>(null)
  const latest = useRef<LineId | null>(null)
  const [warning, warn] = useState<AgeWarning | null>(null)
  const [marking] = useState(() => ({
    marked: () => latest.current,
    select: (lineId: LineId | null) => setSelected((latest.current = lineId)),
  }))
  const sell = useMemo<Sell>(() => ({ dialog, open, selected, ...marking, warning, warn }), [dialog, selected, marking, warning])
  return <SellContext value={sell}><Register /></SellContext>
}

function Register() {
  const { t } = useTranslation('app')
  const asked = useCart()
  const cart = asked.data ?? null
  const { open, warn } = useSell()
  const [view, setView] = useState<CustomerView>(null)
  const [typed, setTyped] = useState('')
  const { attach } = useCartCustomer()
  const parked = useOpenParked(useCallback(() => undefined, []))
  const quiet = view !== null
  const customer = cart?.customer ?? null
  // What was said of one customer's age is not said of the next, nor of a birth date that was put right.
  useEffect(() => warn(null), [customer?.id, customer?.age, warn])
  const blankCard = useSellScans({ customer, view, setView })
  const rewardCents = useRewardCents()
  if (asked.error) return <Failure failure={asked.error} retry={() => void asked.refetch()} />
  return (
    <div className={styles['register']}>
      <h1 className="spoken-only">{t('sell')}</h1>
      <ItemZone typed={typed} setTyped={setTyped} />
      <CartPane cart={cart} quiet={quiet} onOpenRow={parked.openRow} rewards={<ClaimedRewards />} rewardCents={rewardCents} strip={<><CustomerStrip cart={cart} view={view} setView={setView} /><PrinterStrip /></>} />
      <CustomerLayer view={view} setView={setView} cartCustomerId={cart?.customer?.id ?? null} onAttach={attach} onAddToCart={attach} />
      <SellDialogs
        cart={cart} onSearch={setTyped} points={pointsParts}
        assign={customer ? (code) => <GiveCard code={code} customer={customer} takeUnknown label={t('loyalty:assign-as-card')} onDone={() => open(null)} /> : undefined}
      />
      {blankCard}
      {parked.dialogs}
    </div>
  )
}

const pointsParts: PointsParts = {
  paying: ({ customer, tenders }) => customer && <PayWithPoints customerId={customer.id} open={tenders.length === 0} />,
  paid: (saleId) => <PaidPoints saleId={saleId} />,
}
