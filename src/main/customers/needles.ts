import { digitsOf } from './words.ts'

/** What of a person can be recognised wherever it was typed: `texts` folded to lower case, `numbers` as digits alone. */
export type Needles = {
  readonly ids: readonly string[]
  /** Of their sales and refunds: a kept answer that names one tells what was done in it. */
  readonly things: readonly string[]
  readonly texts: readonly string[]; readonly numbers: readonly string[]
}

const fewestLetters = 5
const [fewestDigits, mostDigits] = [7, 10]
type Known = { readonly texts: readonly string[]; readonly phones: readonly string[] }

/** Short words would find others; of a phone the last ten digits are the number as people write it. */
export function needlesFor(ids: readonly string[], things: readonly string[], { texts, phones }: Known): Needles {
  const words = texts.map((text) => text.trim().toLowerCase()).filter((text) => text.length >= fewestLetters)
  const numbers = phones.map((phone) => digitsOf(phone)).filter((digits) => digits.length >= fewestDigits).map((digits) => digits.slice(-mostDigits))
  return { ids, things, texts: [...new Set(words)], numbers: [...new Set(numbers)] }
}

const quoted = /"([\w-]{6,64})"/g
type Speaks = (text: string, byId: boolean) => boolean
/** Says of a text whether it speaks of the person. Ids count only where they are asked for: an id alone says nothing to anybody. */
export function listenerFor({ ids, things, texts, numbers }: Needles): Speaks {
  const named = new Set(things)
  const namesOne = (text: string): boolean => ids.some((id) => text.includes(id)) || (named.size > 0 && [...text.matchAll(quoted)].some(([, id]) => named.has(id ?? '')))
  return (text, byId) => {
    if (byId && namesOne(text)) return true
    const lower = text.toLowerCase()
    if (texts.some((needle) => lower.includes(needle))) return true
    if (numbers.length === 0) return false
    const digits = text.replace(/\D+/g, '')
    return numbers.some((number) => digits.includes(number))
  }
}
