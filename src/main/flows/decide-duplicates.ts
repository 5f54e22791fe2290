import type { Core } from '../context.ts'
import { countOpen, decidePair, firstPair, openPairs, pairsOf, searchState, type PairCursor, type PairState, type StoredPair } from '../customers/pairs.sql.ts'
import { peopleById } from '../customers/people.sql.ts'
import { customerExists } from '../customers/customers.sql.ts'
import type { CustomerRow, CustomerSource } from '../customers/customer.ts'
import { suspectsById } from '../customers/likely.sql.ts'
import { seenRow } from '../customers/masks.ts'
import { rowOf } from '../customers/rows.ts'
import { sourcesOf } from '../customers/merges.sql.ts'
import type { LikelyWhy } from '../customers/likely.ts'
import { Refusal } from '../errors.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, CustomerId, Instant, RequestId } from '../vocabulary.ts'
import { sightOf } from './field-sight.ts'
import { pairsFor } from './find-duplicates.ts'
import { theShop } from './the-shop.ts'

const laterDays = 7
const dayMs = 86_400_000

type Person = CustomerRow & { readonly source: CustomerSource }
/** A pair as the list shows it. */
export type PairRow = { readonly one: Person; readonly other: Person; readonly score: number; readonly why: LikelyWhy }
export type PairPage = { readonly rows: readonly PairRow[]; readonly more: string | null; readonly total: number }

/** Likely pairs, likeliest first. */
export function listDuplicates(core: Core, caller: Caller, { after, most }: { readonly after: string | null; readonly most: number }): PairPage {
  const pairs = openPairs(core.db, cursorOf(after), most + 1)
  const last = pairs.length > most ? pairs[most - 1] : undefined
  return { rows: rowsFor(core, caller, pairs.slice(0, most)), more: last ? `${last.score} ${last.oneId} ${last.otherId}` : null, total: countOpen(core.db) }
}
function cursorOf(after: string | null): PairCursor {
  if (after === null) return firstPair
  const [score = '0', oneId = '', otherId = ''] = after.split(' ')
  return { score: Number(score) || 0, oneId, otherId }
}

/** Who may be this person: what was found, and, where they are too new to have been looked at, what a look shows now. */
export function duplicatesOf(core: Core, caller: Caller, id: CustomerId): PairRow[] {
  const known = pairsOf(core.db, id)
  const [suspect] = suspectsById(core.db, [id])
  const isNew = suspect !== undefined && suspect.seq > searchState(core.db).checkedSeq
  const fresh = isNew ? pairsFor(core.db, { ...suspect, seq: Number.MAX_SAFE_INTEGER }).filter(({ oneId, otherId }) => oneId !== otherId && !isKnown(known, oneId, otherId)) : []
  return rowsFor(core, caller, [...known.filter(({ state }) => state === 'open'), ...fresh].toSorted((a, b) => b.score - a.score))
}
const isKnown = (known: readonly StoredPair[], oneId: CustomerId, otherId: CustomerId): boolean => known.some((pair) => pair.oneId === oneId && pair.otherId === otherId)

function rowsFor(core: Core, caller: Caller, pairs: readonly Pick<StoredPair, 'oneId' | 'otherId' | 'score' | 'why'>[]): PairRow[] {
  const { country } = theShop(core)
  const sight = sightOf(core, caller)
  const ids = [...new Set(pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]))]
  const sources = sourcesOf(core.db, ids)
  const people = new Map(peopleById(core.db, ids).filter(({ status }) => status !== 'merged' && status !== 'erased')
    .map((person) => [person.id, { ...seenRow(rowOf(person, country), sight), source: sources.get(person.id) ?? ('till' as const) }]))
  return pairs.flatMap(({ oneId, otherId, score, why }) => {
    const [one, other] = [people.get(oneId), people.get(otherId)]
    return one && other ? [{ one, other, score, why }] : []
  })
}

export type DecideAsked = { readonly requestId: RequestId; readonly oneId: CustomerId; readonly otherId: CustomerId; readonly state: PairState }
/** 'different' is kept for good, 'later' for a week, and 'open' takes either back. Refuses 'merge-impossible' for one and the same, 'not-found' for who is gone. */
export function decideDuplicate(core: Core, caller: Caller, { requestId, oneId, otherId, state }: DecideAsked): null {
  once(core.db, { id: requestId, door: 'duplicates/decide', at: core.now() }, () => {
    if (oneId === otherId) throw new Refusal('merge-impossible', { why: 'same' })
    if (!customerExists(core.db, oneId) || !customerExists(core.db, otherId)) throw new Refusal('not-found', { what: 'customer' })
    keepDecision(core, caller, oneId, otherId, state)
    return null
  })
  core.emit('duplicates-found', { done: 0, total: 0, running: false, open: countOpen(core.db) })
  return null
}

/** The same inside another flow's transaction: someone new was said to be different from who was shown. */
export function keepDecision(core: Core, { registerId, staffId }: Caller, oneId: CustomerId, otherId: CustomerId, state: PairState): void {
  const at = core.now()
  const laterUntil = state === 'later' ? (new Date(Date.parse(at) + laterDays * dayMs).toISOString() as Instant) : null
  const [one, other] = oneId < otherId ? [oneId, otherId] : [otherId, oneId]
  decidePair(core.db, one, other, { state, laterUntil, at, by: staffId })
  appendAudit(core.db, { id: core.newId(), at, registerId, staffId, kind: `duplicate-${state === 'open' ? 'reopened' : state === 'later' ? 'put-off' : 'denied'}`, target: `customer/${one}`, after: { other } })
}
