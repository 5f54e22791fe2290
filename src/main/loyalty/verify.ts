import type { AccountId, EntryId, Instant, Json, Points, RegisterId } from '../vocabulary.ts'
import { chainStart, digestWithoutWords, hashOf, linkOf, sealOf } from './chain.ts'
import type { Entry, PlacedLot } from './ledger.ts'
import type { LedgerRow } from './ledger.sql.ts'
import type { Draw } from './lots.ts'

/**
 * changed: the row no longer says what it said. missing: rows before it are gone, or it was put in. balance: it does not add up.
 * buckets: what is left is not what was drawn. cut: rows at a till's end are gone. day: the report's sums differ from the rows.
 * rules, tier, reward, card, close: one of these, named in `which`, no longer says what it was sealed with. seals: the seals themselves were changed.
 */
export type Fault = 'changed' | 'missing' | 'balance' | 'buckets' | 'cut' | 'day' | 'seals' | 'rules' | 'tier' | 'reward' | 'card' | 'close' | 'erased'
export type Broken = { readonly entryId: EntryId | null; readonly registerId: RegisterId | null; readonly sequence: number | null; readonly at: Instant | null; readonly what: Fault; readonly which: string | null }
export type Chunk = { readonly rows: readonly LedgerRow[]; readonly lots: ReadonlyMap<EntryId, readonly PlacedLot[]>; readonly draws: ReadonlyMap<EntryId, readonly Draw[]>
  /** Of rows that lost their words: the digest of the rest. */
  readonly emptied: ReadonlyMap<EntryId, string> }

/** What Verify carries from row to row. */
export type Walk = {
  seq: number; seal: string; rows: number
  readonly tills: Map<RegisterId, { sequence: number; hash: string }>; readonly accounts: Map<AccountId, { balance: number; pending: number }>
}
export const walkFromStart = (): Walk => ({ seq: 0, seal: chainStart, rows: 0, tills: new Map(), accounts: new Map() })

/** Follows the chains through a piece of the file and answers the first row that breaks them. */
export function follow(walk: Walk, { rows, lots, draws, emptied }: Chunk): Broken | null {
  for (const row of rows) {
    const what = faultOf(walk, row, { lots: lots.get(row.id) ?? [], draws: draws.get(row.id) ?? [], emptied: emptied.get(row.id) })
    if (what) return { entryId: row.id, registerId: row.registerId, sequence: row.sequence, at: row.at, what, which: null }
    walk.seq = row.seq
    walk.seal = row.seal
    walk.rows += 1
    walk.tills.set(row.registerId, { sequence: row.sequence, hash: row.hash })
    walk.accounts.set(row.accountId, { balance: row.balanceAfter, pending: row.pendingAfter })
  }
  return null
}

type Beside = { readonly lots: readonly PlacedLot[]; readonly draws: readonly Draw[]; readonly emptied: string | undefined }
function faultOf(walk: Walk, row: LedgerRow, { lots, draws, emptied }: Beside): Fault | null {
  const till = walk.tills.get(row.registerId) ?? { sequence: 0, hash: chainStart }
  if (row.seq !== walk.seq + 1 || row.sequence !== till.sequence + 1 || row.previousHash !== till.hash) return 'missing'
  if (!saysWhatItSaid(row, lots, emptied)) return 'changed'
  if (sealOf({ ...row, lots, draws }, walk.seal) !== row.seal) return 'changed'
  const before = walk.accounts.get(row.accountId) ?? { balance: 0, pending: 0 }
  const adds = before.balance + row.points === row.balanceAfter && before.pending + row.pending === row.pendingAfter
  return adds && row.owed === above(row.balanceAfter) - above(before.balance) && bucketsAdd(row, before.balance, lots, draws) ? null : 'balance'
}
/** Word for word; or, for a row of somebody who was erased, in everything but its words, which are gone. */
function saysWhatItSaid(row: LedgerRow, lots: readonly PlacedLot[], emptied: string | undefined): boolean {
  const written = asWritten(row, lots)
  if (emptied !== undefined) return row.reason === '' && row.note === '' && digestWithoutWords(written, row.hash) === emptied
  return hashOf(written, { registerId: row.registerId, sequence: row.sequence, previousHash: row.previousHash }) === row.hash
}
const above = (points: number): number => Math.max(0, points)
const total = (parts: readonly { readonly points: Points }[]): number => parts.reduce((sum, { points }) => sum + points, 0)
const bucketsAdd = (row: LedgerRow, before: number, lots: readonly PlacedLot[], draws: readonly Draw[]): boolean =>
  total(lots) - total(draws) === above(row.balanceAfter) - above(before)

/** The row as it was when it was hashed. */
export function asWritten(row: LedgerRow, lots: readonly PlacedLot[]): Entry {
  return {
    id: row.id, sourceKey: row.sourceKey, accountId: row.accountId, customerId: row.customerId, kind: row.kind, points: row.points, pending: row.pending, saleId: row.saleId,
    refundId: row.refundId, reversesId: row.reversesId, ruleVersion: row.ruleVersion, working: readable(row.working), reason: row.reason, note: row.note, tierPoints: row.tierPoints,
    valueCents: row.valueCents, saleCents: row.saleCents, newVisits: row.newVisits, repeatVisits: row.repeatVisits, staffId: row.staffId, approvedBy: row.approvedBy, at: row.at, day: row.day,
    lots: lots.map(({ originId, points, expiresOn, earnedAt }) => ({ originId, points, expiresOn, earnedAt })),
  }
}
/** A working-out that is no JSON any more was changed; its hash will say so. */
function readable(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

export type Seal = { readonly seq: number; readonly kind: string; readonly id: string; readonly digest: string; readonly seal: string }
export type SealWalk = { readonly seq: number; readonly seal: string }
/** Follows the seals of rules, tiers, rewards and cards; null where one is missing or does not follow from the one before. */
export function followSeals(before: SealWalk, seals: readonly Seal[]): SealWalk | null {
  let walk = before
  for (const { seq, kind, id, digest, seal } of seals) {
    if (seq !== walk.seq + 1 || linkOf(walk.seal, kind, id, digest) !== seal) return null
    walk = { seq, seal }
  }
  return walk
}
