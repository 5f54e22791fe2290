import type { CustomerRow, LetterCount } from '../../main/customers/customer.ts'

/** One line of the list: a heading, someone known already, or whoever stands at a place of the A-Z list and is fetched when looked at. */
export type Entry =
  | { readonly kind: 'heading'; readonly of: 'recent' | 'all' }
  | { readonly kind: 'person'; readonly row: CustomerRow }
  | { readonly kind: 'place'; readonly place: number }

/** What the list shows: people who were here lately, then everyone by the alphabet; or only who was found. */
export type Shown = { readonly recent: readonly CustomerRow[]; readonly found: readonly CustomerRow[] | null; readonly total: number }

const headings = (shown: Shown) => (shown.recent.length > 0 ? shown.recent.length + 2 : 0)

export const countOf = (shown: Shown): number => (shown.found ? shown.found.length : headings(shown) + shown.total)

export function entryAt(shown: Shown, index: number): Entry {
  if (shown.found) return personOr(shown.found[index], index)
  if (index >= headings(shown)) return { kind: 'place', place: index - headings(shown) }
  if (index === 0) return { kind: 'heading', of: 'recent' }
  return index === headings(shown) - 1 ? { kind: 'heading', of: 'all' } : personOr(shown.recent[index - 1], 0)
}
const personOr = (row: CustomerRow | undefined, place: number): Entry => (row ? { kind: 'person', row } : { kind: 'place', place })

/** Where someone's line stands when the A-Z list begins at `place`. */
export const indexOfPlace = (shown: Shown, place: number): number => (shown.found ? 0 : headings(shown) + place)

/** The next line that can be chosen, over headings, never past the ends. */
export function step(shown: Shown, from: number, by: number): number {
  const last = countOf(shown) - 1
  const wanted = Math.min(last, Math.max(0, from + by))
  if (wanted < 0 || entryAt(shown, wanted).kind !== 'heading') return wanted
  const beyond = wanted + (by < 0 ? -1 : 1)
  return beyond < 0 || beyond > last ? step(shown, wanted, by < 0 ? 1 : -1) : beyond
}

/** A run of the A-Z list that is fetched at once: `skip` people after the first of their letter. */
export type Block = { readonly letter: string; readonly skip: number; readonly start: number; readonly most: number }
export const blockSize = 50

/** The runs that hold the places from `first` to `last`. Letters come in the order of the list, '#' last. */
export function blocksFor(letters: readonly LetterCount[], first: number, last: number): Block[] {
  const blocks: Block[] = []
  let start = 0
  for (const { letter, count } of letters) {
    for (let skip = Math.max(0, Math.floor((first - start) / blockSize)) * blockSize; skip < count && start + skip <= last; skip += blockSize) {
      blocks.push({ letter, skip, start: start + skip, most: Math.min(blockSize, count - skip) })
    }
    start += count
  }
  return blocks
}

/** Where a letter begins; a letter that nobody has begins where the next one does. */
export function placeOf(letters: readonly LetterCount[], letter: string): number {
  const rank = (each: string) => (each === '#' ? 'ZZ' : each)
  return letters.filter((each) => rank(each.letter) < rank(letter)).reduce((sum, { count }) => sum + count, 0)
}

/** Under which letter a place stands. */
export function letterAt(letters: readonly LetterCount[], place: number): string {
  let start = 0
  for (const { letter, count } of letters) {
    if (place < start + count) return letter
    start += count
  }
  return letters.at(-1)?.letter ?? 'A'
}
