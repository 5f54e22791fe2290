import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerTypeId, GroupId, Instant, PriceListId } from '../vocabulary.ts'
import type { CustomerGroup, CustomerType } from './customer.ts'

const groupRow = z.object({
  id: z.string(), name: z.string(), isDefault: z.number(), priceListId: z.string().nullable(), priceListName: z.string().nullable(), description: z.string(), needsApproval: z.number(),
  discountPpm: z.number(), payLater: z.number(), colour: z.string(),
})
const typeRow = z.object({ id: z.string(), name: z.string(), kind: z.enum(['regular', 'medical', 'wholesale', 'own']),
  priceListId: z.string().nullable(), priceListName: z.string().nullable() })

/** Every group that stands, in its order. Deleted ones are in no list. */
export const listGroups = (db: ReadableDB): CustomerGroup[] =>
  all(db, groupRow, sql`SELECT g.id, g.name, g.is_default AS isDefault, l.id AS priceListId, l.name AS priceListName, g.description, g.needs_approval AS needsApproval,
      g.discount_ppm AS discountPpm, g.pay_later AS payLater, g.colour
    FROM customer_groups g LEFT JOIN price_lists l ON l.id = g.price_list_id WHERE g.deleted_at IS NULL ORDER BY g.position, g.name`)
    .map((row) => ({ ...row, isDefault: row.isDefault === 1, needsApproval: row.needsApproval === 1, payLater: row.payLater === 1 }) as unknown as CustomerGroup)
export const listTypes = (db: ReadableDB): CustomerType[] =>
  all(db, typeRow as unknown as z.ZodType<CustomerType>, sql`SELECT t.id, t.name, t.kind, t.price_list_id AS priceListId, l.name AS priceListName FROM customer_types t
    LEFT JOIN price_lists l ON l.id = t.price_list_id ORDER BY t.position, t.name`)

export const defaultGroup = (db: ReadableDB): GroupId | null => value<GroupId>(db, sql`SELECT id FROM customer_groups WHERE is_default = 1`) ?? null
/** The type somebody has who was given none: the first of kind 'regular'. */
export const defaultType = (db: ReadableDB): CustomerTypeId | null =>
  value<CustomerTypeId>(db, sql`SELECT id FROM customer_types WHERE kind = 'regular' ORDER BY position LIMIT 1`) ?? null
const kindRow = z.object({ kind: z.enum(['regular', 'medical', 'wholesale', 'own']) })
export const kindOfType = (db: ReadableDB, id: CustomerTypeId | null): CustomerType['kind'] | null =>
  (id === null ? null : first(db, kindRow, sql`SELECT kind FROM customer_types WHERE id = ${id}`)?.kind ?? null)
export const groupExists = (db: ReadableDB, id: GroupId): boolean => value(db, sql`SELECT 1 FROM customer_groups WHERE id = ${id} AND deleted_at IS NULL`) === 1
export const needsApproval = (db: ReadableDB, id: GroupId): boolean =>
  value(db, sql`SELECT 1 FROM customer_groups WHERE id = ${id} AND needs_approval = 1 AND deleted_at IS NULL`) === 1

/** What a group is, but for who is in it. */
export type SavedGroup = Omit<CustomerGroup, 'priceListName' | 'isDefault'>
/** Adds a group at the end of the list, or writes over what it was. */
export function saveGroup(db: WritableDB, g: SavedGroup): void {
  run(db, sql`INSERT INTO customer_groups (id, name, description, needs_approval, price_list_id, discount_ppm, pay_later, colour, is_default, position)
    VALUES (${g.id}, ${g.name}, ${g.description}, ${Number(g.needsApproval)}, ${g.priceListId}, ${g.discountPpm}, ${Number(g.payLater)}, ${g.colour}, 0,
      (SELECT coalesce(max(position), 0) + 1 FROM customer_groups))
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, description = excluded.description, needs_approval = excluded.needs_approval, price_list_id = excluded.price_list_id,
      discount_ppm = excluded.discount_ppm, pay_later = excluded.pay_later, colour = excluded.colour`)
}
/** New customers begin in this one from now on. */
export function makeDefault(db: WritableDB, id: GroupId): void {
  run(db, sql`UPDATE customer_groups SET is_default = 0 WHERE is_default = 1`)
  run(db, sql`UPDATE customer_groups SET is_default = 1 WHERE id = ${id}`)
}
/** Takes a group out of every list; its members move to another one. */
export const hideGroup = (db: WritableDB, id: GroupId, moveTo: GroupId, at: Instant): number =>
  run(db, sql`UPDATE customer_groups SET deleted_at = ${at}, moved_to = ${moveTo} WHERE id = ${id} AND deleted_at IS NULL`)
export const showGroup = (db: WritableDB, id: GroupId): number => run(db, sql`UPDATE customer_groups SET deleted_at = NULL, moved_to = NULL WHERE id = ${id}`)

export function saveType(db: WritableDB, type: { id: CustomerTypeId; name: string; kind: CustomerType['kind'];
  priceListId: PriceListId | null }): void {
  run(db, sql`INSERT INTO customer_types (id, name, kind, price_list_id, position)
    VALUES (${type.id}, ${type.name}, ${type.kind}, ${type.priceListId}, (SELECT coalesce(max(position), 0) + 1 FROM customer_types))
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, price_list_id = excluded.price_list_id`)
}

export const priceListExists = (db: ReadableDB, id: PriceListId): boolean => value(db, sql`SELECT 1 FROM price_lists WHERE id = ${id}`) === 1

/** What a new shop begins with: types Regular, Medical and Wholesale (which has a price list of its own), and one group, Default. */
export function seedGroupsAndTypes(db: WritableDB, newId: () => string): void {
  const wholesale = newId() as PriceListId
  run(db, sql`INSERT INTO price_lists (id, name, position) VALUES (${wholesale}, 'Wholesale', 1)`)
  saveType(db, { id: newId() as CustomerTypeId, name: 'Regular', kind: 'regular', priceListId: null })
  saveType(db, { id: newId() as CustomerTypeId, name: 'Medical', kind: 'medical', priceListId: null })
  saveType(db, { id: newId() as CustomerTypeId, name: 'Wholesale', kind: 'wholesale', priceListId: wholesale })
  const group = newId() as GroupId
  saveGroup(db, { ...plainGroup, id: group, name: 'Default' })
  makeDefault(db, group)
}
/** A group that changes nothing but a name. */
export const plainGroup: Omit<SavedGroup, 'id' | 'name'> = { description: '', needsApproval: false, priceListId: null, discountPpm: 0 as SavedGroup['discountPpm'], payLater: false, colour: '' }
