import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CartCustomer } from '../../main/sales/sale.ts'
import type { CallFailed } from '../bridge.ts'
import { useSell } from '../sales/sell.ts'
import { inTurn, keepCart, lastCart } from '../sales/use-cart.ts'
import { sayNo } from '../sales/use-edit.ts'
import { touched } from '../sales/use-line-edits.ts'
import { useScanPlace, type OutcomeOf, type ScanOutcome } from '../scan-place.ts'
import { sayToast } from '../toasts.ts'
import { useDates } from '../ui/DateField.tsx'
import { BlankCard } from './BlankCard.tsx'
import type { CustomerView, SetCustomerView } from './customer-view.ts'
import { askRefused } from './refused-customer.ts'
import { sayLicence, type Note } from './say-scan.ts'
import { useCartCustomer } from './use-cart-customer.ts'

type View = { readonly customer: CartCustomer | null; readonly view: CustomerView; readonly setView: SetCustomerView }

/** What scans do on the sale screen: a line, a customer, a filled form, a sale. The rest is said by the frame around all screens. */
export function useSellScans({ customer, view, setView }: View) {
  const sell = useSell()
  const [blank, setBlank] = useState<OutcomeOf<'card-blank'> | null>(null)
  const attached = useAttached(setView)
  const aged = useAgeDialog()
  const show = (outcome: ScanOutcome): boolean => {
    switch (outcome.kind) {
      case 'item-added': return added(sell, outcome)
      case 'customer-attached': return attached(outcome), aged(outcome.licence), true
      case 'licence-new': return newLicence(outcome)
      case 'people': return sell.open(null), setView({ kind: 'picker', text: outcome.text }), true
      case 'card-blank': return setBlank(outcome), true
      case 'customer-refused': return askRefused({ kind: outcome.status === 'banned' ? 'banned' : 'inactive', id: outcome.customerId, name: outcome.name, reason: outcome.reason }), true
      case 'sale': return setView(null), sell.open({ kind: 'sale', saleId: outcome.saleId }), true
      case 'unknown': return (view === null || view.kind === 'picker') && (setView(null), sell.open({ kind: 'unknown', code: outcome.code }), true)
      default: return false
    }
  }
  const newLicence = (outcome: OutcomeOf<'licence-new'>): boolean => {
    if (outcome.cart) keepCart(outcome.cart)
    if (aged(outcome.licence)) return true
    sell.open(null)
    setView({ kind: 'new', typed: view?.kind === 'new' ? view.typed : '', scanned: outcome })
    return true
  }
  const failed = (failure: CallFailed, again: () => void) => (sayNo(failure, sell, again), true)
  useScanPlace({ ...placeOf(view), show, failed, turn: inTurn })
  return blank && <BlankCard blank={blank} customer={customer} onClose={() => setBlank(null)} />
}

function placeOf(view: CustomerView) {
  if (view?.kind === 'profile') return { screen: 'profile', customerId: view.id } as const
  if (view?.kind === 'edit') return { screen: 'form', customerId: null } as const
  return { screen: view === null ? 'sell' : 'picker', customerId: null } as const
}

function added({ select }: ReturnType<typeof useSell>, { cart }: OutcomeOf<'item-added'>): true {
  select(touched(lastCart(), cart))
  keepCart(cart)
  return true
}

/** The person is on the cart: said with what it did to the prices and what their licence says, and taken back with Undo. */
function useAttached(setView: SetCustomerView) {
  const { t } = useTranslation('customers')
  const { t: say } = useTranslation('scan')
  const { attach, clear } = useCartCustomer()
  const { short } = useDates()
  return ({ name, before, customerId, cart, repriced, priceListName, licence }: OutcomeOf<'customer-attached'>) => {
    keepCart(cart)
    setView(null)
    const text = repriced === 0 ? t('added', { name }) : priceListName ? t('added-repriced', { name, count: repriced, list: priceListName }) : t('added-repriced-back', { name, count: repriced })
    const notes = licence ? sayLicence(say, licence, (date) => short(date as Parameters<typeof short>[0])) : []
    const undo = before === customerId ? {} : { undo: () => void (before ? attach(before) : clear()) }
    sayToast({ tone: notes.length > 0 ? 'note' : 'done', text: [text, ...notes].join(' '), ...undo })
  }
}

/** Was the age asked for just now? Then the licence answers it: the act that waited goes on, or is said to be refused. */
function useAgeDialog(): (note: Note | null) => boolean {
  const { t } = useTranslation('scan')
  const { dialog, open, warn } = useSell()
  const { short } = useDates()
  return (note) => {
    if (dialog?.kind !== 'age' || !note || note.age === null) return false
    if (note.expired || note.notYetValid || note.nonsense) return sayToast({ tone: 'note', text: sayLicence(t, note, (date) => short(date as Parameters<typeof short>[0])).join(' ') }), true
    open(null)
    if (note.age < dialog.minimumAge) return warn({ age: note.age, minimumAge: dialog.minimumAge }), true
    warn(null)
    sayToast({ tone: 'done', text: t('age-checked', { age: note.age }) })
    dialog.again()
    return true
  }
}
