import type { ReadableDB } from '../store/sql.ts'
import { inactiveMark } from './search-words.ts'
import { nameWordsAfter } from './search.sql.ts'

// The words people are called by, sorted, kept beside the handle: a mistyped name is looked for among them. Words of people who have left stay
// in until the next start; they lead to nobody.
type Vocabulary = { sorted: string[]; added: Set<string>; ready: Promise<void> }
const vocabularies = new WeakMap<ReadableDB, Vocabulary>()
const wordsAtOnce = 1_000

/** The sorted vocabulary. Read once, in stretches with a pause between them, so that no call at the till waits for it. */
export async function vocabularyOf(db: ReadableDB): Promise<readonly string[]> {
  const vocabulary = vocabularies.get(db) ?? begin(db)
  await vocabulary.ready
  if (vocabulary.added.size > 0) mergeAdded(vocabulary)
  return vocabulary.sorted
}

/** Tells the vocabulary of names that were just written. Cheap: nothing happens until somebody is looked for. */
export function noteNames(db: ReadableDB, names: string): void {
  const vocabulary = vocabularies.get(db)
  if (vocabulary) for (const word of names.split(' ')) vocabulary.added.add(bare(word))
}

/** Somebody was erased: their name may be a word nobody else has, so the words are read anew when they are next wanted. */
export const forgetVocabulary = (db: ReadableDB): boolean => vocabularies.delete(db)

const bare = (word: string): string => (word.startsWith(inactiveMark) ? word.slice(1) : word)

function begin(db: ReadableDB): Vocabulary {
  const vocabulary: Vocabulary = { sorted: [], added: new Set(), ready: Promise.resolve() }
  vocabulary.ready = read(db, vocabulary)
  vocabularies.set(db, vocabulary)
  return vocabulary
}

async function read(db: ReadableDB, vocabulary: Vocabulary): Promise<void> {
  const words = new Set<string>()
  let last: string | undefined = ''
  while (last !== undefined && db.open) {
    const stretch: string[] = nameWordsAfter(db, last, wordsAtOnce)
    stretch.forEach((word) => words.add(bare(word)))
    last = stretch.at(-1)
    await new Promise<void>((resolve) => void setImmediate(resolve))
  }
  vocabulary.sorted = [...words].sort()
}

function mergeAdded(vocabulary: Vocabulary): void {
  const fresh = [...vocabulary.added].sort()
  vocabulary.added.clear()
  const merged: string[] = []
  let at = 0
  for (const word of fresh) {
    while (at < vocabulary.sorted.length && (vocabulary.sorted[at] ?? '') < word) merged.push(vocabulary.sorted[at++] ?? '')
    if (vocabulary.sorted[at] !== word && word !== '') merged.push(word)
  }
  while (at < vocabulary.sorted.length) merged.push(vocabulary.sorted[at++] ?? '')
  vocabulary.sorted = merged
}
