import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerTypeId, GroupId, PriceListId } from '../vocabulary.ts'
import type { CustomerGroup, CustomerType } from './customer.ts'

const groupRow = z.object({ id: z.string(), name: z.string(), isDefault: z.number(), priceListName: z.string().nullable() })
const typeRow = z.object({ id: z.string(), name: z.string(), kind: z.enum(['regular', 'medical', 'wholesale', 'own']),
  priceListName: z.string().nullable() })

export const listGroups = (db: ReadableDB): CustomerGroup[] =>
  all(db, groupRow, sql`SELECT g.id, g.name, g.is_default AS isDefault, l.name AS priceListName FROM customer_groups g
    LEFT JOIN price_lists l ON l.id = g.price_list_id ORDER BY g.position, g.name`)
    .map((row) => ({ id: row.id as GroupId, name: row.name, isDefault: row.isDefault === 1, priceListName: row.priceListName }))
export const listTypes = (db: ReadableDB): CustomerType[] =>
  all(db, typeRow as unknown as z.ZodType<CustomerType>, sql`SELECT t.id, t.name, t.kind, l.name AS priceListName FROM customer_types t
    LEFT JOIN price_lists l ON l.id = t.price_list_id ORDER BY t.position, t.name`)

export const defaultGroup = (db: ReadableDB): GroupId | null => value<GroupId>(db, sql`SELECT id FROM customer_groups WHERE is_default = 1`) ?? null
/** The type somebody has who was given none: the first of kind 'regular'. */
export const defaultType = (db: ReadableDB): CustomerTypeId | null =>
  value<CustomerTypeId>(db, sql`SELECT id FROM customer_types WHERE kind = 'regular' ORDER BY position LIMIT 1`) ?? null
const kindRow = z.object({ kind: z.enum(['regular', 'medical', 'wholesale', 'own']) })
export const kindOfType = (db: ReadableDB, id: CustomerTypeId | null): CustomerType['kind'] | null =>
  (id === null ? null : first(db, kindRow, sql`SELECT kind FROM customer_types WHERE id = ${id}`)?.kind ?? null)
export const groupExists = (db: ReadableDB, id: GroupId): boolean => value(db, sql`SELECT 1 FROM customer_groups WHERE id = ${id}`) === 1

export function saveGroup(db: WritableDB, group: { id: GroupId; name: string; priceListId: PriceListId | null; isDefault?: boolean }): void {
  run(db, sql`INSERT INTO customer_groups (id, name, price_list_id, is_default, position)
    VALUES (${group.id}, ${group.name}, ${group.priceListId}, ${Number(group.isDefault === true)}, (SELECT coalesce(max(position), 0) + 1
      FROM customer_groups))
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, price_list_id = excluded.price_list_id`)
}
export function saveType(db: WritableDB, type: { id: CustomerTypeId; name: string; kind: CustomerType['kind'];
  priceListId: PriceListId | null }): void {
  run(db, sql`INSERT INTO customer_types (id, name, kind, price_list_id, position)
    VALUES (${type.id}, ${type.name}, ${type.kind}, ${type.priceListId}, (SELECT coalesce(max(position), 0) + 1 FROM customer_types))
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, price_list_id = excluded.price_list_id`)
}

export const isNameTaken = (db: ReadableDB, what: 'group' | 'type', name: string, exceptId: string): boolean =>
  (what === 'group'
    ? value(db, sql`SELECT 1 FROM customer_groups WHERE lower(name) = lower(${name}) AND id <> ${exceptId}`)
    : value(db, sql`SELECT 1 FROM customer_types WHERE lower(name) = lower(${name}) AND id <> ${exceptId}`)) === 1

export const priceListExists = (db: ReadableDB, id: PriceListId): boolean => value(db, sql`SELECT 1 FROM price_lists WHERE id = ${id}`) === 1

/** What a new shop begins with: types Regular, Medical and Wholesale (which has a price list of its own), and one group, Default. */
export function seedGroupsAndTypes(db: WritableDB, newId: () => string): void {
  const wholesale = newId() as PriceListId
  run(db, sql`INSERT INTO price_lists (id, name, position) VALUES (${wholesale}, 'Wholesale', 1)`)
  saveType(db, { id: newId() as CustomerTypeId, name: 'Regular', kind: 'regular', priceListId: null })
  saveType(db, { id: newId() as CustomerTypeId, name: 'Medical', kind: 'medical', priceListId: null })
  saveType(db, { id: newId() as CustomerTypeId, name: 'Wholesale', kind: 'wholesale', priceListId: wholesale })
  saveGroup(db, { id: newId() as GroupId, name: 'Default', priceListId: null, isDefault: true })
}
