import type { Core } from '../context.ts'
import { rowKind, type Brake, type Entry, type PayMethod, type RowKind } from '../accounts/account.ts'
import type { Ageing } from '../accounts/ageing.ts'
import { entriesPage, getEntry, matchesOf } from '../accounts/entries.sql.ts'
import { staffNameOf } from '../accounts/facts.sql.ts'
import { judge } from '../accounts/limit.ts'
import { openSaleOn } from '../sales/sales.sql.ts'
import type { AccountEntryId, Caller, Cents, CustomerId, Instant, Language, PlainDate, SaleId } from '../vocabulary.ts'
import { numberOf } from './account-number.ts'
import { sightOf } from './field-sight.ts'
import { paperLanguage } from './print-account.ts'
import { priceSale } from './price-cart.ts'
import { accountNow, creditOf, shutGate, type AccountNow, type Gate } from './the-account.ts'

/** An account as the profile shows it. `language` is that of its papers. */
export type AccountView = {
  readonly customerId: CustomerId; readonly balanceCents: Cents; readonly limitCents: Cents | null; readonly days: number; readonly ageing: Ageing; readonly oldestDays: number; readonly lateDays: number
  /** What can be paid out or used at the next sale. */
  readonly creditCents: Cents
  readonly isLate: boolean; readonly isOver: boolean; readonly gate: Gate | null; readonly allowed: boolean; readonly asOf: Instant; readonly language: Language
}

const hidden = (core: Core, caller: Caller): boolean => sightOf(core, caller).balance === 'hidden'

/** Null where there is nothing to show: paying later is not allowed and nothing is owed, or whoever asks may not see it. */
export function accountView(core: Core, caller: Caller, customerId: CustomerId): AccountView | null {
  if (hidden(core, caller)) return null
  const now = accountNow(core, customerId)
  const { balanceCents, limitCents, ageing, oldestDays, lateDays, terms, rules } = now
  if (balanceCents === 0 && !(rules.payLater && terms.allowed)) return null
  const judged = judge(now, 0, rules)
  return {
    customerId, balanceCents, limitCents, ageing, oldestDays, lateDays, days: terms.days ?? rules.days, creditCents: creditOf(now), isLate: judged.isLate, isOver: judged.overCents > 0, gate: shutGate(core, caller, now),
    allowed: terms.allowed, asOf: core.now(), language: paperLanguage(core, customerId),
  }
}

/** What the strip of the cart and the payment sheet need (N13). `afterCents`: what they owe if all that is still due goes on account. */
export type CartAccount = {
  readonly customerId: CustomerId; readonly saleId: SaleId; readonly balanceCents: Cents; readonly limitCents: Cents | null; readonly afterCents: Cents; readonly payNowCents: Cents
  readonly tone: 'ok' | 'near' | 'over'; readonly brake: Brake | null; readonly isLate: boolean; readonly lateDays: number; readonly oldestDays: number; readonly dueOn: PlainDate
  readonly poRequired: boolean
  /** Whether the account stands among the tenders: all of shop, staff and customer must allow it, or there is credit to use. */
  readonly mayCharge: boolean
  /** What stands to their credit; `mostCents` is it where nothing beyond it may be put on account, else null. */
  readonly creditCents: Cents; readonly mostCents: Cents | null
}

/** The account of whoever is on the open cart of this till; null where they neither may pay later nor owe anything. */
export function cartAccount(core: Core, caller: Caller): CartAccount | null {
  const sale = openSaleOn(core.db, caller.registerId)
  if (!sale?.customerId || hidden(core, caller)) return null
  const now = accountNow(core, sale.customerId)
  const isOpen = shutGate(core, caller, now) === null
  const creditCents = creditOf(now)
  if (!isOpen && now.balanceCents === 0) return null
  const dueCents = isOpen || creditCents > 0 ? priceSale(core, sale).dueCents : 0
  return {
    ...onCart(now, isOpen ? dueCents : Math.min(dueCents, creditCents)), saleId: sale.id, mayCharge: isOpen || creditCents > 0, creditCents, mostCents: isOpen ? null : creditCents,
  }
}

function onCart(now: AccountNow, dueCents: number): Omit<CartAccount, 'saleId' | 'mayCharge' | 'creditCents' | 'mostCents'> {
  const { customerId, balanceCents, limitCents, lateDays, oldestDays, dueOn, terms } = now
  const { afterCents, payNowCents, tone, brake, isLate } = judge(now, dueCents, now.rules)
  return { customerId, balanceCents, limitCents, afterCents, payNowCents, tone, brake, isLate, lateDays, oldestDays, dueOn, poRequired: terms.poRequired }
}

/** A row as the list shows it. `openCents`: what of it is not paid, or not used up, yet. `matched`: what it pays, or what paid it. */
export type AccountRow = {
  readonly id: AccountEntryId; readonly seq: number; readonly kind: RowKind; readonly amountCents: Cents; readonly openCents: Cents; readonly day: PlainDate; readonly at: Instant
  readonly dueOn: PlainDate | null; readonly isLate: boolean; readonly saleId: SaleId | null; readonly number: string | null; readonly method: PayMethod | null; readonly reference: string
  readonly reason: string; readonly staffName: string; readonly approvedByName: string; readonly matched: readonly { readonly number: string | null; readonly cents: Cents }[]
}
export type AccountPage = { readonly rows: readonly AccountRow[]; readonly more: number | null }

/** The rows of an account, the newest first; nothing for whom the balance is hidden from. */
export function accountRows(core: Core, caller: Caller, { customerId, before, most }: { readonly customerId: CustomerId; readonly before: number | null; readonly most: number }): AccountPage {
  if (hidden(core, caller)) return { rows: [], more: null }
  const now = accountNow(core, customerId)
  const found = entriesPage(core.db, customerId, before, most + 1)
  return { rows: found.slice(0, most).map((entry) => rowOf(core, entry, now)), more: found.length > most ? (found[most - 1]?.seq ?? null) : null }
}

function rowOf(core: Core, entry: Entry, { items, today }: AccountNow): AccountRow {
  const { id, seq, amountCents, day, at, dueOn, saleId, method, reference, reason } = entry
  const openCents = items.find(({ entryId }) => entryId === id)?.openCents ?? (0 as Cents)
  return {
    id, seq, kind: rowKind(entry), amountCents, openCents, day, at, dueOn, saleId, method, reference, reason, number: numberOf(core, entry), isLate: openCents > 0 && dueOn !== null && dueOn < today,
    staffName: staffNameOf(core.db, entry.staffId), approvedByName: staffNameOf(core.db, entry.approvedBy),
    matched: matchesOf(core.db, id).flatMap(({ creditId, debitId, cents }) => {
      const other = getEntry(core.db, creditId === id ? debitId : creditId)
      return other ? [{ number: numberOf(core, other), cents }] : []
    }),
  }
}
