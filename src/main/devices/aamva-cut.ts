// Elements whose line ends were lost on the way: cut before each known id, so that every value looks like what its element may hold.
// An id can stand inside a name (DALLAS, TRINIDAD), so the best of all ways to cut is looked for, from the end backwards.
import type { Element, Kind, Table } from './aamva-elements.ts'

type Piece = readonly [id: string, value: string]
/** The starts that are cut at, in order. */
type Way = { readonly score: number; readonly starts: readonly number[] }
type Best = { readonly score: number; readonly next: number }
type Line = { readonly text: string; readonly table: Table; readonly scores: Map<number, number> }

const lookAheadCharacters = 160
const mostRounds = 5
const mostRivals = 4
/** A whole card has some 45 elements; a text with far more is none, and must not take long. */
const mostStarts = 120
const wrong = -5

const shapes: { readonly [kind in Kind]: RegExp } = {
  number: /^(?:(?=.*\d)[A-Z0-9][A-Z0-9 *-]*|NONE)$/i,
  name: /^[A-Z\u00c0-\u00ff][^\d]*$/i,
  date: /^(?:\d{8}[A-Z]?|\d\d-\d\d-\d{4}|NONE|UNAVL)$/i,
  flag: /^[A-Z0-9]$/i,
  sex: /^[0-9MFX*]$/i,
  state: /^[A-Z]{2}$/i,
  country: /^(?:USA|CAN|MEX|US|CA)$/i,
  postal: /^(?:\d{5}[\d -]*|[A-Z]\d[A-Z] ?\d[A-Z]\d)\.?$/i,
  height: /^\d[\d -]{0,4} ?(?:IN|CM)?\.?$/i,
  text: /^[^\n]+$/,
}
const worth: { readonly [kind in Kind]: number } = { number: 2, name: 2, date: 3, flag: 1, sex: 2, state: 2, country: 2, postal: 2, height: 1, text: 1 }
const neverEmpty: ReadonlySet<string> = new Set(['DAA', 'DAB', 'DAC', 'DCS', 'DAI', 'DAJ', 'DBB', 'DBA'])
/** Dropped elements that most cards carry: finding one is a good sign all the same. */
const usual: ReadonlySet<string> = new Set(['DAU', 'DAW', 'DAY', 'DAZ', 'DAR', 'DAS', 'DAT', 'DBF', 'DBH', 'DCA', 'DCB', 'DCD', 'DCE', 'DCH', 'DCJ', 'DCK', 'DDC', 'DDK'])

/** Cuts one line. An id is there once: where two are found, the best of the ways that keep one of them is taken. */
export function cutElements(text: string, table: Table): readonly Piece[] {
  const line = { text, table, scores: new Map<number, number>() }
  let starts = startsIn(line)
  let way = bestWay(line, starts)
  for (let round = 0; round < mostRounds && starts.length < mostStarts; round++) {
    const rivals = foundTwice(line, way.starts)
    if (rivals.length === 0) break
    const choices = rivals.map((kept) => starts.filter((at) => at === kept || !rivals.includes(at)))
    const ways = choices.map((choice) => ({ choice, way: bestWay(line, choice) })).toSorted((a, b) => b.way.score - a.way.score)
    starts = ways[0]!.choice
    way = ways[0]!.way
  }
  return way.starts.map((at, i) => pieceAt(line, at, way.starts[i + 1]))
}

function startsIn({ text, table }: Line): readonly number[] {
  const starts: number[] = []
  for (let at = 0; at + 3 <= text.length && starts.length < mostStarts; at++) if (table.has(text.slice(at, at + 3))) starts.push(at)
  return starts
}

function foundTwice({ text }: Line, starts: readonly number[]): readonly number[] {
  const ids = starts.map((at) => text.slice(at, at + 3))
  const twice = ids.find((id, i) => ids.indexOf(id) < i)
  return twice ? starts.filter((_, i) => ids[i] === twice).slice(0, mostRivals) : []
}

/** For each start the best end, from the last start to the first; of equal ways the one with the longer piece, so names stay whole. */
function bestWay(line: Line, starts: readonly number[]): Way {
  const best: Best[] = Array.from({ length: starts.length + 1 }, () => ({ score: 0, next: starts.length }))
  for (let i = starts.length - 1; i >= 0; i--) best[i] = bestFrom(line, starts, i, best)
  const taken: number[] = []
  for (let i = 0; i < starts.length; i = best[i]!.next) taken.push(starts[i]!)
  return { score: best[0]?.score ?? 0, starts: taken }
}

function bestFrom(line: Line, starts: readonly number[], i: number, best: readonly Best[]): Best {
  let found: Best = { score: Number.NEGATIVE_INFINITY, next: i + 1 }
  for (let next = i + 1; next <= starts.length; next++) {
    if ((starts[next] ?? line.text.length) < starts[i]! + 3) continue
    if (next > i + 1 && (starts[next] ?? line.text.length) - starts[i]! > lookAheadCharacters) break
    const score = scoreBetween(line, starts[i]!, starts[next]) + best[next]!.score
    if (score >= found.score) found = { score, next }
  }
  return found
}

const pieceAt = ({ text }: Line, at: number, end = text.length): Piece => [text.slice(at, at + 3), text.slice(at + 3, end)]

/** Asked again in every round, so remembered. */
function scoreBetween(line: Line, at: number, end = line.text.length): number {
  const key = at * 10_000 + end
  const known = line.scores.get(key)
  if (known !== undefined) return known
  const piece = pieceAt(line, at, end)
  const score = scoreOf(piece, line.table.get(piece[0])!)
  line.scores.set(key, score)
  return score
}

function scoreOf([id, value]: Piece, { kind, most, field }: Element): number {
  const text = value.trim()
  const isUsual = field !== null || usual.has(id)
  if (text === '') return neverEmpty.has(id) ? wrong : isUsual ? 0.6 : 0
  if (text.length > most + (kind === 'date' ? 2 : 1) || !shapes[kind].test(text)) return wrong
  return isUsual ? worth[kind] : 0
}
