import type { Core } from '../context.ts'
import { csvReader, delimiterOf, type CsvRow, type RowReader } from '../customers/csv.ts'
import { unmarked } from '../customers/export-csv.ts'
import { guessColumns, looksLikeHeaders, recognise } from '../customers/csv-columns.ts'
import { binaryStream, decodeBytes, encodingOf } from '../customers/import-text.ts'
import type { StoredMapping } from '../customers/import-state.ts'
import { listKey } from '../customers/csv-terms.ts'
import { mappingFor } from '../customers/import-mappings.sql.ts'
import type { ColumnMapping } from '../customers/import.ts'
import { chunkOf, type BatchRow } from '../customers/imports.sql.ts'
import { Refusal } from '../errors.ts'
import { headOf, importAttributes } from './import-lists.ts'

const samplesPerColumn = 5
const sampleRows = 500
const mostColumns = 1_000

/** Text has no control characters but line breaks, tabs and form feeds. */
const isText = (start: string): boolean => !/(?![\t\n\v\f\r])[\p{Cc}--[\u0080-\u009f]]/v.test(start)

/** UTF-7 says in its first letters what it is; nobody writes it any more but to get something past a check. */
const utf7Mark = '+/v'

/** The first rows of a CSV file, and how it is written. A spreadsheet file or a picture is no text: 'file-unreadable'. */
export function beginningOf(core: Core, batch: BatchRow): { text: string; delimiter: string; encoding: string; rows: CsvRow[] } {
  const head = chunkOf(core.db, batch.id, 0) ?? new Uint8Array()
  const stream = binaryStream(head)
  const text = stream.push(head)
  if (!isText(text.slice(0, 4_000)) || text.startsWith(utf7Mark)) throw new Refusal('file-unreadable', { why: 'not-text' })
  const delimiter = delimiterOf(text)
  return { text, delimiter, encoding: encodingOf(head), rows: firstRows(text, delimiter, batch.sizeBytes <= head.length) }
}

function firstRows(text: string, delimiter: string, isWhole: boolean): CsvRow[] {
  const [reader, rows]: [RowReader, CsvRow[]] = [csvReader(delimiter), []]
  for (const read of isWhole ? [() => reader.push(text), () => reader.end()] : [() => reader.push(text)]) {
    for (const row of read()) if (rows.push(row) >= sampleRows) return rows
  }
  return rows
}

/** Guesses what every column holds. `headerRow` is the person's word on whether the first row is headers; without it the row itself says. */
export function analyseColumns(core: Core, batch: BatchRow, headerRow?: boolean): StoredMapping {
  const { delimiter, encoding, rows } = beginningOf(core, batch)
  const read = (cell: string) => unmarked(decodeBytes(cell, encoding === 'macintosh' ? encoding : 'windows-1252').trim())
  const first = (rows[0]?.cells ?? []).map(read)
  if (first.length > mostColumns) throw new Refusal('file-unreadable', { why: 'too-many-columns' })
  const hasHeaders = headerRow ?? looksLikeHeaders(first)
  const people = (hasHeaders ? rows.slice(1) : rows).map((row) => row.cells.map(read))
  const width = hasHeaders ? first.length : Math.max(0, ...people.map((cells) => cells.length))
  const headers = Array.from({ length: width }, (_, at) => (hasHeaders ? first[at] : '') || `${at + 1}`)
  const attributes = importAttributes(core)
  const remembered = hasHeaders ? mappingFor(core.db, headOf(headers)) : null
  const guesses = remembered ?? guessed(hasHeaders ? headers : headers.map(() => ''), attributes)
  const columns = headers.map((header, index) => ({
    index, header, ...(guesses[index] ?? { field: 'extra' as const, group: '' }),
    samples: people.map((cells) => cells[index] ?? '').filter((cell) => cell !== '').slice(0, samplesPerColumn).map((cell) => cell.slice(0, 80)),
  }))
  return { columns, delimiter, encoding, headerRow: hasHeaders, recognised: hasHeaders ? recognise(headers) : null, chosen: false, remembered: remembered !== null, attributes }
}

/** By the words of the headers; what is called as an attribute of the shop fills that. */
const guessed = (headers: readonly string[], attributes: ReturnType<typeof importAttributes>): ColumnMapping[] => guessColumns(headers).map((guess, at) => {
  const attribute = guess.field === 'extra' ? attributes.find(({ name }) => listKey(name) === listKey(headers[at] ?? '')) : undefined
  return attribute ? { field: 'attribute', group: attribute.id } : guess
})
