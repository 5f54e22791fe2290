import type { Core } from '../context.ts'
import { guess } from '../customers/near.ts'
import { anyOf, beginsWith, questionFor, readTyped, respaced, type Reach, type Term } from '../customers/search.ts'
import { matchAll } from '../customers/search.sql.ts'
import { vocabularyOf } from '../customers/vocabulary.sql.ts'

/** Name, nickname, company, phone, mobile, e-mail and code, of inactive people too: what the Customer List searches (C4). */
const reach: Reach = { scope: 'picker', inactive: true }
const mostGuessed = 3
/** Nobody's word begins with it: what was typed holds nothing that can be searched for. */
const nobody = '"~"'

export type Question = { readonly question: string | null; readonly near: boolean }

/**
 * What was typed, as the search tables read it; null for nothing typed. It is the same for every page, count and act, so it is settled once: as typed
 * where that finds anybody, else with spaces forgiven, else (`near`) with one typing mistake.
 */
export async function listQuestion({ db }: Pick<Core, 'db'>, typed: string): Promise<Question> {
  if (typed.trim() === '') return { question: null, near: false }
  const terms = readTyped(typed)
  if (terms.length === 0) return { question: nobody, near: false }
  const finds = (question: string): boolean => matchAll(db, question, 1).length > 0
  const asTyped = questionFor(beginsWith(terms), reach)
  if (finds(asTyped)) return { question: asTyped, near: false }
  const ways = respaced(terms)
  const spaced = ways.length > 0 ? anyOf(ways, reach) : asTyped
  if (finds(spaced)) return { question: spaced, near: false }
  const almost = await guessed(db, terms)
  return finds(almost) ? { question: almost, near: true } : { question: asTyped, near: false }
}

async function guessed(db: Core['db'], terms: readonly Term[]): Promise<string> {
  const vocabulary = await vocabularyOf(db)
  const forms = terms.map(({ kind, forms: typed }, at) => {
    const guesses = kind === 'name' && at < mostGuessed ? guess(typed[0] ?? '', vocabulary) : []
    return [...typed, ...guesses.flatMap(({ whole, beginnings }) => [...whole.map((word) => `=${word}`), ...beginnings])]
  })
  return questionFor(forms, reach)
}
