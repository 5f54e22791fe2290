import { Button, Tabs } from '@mantine/core'
import { IconArrowLeft, IconShoppingCartPlus } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId, SaleId } from '../../main/vocabulary.ts'
import type { Card } from '../customers/card.ts'
import { call } from '../bridge.ts'
import { AccountTab } from '../accounts/AccountTab.tsx'
import { OwesLine } from '../accounts/OwesLine.tsx'
import { useAccount } from '../accounts/use-account.ts'
import { SameRecord } from '../customers/merge/SameRecord.tsx'
import { StandingActs, StandingRibbons } from '../customers/groups/Standing.tsx'
import { DeleteCustomer } from '../customers/erase/DeleteCustomer.tsx'
import { ProfilePane } from '../customers/ProfilePane.tsx'
import { LoyaltyTab } from '../loyalty/LoyaltyTab.tsx'
import { SalePoints } from '../loyalty/SalePoints.tsx'
import { ManageSubscriptions } from '../messaging/ManageSubscriptions.tsx'
import { PurchaseHistory } from '../sales/PurchaseHistory.tsx'
import { SaleDialog } from '../sales/SaleDialog.tsx'
import { usePlace } from '../navigation.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Late } from '../ui/Late.tsx'
import { useAct, useAsk } from '../use-call.ts'
import { useCompact } from '../use-compact.ts'
import { useKeys } from '../use-keys.ts'
import { CompactProfileMenu } from './CompactProfileMenu.tsx'
import styles from './CustomerProfile.module.css'
import { CustomerProfileActivities } from './CustomerProfileActivities.tsx'
import { CustomerProfilePoints } from './CustomerProfilePoints.tsx'
import { useCartCustomer } from './use-cart-customer.ts'
import { useEscape } from './use-escape.ts'

export type ProfileTab = 'all' | 'sales' | 'loyalty' | 'account'
type Props = {
  /** A tab that is named opens the customer's history: Sales and Loyalty come first in it. */
  readonly id: CustomerId; readonly tab?: ProfileTab; readonly onEdit: () => void; readonly onRepeat: () => void
  /** Absent where the profile is a page beside its list. */
  readonly onBack?: () => void
  /** At the register, for who is not on the cart yet. */
  readonly onAddToCart?: (() => void) | undefined
}

/** One person: who they are at the left, what they did at the right. */
export function CustomerProfile(props: Props) {
  const { t } = useTranslation('profile')
  const card = useAsk('customers/card', { id: props.id }, ['customer-changed', 'customers-changed', 'sales-changed', 'sale-completed'])
  const gone = card.error?.code === 'not-found'
  const compact = useCompact()
  useKeys({ 'Ctrl+E': props.onEdit })
  useEscape(props.onBack)
  return (
    <section className={styles['profile']} aria-label={t('profile-of', { name: card.data?.customer.displayName ?? '' })}>
      {(props.onBack || props.onAddToCart) && (
        <div className={styles['bar']}>
          {props.onBack && <Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={22} aria-hidden />} onClick={props.onBack}>{t('back')}</Button>}
          <span className={styles['grow']} />
          {props.onAddToCart && card.data?.customer.status !== 'inactive' && <Button leftSection={<IconShoppingCartPlus size={20} aria-hidden />} onClick={props.onAddToCart}>{t('add-to-cart')}</Button>}
          {compact && card.data && <CompactProfileMenu customerId={props.id} name={card.data.customer.displayName} onEdit={props.onEdit} />}
          {card.data && <DeleteCustomer card={card.data} />}
        </div>
      )}
      {gone && <Empty sentence={t('erase:gone')} {...(props.onBack ? { actions: [{ label: t('back'), do: props.onBack }] } : {})} />}
      {card.error && !gone && <Failure failure={card.error} retry={() => void card.refetch()} />}
      {card.isPending && <Late />}
      {card.data && <SameRecord customerId={card.data.customer.id} />}
      {card.data && !gone && <Body {...props} card={card.data} />}
    </section>
  )
}

const ordered: readonly ProfileTab[] = ['all', 'sales', 'account', 'loyalty']
const asHistory: readonly ProfileTab[] = ['sales', 'account', 'loyalty', 'all']
/** Wherever a tab stands, its key stays: Alt+2 is the sales. The account, which not everyone has, comes last. */
const keyed: readonly ProfileTab[] = ['all', 'sales', 'loyalty', 'account']
const keyOf = (tab: ProfileTab): string => `Alt+${keyed.indexOf(tab) + 1}`

/** Whoever has not bought yet is a tap from their first sale, wherever their profile stands; over the cart that is Add to cart. */
function useStartSale(customerId: CustomerId): (() => void) | undefined {
  const { place, go } = usePlace()
  const { attach } = useCartCustomer()
  const starting = useAct(async () => {
    const before = (await call('sales/cart', null))?.customer?.id ?? null
    if (await attach(customerId, before === customerId ? null : before)) go({ screen: 'sell' })
  })
  return place.screen === 'sell' ? undefined : () => void starting.run()
}

function Body({ card, tab, onEdit, onRepeat, onBack, onAddToCart }: Props & { readonly card: Card }) {
  const { t } = useTranslation('profile')
  const [shown, setShown] = useState<ProfileTab>(tab ?? 'all')
  const [pointsOpen, showPoints] = useState(false)
  const hasAccount = Boolean(useAccount(card.customer.id).data)
  const start = useStartSale(card.customer.id)
  const order = (tab ? asHistory : ordered).filter((each) => each !== 'account' || hasAccount)
  const [sale, setSale] = useState<SaleId | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const { id, displayName: name } = card.customer
  const words = { all: t('all-activities'), sales: t('sales'), account: t('accounts:account'), loyalty: t('loyalty:loyalty') }
  useKeys(Object.fromEntries(order.map((each) => [keyOf(each), () => setShown(each)])))
  // Only where it opened over the cart: in the list the arrows go on walking the list.
  const isOver = onBack !== undefined
  const hasBar = isOver || onAddToCart !== undefined
  useEffect(() => {
    if (isOver) body.current?.querySelector<HTMLElement>('[data-profile-name]')?.focus()
  }, [isOver])
  return (
    <div className={styles['body']} ref={body}>
      <ProfilePane card={card} onEdit={onEdit} standing={<><StandingRibbons card={card} /><StandingActs card={card} /></>} points={<CustomerProfilePoints customerId={id} name={name} opened={pointsOpen} onOpen={showPoints} onHistory={() => setShown('loyalty')} />} owes={<OwesLine customerId={id} onOpen={() => setShown('account')} />} messages={<ManageSubscriptions customerId={id} name={name} />} />
      <div className={styles['right']}>
        <Tabs value={shown} onChange={(name) => setShown(name as ProfileTab)} className={styles['tabs'] ?? ''} styles={{ tab: { minHeight: 48 } }}>
          <div className={styles['tabRow']}>
            <Tabs.List className={styles['tabList'] ?? ''}>
              {order.map((each) => <Tabs.Tab key={each} value={each} title={keyOf(each)}>{words[each]} {each === 'sales' && <span className="muted numbers">{card.sales.count}</span>}</Tabs.Tab>)}
            </Tabs.List>
            {!hasBar && <DeleteCustomer card={card} />}
          </div>
          <Tabs.Panel value="all" className={styles['panel'] ?? ''}><CustomerProfileActivities customerId={id} phones={card.customer.phones} onOpenSale={setSale} /></Tabs.Panel>
          <Tabs.Panel value="sales" className={`${styles['panel']} ${styles['sales']}`}><PurchaseHistory customerId={id} onOpenSale={setSale} onRepeat={onRepeat} {...(start ? { onStart: start } : {})} points={(saleId) => <SalePoints saleId={saleId} />} /></Tabs.Panel>
          {hasAccount && <Tabs.Panel value="account" className={styles['panel'] ?? ''}><AccountTab customerId={id} name={name} onOpenSale={setSale} /></Tabs.Panel>}
          <Tabs.Panel value="loyalty" className={styles['panel'] ?? ''}><LoyaltyTab customerId={id} name={name} onOpenSale={setSale} /></Tabs.Panel>
        </Tabs>
      </div>
      {sale && <SaleDialog saleId={sale} onClose={() => setSale(null)} />}
    </div>
  )
}
