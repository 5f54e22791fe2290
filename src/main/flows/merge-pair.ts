import { createHash } from 'node:crypto'
import { balanceOf as owedBy } from '../accounts/entries.sql.ts'
import type { Core } from '../context.ts'
import { isBeingErased } from '../customers/erasures.sql.ts'
import { choicesFor, type FieldChoice } from '../customers/merge.ts'
import type { MergeKind } from '../customers/merges.sql.ts'
import { readRecord, type StoredCustomer } from '../customers/record.sql.ts'
import { Refusal } from '../errors.ts'
import { accountOf } from '../loyalty/accounts.sql.ts'
import { cardsOf } from '../loyalty/cards.sql.ts'
import { balanceOf } from '../loyalty/ledger.sql.ts'
import { partsOf } from '../loyalty/lots.sql.ts'
import { consentStates } from '../messaging/consent.sql.ts'
import { waitingCarts } from '../sales/of-person.sql.ts'
import { customerFigures } from '../sales/history.sql.ts'
import type { Cents, CustomerId, Points } from '../vocabulary.ts'
import { consentOfBoth, type ConsentOfBoth } from './merge-consent.ts'

/** What somebody owns that would move: counts, and sums in points and cents. `owedCents` below zero is credit. */
export type Holdings = {
  readonly sales: number; readonly carts: number; readonly member: boolean; readonly points: Points; readonly pendingPoints: Points; readonly buckets: number
  readonly cards: number; readonly owedCents: Cents
}
export type MergePair = { readonly keep: StoredCustomer; readonly gone: StoredCustomer }
/** Everything a merge would do, before it is done. `fingerprint` changes when anything of it does. */
export type MergePlan = {
  readonly pair: MergePair; readonly fields: readonly FieldChoice[]; readonly holds: { readonly keep: Holdings; readonly gone: Holdings }
  readonly consents: readonly ConsentOfBoth[]; readonly fingerprint: string
}

/** Reads two records and what would come of their merge. Refuses 'not-found', 'customer-merged', 'being-erased' and, for one and the same, 'merge-impossible'. */
export function planFor(core: Pick<Core, 'db'>, keepId: CustomerId, goneId: CustomerId): MergePlan {
  if (keepId === goneId) throw new Refusal('merge-impossible', { why: 'same' })
  const pair = { keep: mergeable(core, keepId), gone: mergeable(core, goneId) }
  const fields = choicesFor(pair)
  const holds = { keep: holdingsOf(core, keepId), gone: holdingsOf(core, goneId) }
  const consents = consentOfBoth(consentStates(core.db, keepId), consentStates(core.db, goneId))
  const seen = { keep: [keepId, pair.keep.version], gone: [goneId, pair.gone.version], photos: [pair.keep.hasPhoto, pair.gone.hasPhoto], fields, holds, consents }
  return { pair, fields, holds, consents, fingerprint: createHash('sha256').update(JSON.stringify(seen)).digest('hex') }
}

function mergeable({ db }: Pick<Core, 'db'>, customerId: CustomerId): StoredCustomer {
  const record = readRecord(db, customerId)
  if (!record || record.status === 'erased') throw new Refusal('not-found', { what: 'customer' })
  if (record.status === 'merged') throw new Refusal('customer-merged', { code: record.code })
  if (isBeingErased(db, customerId)) throw new Refusal('being-erased', { code: record.code })
  return record
}

function holdingsOf({ db }: Pick<Core, 'db'>, customerId: CustomerId): Holdings {
  const account = accountOf(db, customerId)
  const { balance, pending } = account ? balanceOf(db, account.id) : { balance: 0 as Points, pending: 0 as Points }
  return {
    sales: customerFigures(db, customerId).count, carts: waitingCarts(db, customerId).length, member: account !== undefined, points: balance, pendingPoints: pending,
    buckets: account ? partsOf(db, account.id, mostBuckets).length : 0, cards: account ? cardsOf(db, account.id).length : 0, owedCents: owedBy(db, customerId),
  }
}
const mostBuckets = 1_000

/** Points or money that go over need a manager's word (C3). */
export const needsPin = ({ points, pendingPoints, owedCents }: Holdings): boolean => points !== 0 || pendingPoints !== 0 || owedCents !== 0

/** Why these two cannot be merged in this way, or null: a record that customers keep themselves in the online catalog is only ever the one that stays (C2, S1-30, S1-31). */
export function whyNotMerge({ keep, gone }: MergePair, kind: MergeKind): Refusal | null {
  const online = [keep, gone].filter(({ source }) => source === 'catalog')
  if (kind === 'merge') return online[0] ? new Refusal('catalog-owned', { code: online[0].code }) : null
  return keep.source === 'catalog' && gone.source !== 'catalog' ? null : new Refusal('merge-impossible', { why: 'no-online-profile' })
}

export const mergeTarget = (keepId: CustomerId, goneId: CustomerId): string => `merge/${keepId}/${goneId}`
