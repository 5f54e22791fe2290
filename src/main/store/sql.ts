import type Database from 'better-sqlite3'
import type { z } from 'zod'

/** A handle that can be asked. Handing it to something that writes does not compile. */
export type ReadableDB = Database.Database & { readonly __readable: never }
export type WritableDB = ReadableDB & { readonly __writable: never }
type Value = string | number | bigint | null | Uint8Array
export type Sql = { readonly text: string; readonly values: readonly Value[] }

/** sql`… WHERE id = ${id}`: every hole becomes a bound parameter, except a nested sql`…`, which is joined in. */
export function sql(parts: TemplateStringsArray, ...holes: readonly (Value | Sql)[]): Sql {
  let text = parts[0] ?? ''
  const values: Value[] = []
  holes.forEach((hole, at) => {
    const nested = typeof hole === 'object' && hole !== null && 'text' in hole
    text += (nested ? hole.text : '?') + (parts[at + 1] ?? '')
    values.push(...(nested ? hole.values : [hole]))
  })
  return { text, values }
}

/** A list of bound values for IN (…). */
export const list = (values: readonly Value[]): Sql => ({ text: values.map(() => '?').join(', '), values })

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>()
const cachedStatements = 500

function statement(db: ReadableDB, text: string, plucked = false): Database.Statement {
  let cache = prepared.get(db)
  if (!cache) prepared.set(db, (cache = new Map()))
  const key = plucked ? `plucked ${text}` : text
  let found = cache.get(key)
  if (!found) {
    if (cache.size >= cachedStatements) cache.clear()
    cache.set(key, (found = plucked ? db.prepare(text).pluck() : db.prepare(text)))
  }
  return found
}

// Tests switch this on: a wrong column name then fails a test instead of a till.
let rowsAreChecked = false
export const checkRows = (on: boolean): void => void (rowsAreChecked = on)

const asRow = <T>(shape: z.ZodType<T>, row: unknown): T => (rowsAreChecked ? shape.parse(row) : (row as T))

export const all = <T>(db: ReadableDB, shape: z.ZodType<T>, q: Sql): T[] => {
  const rows = statement(db, q.text).all(...q.values)
  return rowsAreChecked ? rows.map((row) => asRow(shape, row)) : (rows as T[])
}

export const first = <T>(db: ReadableDB, shape: z.ZodType<T>, q: Sql): T | undefined => {
  const row = statement(db, q.text).get(...q.values)
  return row === undefined ? undefined : asRow(shape, row)
}

/** The single value of the first column of the first row. */
export const value = <T>(db: ReadableDB, q: Sql): T | undefined =>
  statement(db, q.text, true).get(...q.values) as T | undefined

/** Runs a statement that writes and answers how many rows it changed. */
export const run = (db: WritableDB, q: Sql): number => statement(db, q.text).run(...q.values).changes

/** Everything that is read in it is of one moment, whatever is written meanwhile. */
export async function inSnapshot<T>(db: ReadableDB, work: () => T | Promise<T>): Promise<T> {
  db.exec('BEGIN')
  try {
    return await work()
  } finally {
    db.exec('ROLLBACK')
  }
}

/** All or nothing; begins IMMEDIATE, so that two writers never deadlock. Inside another it is a savepoint. */
export const inTransaction = <T>(db: WritableDB, work: () => T): T => db.transaction(work).immediate()
