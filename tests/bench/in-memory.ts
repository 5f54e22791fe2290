import type { Person } from './people.ts'

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const wordsOf = ({ first, last, phone, email }: Person): string[] => [fold(first), fold(last), phone.slice(2), phone.slice(-7), email].filter((word) => word !== '')

/**
 * The limit: every word in one sorted array with the people who have it, newest first, all in memory. No database comes below this; it keeps
 * nothing on disk and takes long to build.
 */
export function inMemory(people: readonly Person[]) {
  const index = new Map<string, number[]>()
  people.forEach((person, seq) => {
    for (const word of new Set(wordsOf(person))) (index.get(word) ?? index.set(word, []).get(word))?.push(seq)
  })
  const words = [...index.keys()].sort()
  return (typed: string, most = 20): number[] => {
    const parts = fold(typed).split(/[\s,]+/).filter((word) => word !== '')
    const ranges = parts.map((part) => listsUnder(words, index, part))
    const rarest = ranges.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0] ?? []
    // The newest few of all are among the newest few of each list.
    if (parts.length === 1) return newestFirst(rarest.flatMap((list) => list.slice(-most))).slice(0, most)
    const fits = (seq: number) => parts.every((part) => wordsOf(people[seq] as Person).some((word) => word.startsWith(part)))
    return newestFirst(rarest.flat()).filter(fits).slice(0, most)
  }
}

const sizeOf = (lists: readonly number[][]): number => lists.reduce((sum, list) => sum + list.length, 0)
const newestFirst = (seqs: readonly number[]): number[] => [...new Set(seqs)].sort((a, b) => b - a)

function listsUnder(words: readonly string[], index: ReadonlyMap<string, number[]>, prefix: string): number[][] {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < prefix) low = middle + 1
    else high = middle
  }
  const lists: number[][] = []
  for (let i = low; words[i]?.startsWith(prefix); i++) lists.push(index.get(words[i] ?? '') ?? [])
  return lists
}
