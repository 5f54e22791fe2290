import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { emptiedOfPerson, eraseList, keptOfPerson, type Fate } from '../../src/main/flows/erase-list.ts'
import { migrate } from '../../src/main/store/migrate.ts'
import type { WritableDB } from '../../src/main/store/sql.ts'

type Table = { readonly name: string; readonly columns: readonly string[] }
const shadow = /_(data|idx|docsize|config|content)$/

function schema(): Table[] {
  const db = new Database(':memory:') as unknown as WritableDB
  migrate(db)
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all() as string[]
  const virtual = names.filter((name) => names.includes(`${name}_data`))
  return names.filter((name) => !shadow.test(name) || !virtual.some((table) => name.startsWith(`${table}_`)))
    .map((name) => ({ name, columns: db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(name) as string[] }))
}

/** Columns by which a row belongs to somebody, and columns that hold words somebody typed. */
const ofSomebody = /^(customer_id|account_id|twin_id|sale_id|entry_id|target)$/
const words = /^(note|notes|reason|void_reason|label|address|body|name_copy|customer_copy|typed|wording|how|before|after|answer|draft|reference)$/
const shopsOwn = new Set(['pin_tries', 'loyalty_cards'])
const askedBy = (fate: Fate): string[] => 'by' in fate ? [...fate.by.split(', '), ...('columns' in fate ? Object.keys(fate.columns) : [])] : []

/** What is wrong with the list, held against these tables. */
function faults(tables: readonly Table[], list: Readonly<Record<string, Fate>>): string[] {
  const known = new Map(tables.map((table) => [table.name, table.columns]))
  return [
    ...tables.filter(({ name }) => !Object.hasOwn(list, name)).map(({ name }) => `${name} is not in the erase list`),
    ...Object.keys(list).filter((name) => !known.has(name)).map((name) => `${name} is in the erase list and not in the file`),
    ...Object.entries(list).flatMap(([name, fate]) => askedBy(fate).filter((column) => known.has(name) && !known.get(name)?.includes(column)).map((column) => `${name} has no ${column}`)),
    ...tables.filter(({ name, columns }) => list[name]?.does === 'nothing' && columns.some((column) => ofSomebody.test(column)) && !shopsOwn.has(name)).map(({ name }) => `${name} is somebody's`),
    ...tables.filter(({ name, columns }) => list[name]?.does === 'keeps' && columns.some((column) => words.test(column)) && !['age_checks', 'account_matches', 'print_job_states'].includes(name)).map(({ name }) => `${name} holds words`),
  ]
}

describe('the erase list', () => {
  test('names every table of the file, and no table that is not there', () => expect(faults(schema(), eraseList)).toEqual([]))
  test('says of every column of the person what becomes of it', () => {
    const columns = schema().find(({ name }) => name === 'customers')?.columns ?? []
    expect([...keptOfPerson, ...Object.keys(emptiedOfPerson), 'code'].toSorted()).toEqual(columns.toSorted())
  })
  test('seen to fail: a new table, one that is gone, one with a customer in it that is said to hold nobody, one with words that is kept', () => {
    const tables = [...schema(), { name: 'secret_notes', columns: ['customer_id', 'note'] }]
    expect(faults(tables, eraseList)).toEqual(['secret_notes is not in the erase list'])
    expect(faults(tables, { ...eraseList, secret_notes: { does: 'nothing' } })).toEqual(["secret_notes is somebody's"])
    expect(faults(tables, { ...eraseList, secret_notes: { does: 'keeps', by: 'customer_id' } })).toEqual(['secret_notes holds words'])
    expect(faults(tables, { ...eraseList, secret_notes: { does: 'deletes', by: 'person', of: 'customer', as: 'notes' } })).toEqual(['secret_notes has no person'])
    expect(faults(schema(), { ...eraseList, secret_notes: { does: 'nothing' } })).toEqual(['secret_notes is in the erase list and not in the file'])
  })
})
