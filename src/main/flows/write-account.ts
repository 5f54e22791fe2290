import type { Core } from '../context.ts'
import type { Entry, NewEntry } from '../accounts/account.ts'
import { insertEntry, insertMatch, matchesAcross, openItems, undoMatch } from '../accounts/entries.sql.ts'
import { matchUp } from '../accounts/matching.ts'
import { localDate } from '../shop/local-date.ts'
import type { AccountEntryId, Caller, CustomerId } from '../vocabulary.ts'
import { theShop } from './the-shop.ts'

type Base = Pick<NewEntry, 'sourceKey' | 'customerId' | 'kind' | 'amountCents'>
type Rest = Partial<Omit<NewEntry, keyof Base | 'id' | 'at' | 'day' | 'registerId' | 'staffId'>>

const bare = {
  dueOn: null, approvedBy: null, saleId: null, refundId: null, number: null, method: null, moneyCents: null, givenCents: null, changeCents: null, reference: '', reason: '',
} as const

/** Adds a row to an account, of now and of the shop's day, inside the caller's transaction, and matches what is open: the `chosen` charges first. */
export function writeEntry(core: Core, { registerId, staffId }: Pick<Caller, 'registerId' | 'staffId'>, base: Base, rest: Rest = {}, chosen: readonly AccountEntryId[] = []): Entry {
  const at = core.now()
  const entry = insertEntry(core.db, { ...bare, ...rest, ...base, id: core.newId() as AccountEntryId, at, day: localDate(at, theShop(core).timeZone), registerId, staffId })
  settle(core, base.customerId, chosen)
  return entry
}

/** Matches open credit to open charges. Afterwards one side is used up. */
export function settle(core: Pick<Core, 'db' | 'now'>, customerId: CustomerId, chosen: readonly AccountEntryId[] = []): void {
  const at = core.now()
  for (const match of matchUp(openItems(core.db, customerId), chosen)) insertMatch(core.db, match, at)
}

/**
 * After rows changed hands (records merged, or parted again), in the same transaction: where a payment of one now stands matched to a charge of
 * the other, the match is taken back, and each account settles for itself. Merging alone matches nothing, so that parting gives the exact start.
 */
export function accountsParted(core: Pick<Core, 'db' | 'now'>, customers: readonly CustomerId[]): void {
  for (const customerId of customers) {
    const across = matchesAcross(core.db, customerId)
    for (const match of across) undoMatch(core.db, match, core.now())
    if (across.length > 0) for (const each of customers) settle(core, each)
  }
}
