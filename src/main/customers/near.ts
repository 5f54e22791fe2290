/** Letters that make a word long enough to forgive one mistake in it, and two. */
const oneMistakeLetters = 4
const twoMistakesLetters = 9
const mostCandidates = 24

/** How many typing mistakes a word of that length is forgiven. Two letters swapped are one mistake. */
export const mistakesFor = (word: string): 0 | 1 | 2 => (word.length >= twoMistakesLetters ? 2 : word.length >= oneMistakeLetters ? 1 : 0)

/** What a mistyped word may have been, likeliest first: per number of mistakes, whole words, then beginnings of words. */
export type Guesses = readonly { readonly whole: readonly string[]; readonly beginnings: readonly string[] }[]

type Heaps = { whole: string[]; beginnings: string[] }[]

/**
 * Walks the sorted vocabulary as if it were a tree: words that begin alike share the work, and a beginning that is too far from what was typed
 * skips everything under it.
 */
export function guess(typed: string, vocabulary: readonly string[]): Guesses {
  const most = mistakesFor(typed)
  const heaps: Heaps = Array.from({ length: most }, () => ({ whole: [], beginnings: [] }))
  if (most > 0) walk(typed, vocabulary, most, heaps)
  return heaps.map(({ whole, beginnings }) => ({ whole: whole.slice(0, mostCandidates), beginnings: beginnings.slice(0, mostCandidates) }))
}

function walk(typed: string, vocabulary: readonly string[], most: number, heaps: Heaps): void {
  const rows: number[][] = [Array.from({ length: typed.length + 1 }, (_, at) => at)]
  let before = ''
  let at = 0
  while (at < vocabulary.length) {
    const word = vocabulary[at] ?? ''
    const depth = descend(typed, word, sharedLetters(before, word, rows.length - 1), most, rows, heaps)
    before = word
    at = depth === null ? at + 1 : firstAfter(vocabulary, word.slice(0, depth), at + 1)
  }
}

/** Goes down one word from where it leaves the last one. Answers the depth at which nothing below can be near any more, or null. */
function descend(typed: string, word: string, from: number, most: number, rows: number[][], heaps: Heaps): number | null {
  rows.length = from + 1
  for (let depth = from + 1; depth <= word.length; depth++) {
    const row = nextRow(typed, word, depth, rows)
    rows.push(row)
    const distance = row[typed.length] ?? 99
    if (distance > 0 && distance <= most) note(heaps[distance - 1], word, depth, typed)
    if (Math.min(...row) > most && Math.min(...(rows[depth - 1] ?? row)) >= most) return depth
  }
  return null
}

/** Optimal string alignment, one letter deeper: insert, delete, replace, or swap two neighbours. */
function nextRow(typed: string, word: string, depth: number, rows: readonly number[][]): number[] {
  const above = rows[depth - 1] ?? []
  const letter = word.charCodeAt(depth - 1)
  const row = [depth]
  for (let at = 1; at <= typed.length; at++) {
    const same = typed.charCodeAt(at - 1) === letter
    let cost = Math.min((above[at] ?? 99) + 1, (row[at - 1] ?? 99) + 1, (above[at - 1] ?? 99) + (same ? 0 : 1))
    const swapped = depth > 1 && at > 1 && typed.charCodeAt(at - 2) === letter && typed.charCodeAt(at - 1) === word.charCodeAt(depth - 2)
    if (swapped) cost = Math.min(cost, (rows[depth - 2]?.[at - 2] ?? 99) + 1)
    row.push(cost)
  }
  return row
}

function note(heap: Heaps[number] | undefined, word: string, depth: number, typed: string): void {
  if (!heap) return
  const beginning = word.slice(0, depth)
  if (depth === word.length && heap.whole.length < mostCandidates) heap.whole.push(word)
  // To drop the last letter typed is no guess: everything that begins so was looked at already, one key earlier.
  const isShorter = typed.startsWith(beginning)
  const isUnder = heap.beginnings.some((other) => beginning.startsWith(other))
  if (!isShorter && !isUnder && heap.beginnings.length < mostCandidates) heap.beginnings.push(beginning)
}

function sharedLetters(one: string, other: string, most: number): number {
  let at = 0
  while (at < most && at < one.length && at < other.length && one.charCodeAt(at) === other.charCodeAt(at)) at++
  return at
}

/** The first word behind `from` that does not begin so. */
function firstAfter(vocabulary: readonly string[], beginning: string, from: number): number {
  let low = from
  let high = vocabulary.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((vocabulary[middle] ?? '').startsWith(beginning)) low = middle + 1
    else high = middle
  }
  return low
}
