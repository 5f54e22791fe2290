import { z } from 'zod'
import type { Core } from '../context.ts'
import { importFields } from '../customers/import.ts'
import { filledText, id, language, requestId, takes, text, whole } from '../input.ts'
import type { BatchId } from '../vocabulary.ts'
import { cancelImport, readImport } from './import-contacts.ts'
import { beginImport, chooseRows, importColumns, importState, listImports, pageOfRows, receiveChunk, refusedRows, setColumns } from './import-staging.ts'
import { importTemplate } from './import-lists.ts'
import { runImport } from './run-import.ts'
import { undoImport } from './undo-import.ts'

const batchId = id<BatchId>()
/** 256 KiB of the file, in base64. */
const mostBase64 = 349_528
const right = 'import-customers' as const
const fromZero = whole.min(0).max(10_000_000)
const column = z.strictObject({ index: fromZero.max(1_000), field: z.enum(importFields), group: text(80) })

/** The import of contacts: the file goes up in pieces, is read and shown, and nothing is a customer until `imports/run`. */
export const importDoors = (core: Core) => ({
  'imports/begin': takes(z.strictObject({ requestId, fileName: filledText(300), sizeBytes: whole.min(0).max(Number.MAX_SAFE_INTEGER), source: z.exactOptional(z.enum(['import', 'catalog'])) }), (input, caller) => beginImport(core, caller, input), right),
  'imports/chunk': takes(z.strictObject({ batchId, position: fromZero, base64: z.base64().max(mostBase64) }), (input) => receiveChunk(core, input), right),
  'imports/read': takes(z.strictObject({ batchId }), (input) => readImport(core, input.batchId), right),
  'imports/state': takes(z.strictObject({ batchId }), (input) => importState(core, input.batchId), right),
  'imports/template': takes(z.strictObject({ language }), (input) => importTemplate(core, input.language), right),
  'imports/list': takes(z.null(), () => listImports(core), right),
  'imports/mapping': takes(z.strictObject({ batchId }), (input) => importColumns(core, input.batchId), right),
  'imports/set-mapping': takes(z.strictObject({ batchId, headerRow: z.boolean(), columns: z.array(column).max(1_000) }), (input) => setColumns(core, input), right),
  'imports/rows': takes(
    z.strictObject({ batchId, only: z.enum(['all', 'new', 'twin', 'problem']), from: fromZero, most: whole.min(1).max(200) }),
    (input) => pageOfRows(core, input), right,
  ),
  'imports/choose': takes(
    z.strictObject({ batchId, position: fromZero.nullable(), only: z.enum(['all', 'new', 'twin', 'problem']).optional(), ticked: z.boolean().optional(), choice: z.enum(['add', 'update', 'skip']).optional() }),
    (input) => chooseRows(core, input), right,
  ),
  'imports/run': takes(z.strictObject({ requestId, batchId }), (input, caller) => runImport(core, caller, input), right),
  'imports/cancel': takes(z.strictObject({ batchId }), (input) => cancelImport(core, input.batchId), right),
  'imports/undo': takes(z.strictObject({ requestId, batchId }), (input, caller) => undoImport(core, caller, input), right),
  'imports/refused': takes(z.strictObject({ batchId, from: fromZero, language }), (input) => refusedRows(core, input), right),
})
