import type { Core } from '../context.ts'
import { csvReader, type CsvRow } from '../customers/csv.ts'
import { personFromRow, planColumns, type CsvPlan } from '../customers/csv-person.ts'
import { orderFor } from '../customers/import-dates.ts'
import type { ImportedPerson, ReadingRules } from '../customers/import-draft.ts'
import type { StoredMapping } from '../customers/import-state.ts'
import { binaryStream } from '../customers/import-text.ts'
import { chunkOf, type BatchRow } from '../customers/imports.sql.ts'
import { cardSplitter, readCard, type CardLines } from '../customers/vcard.ts'
import { personFromCard } from '../customers/vcard-person.ts'
import { beginningOf } from './import-columns.ts'

/** Cut this fine, one piece takes a few milliseconds to read. */
const pieceBytes = 32 * 1024

/** The file in small pieces of binary text, and how many bytes of it have been handed out. */
function* pieces(core: Core, batch: BatchRow): Generator<{ text: string; bytes: number }> {
  let stream: ReturnType<typeof binaryStream> | null = null
  let bytes = 0
  for (let position = 0; ; position++) {
    const chunk = chunkOf(core.db, batch.id, position)
    if (!chunk) break
    stream ??= binaryStream(chunk)
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      const piece = chunk.subarray(at, at + pieceBytes)
      bytes += piece.length
      yield { text: stream.push(piece), bytes }
    }
  }
  yield { text: stream?.end() ?? '', bytes }
}

export type ReadPiece = { readonly person: ImportedPerson | null; readonly bytes: number }

/** The people of a file, one by one. Now and then nobody (null): a piece was read and the work may pause. */
export function* peopleIn(core: Core, batch: BatchRow, mapping: StoredMapping | null, rules: ReadingRules, locale: string): Generator<ReadPiece> {
  if (batch.kind === 'vcard') yield* people(core, batch, cardSplitter(), (card: CardLines) => personFromCard(readCard(card), rules))
  else if (mapping) {
    const plan = planFor(core, batch, mapping, locale)
    let headers = mapping.headerRow
    const make = (row: CsvRow) => (headers ? ((headers = false), null) : personFromRow(row, plan, rules))
    yield* people(core, batch, csvReader(mapping.delimiter), make)
  }
}

function planFor(core: Core, batch: BatchRow, mapping: StoredMapping, locale: string): CsvPlan {
  const samples = beginningOf(core, batch).rows.slice(mapping.headerRow ? 1 : 0).map(({ cells }) => cells)
  return planColumns(mapping.columns, samples, orderFor(locale), mapping.encoding)
}

type Reader<T> = { push(text: string): Iterable<T>; end(): Iterable<T> }
function* people<T>(core: Core, batch: BatchRow, reader: Reader<T>, make: (found: T) => ImportedPerson | null): Generator<ReadPiece> {
  let last = 0
  for (const { text, bytes } of pieces(core, batch)) {
    last = bytes
    for (const found of reader.push(text)) yield { person: make(found), bytes }
    yield { person: null, bytes }
  }
  for (const found of reader.end()) yield { person: make(found), bytes: last }
}
