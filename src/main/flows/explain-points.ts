import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { explain, type Explained } from '../loyalty/explain.ts'
import { drawsOf } from '../loyalty/lots.sql.ts'
import { against, getEntry } from '../loyalty/ledger.sql.ts'
import { programVersion } from '../loyalty/program.sql.ts'
import type { EntryId, Instant, PlainDate, Points, SaleId } from '../vocabulary.ts'

export type ExplainedEntry = Explained & {
  readonly id: EntryId; readonly at: Instant; readonly day: PlainDate; readonly balanceAfter: Points; readonly saleId: SaleId | null; readonly reason: string; readonly note: string
  readonly rulesSince: Instant | null
  /** Which buckets it drew, in order; and what has been written against it since. */
  readonly drew: readonly { readonly points: Points; readonly expiresOn: PlainDate | null }[]
  readonly later: readonly { readonly id: EntryId; readonly kind: string; readonly points: Points; readonly pending: Points; readonly at: Instant }[]
  readonly hash: string
}

/** The working-out of one row of the ledger, summed again. Refuses 'not-found'. */
export function explainEntry(core: Core, entryId: EntryId): ExplainedEntry {
  const row = getEntry(core.db, entryId)
  if (!row) throw new Refusal('not-found', { field: 'entryId' })
  return {
    ...explain(row), id: row.id, at: row.at, day: row.day, balanceAfter: row.balanceAfter, saleId: row.saleId, reason: row.reason, note: row.note,
    rulesSince: programVersion(core.db, row.ruleVersion)?.startsAt ?? null, hash: row.hash,
    drew: drawsOf(core.db, entryId).map(({ points, expiresOn }) => ({ points, expiresOn })),
    later: against(core.db, entryId).map(({ id, kind, points, pending, at }) => ({ id, kind, points, pending, at })),
  }
}
