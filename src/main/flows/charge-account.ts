import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { entriesOfSale, openItems } from '../accounts/entries.sql.ts'
import { judge, type Judged } from '../accounts/limit.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { SaleHead } from '../sales/sales.sql.ts'
import { accountTendersOf, refundTendersOf } from '../sales/tenders.sql.ts'
import type { AccountEntryId, ApprovalId, Caller, Cents, CustomerId, RefundId, SaleId, StaffId } from '../vocabulary.ts'
import { may, slipFor, slipWithin } from './approve.ts'
import { accountNow, creditOf, openOf, shutGate, type AccountNow } from './the-account.ts'
import { writeEntry } from './write-account.ts'

type Payment = Pick<SaleInput<'pay'>, 'amountCents' | 'reference'> & { readonly approvalId?: ApprovalId | null }

/**
 * May this much of the cart go on the customer's account? Answers who approved it, or null where nobody had to: their own credit anybody may use. Refuses 'customer-required',
 * 'pay-later-off' (facts.gate), 'po-needed', 'over-limit' and 'account-overdue' where the shop blocks, 'needs-approval' where it asks for a PIN, and 'role-limit' of whose PIN it is.
 */
export function guardCharge(core: Core, caller: Caller, sale: SaleHead, { amountCents, reference, approvalId = null }: Payment): StaffId | null {
  if (sale.customerId === null) throw new Refusal('customer-required', { saleId: sale.id })
  const account = accountNow(core, sale.customerId)
  if (amountCents <= creditOf(account)) return null
  const gate = shutGate(core, caller, account)
  if (gate) throw new Refusal('pay-later-off', { gate })
  if (account.terms.poRequired && reference.trim() === '') throw new Refusal('po-needed', { field: 'reference' })
  const judged = judge(account, amountCents, account.rules)
  if (judged.brake === 'block') throw stopped(account, judged)
  const target = `account/${sale.id}/${amountCents}`
  if (judged.brake === 'pin') return slipWithin(core, caller, 'over-account-limit', { target, approvalId, limit: 'payLaterOverCents', amount: judged.overCents }).approvedBy
  return may(core, caller.role, 'sell-on-account') === 'pin' ? slipFor(core, caller, 'sell-on-account', target, approvalId).approvedBy : null
}

const stopped = ({ limitCents, lateDays }: AccountNow, { overCents, afterCents, payNowCents }: Judged): Refusal =>
  overCents > 0 ? new Refusal('over-limit', { overCents, afterCents, payNowCents, limitCents }) : new Refusal('account-overdue', { days: lateDays })

/** Writes what of a sale was put on account as charges, in the transaction that completes it. Who it charged is told afterwards by `tellAccount`. */
export function chargeForSale(core: Core, caller: Caller, sale: SaleHead): void {
  const tenders = accountTendersOf(core.db, sale.id)
  if (tenders.length === 0 || sale.customerId === null) return
  const { dueOn } = accountNow(core, sale.customerId)
  for (const { id, amountCents, reference, approvedBy } of tenders) {
    writeEntry(core, caller, { sourceKey: `tender/${id}`, customerId: sale.customerId, kind: 'charge', amountCents }, { dueOn, saleId: sale.id, reference, approvedBy })
  }
}

const chargesOf = (core: Pick<Core, 'db'>, saleId: SaleId) => entriesOfSale(core.db, saleId).filter(({ kind }) => kind === 'charge')

/** What is still owed for this very sale, and whether it was on account at all. */
export function owedForSale(core: Pick<Core, 'db'>, saleId: SaleId): { onAccount: boolean; owedCents: Cents } {
  const charges = chargesOf(core, saleId)
  const [first] = charges
  return { onAccount: first !== undefined, owedCents: first ? openOf(openItems(core.db, first.customerId), charges.map(({ id }) => id)) : (0 as Cents) }
}

/** Which rows of this account a sale was charged by, and what of them is open; null where it was charged to nobody, or to somebody else. */
export function chargeOfSale(core: Pick<Core, 'db'>, { customerId, saleId }: { readonly customerId: CustomerId; readonly saleId: SaleId }): { entryIds: AccountEntryId[]; openCents: Cents } | null {
  const entryIds = chargesOf(core, saleId).filter((charge) => charge.customerId === customerId).map(({ id }) => id)
  return entryIds.length === 0 ? null : { entryIds, openCents: openOf(openItems(core.db, customerId), entryIds) }
}

type Back = { readonly saleId: SaleId; readonly refundId: RefundId; readonly reason: string; readonly approvedBy: StaffId }
/** What a refund hands back on account: off this sale's own charge first, then the oldest; more than is owed stands to their credit. */
export function creditForRefund(core: Core, caller: Pick<Caller, 'registerId' | 'staffId'>, { saleId, refundId, reason, approvedBy }: Back): void {
  const charges = chargesOf(core, saleId)
  const cents = refundTendersOf(core.db, saleId).filter((tender) => tender.refundId === refundId && tender.kind === 'account').reduce((all, { amountCents }) => all + amountCents, 0)
  const [first] = charges
  if (!first || cents === 0) return
  writeEntry(core, caller, { sourceKey: `refund/${refundId}`, customerId: first.customerId, kind: 'refund', amountCents: (0 - cents) as Cents }, { saleId, refundId, reason, approvedBy }, charges.map(({ id }) => id))
}

/** A void takes the whole charge back; what was paid of it already stands to the customer's credit. */
export function creditForVoid(core: Core, caller: Caller, { saleId, reason, approvedBy }: Omit<Back, 'refundId'>): void {
  const charges = chargesOf(core, saleId)
  const [first] = charges
  if (!first) return
  const cents = charges.reduce((all, { amountCents }) => all + amountCents, 0)
  writeEntry(core, caller, { sourceKey: `void/${saleId}`, customerId: first.customerId, kind: 'void', amountCents: (0 - cents) as Cents }, { saleId, reason, approvedBy }, charges.map(({ id }) => id))
}

/** Tells the screens whose account a sale moved. */
export function tellAccount(core: Core, saleId: SaleId): void {
  const customerId: CustomerId | undefined = entriesOfSale(core.db, saleId)[0]?.customerId
  if (customerId) core.emit('account-changed', { customerId })
}
