import { run, sql, type ReadableDB, type Sql, type WritableDB } from './sql.ts'

/** Tables in which somebody may be spoken of without a row of theirs. `byId`: a copy of their record may be in it. */
export type HuntPlace = {
  readonly table: string; readonly key: readonly string[]; readonly texts: readonly string[]; readonly byId: boolean; readonly only: string
  /** What becomes of a row that speaks of them: it goes, or these columns are emptied. */
  readonly fate: 'goes' | Readonly<Record<string, string | null>>
}
const everything = '1'
export const huntPlaces: readonly HuntPlace[] = [
  { table: 'requests', key: ['id'], texts: ['answer'], byId: true, only: "answer <> 'null'", fate: { answer: 'null' } },
  { table: 'form_drafts', key: ['register_id', 'form'], texts: ['form', 'body'], byId: true, only: everything, fate: 'goes' },
  { table: 'list_memory', key: ['staff_id', 'what'], texts: ['body'], byId: true, only: everything, fate: 'goes' },
  { table: 'smart_groups', key: ['id'], texts: ['name', 'filter'], byId: false, only: everything, fate: 'goes' },
  { table: 'bulk_acts', key: ['id'], texts: ['detail'], byId: false, only: everything, fate: 'goes' },
  { table: 'audit', key: ['seq'], texts: ['before', 'after', 'reason'], byId: false, only: "target NOT LIKE 'customer/%'", fate: { before: null, after: null, reason: null } },
  { table: 'sales', key: ['id'], texts: ['label', 'note', 'customer_copy'], byId: false, only: 'customer_id IS NULL', fate: { label: '', note: '', customer_copy: null } },
  { table: 'sale_lines', key: ['id'], texts: ['note'], byId: false, only: "note <> ''", fate: { note: '' } },
  { table: 'support_messages', key: ['id'], texts: ['body'], byId: false, only: everything, fate: 'goes' },
  { table: 'print_jobs', key: ['id'], texts: ['note'], byId: false, only: "note <> ''", fate: { note: '' } },
  { table: 'import_batches', key: ['id'], texts: ['file_name'], byId: false, only: everything, fate: { file_name: '…' } },
  { table: 'import_rows', key: ['batch_id', 'position'], texts: ['name', 'draft', 'source', 'twin', 'before', 'problems'], byId: true, only: everything, fate: {} },
]

const raw = (text: string): Sql => ({ text, values: [] })
type Hit = { readonly place: string; readonly key: string }
type Pace = () => Promise<void>

/** Looks through every such row and answers the keys of those that speak of them. It reads for seconds on a large shop: on the reader's thread only. */
export async function huntThrough(db: ReadableDB, speaks: (text: string, byId: boolean) => boolean, pace: Pace): Promise<Hit[]> {
  const hits: Hit[] = []
  for (const place of huntPlaces) {
    const rows = db.prepare(`SELECT json_array(${place.key.join(', ')}) AS key, concat_ws(char(10), ${place.texts.join(', ')}) AS text FROM ${place.table} WHERE ${place.only}`)
    for (const { key, text } of rows.iterate() as IterableIterator<{ key: string; text: string }>) {
      if (speaks(text, place.byId)) hits.push({ place: place.table, key })
      await pace()
    }
  }
  return hits
}

const bytesAtOnce = 256
/** Files that were staged and not yet read to their end: which of them hold these bytes, also across two pieces. */
export async function huntFiles(db: ReadableDB, needles: readonly Buffer[], pace: Pace): Promise<Hit[]> {
  const found = new Set<string>()
  let [batch, tail]: [string, Buffer] = ['', Buffer.alloc(0)]
  const rows = db.prepare('SELECT batch_id AS batch, bytes FROM import_chunks ORDER BY batch_id, position')
  for (const piece of rows.iterate() as IterableIterator<{ batch: string; bytes: Buffer }>) {
    const bytes = piece.batch === batch ? Buffer.concat([tail, piece.bytes]) : piece.bytes
    if (!found.has(piece.batch) && needles.some((needle) => bytes.includes(needle))) found.add(piece.batch)
    batch = piece.batch
    tail = bytes.subarray(-bytesAtOnce)
    await pace()
  }
  return [...found].map((key) => ({ place: 'import_chunks', key }))
}

/** Empties one row that was found, or lets it go. */
export function emptyHit(db: WritableDB, { table, key, fate }: HuntPlace, found: string): number {
  const values = JSON.parse(found) as (string | number)[]
  const where = key.map((column, at) => sql`${raw(column)} = ${values[at] ?? null}`).reduce((all, one) => sql`${all} AND ${one}`)
  if (fate === 'goes') return run(db, sql`DELETE FROM ${raw(table)} WHERE ${where}`)
  const sets = Object.entries(fate).map(([column, empty]) => sql`${raw(column)} = CASE WHEN ${raw(column)} IS NULL THEN NULL ELSE ${empty} END`)
  return sets.length === 0 ? 0 : run(db, sql`UPDATE ${raw(table)} SET ${sets.reduce((all, one) => sql`${all}, ${one}`)} WHERE ${where}`)
}
