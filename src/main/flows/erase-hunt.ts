import { setImmediate as pause } from 'node:timers/promises'
import type { Core, Look } from '../context.ts'
import { isOnlyOne, ownTags, ownValues } from '../customers/erase.sql.ts'
import { dropHits, insertHits, someHits } from '../customers/erasures.sql.ts'
import { displayName, sortNameOf } from '../customers/names.ts'
import { listenerFor, needlesFor, type Needles } from '../customers/needles.ts'
import { readRecord } from '../customers/record.sql.ts'
import { Refusal } from '../errors.ts'
import { refundIdsOf, salesAfter } from '../sales/erase.sql.ts'
import { emptyHit, huntFiles, huntPlaces, huntThrough } from '../store/hunt.ts'
import type { CustomerId } from '../vocabulary.ts'
import { askReader } from './ask-reader.ts'

/** What the person can be recognised by in what others typed: their numbers, addresses and whatever nobody else has. A name only where nobody shares it. */
export function needlesOf({ db }: Pick<Core, 'db'>, ids: readonly CustomerId[]): Needles {
  const records = ids.flatMap((id) => readRecord(db, id) ?? [])
  const texts = records.flatMap((r) => [
    ...r.emails.map(({ address }) => address), r.licence?.number ?? '', r.medical?.number ?? '', r.taxId, r.website, r.registrationNo ?? '', r.taxCertificate ?? '', r.company,
    ...r.addresses.map(({ address1 }) => address1), ...ownTags(db, r.id), ...ownValues(db, r.id), ...(r.contacts ?? []).map(({ email }) => email),
    ...(displayName(r).includes(' ') && isOnlyOne(db, sortNameOf(displayName(r)), ids) ? [displayName(r)] : []),
  ])
  const sales = salesAfter(db, ids, '', mostSales)
  return needlesFor(ids, [...sales, ...refundIdsOf(db, sales)], { texts, phones: records.flatMap((r) => r.phones.map(({ e164, typed }) => e164 || typed)) })
}

export type Hit = { readonly place: string; readonly key: string }
const rowsAtOnce = 2_000
const mostSales = 100_000

/** On the reader's thread: every row elsewhere that speaks of the person, and every staged file that does. */
export async function eraseHunt({ db, stopped }: Look, needles: Needles): Promise<Hit[]> {
  let rows = 0
  const pace = async (): Promise<void> => {
    if (++rows % rowsAtOnce > 0) return
    await pause()
    if (stopped()) throw new Refusal('check-cancelled')
  }
  const bytes = [...needles.texts, ...needles.numbers].map((needle) => Buffer.from(needle))
  const hits = await huntThrough(db, listenerFor(needles), pace)
  return [...hits, ...(await huntFiles(db, bytes, pace))]
}

export const hunt = (core: Core, needles: Needles): Promise<Hit[]> => askReader(core, 'erase-hunt', needles)

/** Writes down what was found, in the transaction that erases the person: from then on it will be emptied, also after a power cut. */
export function noteHits({ db }: Core, erasureId: string, hits: readonly Hit[]): void {
  for (const [place, found] of Map.groupBy(hits, (hit) => hit.place)) insertHits(db, erasureId, place, found.map(({ key }) => key))
}

/** Empties some of the rows that were found, and says how many: call it again until none is left. Staged files are a step of their own. */
export function emptyHits({ db }: Core, erasureId: string, most: number): number {
  for (const place of huntPlaces) {
    if (place.table === 'import_rows') continue
    const keys = someHits(db, erasureId, place.table, most)
    if (keys.length === 0) continue
    for (const key of keys) emptyHit(db, place, key)
    return dropHits(db, erasureId, place.table, keys)
  }
  return 0
}
