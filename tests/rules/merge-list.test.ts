import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { mergeList } from '../../src/main/flows/merge-list.ts'
import { migrate, migrations } from '../../src/main/store/migrate.ts'
import type { WritableDB } from '../../src/main/store/sql.ts'

const named = /^(customer_id|account_id|twin_id|kept_id|gone_id|parent_id)$/
const owners = ['customers', 'loyalty_accounts']

type Names = readonly { readonly name: string }[]
type Keys = readonly { readonly from: string; readonly table: string }[]
/** Columns of the newest schema that say whose a row is: by their name, or because they refer to a customer or a loyalty account. */
function ownedColumns(extra = ''): string[] {
  const db = new Database(':memory:') as unknown as WritableDB
  migrate(db, migrations)
  if (extra !== '') db.exec(extra)
  const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).all() as Names
  return tables.flatMap(({ name: table }) => {
    const columns = (db.pragma(`table_info(${table})`) as Names).map(({ name }) => name)
    const refers = (db.pragma(`foreign_key_list(${table})`) as Keys).filter((key) => owners.includes(key.table)).map(({ from }) => from)
    return columns.filter((column) => named.test(column) || refers.includes(column)).map((column) => `${table}.${column}`)
  })
}
const listed = mergeList.map(({ table, of }) => `${table}.${of}`)

test('every table that holds something of a customer stands in the list of merges, and the list names nothing else', () => {
  expect(listed.toSorted()).toEqual(ownedColumns().toSorted())
})

test('a table that was forgotten is seen', () => {
  expect(ownedColumns('CREATE TABLE planted (id TEXT PRIMARY KEY, whose TEXT REFERENCES customers (id)) STRICT')).toContain('planted.whose')
})

test('rows that move have a key by which they come back', () => {
  const db = new Database(':memory:') as unknown as WritableDB
  migrate(db, migrations)
  for (const rule of mergeList) {
    if (rule.how !== 'moves') continue
    const keys = (db.pragma(`table_info(${rule.table})`) as { name: string; pk: number }[]).filter(({ pk }) => pk > 0).map(({ name }) => name)
    const unique = (db.pragma(`index_list(${rule.table})`) as { name: string; unique: number }[]).filter((index) => index.unique === 1)
      .map(({ name }) => (db.pragma(`index_info(${name})`) as Names).map((column) => column.name).join())
    expect([...keys, ...unique], rule.table).toContain(rule.key)
  }
})
