import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { paymentNumber } from '../accounts/account.ts'
import { balanceOf, nextPaymentNumber } from '../accounts/entries.sql.ts'
import { toCoins } from '../sales/exact.ts'
import { getRegister } from '../shop/shop.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { AccountEntryId, Caller, Cents, CustomerId, RequestId } from '../vocabulary.ts'
import { accountNow } from './the-account.ts'
import { theShop } from './the-shop.ts'
import { writeEntry } from './write-account.ts'

export type BalancePayment = {
  readonly requestId: RequestId; readonly customerId: CustomerId; readonly method: 'cash' | 'card'
  /** What comes off the account; in coins it is rounded, and `givenCents` is what was put down. */
  readonly amountCents: Cents; readonly givenCents: Cents; readonly reference: string
  /** The charges to pay first; then the oldest. */
  readonly chosen: readonly AccountEntryId[]
}
export type BalancePaid = {
  readonly entryId: AccountEntryId; readonly number: string; readonly amountCents: Cents; readonly moneyCents: Cents; readonly changeCents: Cents; readonly balanceCents: Cents
}

/**
 * Takes money for what a customer owes: no sale, no number of one, no points, but money of the day. Saved before it is answered, and once, however
 * often it is asked. Refuses 'nothing-owed', 'payment-too-much', 'tender-too-little' and 'reference-needed'. Whoever is inactive or banned may pay.
 */
export function payBalance(core: Core, caller: Caller, asked: BalancePayment): BalancePaid {
  return movedOnce(core, caller, { ...asked, door: 'accounts/pay' }, () => takeBalance(core, caller, asked))
}

type Moving = { readonly requestId: RequestId; readonly customerId: CustomerId; readonly door: string }
/** Money over the counter moves once a request; the screens are told, and the first time the drawer and the printer too. */
export function movedOnce(core: Core, { registerId }: Caller, { requestId, customerId, door }: Moving, work: () => BalancePaid): BalancePaid {
  let isNew = false
  const paid = once(core.db, { id: requestId, door, at: core.now() }, () => ((isNew = true), work()))
  core.emit('account-changed', { customerId })
  if (isNew) core.emit('account-paid', { registerId, customerId, entryId: paid.entryId })
  return paid
}

function takeBalance(core: Core, caller: Caller, asked: BalancePayment): BalancePaid {
  const { customerId, amountCents } = asked
  const { balanceCents, items } = accountNow(core, customerId)
  if (balanceCents <= 0) throw new Refusal('nothing-owed', { customerId })
  if (amountCents > balanceCents) throw new Refusal('payment-too-much', { field: 'amountCents', owedCents: balanceCents })
  if (asked.chosen.some((id) => !items.some(({ entryId, openCents }) => entryId === id && openCents > 0))) throw new Refusal('not-found', { field: 'chosen' })
  const money = moneyFor(core, asked)
  const number = nextPaymentNumber(core.db, caller.registerId)
  const entry = writeEntry(core, caller, { sourceKey: `payment/${asked.requestId}`, customerId, kind: 'payment', amountCents: (0 - amountCents) as Cents }, { ...money, number, method: asked.method }, asked.chosen)
  const balanceNow = balanceOf(core.db, customerId)
  const shown = paymentNumber(getRegister(core.db, caller.registerId)?.number ?? 0, number)
  appendAudit(core.db, {
    id: core.newId(), at: entry.at, registerId: caller.registerId, staffId: caller.staffId, kind: 'account-payment', target: `customer/${customerId}`,
    before: { balanceCents }, after: { balanceCents: balanceNow, amountCents, method: asked.method, number: shown }, approvedBy: null, reason: null,
  })
  return { entryId: entry.id, number: shown, amountCents, moneyCents: money.moneyCents, changeCents: money.changeCents, balanceCents: balanceNow }
}

/** What passes over the counter: by card to the cent, in cash as near as coins reach. */
function moneyFor(core: Core, { method, amountCents, givenCents, reference }: BalancePayment) {
  if (method === 'card') {
    if (reference.trim() === '') throw new Refusal('reference-needed', { field: 'reference' })
    return { moneyCents: amountCents, givenCents: amountCents, changeCents: 0 as Cents, reference: reference.trim() }
  }
  const moneyCents = toCoins(amountCents, theShop(core).cashStepCents)
  if (givenCents < moneyCents) throw new Refusal('tender-too-little', { field: 'givenCents' })
  return { moneyCents, givenCents, changeCents: (givenCents - moneyCents) as Cents, reference: '' }
}
