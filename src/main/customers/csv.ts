import Papa from 'papaparse'

/** `quote-not-closed`: a quote was opened on this line and never closed; the line is handed out alone, so that it swallows no other. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[]; readonly problem: 'quote-not-closed' | null }

type Parsed = { readonly data: string[][]; readonly errors: readonly { readonly code: string }[]; readonly meta: { readonly cursor: number } }
type Reading = { rest: string; line: number; readonly delimiter: string; atStart: boolean }

/** A row longer than this was never meant: its quote was forgotten. */
const longestRowChars = 1_000_000
export const delimiters = [',', ';', '\t', '|'] as const

/** Reads rows as the pieces of a file arrive (binary strings); only the row being read is held in memory. Empty rows are left out. */
export function csvReader(delimiter: string): { push(binary: string): CsvRow[]; end(): CsvRow[] } {
  const reading: Reading = { rest: '', line: 1, delimiter, atStart: true }
  return {
    push: (binary) => takeText(reading, binary),
    end: () => [...takeText(reading, '\n'), ...takeLastRows(reading)],
  }
}

function takeText(reading: Reading, binary: string): CsvRow[] {
  const text = reading.rest + binary
  const whole = text.endsWith('\r') ? text.slice(0, -1) : text
  const lines = dropSeparatorLine(reading, whole.replace(/\r\n?/g, '\n'))
  const rows = parse(lines, reading.delimiter, true)
  const found = numbered(reading, rows.data)
  reading.rest = lines.slice(rows.meta.cursor) + text.slice(whole.length)
  return reading.rest.length > longestRowChars ? [...found, ...takeBrokenLine(reading), ...takeText(reading, '')] : found
}

/** Excel writes `sep=;` above the headers. */
function dropSeparatorLine(reading: Reading, text: string): string {
  if (!reading.atStart || !text.includes('\n')) return text
  reading.atStart = false
  const found = /^sep=.\n/i.exec(text)?.[0]
  if (found) reading.line++
  return found ? text.slice(found.length) : text
}

/** What is left at the end of the file can only be rows behind a quote that was never closed. */
function takeLastRows(reading: Reading): CsvRow[] {
  const found: CsvRow[] = []
  while (reading.rest.trim() !== '') found.push(...takeBrokenLine(reading), ...takeText(reading, '\n'))
  return found
}

function takeBrokenLine(reading: Reading): CsvRow[] {
  const at = reading.rest.indexOf('\n')
  const line = at < 0 ? reading.rest : reading.rest.slice(0, at)
  reading.rest = at < 0 ? '' : reading.rest.slice(at + 1)
  return [{ line: reading.line++, cells: line.split(reading.delimiter), problem: 'quote-not-closed' }]
}

function numbered(reading: Reading, rows: readonly string[][]): CsvRow[] {
  const found: CsvRow[] = []
  for (const cells of rows) {
    const line = reading.line
    reading.line += 1 + breaksIn(cells)
    if (cells.some((cell) => cell.trim() !== '')) found.push({ line, cells, problem: null })
  }
  return found
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks++
  return breaks
}

const parse = (text: string, delimiter: string, isPart: boolean): Parsed =>
  new Papa.Parser({ delimiter, newline: '\n' }).parse(text, 0, isPart) as Parsed

/** What stands between the cells: what `sep=` says, else what makes the rows of the file's beginning equally long. */
export function delimiterOf(head: string): string {
  const said = /^sep=(.)\r?\n/i.exec(head)?.[1]
  if (said) return said
  return Papa.parse(head, { preview: 20, delimitersToGuess: [...delimiters], skipEmptyLines: true }).meta.delimiter
}

/** A cell that a spreadsheet would run as a formula is made text with an apostrophe (OWASP); quotes and line breaks are quoted. */
export function safeCell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r;]/.test(text) || text !== value ? `"${text.replaceAll('"', '""')}"` : text
}

export const csvLine = (cells: readonly string[]): string => `${cells.map(safeCell).join(',')}\r\n`
