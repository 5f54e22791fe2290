import { fold } from '../folding.ts'

const wordish = /[\p{L}\p{N}\p{M}]+(?:[-'.&/_‐‑–·]+[\p{L}\p{N}\p{M}]+)*/gu
const joiner = /[-'.&/_‐‑–·]+/
const mostWordLetters = 40

/** Words with nothing but letters and digits in them. `parts`: Jean-Pierre is jean and pierre; an apostrophe never parts (O'Brien is obrien). */
export function typedWords(folded: string): string[] {
  const words: string[] = []
  for (const [chunk] of folded.replaceAll("'", '').matchAll(wordish)) words.push(...chunk.split(joiner))
  return words.map(cut)
}

/** The words a name is found by: each part, and the parts joined, so that jeanpierre, jean pierre, obrien and o brien all find theirs. */
export function nameWords(folded: string): string[] {
  if (plainWords.test(folded)) return folded.split(' ').filter(Boolean).map(cut)
  const words: string[] = []
  for (const [chunk] of folded.matchAll(wordish)) {
    const parts = chunk.split(joiner)
    words.push(...parts.map(cut))
    if (parts.length > 1) words.push(cut(parts.join('')))
  }
  return words
}
const plainWords = /^[a-z0-9 ]*$/
/** Never half a surrogate pair. */
const cut = (word: string): string => (word.length <= mostWordLetters ? word : word.slice(0, mostWordLetters).replace(/[\ud800-\udbff]$/, ''))

const notInAddress = /[^\p{L}\p{N}\p{M}@._+-]/gu
/** An e-mail address as a word: one word, whatever was typed in it. None begins with + or -, which mark words in the search tables. */
export const emailWord = (address: string): string => fold(address).replace(notInAddress, '').replace(/^[-+]+/, '').slice(0, 120)
export const digitsOf = (text: string): string => fold(text).replace(/[^0-9]/g, '')
