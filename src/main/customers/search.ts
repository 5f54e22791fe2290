import { fold } from '../folding.ts'
import { digitsOf, emailWord, typedWords } from './words.ts'
import { inactiveMark, otherMark } from './search-words.ts'

/** One thing that was typed, with every way it may be written; somebody matches where one of their words begins with one of these. */
export type Term = { readonly kind: 'name' | 'digits' | 'email' | 'code'; readonly forms: readonly string[] }
export type Reach = { readonly scope: 'picker' | 'all'; readonly inactive: boolean }

const mostLetters = 200
const mostTerms = 8

/** The words of one try: each inner list is one thing typed, and any of its forms will do. `=` before a form asks for the whole word. */
export type Wanted = readonly (readonly string[])[]

/** Turns what was typed into terms by its shape: an @ makes an e-mail, digits a phone or a code, letters and digits a code, words a name. */
export function readTyped(typed: string): Term[] {
  const chunks = groupDigits(typed.slice(0, mostLetters).split(/[\s,;]+/).filter(Boolean))
  return chunks.flatMap(termsOf).slice(0, mostTerms)
}

/** A phone number with spaces in it is one thing: (514) 555-0142. */
function groupDigits(chunks: readonly string[]): string[] {
  const grouped: string[] = []
  let wasDigits = false
  for (const chunk of chunks) {
    const isDigits = onlyDigits.test(fold(chunk))
    if (isDigits && wasDigits) grouped.push(`${grouped.pop()}${chunk}`)
    else grouped.push(chunk)
    wasDigits = isDigits
  }
  return grouped
}

const onlyDigits = /^[^\p{L}@]*\d[^\p{L}@]*$|^[+()-]+$/u
/** ana.ruiz may be two names or the beginning of an address. */
const inAddress = /[._+-]/
const codeLike = /^([a-z]{1,5})[-_. ]?(\d+)$/

function termsOf(chunk: string): Term[] {
  const folded = fold(chunk)
  if (folded.includes('@')) return emailTerm(folded)
  if (onlyDigits.test(folded)) return digitsTerm(folded)
  const code = codeLike.exec(folded)
  if (code) return [{ kind: 'code', forms: [`${code[1]}${code[2]}`] }]
  const whole = inAddress.test(folded) ? [emailWord(folded)].filter(Boolean) : []
  return typedWords(folded).map((word) => ({ kind: 'name', forms: [word, ...whole] }))
}

function emailTerm(folded: string): Term[] {
  const word = emailWord(folded)
  return word === '' || word === '@' ? [] : [{ kind: 'email', forms: [word] }]
}

/** As typed, and without what is dialled in front: 00, 011, or the 0 of a number at home. */
function digitsTerm(folded: string): Term[] {
  const digits = digitsOf(folded)
  if (digits === '') return []
  const forms = [digits]
  if (digits.startsWith('00') && digits.length > 4) forms.push(digits.slice(2))
  if (digits.startsWith('011') && digits.length > 5) forms.push(digits.slice(3))
  if (/^0[1-9]/.test(digits) && digits.length > 5) forms.push(digits.slice(1))
  return [{ kind: 'digits', forms }]
}

/** May names alone answer it? */
export const isNames = (terms: readonly Term[]): boolean => terms.every(({ kind }) => kind === 'name')
/** Is it one number and nothing else? Then whoever has exactly that comes first. */
export const isNumber = (terms: readonly Term[]): boolean => terms.length === 1 && terms[0]?.kind === 'digits'

export const beginsWith = (terms: readonly Term[]): Wanted => terms.map(({ forms }) => forms)
export const isExactly = (terms: readonly Term[]): Wanted => terms.map(({ forms }) => forms.map((form) => `=${form}`))

/**
 * Spaces are forgiven where nothing was found: anaruiz is ana ruiz, and "brul erie" is brulerie. Each answer is one way to read it; any will do.
 */
export function respaced(terms: readonly Term[]): Wanted[] {
  if (!isNames(terms)) return []
  const words = terms.map(({ forms }) => forms[0] ?? '')
  return words.length === 1 ? splits(words[0] ?? '') : joins(words)
}

const splits = (word: string): Wanted[] => {
  const ways: Wanted[] = []
  for (let at = 2; at <= word.length - 2 && word.length >= 5; at++) if (!isHalf(word, at)) ways.push([[`=${word.slice(0, at)}`], [word.slice(at)]])
  return ways
}
const isHalf = (word: string, at: number): boolean => /[\udc00-\udfff]/.test(word.charAt(at))
const joins = (words: readonly string[]): Wanted[] =>
  words.slice(1).map((word, at) => [`${words[at]}${word}`.slice(0, 40), ...words.slice(0, at), ...words.slice(at + 2)].map((form) => [form]))

/** The question as FTS5 reads it. Words hold nothing but letters, digits and @._+-, so quotes are all the care it needs. */
export function questionFor(wanted: Wanted, reach: Reach): string {
  return wanted.map((forms) => either(forms.flatMap((form) => marked(form, reach)))).join(' AND ')
}
/** One thing typed: how it may begin a word, and the words of the index, marks and all, that hold it further in. */
export type Inside = { readonly begins: readonly string[]; readonly inside: readonly string[] }
/** Each thing typed, at the beginning of a word or inside one. Words that are known need no marks tried: four times fewer to look up. */
export const questionInside = (typed: readonly Inside[], reach: Reach): string =>
  typed.map(({ begins, inside }) => either([...begins.flatMap((form) => marked(form, reach)), ...inside.map((word) => `"${word}"`)])).join(' AND ')
export const anyOf = (ways: readonly Wanted[], reach: Reach): string => ways.map((way) => `(${questionFor(way, reach)})`).join(' OR ')

const either = (asked: readonly string[]): string => (asked.length === 1 ? (asked[0] ?? '') : `(${asked.join(' OR ')})`)

function marked(form: string, { scope, inactive }: Reach): string[] {
  const whole = form.startsWith('=')
  const word = whole ? form.slice(1) : form
  const marks = ['', ...(scope === 'all' ? [otherMark] : []), ...(inactive ? [inactiveMark] : []),
    ...(scope === 'all' && inactive ? [inactiveMark + otherMark] : [])]
  return marks.map((mark) => `"${mark}${word}"${whole ? '' : '*'}`)
}
