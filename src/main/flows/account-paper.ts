import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { rowKind, type Entry } from '../accounts/account.ts'
import { balanceAfter, entriesBetween, getEntry, matchesOf } from '../accounts/entries.sql.ts'
import { staffNameOf, tillOf } from '../accounts/facts.sql.ts'
import { seenOnPaper } from '../customers/masks.ts'
import { displayName } from '../customers/names.ts'
import { customerOnSale, mainAddressOf } from '../customers/on-sale.sql.ts'
import { paymentPaper, statementPaper, type StatementFacts, type StatementRow } from '../devices/account-paper.ts'
import type { Receipt, ReceiptFacts } from '../devices/receipt.ts'
import { addDays } from '../loyalty/calendar.ts'
import type { AccountEntryId, Cents, CustomerId, FieldSight, Language, PlainDate } from '../vocabulary.ts'
import { numberOf } from './account-number.ts'
import { addressLines, shopOnPaper, showFor } from './receipt.ts'
import { accountNow, type AccountNow } from './the-account.ts'
import { theShop } from './the-shop.ts'

const mostRows = 1_000
/** What was settled longer ago than this does not stand on a statement, unless something older is still open. */
const statementDays = 90

function customerOnPaper(core: Pick<Core, 'db'>, customerId: CustomerId, sight: FieldSight | undefined): NonNullable<ReceiptFacts['customer']> {
  const found = customerOnSale(core.db, customerId)
  if (!found) throw new Refusal('not-found', { field: 'customerId' })
  const address = mainAddressOf(core.db, customerId)
  return seenOnPaper({ name: displayName(found), phone: found.phone, address: address ? addressLines(address) : [] }, sight)
}

export type PaymentAsked = { readonly customerId: CustomerId; readonly entryId: AccountEntryId; readonly language: Language; readonly duplicate: boolean }
/** The receipt of a payment on an account, or of credit paid out of it, as a document. Refuses 'not-found' for any other row, and for another's. */
export function paymentReceipt(core: Core, { customerId, entryId, language, duplicate }: PaymentAsked, sight?: FieldSight): Receipt {
  const entry = getEntry(core.db, entryId)
  const kind = entry && rowKind(entry)
  if (!entry || (kind !== 'payment' && kind !== 'payout') || entry.customerId !== customerId) throw new Refusal('not-found', { field: 'entryId' })
  const shop = theShop(core)
  const isOut = kind === 'payout'
  return paymentPaper({
    kind, language, duplicate, at: entry.at, shop: shopOnPaper(shop), customer: customerOnPaper(core, customerId, sight), number: numberOf(core, entry) ?? '', till: tillOf(core.db, entry.registerId).name,
    staff: staffNameOf(core.db, entry.staffId), method: entry.method ?? 'cash', amountCents: Math.abs(entry.amountCents) as Cents, moneyCents: entry.payoutCents ?? entry.moneyCents ?? (0 as Cents),
    givenCents: entry.givenCents ?? (0 as Cents), changeCents: entry.changeCents ?? (0 as Cents), reference: entry.reference,
    balanceCents: sight === undefined || sight.balance === 'full' ? balanceAfter(core.db, entry) : null, matched: isOut ? [] : matchedBy(core, entry),
  }, showFor(shop, shop.currency, language))
}

function matchedBy(core: Pick<Core, 'db'>, entry: Entry) {
  return matchesOf(core.db, entry.id).flatMap(({ debitId, cents }) => {
    const debit = getEntry(core.db, debitId)
    return debit ? [{ saleNumber: numberOf(core, debit), day: debit.day, cents }] : []
  })
}
export type StatementAsked = { readonly customerId: CustomerId; readonly language: Language }
/** Everything since the oldest open charge, and the last 90 days at least: what stood before, each row and the balance after it. */
export function statementFacts(core: Core, { customerId, language }: StatementAsked, sight?: FieldSight): StatementFacts {
  const shop = theShop(core)
  const now = accountNow(core, customerId)
  const from = [addDays(now.today, 0 - statementDays), ...now.items.map(({ day }) => day)].toSorted()[0]!
  const all = entriesBetween(core.db, customerId, from, now.today, mostRows + 1)
  const rows = rowsOf(core, all.slice(-mostRows), now)
  const beforeCents = (rows[0] ? rows[0].balanceCents - rows[0].amountCents : now.balanceCents) as Cents
  return {
    language, at: core.now(), shop: shopOnPaper(shop), customer: customerOnPaper(core, customerId, sight), from, to: now.today, beforeCents, rows, balanceCents: now.balanceCents,
    overdueCents: overdueOf(now), ageing: now.ageing, cut: all.length > mostRows,
  }
}

/** The same as a document that a receipt printer and the screen lay out. */
export function statementDocument(core: Core, asked: StatementAsked, sight?: FieldSight): Receipt {
  const shop = theShop(core)
  return statementPaper(statementFacts(core, asked, sight), showFor(shop, shop.currency, asked.language))
}

function rowsOf(core: Pick<Core, 'db'>, entries: readonly Entry[], { items }: AccountNow): StatementRow[] {
  const open = new Map(items.map(({ entryId, openCents }) => [entryId, openCents]))
  return entries.map((entry) => ({
    kind: rowKind(entry), day: entry.day, dueOn: entry.dueOn, number: numberOf(core, entry), amountCents: entry.amountCents, balanceCents: balanceAfter(core.db, entry),
    openCents: open.get(entry.id) ?? (0 as Cents), reference: entry.reference,
  }))
}

const overdueOf = ({ items, today }: { readonly items: AccountNow['items']; readonly today: PlainDate }): Cents =>
  items.filter(({ dueOn, openCents }) => openCents > 0 && dueOn !== null && dueOn < today).reduce((all, { openCents }) => all + openCents, 0) as Cents
