import type { Core } from '../context.ts'
import type { CustomerRow, Found } from '../customers/customer.ts'
import { speakerFor } from '../customers/contacts.ts'
import { initialOf } from '../customers/names.ts'
import { guess, type Guesses } from '../customers/near.ts'
import { contactsOfMany } from '../customers/parts.sql.ts'
import { countPeople, latestPeople, peopleByName, peopleBySeq, type From } from '../customers/people.sql.ts'
import { rowOf } from '../customers/rows.ts'
import { anyOf, beginsWith, isExactly, isNames, isNumber, questionFor, readTyped, respaced, type Reach, type Term } from '../customers/search.ts'
import { matchAll, matchNames } from '../customers/search.sql.ts'
import { vocabularyOf } from '../customers/vocabulary.sql.ts'
import { balancesOf } from '../loyalty/shown.sql.ts'
import type { ReadableDB } from '../store/sql.ts'
import { theShop } from './the-shop.ts'

export type FindAsked = Asked & { readonly text: string; readonly most: number; readonly after: string | null }
/** `namesOnly`: who is asking may not search by anything else. */
type Asked = Reach & { readonly namesOnly?: boolean }
/** A list on a screen ends here; nobody scrolls on, they type another letter. */
const mostRows = 1_000
/** Looking for what a word may have been takes milliseconds in a large vocabulary: the first three words are looked for. */
const mostGuessed = 3

/**
 * One page of who was meant, for what was typed so far: names first, then e-mail, phone and code (with scope 'all' whatever else is known), each by
 * recency; where nothing is, spaces and then one typing mistake are forgiven (`near`). Never throws, whatever was typed.
 */
export async function findCustomers(core: Pick<Core, 'db'>, asked: FindAsked): Promise<Found> {
  const { seqs, near, more } = await findSeqs(core.db, asked)
  return { rows: rowsOfSeqs(core, seqs, asked.text), near, more }
}

/** The rows of people at these places in recency. Who was found as a contact of a business is named: "Ana (Brûlerie Co)". */
export function rowsOfSeqs(core: Pick<Core, 'db'>, seqs: readonly number[], text = ''): CustomerRow[] {
  const { country } = theShop(core)
  const rows = peopleBySeq(core.db, seqs).map((person) => rowOf(person, country))
  return withPoints(core.db, withSpeakers(core.db, rows, readTyped(text)))
}

function withSpeakers(db: ReadableDB, rows: readonly CustomerRow[], terms: readonly Term[]): CustomerRow[] {
  const businesses = rows.filter(({ type }) => type === 'business').map(({ id }) => id)
  if (businesses.length === 0 || terms.length === 0) return [...rows]
  const contacts = contactsOfMany(db, businesses)
  return rows.map((row) => {
    const speaker = speakerFor(contacts.get(row.id) ?? [], row.displayName, terms)
    return speaker ? { ...row, displayName: `${speaker.name} (${row.displayName})`, initial: initialOf(speaker.name) } : row
  })
}

/** The same without the rows: the places in recency of who was found, for a search that is timed or tested by itself. */
export async function findSeqs(db: ReadableDB, asked: FindAsked): Promise<{ seqs: number[]; near: boolean; more: string | null }> {
  const skipped = Math.min(Number(asked.after ?? 0) || 0, mostRows)
  const need = Math.min(skipped + asked.most + 1, mostRows)
  const terms = readTyped(asked.text)
  let found = terms.length === 0 ? [] : seqsAsTyped(db, terms, asked, need)
  const near = found.length === 0 && terms.length > 0
  if (near) found = await almost(db, terms, asked, need)
  const end = skipped + asked.most
  return { seqs: found.slice(skipped, end), near: near && found.length > 0, more: found.length > end ? String(end) : null }
}

/** Collects places in order, each once, until there are enough. */
function collector(need: number) {
  const seqs = new Set<number>()
  return {
    seqs,
    add: (find: (most: number) => readonly number[]): void => {
      if (seqs.size < need) for (const seq of find(need)) if (seqs.size < need) seqs.add(seq)
    },
  }
}

/** The places in recency of whose words begin with what was typed: names first where only names were; spaces are forgiven where nothing is. */
export function seqsAsTyped(db: ReadableDB, terms: readonly Term[], reach: Asked, need: number): number[] {
  const { seqs, add } = collector(need)
  const match = reach.namesOnly ? matchNames : matchAll
  if (isNumber(terms)) add((most) => matchAll(db, questionFor(isExactly(terms), reach), most))
  if (isNames(terms)) add((most) => matchNames(db, questionFor(beginsWith(terms), { ...reach, scope: 'picker' }), most))
  add((most) => match(db, questionFor(beginsWith(terms), reach), most))
  if (seqs.size > 0) return [...seqs]
  const ways = respaced(terms)
  if (ways.length > 0) add((most) => match(db, anyOf(ways, reach), most))
  return [...seqs]
}

/** Each name typed may also be what it is one mistake away from: the fewest mistakes first, whole names before beginnings of names. */
async function almost(db: ReadableDB, terms: readonly Term[], reach: Reach, need: number): Promise<number[]> {
  if (!terms.some(({ kind, forms }) => kind === 'name' && (forms[0] ?? '').length > 3)) return []
  const vocabulary = await vocabularyOf(db)
  const guesses = terms.map(({ kind, forms }, at) => (kind === 'name' && at < mostGuessed ? guess(forms[0] ?? '', vocabulary) : []))
  const { seqs, add } = collector(need)
  const forms = terms.map((term) => [...term.forms])
  for (const heap of heaps) {
    if (!widen(forms, guesses, heap)) continue
    if (isNames(terms)) add((most) => matchNames(db, questionFor(forms, { ...reach, scope: 'picker' }), most))
    else add((most) => matchAll(db, questionFor(forms, reach), most))
  }
  return [...seqs]
}

const heaps = [[0, 'whole'], [0, 'beginnings'], [1, 'whole'], [1, 'beginnings']] as const

function widen(forms: string[][], guesses: readonly Guesses[], [mistakes, kind]: (typeof heaps)[number]): boolean {
  let isLonger = false
  guesses.forEach((guessed, at) => {
    const words = guessed[mistakes]?.[kind] ?? []
    if (words.length === 0) return
    forms[at]?.push(...words.map((word) => (kind === 'whole' ? `=${word}` : word)))
    isLonger = true
  })
  return isLonger
}

/** The people served or written last, for a picker that just opened. */
export function recentPeople(core: Core, most: number): CustomerRow[] {
  const { country } = theShop(core)
  return withPoints(core.db, latestPeople(core.db, most).map((person) => rowOf(person, country)))
}

type PageAsked = { readonly after: string | null; readonly most: number; readonly letter: string | null; readonly inactive?: boolean;
  readonly skip?: number }

/** A page of everyone from A to Z. `letter` jumps to where it begins and the list goes on from there; `total` counts everyone. */
export function pageOfPeople(core: Core, asked: PageAsked): { rows: CustomerRow[]; more: string | null; total: number } {
  const { country } = theShop(core)
  const inactive = asked.inactive === true
  const people = peopleByName(core.db, { ...fromOf(asked), skip: asked.skip ?? 0 }, inactive, asked.most + 1)
  const page = people.slice(0, asked.most)
  const last = page.at(-1)
  return {
    rows: withPoints(core.db, page.map((person) => rowOf(person, country))), total: countPeople(core.db, inactive),
    more: people.length > asked.most && last ? `${last.id} ${last.sortName}` : null,
  }
}

function fromOf({ after, letter }: PageAsked): From {
  if (after === null) return { sortName: letter === null ? '' : letter === '#' ? '{' : letter.toLowerCase(), id: '' }
  const [id = '', ...sortName] = after.split(' ')
  return { id, sortName: sortName.join(' ') }
}

/** What each of them has, in one question for the whole page. */
function withPoints(db: ReadableDB, rows: readonly CustomerRow[]): CustomerRow[] {
  const balances = new Map(balancesOf(db, rows.map(({ id }) => id)).map(({ customerId, balance }) => [customerId, balance]))
  return rows.map((row) => ({ ...row, points: balances.get(row.id) ?? null }))
}
