import type { Core } from '../context.ts'
import { emptyPerson } from '../customers/erase.sql.ts'
import { accountOf, insertAccount, type Account } from '../loyalty/accounts.sql.ts'
import { expiresOn } from '../loyalty/expiry.ts'
import { entry, less } from '../loyalty/ledger.ts'
import { entryBySource, everMoved, movedAfter } from '../loyalty/ledger.sql.ts'
import { deleteSome, emptySome } from '../store/forget.ts'
import type { AccountId, BatchId, CustomerId, Points } from '../vocabulary.ts'
import { emptiedOfPerson, eraseList } from './erase-list.ts'
import { programIfOn, programNowOrThen, rowOf, type Desk, type Now } from './the-program.ts'
import { writeEntry } from './write-entry.ts'

const keyOf = (batchId: BatchId, customerId: CustomerId): string => `opening/${batchId}/${customerId}`

/**
 * Points somebody had in another program, as one row of the ledger (S5: an opening balance), once for each batch and customer. They expire as if earned
 * today and count for no tier. Answers false where loyalty is off: then nothing is written.
 */
export function openPoints(core: Core, desk: Desk, { batchId, customerId, points }: { readonly batchId: BatchId; readonly customerId: CustomerId; readonly points: Points }): boolean {
  const now = programIfOn(core, core.now())
  if (!now) return false
  const account = accountOf(core.db, customerId) ?? newAccount(core, desk, customerId, now)
  const common = rowOf(core, desk, account, now)
  writeEntry(core, desk.registerId, entry(common, 'opening', keyOf(batchId, customerId), {
    points, working: { kind: 'opening', batchId }, lots: [{ originId: common.id, points, expiresOn: expiresOn(now.program.rules.expiry.rule, common.day), earnedAt: common.at }],
  }))
  return true
}

/** Has the customer points here already, or had them? Opening balances that were taken back do not count. */
export function hasPoints(core: Core, customerId: CustomerId): boolean {
  const account = accountOf(core.db, customerId)
  return account !== undefined && everMoved(core.db, account.id)
}

/** Whoever brings points is no new member: no sign-up bonus. */
function newAccount(core: Core, desk: Desk, customerId: CustomerId, { at, moment }: Now): Account {
  insertAccount(core.db, { id: core.newId() as AccountId, customerId, joinedAt: at, joinedDay: moment.day, ...desk })
  return accountOf(core.db, customerId)!
}

/** Has the customer an account that only this batch gave them, with nothing moved since? Null where they have none. */
export function onlyOpened(core: Core, batchId: BatchId, customerId: CustomerId): boolean | null {
  const account = accountOf(core.db, customerId)
  if (!account) return null
  const opening = entryBySource(core.db, keyOf(batchId, customerId))
  return opening !== undefined && !movedAfter(core.db, account.id, opening.seq)
}

/** Takes the opening balance back by a row of its own: rows of the ledger never go. */
export function closePoints(core: Core, desk: Desk, batchId: BatchId, customerId: CustomerId): void {
  const opening = entryBySource(core.db, keyOf(batchId, customerId))
  const account = accountOf(core.db, customerId)
  if (!opening || !account) return
  const common = rowOf(core, desk, account, programNowOrThen(core, opening))
  writeEntry(core, desk.registerId, entry(common, 'reverse', `opening-undone/${opening.id}`, { points: less(opening.points), reversesId: opening.id, reason: 'import-undone', working: { kind: 'opening-undone' } }),
    { preferred: opening.id, mayOwe: false })
}

const mostRows = 10_000
/** An added customer whose points or permissions stand in rows that never go: of them nothing is left but an id. */
export function emptyAdded(core: Core, customerId: CustomerId): void {
  emptyPerson(core.db, customerId, emptiedOfPerson, core.now())
  for (const [table, fate] of Object.entries(eraseList)) {
    if ((fate.does !== 'deletes' && fate.does !== 'empties') || fate.of !== 'customer' || table.startsWith('import_') || table.startsWith('customer_merge')) continue
    const where = { table, by: fate.by, keys: [customerId] }
    if (fate.does === 'deletes') deleteSome(core.db, where, mostRows)
    else emptySome(core.db, where, fate.columns, mostRows)
  }
}
