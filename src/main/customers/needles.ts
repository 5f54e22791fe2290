import { digitsOf } from './words.ts'

/** What of a person can be recognised wherever it was typed: `texts` folded to lower case, `numbers` as digits alone. */
export type Needles = { readonly ids: readonly string[]; readonly texts: readonly string[]; readonly numbers: readonly string[] }

const fewestLetters = 5
const [fewestDigits, mostDigits] = [7, 10]
type Known = { readonly texts: readonly string[]; readonly phones: readonly string[] }

/** Short words would find others; of a phone the last ten digits are the number as people write it. */
export function needlesFor(ids: readonly string[], { texts, phones }: Known): Needles {
  const words = texts.map((text) => text.trim().toLowerCase()).filter((text) => text.length >= fewestLetters)
  const numbers = phones.map((phone) => digitsOf(phone)).filter((digits) => digits.length >= fewestDigits).map((digits) => digits.slice(-mostDigits))
  return { ids, texts: [...new Set(words)], numbers: [...new Set(numbers)] }
}

/** Does this text speak of the person? Ids count only where they are asked for: an id alone says nothing to anybody. */
export function speaksOf(text: string, { ids, texts, numbers }: Needles, byId: boolean): boolean {
  if (byId && ids.some((id) => text.includes(id))) return true
  const lower = text.toLowerCase()
  if (texts.some((needle) => lower.includes(needle))) return true
  if (numbers.length === 0) return false
  const digits = text.replace(/\D+/g, '')
  return numbers.some((number) => digits.includes(number))
}
