/** `quote-not-closed`: a quote was opened on this line and never closed; the line is handed out alone, so that it swallows no other. `too-long`: only its beginning is there. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[]; readonly problem: 'quote-not-closed' | 'too-long' | null }

/** A row longer than this was never meant: its quote was forgotten, or the file has no lines. */
const longestRowChars = 1_000_000
/** After forgotten quotes each row is given less and less room, down to this: a file of nothing else still takes time in proportion to its length. */
const leastRoomChars = 2_000
/** What is kept of a line without end. */
const keptChars = 1_000
/** A row of more cells is no row; the rest of it stays in one piece. */
const mostCells = 2_000
/** The byte order mark of UTF-8, one character per byte; it stands in the middle where files were put together. */
const mark = '\u00ef\u00bb\u00bf'
export const delimiters = [',', ';', '\t', '|'] as const

type Reading = { text: string; at: number; line: number; room: number; skipping: boolean; atStart: boolean; held: string; readonly delimiter: string }
export type RowReader = { push(binary: string): Iterable<CsvRow>; end(): Iterable<CsvRow> }

/**
 * Reads rows as the pieces of a file arrive (binary strings), one at a time as they are asked for; never more than one row is held in memory, and of
 * that a million letters at most. Empty rows are left out. Every row must be asked for before the next piece is pushed.
 */
export function csvReader(delimiter: string, room = longestRowChars): RowReader {
  const reading: Reading = { text: '', at: 0, line: 1, room, skipping: false, atStart: true, held: '', delimiter }
  return { push: (binary) => take(reading, binary, false), end: () => take(reading, '\n', true) }
}

/** All line breaks become one kind; a \r at the very end of a piece waits for what follows it. */
function* take(reading: Reading, binary: string, isEnd: boolean): Generator<CsvRow> {
  const arrived = reading.held + binary
  reading.held = !isEnd && arrived.endsWith('\r') ? '\r' : ''
  reading.text = reading.text.slice(reading.at) + (reading.held === '' ? arrived : arrived.slice(0, -1)).replace(/\r\n?/g, '\n')
  reading.at = 0
  if (reading.skipping) skipLine(reading)
  dropSeparatorLine(reading)
  while (reading.at < reading.text.length) {
    const row = nextRow(reading, isEnd)
    if (row === null) return
    if (row.problem !== null || row.cells.some((cell) => cell.trim() !== '')) yield row
  }
}

/** Excel writes `sep=;` above the headers. */
function dropSeparatorLine(reading: Reading): void {
  if (!reading.atStart || !reading.text.includes('\n')) return
  reading.atStart = false
  const found = /^sep=.\n/i.exec(reading.text)?.[0]
  if (found) [reading.at, reading.line] = [found.length, reading.line + 1]
}

/** The row that begins here, or null where the rest of it has not arrived yet. */
function nextRow(reading: Reading, isEnd: boolean): CsvRow | null {
  if (reading.text.startsWith(mark, reading.at)) reading.at += mark.length
  const found = readRow(reading.text, reading.at, reading)
  if (found && found.end - reading.at <= longestRowChars) {
    const line = reading.line
    if (found.breaks > 0) reading.room = Math.min(longestRowChars, reading.room + leastRoomChars)
    ;[reading.line, reading.at] = [line + 1 + found.breaks, found.end]
    return { line, cells: found.cells, problem: null }
  }
  return isEnd || reading.text.length - reading.at > reading.room ? brokenLine(reading, isEnd) : null
}

/** The line alone, behind a quote that is not closed; or the beginning of a line that has no end, of which the rest is skipped. */
function brokenLine(reading: Reading, isEnd: boolean): CsvRow {
  const { text, at, delimiter, line } = reading
  const end = text.indexOf('\n', at)
  reading.room = Math.max(leastRoomChars, reading.room / 2)
  const isLine = end >= 0 && end - at <= longestRowChars
  reading.at = isLine ? end + 1 : at + keptChars
  reading.skipping = !isLine && !isEnd
  if (isLine) return (reading.line++, { line, cells: text.slice(at, end).split(delimiter, mostCells), problem: 'quote-not-closed' })
  skipLine(reading)
  return { line, cells: [text.slice(at, at + keptChars)], problem: 'too-long' }
}

function skipLine(reading: Reading): void {
  const end = reading.text.indexOf('\n', reading.at)
  if (end >= 0) [reading.line, reading.skipping] = [reading.line + 1, false]
  reading.at = end < 0 ? reading.text.length : end + 1
}

type Row = { readonly cells: string[]; readonly end: number; readonly breaks: number }
/** The cells from `start` to the end of their row; null where the text ends before it, or a quote is not closed in it. */
function readRow(text: string, start: number, { delimiter, room }: Pick<Reading, 'delimiter' | 'room'>): Row | null {
  const cells: string[] = []
  let [at, breaks, nextMark, nextBreak] = [start, 0, -1, -1]
  for (;;) {
    if (text[at] === '"') {
      const cell = quotedCell(text, at, delimiter, start + room)
      if (cell === null) return null
      cells.push(cell.value)
      ;[at, breaks] = [cell.end, breaks + breaksIn(cell.value)]
    } else {
      if (nextMark < at) nextMark = orEnd(text, text.indexOf(delimiter, at))
      if (nextBreak < at) nextBreak = orEnd(text, text.indexOf('\n', at))
      const end = cells.length < mostCells ? Math.min(nextMark, nextBreak) : nextBreak
      cells.push(text.slice(at, end))
      at = end
    }
    if (at >= text.length) return null
    if (text[at] === '\n') return { cells, end: at + 1, breaks }
    at += delimiter.length
  }
}
const orEnd = (text: string, found: number): number => (found < 0 ? text.length : found)

/** A quote inside is doubled; one that closes has a delimiter or a line break behind it, and spaces at most between. */
function quotedCell(text: string, start: number, delimiter: string, until: number): { value: string; end: number } | null {
  for (let quote = text.indexOf('"', start + 1); quote >= 0 && quote <= until; quote = text.indexOf('"', quote + 1)) {
    if (text[quote + 1] === '"') {
      quote++
      continue
    }
    let end = quote + 1
    while (text[end] === ' ') end++
    if (end >= text.length) return null
    if (text[end] === '\n' || text.startsWith(delimiter, end)) return { value: text.slice(start + 1, quote).replaceAll('""', '"'), end }
  }
  return null
}

function breaksIn(cell: string): number {
  let breaks = 0
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks++
  return breaks
}

/** What stands between the cells: what `sep=` says, else what makes the rows of the file's beginning equally long. */
export function delimiterOf(head: string): string {
  const said = /^sep=(.)\r?\n/i.exec(head)?.[1]
  if (said) return said
  const tried = delimiters.map((delimiter) => ({ delimiter, ...evenness(head.slice(0, lookedAtChars), delimiter) })).filter(({ cells }) => cells >= 2)
  return tried.toSorted((a, b) => a.uneven - b.uneven || b.cells - a.cells)[0]?.delimiter ?? ','
}
const [lookedAtChars, lookedAtRows] = [64 * 1024, 20]

/** How many cells the first rows have, and how much that changes from one to the next. */
function evenness(head: string, delimiter: string): { readonly cells: number; readonly uneven: number } {
  const [reader, counts]: [RowReader, number[]] = [csvReader(delimiter, leastRoomChars), []]
  for (const read of [() => reader.push(head), () => reader.end()]) {
    for (const { cells } of read()) if (counts.push(cells.length) >= lookedAtRows) break
    if (counts.length >= lookedAtRows) break
  }
  const uneven = counts.slice(1).reduce((sum, count, at) => sum + Math.abs(count - (counts[at] ?? 0)), 0)
  return { cells: counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length), uneven }
}
