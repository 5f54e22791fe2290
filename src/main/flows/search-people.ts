import type { Look } from '../context.ts'
import type { CustomerRow } from '../customers/customer.ts'
import { isNameOrMobile, nameFacts, seenWhole, squash, whyExact, whyFound, type Fact, type Why } from '../customers/facts.ts'
import { factsOf } from '../customers/facts.sql.ts'
import { wordsInside } from './words-inside.ts'
import { mostLettersOf, ownersOfCards } from '../customers/inside-words.sql.ts'
import { seenRow } from '../customers/masks.ts'
import { peopleById, peopleBySeq, type Person } from '../customers/people.sql.ts'
import { rowOf } from '../customers/rows.ts'
import { questionInside, readTyped, type Inside, type Reach, type Term } from '../customers/search.ts'
import { matchAll } from '../customers/search.sql.ts'
import type { FieldSight } from '../vocabulary.ts'
import { seqsAsTyped } from './find-customers.ts'

export type SearchScope = 'any' | 'name-or-mobile'
export type PeopleAsked = {
  readonly text: string; readonly scope: SearchScope; readonly most: number; readonly inactive: boolean
  readonly country: string; readonly sight: FieldSight; readonly allAttributes: boolean
}
export type Hit = CustomerRow & { readonly why: readonly Why[] }
/**
 * `mode` says what was asked of whoever is in `rows`: to hold what was typed somewhere ('piece'), or to have something that is exactly that ('whole',
 * from the letter after `mostLetters` on). `close` are those who only hold it, where a whole match was asked for.
 */
export type PeopleFound = { readonly mode: 'piece' | 'whole'; readonly mostLetters: number; readonly rows: readonly Hit[]; readonly close: readonly Hit[]; readonly more: boolean }

/** As many people are looked at for one answer; where more would be found, `more` says so and another letter helps. */
const mostLookedAt = 1_000
const atOnce = 100
/** Fewer signs than this are on too many cards to mean one. */
const fewestOfCard = 3
const mostClose = 20

/**
 * Who has what was typed anywhere in what is known of them, and where (S4-05 … S4-07). First whose words begin so, then who holds it in the middle
 * of one; nobody is found by a field that this caller may not see whole. For the reader's thread.
 */
export async function searchPeople(look: Look, asked: PeopleAsked): Promise<PeopleFound> {
  const mostLetters = mostLettersOf(look.db)
  const terms = readTyped(asked.text)
  const mode = asked.scope === 'any' && Array.from(asked.text.trim()).length > mostLetters ? 'whole' : 'piece'
  const found = collector(look, asked, { terms, mode })
  if (terms.length > 0) {
    found.lookAt(seqsAsTyped(look.db, terms, { scope: asked.scope === 'any' ? 'all' : 'picker', inactive: asked.inactive }, mostLookedAt))
    if (asked.scope === 'any' && squash(asked.text).length >= fewestOfCard) found.look(peopleById(look.db, ownersOfCards(look.db, squash(asked.text))))
    if (!found.isFull()) found.lookAt(await seqsHolding(look, terms, asked))
  }
  return { mode, mostLetters, ...found.answer() }
}

type Judged = { readonly terms: readonly Term[]; readonly mode: PeopleFound['mode'] }

/** Looks at people in the order they come, each once, and keeps those who answer with a field this caller may see. */
function collector({ db }: Look, asked: PeopleAsked, { terms, mode }: Judged) {
  const seen = new Set<string>()
  const [rows, close]: [Hit[], Hit[]] = [[], []]
  const isFull = () => rows.length > asked.most || (mode === 'whole' && close.length >= mostClose)
  const inScope = (facts: readonly Fact[]): readonly Fact[] => (asked.scope === 'any' ? facts : facts.filter(isNameOrMobile))
  // Names are the first reasons there are and stand on the row itself: whoever is found by them alone needs no look at all the rest.
  const byNames = (person: Person): Why[] | null => (mode === 'piece' ? whyFound(inScope(nameFacts(person)), terms) : null)
  const judge = (person: Person, facts: readonly Fact[], named: Why[] | null): void => {
    const visible = named ? [] : seenWhole(inScope(facts), asked.sight)
    const exact = mode === 'whole' ? whyExact(visible, asked.text, terms) : null
    const why = named ?? exact ?? whyFound(visible, terms)
    if (why) (mode === 'whole' && !exact ? close : rows).push({ ...seenRow(rowOf(person, asked.country), asked.sight), why })
  }
  const look = (people: readonly Person[]): void => {
    const fresh = people.filter(({ id, status }) => !seen.has(id) && (asked.inactive || status !== 'inactive') && seen.add(id)).map((person) => ({ person, named: byNames(person) }))
    const others = fresh.filter(({ named }) => named === null).map(({ person }) => person.id)
    const facts = others.length > 0 ? factsOf(db, others, asked) : null
    fresh.forEach(({ person, named }) => judge(person, facts?.get(person.id) ?? [], named))
  }
  const inStretches = <T>(all: readonly T[], work: (some: readonly T[]) => void): void => {
    for (let at = 0; at < all.length && !isFull(); at += atOnce) work(all.slice(at, at + atOnce))
  }
  const looked = new Set<number>()
  return {
    isFull,
    look: (people: readonly Person[]): void => inStretches(people, look),
    /** The same by their places, of which only so many are read as are needed. */
    lookAt: (seqs: readonly number[]): void => inStretches(seqs.filter((seq) => !looked.has(seq)), (some) => {
      some.forEach((seq) => looked.add(seq))
      look(peopleBySeq(db, some))
    }),
    answer: () => ({ rows: rows.slice(0, asked.most), close: close.slice(0, mostClose), more: rows.length > asked.most }),
  }
}

/**
 * The places of those whose words hold each thing typed, something of it in the middle of one: who has all of it at beginnings was looked at before, so that
 * of one thing only the middles are asked for.
 */
async function seqsHolding({ db, stopped }: Look, terms: readonly Term[], { scope, inactive }: PeopleAsked): Promise<number[]> {
  const reach: Reach = { scope: scope === 'any' ? 'all' : 'picker', inactive }
  const typed: Inside[] = []
  for (const { forms } of terms) typed.push({ begins: terms.length === 1 ? [] : forms, inside: await wordsInside(db, forms[0] ?? '', reach, stopped) })
  return typed.every(({ inside }) => inside.length === 0) ? [] : matchAll(db, questionInside(typed, reach), mostLookedAt)
}
