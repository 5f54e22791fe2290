import { createHash } from 'node:crypto'
import type { Json, Points } from '../vocabulary.ts'
import type { Entry, Place, PlacedLot } from './ledger.ts'
import type { Draw } from './lots.ts'

// Two chains hold the ledger together. Each till chains its own rows, so that they can travel; this file seals every row in the order it
// arrived, together with the balance it led to and the buckets it opened and drew.

/** What the first row of a chain follows. */
export const chainStart = '0'.repeat(64)

/** The one way to write a value as text: keys in order, no spaces. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value as Readonly<Record<string, Json>>).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The hash of a row of a till: over everything it says, where it stands, and the row before it. */
export const hashOf = (entry: Entry, { registerId, sequence, previousHash }: Place): string =>
  sha256(previousHash + canonical({ ...entry, registerId, sequence } as unknown as Json))

/** What stays provable of a row that lost its words when its person was erased: all it still says, and the hash it was written with. */
export const digestWithoutWords = (entry: Entry, hash: string): string => sha256(`${hash}|${canonical({ ...entry, reason: '', note: '' } as unknown as Json)}`)

export type Sealed = {
  readonly seq: number; readonly hash: string; readonly balanceAfter: Points; readonly pendingAfter: Points
  readonly lots: readonly PlacedLot[]; readonly draws: readonly Draw[]
}
/** The seal of a row of this file: a row, a bucket or a draw that is changed, added or left out breaks it. */
export const sealOf = ({ seq, hash, balanceAfter, pendingAfter, lots, draws }: Sealed, previousSeal: string): string => {
  const buckets = lots.map(({ id, originId, points, expiresOn, earnedAt }) => [id, originId, points, expiresOn, earnedAt])
  return sha256(previousSeal + canonical([seq, hash, balanceAfter, pendingAfter, buckets, draws.map(({ lotId, points }) => [lotId, points])]))
}

/** The seal of one state of a rule version, a tier move, a reward, a card or a closed month; migration 0120 writes the same in SQL. */
export const linkOf = (previous: string, kind: string, id: string, digest: string): string => sha256(`${previous}|${kind}|${id}|${digest}`)
