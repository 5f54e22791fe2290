import type { Look } from '../context.ts'
import type { CustomerRow } from '../customers/customer.ts'
import { isNameOrMobile, seenWhole, squash, whyExact, whyFound, type Fact, type Why } from '../customers/facts.ts'
import { factsOf } from '../customers/facts.sql.ts'
import { wordsHolding } from './words-inside.ts'
import { mostLettersOf, ownersOfCards } from '../customers/inside-words.sql.ts'
import { seenRow } from '../customers/masks.ts'
import { peopleById, peopleBySeq, type Person } from '../customers/people.sql.ts'
import { rowOf } from '../customers/rows.ts'
import { questionFor, readTyped, type Term, type Wanted } from '../customers/search.ts'
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
    found.look(peopleBySeq(look.db, seqsAsTyped(look.db, terms, { scope: asked.scope === 'any' ? 'all' : 'picker', inactive: asked.inactive }, mostLookedAt)))
    if (asked.scope === 'any' && squash(asked.text).length >= fewestOfCard) found.look(peopleById(look.db, ownersOfCards(look.db, squash(asked.text))))
    if (!found.isFull()) found.look(peopleBySeq(look.db, await seqsHolding(look, terms, asked)))
  }
  return { mode, mostLetters, ...found.answer() }
}

type Judged = { readonly terms: readonly Term[]; readonly mode: PeopleFound['mode'] }

/** Looks at people in the order they come, each once, and keeps those who answer with a field this caller may see. */
function collector({ db }: Look, asked: PeopleAsked, { terms, mode }: Judged) {
  const seen = new Set<string>()
  const [rows, close]: [Hit[], Hit[]] = [[], []]
  const isFull = () => rows.length > asked.most || (mode === 'whole' && close.length >= mostClose)
  const judge = (person: Person, facts: readonly Fact[]): void => {
    const visible = seenWhole(asked.scope === 'any' ? facts : facts.filter(isNameOrMobile), asked.sight)
    const exact = mode === 'whole' ? whyExact(visible, asked.text, terms) : null
    const why = exact ?? whyFound(visible, terms)
    if (why) (mode === 'whole' && !exact ? close : rows).push({ ...seenRow(rowOf(person, asked.country), asked.sight), why })
  }
  return {
    isFull,
    look: (people: readonly Person[]): void => {
      const fresh = people.filter(({ id, status }) => !seen.has(id) && (asked.inactive || status !== 'inactive') && seen.add(id))
      for (let at = 0; at < fresh.length && !isFull(); at += atOnce) {
        const some = fresh.slice(at, at + atOnce)
        const facts = factsOf(db, some.map(({ id }) => id), asked)
        some.forEach((person) => judge(person, facts.get(person.id) ?? []))
      }
    },
    answer: () => ({ rows: rows.slice(0, asked.most), close: close.slice(0, mostClose), more: rows.length > asked.most }),
  }
}

/** The places of those whose words hold each thing typed, at their beginning or in their middle. */
async function seqsHolding({ db, stopped }: Look, terms: readonly Term[], { scope, inactive }: PeopleAsked): Promise<number[]> {
  const wanted: string[][] = []
  for (const { forms } of terms) {
    const words = await wordsHolding(db, forms[0] ?? '', stopped)
    if (words.length === 0) return []
    wanted.push(words.map((word) => `=${word}`))
  }
  const question: Wanted = wanted
  return matchAll(db, questionFor(question, { scope: scope === 'any' ? 'all' : 'picker', inactive }), mostLookedAt)
}
