import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { AttributeId, CustomerId, Instant } from '../vocabulary.ts'
import { attributeNameKey, type AttributeDefinition, type AttributeKind } from './attributes.ts'

const kind = z.enum(['text', 'long-text', 'number', 'date', 'yes-no', 'list', 'link'])
const definitionRow = z.object({
  id: id<AttributeId>(), name: z.string(), kind, choices: z.string(), seenBy: z.enum(['everyone', 'managers']), searchable: z.number(), inExport: z.number(),
  active: z.number(), position: z.number(),
})
const columns = sql`id, name, kind, choices, seen_by AS seenBy, searchable, in_export AS inExport, active, position`
const readDefinition = (row: z.infer<typeof definitionRow>): AttributeDefinition =>
  ({ ...row, choices: JSON.parse(row.choices) as string[], searchable: row.searchable === 1, inExport: row.inExport === 1, active: row.active === 1 })

/** Every attribute of the shop, in its order; those that are put away as well. */
export const listAttributes = (db: ReadableDB): AttributeDefinition[] =>
  all(db, definitionRow, sql`SELECT ${columns} FROM attributes ORDER BY position, id`).map(readDefinition)
export function attributeById(db: ReadableDB, attributeId: AttributeId): AttributeDefinition | undefined {
  const row = first(db, definitionRow, sql`SELECT ${columns} FROM attributes WHERE id = ${attributeId}`)
  return row && readDefinition(row)
}
export const isAttributeNamed = (db: ReadableDB, name: string, exceptId: AttributeId): boolean =>
  value(db, sql`SELECT 1 FROM attributes WHERE key = ${attributeNameKey(name)} AND id <> ${exceptId}`) === 1

/** Writes an attribute; a new one stands last. */
export const saveAttribute = (db: WritableDB, a: Omit<AttributeDefinition, 'position'>, at: Instant): number =>
  run(db, sql`INSERT INTO attributes (id, name, key, kind, choices, seen_by, searchable, in_export, active, position, made_at, updated_at)
    VALUES (${a.id}, ${a.name}, ${attributeNameKey(a.name)}, ${a.kind}, ${JSON.stringify(a.choices)}, ${a.seenBy}, ${Number(a.searchable)}, ${Number(a.inExport)},
      ${Number(a.active)}, (SELECT coalesce(max(position), 0) + 1 FROM attributes), ${at}, ${at})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, key = excluded.key, kind = excluded.kind, choices = excluded.choices, seen_by = excluded.seen_by,
      searchable = excluded.searchable, in_export = excluded.in_export, active = excluded.active, updated_at = excluded.updated_at`)
export const placeAttribute = (db: WritableDB, attributeId: AttributeId, position: number): number =>
  run(db, sql`UPDATE attributes SET position = ${position} WHERE id = ${attributeId}`)

/** Marks that the values are still being put into another kind; null when that is done. */
export const setConverting = (db: WritableDB, attributeId: AttributeId, from: AttributeKind | null): number =>
  run(db, sql`UPDATE attributes SET converting_from = ${from} WHERE id = ${attributeId}`)
export const unfinishedConversions = (db: ReadableDB): AttributeDefinition[] =>
  all(db, definitionRow, sql`SELECT ${columns} FROM attributes WHERE converting_from IS NOT NULL`).map(readDefinition)

export const countValues = (db: ReadableDB, attributeId: AttributeId): number =>
  value<number>(db, sql`SELECT count(*) FROM customer_attributes WHERE attribute_id = ${attributeId}`) ?? 0
const valueRow = z.object({ customerId: id<CustomerId>(), key: z.string(), value: z.string() })
export type ValueRow = z.infer<typeof valueRow>
/** The next values of one attribute, in the order of their keys: walked a piece at a time, so that nobody waits for a hundred thousand. */
export const valuesAfter = (db: ReadableDB, attributeId: AttributeId, after: Pick<ValueRow, 'key' | 'customerId'>, most: number): ValueRow[] =>
  all(db, valueRow, sql`SELECT customer_id AS customerId, key, value FROM customer_attributes
    WHERE attribute_id = ${attributeId} AND (key, customer_id) > (${after.key}, ${after.customerId}) ORDER BY key, customer_id LIMIT ${most}`)
/** What no longer fits its attribute is kept on the person under the attribute's name: nothing is dropped without a word. */
export function keepAsExtra(db: WritableDB, customerId: CustomerId, attributeId: AttributeId, extra: { readonly name: string; readonly value: string }): void {
  run(db, sql`INSERT INTO customer_extras (customer_id, position, name, value)
    VALUES (${customerId}, (SELECT coalesce(max(position), -1) + 1 FROM customer_extras WHERE customer_id = ${customerId}), ${extra.name}, ${extra.value})`)
  run(db, sql`DELETE FROM customer_attributes WHERE customer_id = ${customerId} AND attribute_id = ${attributeId}`)
}
