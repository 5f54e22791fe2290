import type { Core } from '../context.ts'
import { hashOf } from '../loyalty/chain.ts'
import type { Entry, Place } from '../loyalty/ledger.ts'
import { balanceOf, entryBySource, getEntry, nextPlace, rowsOfTill } from '../loyalty/ledger.sql.ts'
import { asWritten } from '../loyalty/verify.ts'
import { lotsBetween } from '../loyalty/verify.sql.ts'
import { inTransaction } from '../store/sql.ts'
import type { Points, RegisterId } from '../vocabulary.ts'
import { append } from './write-entry.ts'

/** A row as it travels between tills: what it says, its place in its till's chain, and its hash. */
export type Travelling = { readonly entry: Entry; readonly place: Place; readonly hash: string }

/** The rows of a till after one of its numbers, for another till. */
export function rowsToSend({ db }: Core, registerId: RegisterId, after: number, most: number): Travelling[] {
  return rowsOfTill(db, registerId, after, most).map((row) => ({
    entry: asWritten(row, lotsBetween(db, row.seq - 1, row.seq)), place: { registerId, sequence: row.sequence, previousHash: row.previousHash }, hash: row.hash,
  }))
}

export type Received = { readonly taken: number; readonly known: number; readonly refused: number; readonly owing: readonly { readonly accountId: string; readonly balance: Points }[] }
/**
 * Takes rows of another till. A known row changes nothing; one that was altered on the way, or does not follow its till's last, is refused. Both
 * tills' sales stand: where they spent more than there was, the balance goes below zero and is named.
 */
export function receiveRows(core: Core, rows: readonly Travelling[]): Received {
  return inTransaction(core.db, () => {
    const results = rows.map((row) => receive(core, row))
    const owing = [...new Set(rows.map(({ entry }) => entry.accountId))].map((accountId) => ({ accountId, balance: balanceOf(core.db, accountId).balance })).filter(({ balance }) => balance < 0)
    const count = (of: string) => results.filter((result) => result === of).length
    return { taken: count('taken'), known: count('known'), refused: count('refused'), owing }
  })
}

function receive(core: Core, { entry, place: where, hash }: Travelling): 'taken' | 'known' | 'refused' {
  const { db } = core
  if (getEntry(db, entry.id) || entryBySource(db, entry.sourceKey)) return 'known'
  const expected = nextPlace(db, where.registerId)
  if (hashOf(entry, where) !== hash || expected.sequence !== where.sequence || expected.previousHash !== where.previousHash) return 'refused'
  append(core, entry, { preferred: entry.reversesId, mayOwe: true }, where, hash)
  core.emit('points-changed', { customerId: entry.customerId, accountId: entry.accountId })
  return 'taken'
}
