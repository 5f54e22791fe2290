import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CategoryId, Ppm, PriceListId } from '../vocabulary.ts'
import type { Category, PriceList } from './item.ts'

const categoryRow = z.object({ id: id<CategoryId>(), name: z.string(), items: z.number() })
const priceListRow = z.object({ id: id<PriceListId>(), name: z.string(), discountPpm: z.number() as unknown as z.ZodType<Ppm> })

/** The categories in use, in the shop's order, with how many items each has on sale. */
export const listCategories = (db: ReadableDB): Category[] =>
  all(db, categoryRow, sql`SELECT c.id, c.name, (SELECT count(*) FROM items i WHERE i.category_id = c.id AND i.active = 1) AS items
    FROM categories c WHERE c.active = 1 ORDER BY c.position, c.name, c.id`)
export const categoryExists = (db: ReadableDB, categoryId: CategoryId): boolean =>
  first(db, z.object({ id: z.string() }), sql`SELECT id FROM categories WHERE id = ${categoryId}`) !== undefined

export type CategoryWrite = { readonly id: CategoryId; readonly name: string; readonly position: number; readonly active: boolean }
export const writeCategory = (db: WritableDB, { id: categoryId, name, position, active }: CategoryWrite): number =>
  run(db, sql`INSERT INTO categories (id, name, position, active) VALUES (${categoryId}, ${name.trim()}, ${position}, ${active ? 1 : 0})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position, active = excluded.active`)

export const listPriceLists = (db: ReadableDB): PriceList[] =>
  all(db, priceListRow, sql`SELECT id, name, discount_ppm AS discountPpm FROM price_lists ORDER BY position, name, id`)

export const priceListById = (db: ReadableDB, listId: PriceListId): z.infer<typeof priceListRow> | undefined =>
  first(db, priceListRow, sql`SELECT id, name, discount_ppm AS discountPpm FROM price_lists WHERE id = ${listId}`)

export type PriceListWrite = { readonly id: PriceListId; readonly name: string; readonly discountPpm: Ppm; readonly position: number }
export const writePriceList = (db: WritableDB, { id: listId, name, discountPpm, position }: PriceListWrite): number =>
  run(db, sql`INSERT INTO price_lists (id, name, discount_ppm, position) VALUES (${listId}, ${name.trim()}, ${discountPpm}, ${position})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, discount_ppm = excluded.discount_ppm, position = excluded.position`)
