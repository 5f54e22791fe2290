import { z } from 'zod'
import { all, list, run, sql, value, type ReadableDB, type Sql, type WritableDB } from './sql.ts'

// Whole rows of a table that is named in a list of ours, never by a screen: what merging two people keeps, moves and puts back.

/** Where a person's rows lie: the table, and the column that says whose they are. */
export type Owned = { readonly table: string; readonly of: string }
/** A row as JSON can hold it; bytes are {base64}. */
export type KeptRow = Readonly<Record<string, KeptValue>>
export type KeptValue = string | number | null | { readonly base64: string }

const plainName = /^[a-z][a-z0-9_]*$/
/** A name of our schema as part of a statement. */
function named(name: string): Sql {
  if (!plainName.test(name)) throw new Error(`${name} is no name of a table or column`)
  return { text: name, values: [] }
}
const joined = (parts: readonly Sql[]): Sql => ({ text: parts.map(({ text }) => text).join(', '), values: parts.flatMap(({ values }) => values) })

const anyRow = z.record(z.string(), z.unknown())
const kept = (found: unknown): KeptValue => (found instanceof Uint8Array ? { base64: Buffer.from(found).toString('base64') } : (found as string | number | null))
const stored = (found: KeptValue): string | number | null | Uint8Array => (typeof found === 'object' && found !== null ? Buffer.from(found.base64, 'base64') : found)

/** A person's rows in the order of their keys. */
export const rowsOf = (db: ReadableDB, { table, of }: Owned, id: string): KeptRow[] =>
  all(db, anyRow, sql`SELECT * FROM ${named(table)} WHERE ${named(of)} = ${id}`)
    .map((row) => Object.fromEntries(Object.entries(row).map(([column, found]) => [column, kept(found)])))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
export const dropRows = (db: WritableDB, { table, of }: Owned, id: string): number => run(db, sql`DELETE FROM ${named(table)} WHERE ${named(of)} = ${id}`)

/** Writes a row back as it was kept; false where another now stands in its place. */
export function putRow(db: WritableDB, table: string, row: KeptRow): boolean {
  const columns = Object.keys(row).map(named)
  return run(db, sql`INSERT OR IGNORE INTO ${named(table)} (${joined(columns)}) VALUES (${list(Object.values(row).map(stored))})`) === 1
}
/** Sets some columns of one person's rows. */
export function setColumns(db: WritableDB, { table, of }: Owned, id: string, changes: KeptRow): number {
  const set = Object.entries(changes).map(([column, to]) => sql`${named(column)} = ${stored(to)}`)
  return set.length === 0 ? 0 : run(db, sql`UPDATE ${named(table)} SET ${joined(set)} WHERE ${named(of)} = ${id}`)
}

/** The keys of a person's rows, as JSON text: thousands of them never become objects. */
export const keysOf = (db: ReadableDB, { table, of }: Owned, key: string, id: string): string =>
  value<string>(db, sql`SELECT json_group_array(${named(key)}) FROM ${named(table)} WHERE ${named(of)} = ${id} AND ${named(key)} <> ${id}`) ?? '[]'
/** Gives a person's rows to another, by the index of whose they are. A row never becomes its own owner. */
export const giveRows = (db: WritableDB, { table, of }: Owned, key: string, from: string, to: string): number =>
  run(db, sql`UPDATE ${named(table)} SET ${named(of)} = ${to} WHERE ${named(of)} = ${from} AND ${named(key)} NOT IN (${from}, ${to})`)
/** Gives back those rows that the other still has. */
export const giveBack = (db: WritableDB, { table, of }: Owned, key: string, keys: string, from: string, to: string): number =>
  run(db, sql`UPDATE ${named(table)} SET ${named(of)} = ${to} WHERE ${named(key)} IN (SELECT value FROM json_each(${keys})) AND ${named(of)} = ${from}`)
/** Gives the one row of somebody to whom has none. */
export const giveIfNone = (db: WritableDB, { table, of }: Owned, from: string, to: string): number =>
  run(db, sql`UPDATE ${named(table)} SET ${named(of)} = ${to} WHERE ${named(of)} = ${from} AND NOT EXISTS (SELECT 1 FROM ${named(table)} WHERE ${named(of)} = ${to})`)
