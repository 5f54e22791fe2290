import { run, sql, type Sql, type WritableDB } from './sql.ts'

const raw = (text: string): Sql => ({ text, values: [] })
const name = /^[a-z_0-9]+$/
/** Names of tables and columns come from the erase list alone; anything else is a bug. */
function named(text: string): Sql {
  if (!name.test(text)) throw new Error(`${text} is no name`)
  return raw(text)
}

/** The rows whose `by` (one column, or some with commas) is one of these. */
function among(by: string, keys: readonly string[]): Sql {
  const [first, ...rest] = by.split(', ').map((column) => sql`${named(column)} IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`)
  return rest.reduce((all, one) => sql`${all} OR ${one}`, first ?? raw('0'))
}

export type Where = { readonly table: string; readonly by: string; readonly keys: readonly string[] }

/** Deletes at most so many of these rows, and says how many: call it again until none is left. */
export const deleteSome = (db: WritableDB, { table, by, keys }: Where, most: number): number =>
  run(db, sql`DELETE FROM ${named(table)} WHERE ${among(by, keys)} LIMIT ${most}`)

/** Empties columns of at most so many of these rows that still hold something, and says how many: call it again until none is left. What is null stays null. */
export function emptySome(db: WritableDB, { table, by, keys }: Where, columns: Readonly<Record<string, string | null>>, most: number): number {
  const pairs = Object.entries(columns).map(([column, empty]) => ({ column: named(column), empty }))
  const sets = pairs.map(({ column, empty }) => sql`${column} = CASE WHEN ${column} IS NULL THEN NULL ELSE ${empty} END`).reduce((all, one) => sql`${all}, ${one}`)
  const full = pairs.map(({ column, empty }) => sql`(${column} IS NOT NULL AND ${column} IS NOT ${empty})`).reduce((all, one) => sql`${all} OR ${one}`)
  return run(db, sql`UPDATE ${named(table)} SET ${sets} WHERE (${among(by, keys)}) AND (${full}) LIMIT ${most}`)
}
