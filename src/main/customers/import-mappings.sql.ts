import { z } from 'zod'
import { first, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant } from '../vocabulary.ts'
import type { ColumnMapping } from './import.ts'

const mostRemembered = 200
const columnsRow = z.object({ columns: z.string() })
/** What a person said of a file with these headers (their hash), or null. */
export const mappingFor = (db: ReadableDB, head: string): ColumnMapping[] | null => {
  const row = first(db, columnsRow, sql`SELECT columns FROM import_mappings WHERE head = ${head}`)
  return row ? (JSON.parse(row.columns) as ColumnMapping[]) : null
}

/** The newest two hundred are remembered. */
export function rememberMapping(db: WritableDB, head: string, columns: readonly ColumnMapping[], at: Instant): void {
  run(db, sql`INSERT INTO import_mappings (head, columns, at) VALUES (${head}, ${JSON.stringify(columns)}, ${at}) ON CONFLICT (head) DO UPDATE SET columns = excluded.columns, at = excluded.at`)
  run(db, sql`DELETE FROM import_mappings WHERE head IN (SELECT head FROM import_mappings ORDER BY at DESC LIMIT -1 OFFSET ${mostRemembered})`)
}
