import type { Language } from '../vocabulary.ts'
import type { NameParts } from './customer.ts'
import { fold } from '../folding.ts'

type Named = NameParts & { readonly type: 'personal' | 'business'; readonly company: string }

const wordList = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
const particles = wordList(`
  de del della di da das do dos du des la las le los van von der den ter ten zu zur af av al el bin bint ibn ben abu mac mc st st. saint
  san santa o' d' l' 't op
`)
const devotional = wordList(`
  angeles luz carmen jesus pilar mar rosario dolores mercedes consuelo socorro guadalupe concepcion nieves soledad fatima lourdes
`)
const secondGivenNames = wordList(`
  ann anne lee lynn jo jane mae may rose jose maria luis carlos antonio manuel jesus angel alberto eduardo fernando miguel pablo pedro
  isabel elena luisa teresa fernanda beatriz jean pierre paul marc claude louis marie michel francois john james david michael joseph
  thomas william robert andres ignacio javier alejandro ricardo enrique ramon rafael cristina victoria sofia
`)
const spanishSurnames = wordList(`
  garcia rodriguez gonzalez fernandez lopez martinez sanchez perez gomez martin jimenez ruiz hernandez diaz moreno munoz alvarez romero
  alonso gutierrez navarro torres dominguez vazquez ramos gil ramirez serrano blanco molina morales suarez ortega delgado castro ortiz
  rubio marin sanz nunez iglesias medina garrido cortes castillo santos lozano guerrero cano prieto mendez cruz flores herrera pena leon
  marquez cabrera calvo vidal campos vega reyes fuentes carrasco aguilar caballero vargas rojas silva mendoza rivera chavez guzman salazar
  contreras estrada soto avila mejia acosta pacheco velasquez velazquez espinoza valdez rios figueroa miranda salinas
`)
const suffixes = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv', 'v', 'phd', 'md', 'esq', 'esq.', 'fils'])
const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+$/u
const quoted = /\s*(?:"([^"]+)"|“([^”]+)”|«\s*([^»]+?)\s*»|\(([^)]+)\))\s*/

/**
 * One field, "Full Name or Nickname", split as people write names: one word is a nickname; "Ruiz, Ana"; de la Cruz, van Gogh and O'Brien stay whole;
 * two Spanish surnames stay together; a family name in Chinese, Japanese or Korean comes first; Robert "Bob" Smith has a nickname.
 */
export function splitName(typed: string, language: Language | null = null): NameParts {
  const text = typed.replace(/\s+/g, ' ').trim()
  const nick = quoted.exec(text)
  const nickname = (nick?.[1] ?? nick?.[2] ?? nick?.[3] ?? nick?.[4] ?? '').trim()
  const rest = nick ? text.replace(quoted, ' ').trim() : text
  if (rest === '') return { firstName: '', lastName: '', nickname: nickname === '' ? text : nickname }
  const named = splitPlain(rest, language)
  return nickname === '' ? named : { firstName: named.firstName === '' ? named.nickname : named.firstName, lastName: named.lastName, nickname }
}

function splitPlain(text: string, language: Language | null): NameParts {
  const comma = splitAtComma(text)
  if (comma) return comma
  const words = text.split(' ')
  if (words.length === 1) return { firstName: '', lastName: '', nickname: text }
  if (words.every((word) => eastAsian.test(word))) return { firstName: words.slice(1).join(' '), lastName: words[0] ?? '', nickname: '' }
  const at = surnameAt(words, language)
  return { firstName: words.slice(0, at).join(' '), lastName: words.slice(at).join(' '), nickname: '' }
}

/** "Ruiz, Ana" and "King, Martin Luther, Jr."; "Martin Luther King, Jr." has no comma that parts. */
function splitAtComma(text: string): NameParts | null {
  const [last = '', first = '', ...rest] = text.split(',').map((part) => part.trim())
  const suffix = rest.filter(Boolean).join(', ')
  if (last === '' || first === '' || suffixes.has(fold(first))) return null
  return { firstName: first, lastName: suffix === '' ? last : `${last} ${suffix}`, nickname: '' }
}

/** Where the surname begins: never at the first word, never at a suffix alone. */
function surnameAt(words: readonly string[], language: Language | null): number {
  const folded = words.map((word) => fold(word).replace(/,$/, ''))
  let end = folded.length
  while (end > 2 && suffixes.has(folded[end - 1] ?? '')) end--
  const particle = particleAt(folded, end)
  if (particle !== null) return particle
  const and = folded.findIndex((word, at) => (word === 'y' || word === 'i') && at >= 2 && at < end - 1)
  if (and > 0) return and - 1
  return end - surnameWords(folded.slice(0, end), language)
}

function particleAt(folded: readonly string[], end: number): number | null {
  for (let at = 1; at < end - 1; at++) {
    if (!particles.has(folded[at] ?? '')) continue
    let noun = at
    while (noun < end - 1 && particles.has(folded[noun] ?? '')) noun++
    if (!(devotional.has(folded[noun] ?? '') && noun < end - 1)) return wideSurname(folded, at)
    if (noun === end - 2) return end - 1
    return particleAt(folded.map((word, index) => (index <= noun ? '' : word)), end) ?? (noun + 1)
  }
  return null
}

/** "García de la Torre" is one surname, begun by the word before its particle, where a given name still stands in front. */
const wideSurname = (folded: readonly string[], at: number): number =>
  at >= 2 && spanishSurnames.has(folded[at - 1] ?? '') ? at - 1 : at

function surnameWords(folded: readonly string[], language: Language | null): 1 | 2 {
  if (folded.length < 3) return 1
  const second = folded.at(-2) ?? ''
  if (folded.length === 3 && secondGivenNames.has(second)) return 1
  if (spanishSurnames.has(second)) return 2
  return language === 'es' && folded.length > 3 ? 2 : 1
}

/** "Ana Ruiz"; a nickname where that is all there is; "Ana (Brûlerie Co)" for the contact of a business; a company. */
export function displayName(named: Named): string {
  const parts = eastAsian.test(named.lastName) ? [named.lastName, named.firstName] : [named.firstName, named.lastName]
  const person = parts.filter(Boolean).join(' ') || named.nickname
  if (named.company === '') return person
  if (person === '') return named.company
  return named.type === 'business' ? `${person} (${named.company})` : person
}

const mostSortLetters = 100
/**
 * What the A-Z list is ordered by: the name as it is shown, folded. Whatever begins with no letter from A to Z stands together at the end, under '{'.
 */
export function sortNameOf(shown: string): string {
  const folded = fold(shown).replace(/[^\p{L}\p{N}\p{M} ]+/gu, '').trim().slice(0, mostSortLetters)
  return /^[a-z]/.test(folded) ? folded : `{${folded}`
}
/** The letter of the strip; '#' for everything that is not a letter from A to Z. */
export const letterOf = (sortName: string): string => (/^[a-z]/.test(sortName) ? sortName.slice(0, 1).toUpperCase() : '#')

/** The round initial: one whole character, whatever the script; '?' where there is none. */
export function initialOf(shown: string): string {
  const letter = /[\p{L}\p{N}]\p{M}*/u.exec(shown)?.[0] ?? ''
  return letter === '' ? '?' : letter.toLocaleUpperCase('en')
}
