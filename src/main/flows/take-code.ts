import type { Core } from '../context.ts'
import { holdsPaymentNumber } from '../devices/magstripe-payment.ts'
import type { ScanKind } from '../devices/scan.ts'
import { choiceFor } from '../devices/scans.sql.ts'
import { attachToCart } from './attach-customer.ts'
import { scanItem } from './add-item.ts'
import { findCard, type CardFound } from './assign-card.ts'
import { meaningsOf, nameOf, saidOf, type Meaning } from './read-code.ts'
import { openSaleOn } from '../sales/sales.sql.ts'
import { customerOnSale } from '../customers/on-sale.sql.ts'
import { standingOf } from '../customers/standing.ts'
import type { CustomerId } from '../vocabulary.ts'
import type { ScanDone, ScanOutcome } from './scan-outcome.ts'

type Code = Extract<ScanKind, { kind: 'code' }>
type Taker<K extends Meaning['meaning']> = (core: Core, meaning: Extract<Meaning, { meaning: K }>, done: ScanDone) => ScanOutcome

/** A code has exactly one taker: what it means here, or what was chosen for it where it means several things. */
export function takeCode(core: Core, code: Code, done: ScanDone): ScanOutcome {
  const meanings = meaningsOf(core, code)
  const chosen = meanings.length > 1 ? choiceFor(core.db, code.code) : null
  const meaning = meanings.length === 1 ? meanings[0] : meanings.find((each) => each.meaning === chosen)
  if (meaning) return take(core, meaning, done)
  if (meanings.length > 1) return { kind: 'choose', code: code.code, meanings: meanings.map(saidOf) }
  return takeStranger(core, code, done)
}

function take(core: Core, meaning: Meaning, done: ScanDone): ScanOutcome {
  switch (meaning.meaning) {
    case 'product': return takeProduct(core, meaning, done)
    case 'card': return takeCard(core, meaning, done)
    case 'sale': return done.asked.screen === 'sell-dialog' || done.asked.screen === 'form' ? { kind: 'close-first' } : { kind: 'sale', saleId: meaning.saleId }
    case 'ticket': return takeTicket(core, meaning, done)
    case 'badge': return { kind: 'staff', staffId: meaning.staffId, name: meaning.name, me: meaning.staffId === done.caller.staffId }
  }
}

/** One line more on the cart; anywhere else it is said and used for nothing. */
const takeProduct: Taker<'product'> = (core, { itemId, name, code }, { caller, asked }) => {
  if (asked.screen !== 'sell') return { kind: 'product-not-here', name }
  const added = scanItem(core, caller, { requestId: asked.requestId, code })
  return added.found ? { kind: 'item-added', itemId, cart: added.cart } : { kind: 'unknown', code }
}

const takeTicket: Taker<'ticket'> = (_core, { saleId, name, waits }, { asked }) => {
  if (asked.screen === 'sell-dialog' || asked.screen === 'form') return { kind: 'close-first' }
  return waits ? { kind: 'ticket', saleId, label: name } : { kind: 'ticket-used', label: name }
}

const takeCard: Taker<'card'> = (core, { customerId, found }, done) => {
  if (found && (found.kind === 'blocked' || found.kind === 'replaced')) return { kind: 'card-refused', why: found.kind, shown: found.shown, reason: found.reason }
  if (found?.kind === 'unassigned') return { kind: 'card-blank', code: found.code, shown: found.shown }
  return customerId === null ? { kind: 'not-found' } : takeCustomer(core, customerId, done)
}

/** On the sale screen the person goes onto the cart; anywhere else their profile is opened. Someone who may not buy is said by name. */
export function takeCustomer(core: Core, customerId: CustomerId, { caller, asked }: ScanDone): Extract<ScanOutcome, { kind: 'customer-attached' | 'customer-shown' | 'customer-refused' | 'close-first' }> {
  const name = nameOf(core, customerId)
  const found = customerOnSale(core.db, customerId)
  const status = found?.status ?? 'merged'
  if (asked.screen === 'form') return { kind: 'close-first' }
  if (asked.screen !== 'sell' && asked.screen !== 'sell-dialog' && asked.screen !== 'picker') return { kind: 'customer-shown', customerId, name, licence: null }
  if (standingOf(status).buys !== 'yes') return { kind: 'customer-refused', customerId, name, status, reason: found?.outReason ?? '' }
  const before = openSaleOn(core.db, caller.registerId)?.customerId ?? null
  const attached = attachToCart(core, caller, { requestId: asked.requestId, customerId })
  return { kind: 'customer-attached', customerId, name, before, ...attached, licence: null }
}

/** Nothing here goes by it. A member's phone number works as their card; what might be a payment card's number is let go of. */
function takeStranger(core: Core, { code }: Code, done: ScanDone): ScanOutcome {
  if (done.asked.slow) return { kind: 'not-found' }
  const found = findCard(core, code)
  if (found.kind === 'mistyped') return { kind: 'card-refused', why: 'mistyped', shown: found.shown, reason: '' }
  if (found.kind === 'phone') return takePhone(core, found, code, done)
  if (holdsPaymentNumber(code)) return { kind: 'payment-card' }
  return done.asked.screen === 'form' || done.asked.screen === 'sell-dialog' ? { kind: 'close-first' } : { kind: 'unknown', code: code.slice(0, 64) }
}

function takePhone(core: Core, { customerIds }: Extract<CardFound, { kind: 'phone' }>, code: string, done: ScanDone): ScanOutcome {
  const [only] = customerIds
  return only && customerIds.length === 1 ? takeCustomer(core, only, done) : { kind: 'people', text: code.slice(0, 64) }
}
