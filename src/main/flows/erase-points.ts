import type { Core } from '../context.ts'
import { getAccount } from '../loyalty/accounts.sql.ts'
import { digestWithoutWords } from '../loyalty/chain.ts'
import { endStay, setRole, stayOf, staysIn } from '../loyalty/households.sql.ts'
import { entry, less } from '../loyalty/ledger.ts'
import { balanceOf, rowsFrom } from '../loyalty/ledger.sql.ts'
import { blockCards, emptyWords, unnameHouseholds, wordyRows } from '../loyalty/redact.sql.ts'
import { asWritten } from '../loyalty/verify.ts'
import { lotsBetween } from '../loyalty/verify.sql.ts'
import type { AccountId, Points } from '../vocabulary.ts'
import { programNowOrThen, rowOf, type Desk } from './the-program.ts'
import { writeEntry } from './write-entry.ts'

/**
 * What a person still had lapses by a row of its own, so that nobody is owed points who is nobody; their cards are blocked, they leave their household
 * (the next in line owns it), and what waited never comes. It stands in the transaction that erases the person. Answers how many cards were blocked.
 */
export function endPoints(core: Core, desk: Desk, accounts: readonly AccountId[]): number {
  for (const accountId of accounts) {
    leave(core, accountId)
    lapseAll(core, desk, accountId)
  }
  unnameHouseholds(core.db, accounts)
  return blockCards(core.db, accounts)
}

function lapseAll(core: Core, desk: Desk, accountId: AccountId): void {
  const account = getAccount(core.db, accountId)
  const { balance, pending } = balanceOf(core.db, accountId)
  if (!account || (balance <= 0 && pending === 0)) return
  const now = programNowOrThen(core, { ruleVersion: 1 })
  const points = less(Math.max(0, balance) as Points)
  writeEntry(core, desk.registerId, entry(rowOf(core, desk, account, now), 'expire', `erase/${accountId}`, { points, pending: less(pending), working: { kind: 'erased' } }))
  core.emit('points-changed', { customerId: account.customerId, accountId })
}

function leave(core: Core, accountId: AccountId): void {
  const stay = stayOf(core.db, accountId)
  if (!stay) return
  endStay(core.db, stay.id, core.now(), 'erased')
  const next = stay.role === 'owner' ? staysIn(core.db, stay.householdId)[0] : undefined
  if (next) setRole(core.db, next.id, 'owner', null)
}

/** Takes the words out of some rows of the ledger, and says of how many: call it again until none is left. */
export function emptyLedger(core: Core, accounts: readonly AccountId[], most: number): number {
  const rows = wordyRows(core.db, accounts, most)
  for (const seq of rows) {
    const [row] = rowsFrom(core.db, seq - 1, seq, 1)
    if (row) emptyWords(core.db, row.id, digestWithoutWords(asWritten(row, lotsBetween(core.db, seq - 1, seq)), row.hash), core.now())
  }
  return rows.length
}
