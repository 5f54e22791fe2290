import { setImmediate as pause } from 'node:timers/promises'
import type { Look } from '../context.ts'
import { tallyOf, type Counted, type Facet } from '../customers/list-facets.sql.ts'
import type { ListSort } from '../customers/list-filter.ts'
import { bestOf, codeAfter, countEveryone, countOf, idsOf, namesAfter, seqsFound, type Named, type Placed, type Stretch } from '../customers/list-scan.sql.ts'
import { whereOf, type SettledFilter } from '../customers/list-where.sql.ts'
import { Refusal } from '../errors.ts'
import type { ReadableDB } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'

/** A filter as the reader's thread is asked it: everything in it holds at once; `question` is what was typed, as the search tables read it. */
export type ListAsked = { readonly filters: readonly SettledFilter[]; readonly question: string | null }
/** Who is in the list, as far as it is shown; `total` is null where counting would have taken longer than finding. */
export type ListPlaces = { readonly ids: CustomerId[]; readonly total: number | null }

// One piece of work lasts about this long, so that whoever types on is answered in between; how much fits into it is learnt as it goes.
const pieceMs = 30
const [fewest, most] = [250, 40_000]
const firstPiece = 4_000

/** Behind every customer code there is. */
const endOfCodes = '\uffff'

/** Cuts everyone, or everyone whom the search tables find, into pieces; between two of them others are read. Refuses 'check-cancelled'. */
export async function* stretches({ db, stopped }: Pick<Look, 'db' | 'stopped'>, question: string | null): AsyncGenerator<Stretch> {
  const next = question === null ? byCode(db) : bySearch(db, question)
  for (let size = firstPiece; ;) {
    const began = performance.now()
    const stretch = next(size)
    if (!stretch) return
    yield stretch
    size = Math.round(Math.min(most, Math.max(fewest, size * Math.min(4, pieceMs / Math.max(performance.now() - began, 1)))))
    await pause()
    if (stopped()) throw new Refusal('check-cancelled')
  }
}

type Next = (size: number) => Stretch | null
function byCode(db: ReadableDB): Next {
  let from: string | null = ''
  return (size) => {
    if (from === null) return null
    const to = codeAfter(db, from, size)
    const stretch: Stretch = { kind: 'range', from, to: to ?? endOfCodes }
    from = to
    return stretch
  }
}
function bySearch(db: ReadableDB, question: string): Next {
  let at = 0
  return (size) => {
    const of = seqsFound(db, question, at, size)
    at = of.at(-1) ?? at
    return of.length > 0 ? { kind: 'seqs', of } : null
  }
}

const isEveryone = ({ filters, question }: ListAsked): boolean => question === null && filters.every((filter) => Object.keys(filter).every((name) => name === 'today'))

/** Who stands in the list, in its order, up to `rows` of them: by name off the index where that finds enough soon, else everyone is looked at. */
export async function listPlaces(look: Look, asked: ListAsked & { readonly sort: ListSort; readonly rows: number }): Promise<ListPlaces> {
  const byName = asked.sort.column === 'name' && asked.question === null ? await firstByName(look, asked) : null
  return byName ?? bestOfAll(look, asked)
}

const [fewestAtOnce, mostAtOnce] = [500, 2_000]
/** Reading somebody's whole row costs as much as passing a hundred by in the index of everyone. */
const walkedShare = 100
/** The first of the A-Z order, or null where so few of its beginning match that looking at everyone is quicker. */
async function firstByName({ db, stopped }: Look, asked: ListAsked & { readonly sort: ListSort; readonly rows: number }): Promise<ListPlaces | null> {
  const where = whereOf(asked.filters)
  const ids: CustomerId[] = []
  let after: Named | null = null
  const mostNames = isEveryone(asked) ? Number.POSITIVE_INFINITY : countEveryone(db) / walkedShare
  const namesAtOnce = Math.round(Math.min(mostAtOnce, Math.max(fewestAtOnce, mostNames)))
  for (let seen = 0; seen < mostNames; seen += namesAtOnce) {
    const names: Named[] = namesAfter(db, after, asked.sort.down, isEveryone(asked) ? Math.min(namesAtOnce, asked.rows - ids.length) : namesAtOnce)
    const found = isEveryone(asked) ? names : bestOf(db, { kind: 'places', of: names.map(({ place }) => place) }, where, asked.sort, namesAtOnce)
    ids.push(...found.map(({ id }) => id as CustomerId))
    if (ids.length >= asked.rows) return { ids: ids.slice(0, asked.rows), total: isEveryone(asked) ? countEveryone(db) : null }
    if (names.length < namesAtOnce) return { ids, total: ids.length }
    after = names.at(-1) ?? null
    await pause()
    if (stopped()) throw new Refusal('check-cancelled')
  }
  return null
}

async function bestOfAll(look: Look, { sort, rows, ...asked }: ListAsked & { readonly sort: ListSort; readonly rows: number }): Promise<ListPlaces> {
  const where = whereOf(asked.filters)
  let best: Placed[] = []
  let [total, isWhole] = [0, true]
  for await (const stretch of stretches(look, asked.question)) {
    const found = bestOf(look.db, stretch, where, sort, rows)
    best = [...best, ...found].sort(ordered(sort.down)).slice(0, rows)
    total += found.length
    if (found.length >= rows) isWhole = false
  }
  return { ids: best.map(({ id }) => id), total: isWhole ? total : null }
}

const compared = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
/** As the file orders one piece, so that pieces can be put together: who has nothing there last, then by name. */
const ordered = (down: boolean) => (a: Placed, b: Placed): number =>
  Number(a.key === null) - Number(b.key === null) || (down ? -1 : 1) * compared(a.key ?? 0, b.key ?? 0) || compared(a.name, b.name) || compared(a.id, b.id)

/** How many the filter finds. */
export async function countList(look: Look, asked: ListAsked): Promise<{ total: number }> {
  if (isEveryone(asked)) return { total: countEveryone(look.db) }
  const where = whereOf(asked.filters)
  let total = 0
  for await (const stretch of stretches(look, asked.question)) total += countOf(look.db, stretch, where)
  return { total }
}

export type OptionsAsked = ListAsked & { readonly facets: readonly Facet[] }
export type OptionCounts = Partial<Readonly<Record<Facet, readonly Counted[]>>>
/** How many each option of these would find beside all else that is filtered by; what the option itself filters by now is the caller's to leave out. */
export async function countOptions(look: Look, { facets, ...asked }: OptionsAsked): Promise<OptionCounts> {
  const where = whereOf(asked.filters)
  const sums = new Map(facets.map((facet) => [facet, new Map<string, number>()]))
  for await (const stretch of stretches(look, asked.question)) {
    for (const [facet, sum] of sums) for (const { value, count } of tallyOf(look.db, stretch, where, facet, asked.filters[0]?.today ?? '')) sum.set(value, (sum.get(value) ?? 0) + count)
  }
  return Object.fromEntries([...sums].map(([facet, sum]) => [facet, [...sum].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)]))
}

/** A selection as the reader's thread is asked it. */
export type SelectionAsked = { readonly kind: 'ids'; readonly ids: readonly CustomerId[] } | (ListAsked & { readonly kind: 'filter'; readonly except: readonly CustomerId[] })

const idsAtOnce = 500
/** Everybody of a selection in pages of ids, of one moment; ids that were chosen one by one are handed on as they were. */
export async function* selectedPages(look: Pick<Look, 'db' | 'stopped'>, asked: SelectionAsked): AsyncGenerator<CustomerId[]> {
  if (asked.kind === 'ids') return yield* pagesOf([...new Set(asked.ids)])
  const [where, except] = [whereOf(asked.filters), new Set(asked.except)]
  for await (const stretch of stretches(look, asked.question)) yield* pagesOf(idsOf(look.db, stretch, where).filter((id) => !except.has(id)))
}
function* pagesOf(ids: readonly CustomerId[]): Generator<CustomerId[]> {
  for (let at = 0; at < ids.length; at += idsAtOnce) yield ids.slice(at, at + idsAtOnce)
}

/** The same told page by page to whoever asked the reader's thread; answers how many there were. */
export async function tellSelected(look: Look, asked: SelectionAsked): Promise<{ total: number }> {
  let total = 0
  for await (const ids of selectedPages(look, asked)) {
    total += ids.length
    look.heard({ ids })
  }
  return { total }
}
