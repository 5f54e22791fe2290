import type { ReadableDB } from '../store/sql.ts'
import { idsAfter, newestSeq, searchWordsAfter } from '../customers/inside-words.sql.ts'
import { readFindable } from '../customers/record.sql.ts'
import type { Reach } from '../customers/search.ts'
import { inactiveMark, otherMark, wordsOf } from '../customers/search-words.ts'

// Every word people are found by as one long text, kept by the thread that reads: a piece of a word is found in it at a gigabyte a second, where
// going through the index takes a microsecond a word. The thread ends when nothing was asked for a while, and gives the memory back.
type Heap = { text: string; upTo: number }
let heap: Heap | null = null

const wordsAtOnce = 20_000
/** So many people changed since: reading all words anew is quicker than theirs one by one. */
const mostChanged = 5_000
/** More words than this hold so short a piece that nobody is meant by it. */
const mostWords = 600

/**
 * The words of the index, marks and all, that hold `piece` behind their beginning, of those this search looks at. The first question reads all words, and
 * can be stopped while it does.
 */
export async function wordsInside(db: ReadableDB, piece: string, reach: Reach, stopped: () => boolean): Promise<string[]> {
  const { text } = await heapOf(db, stopped)
  const words = new Set<string>()
  for (let at = text.indexOf(piece); at >= 0 && words.size < mostWords;) {
    const end = text.indexOf('\n', at)
    const word = text.slice(text.lastIndexOf('\n', at) + 1, end)
    if (isReached(word, reach) && !bare(word).startsWith(piece)) words.add(word)
    at = text.indexOf(piece, end)
  }
  return [...words]
}

async function heapOf(db: ReadableDB, stopped: () => boolean): Promise<Heap> {
  const newest = newestSeq(db)
  const changed = heap && idsAfter(db, heap.upTo, mostChanged + 1)
  if (!heap || !changed || changed.length > mostChanged) return readAll(db, newest, stopped)
  // Whoever was written since stands at the end as well; words of who has left stay in until the next start, and lead to nobody.
  const added = changed.flatMap((id) => wordsOf(readFindable(db, id)!)?.all.split(' ') ?? [])
  if (added.length > 0) heap = { text: `${heap.text}${added.join('\n')}\n`, upTo: newest }
  return heap
}

async function readAll(db: ReadableDB, newest: number, stopped: () => boolean): Promise<Heap> {
  const parts: string[] = []
  for (let last: string | undefined = ''; last !== undefined && !stopped();) {
    const words: string[] = searchWordsAfter(db, last, wordsAtOnce)
    parts.push(...words)
    last = words.at(-1)
    await new Promise<void>((resume) => void setImmediate(resume))
  }
  const read = { text: `\n${parts.join('\n')}\n`, upTo: newest }
  if (!stopped()) heap = read
  return read
}

const active = (word: string): string => (word.startsWith(inactiveMark) ? word.slice(1) : word)
const bare = (word: string): string => (active(word).startsWith(otherMark) ? active(word).slice(1) : active(word))
const isReached = (word: string, { scope, inactive }: Reach): boolean => (inactive || !word.startsWith(inactiveMark)) && (scope === 'all' || !active(word).startsWith(otherMark))
