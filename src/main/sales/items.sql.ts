import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CategoryId, Cents, Instant, ItemId, PriceListId, TaxClassId } from '../vocabulary.ts'
import type { Item, ItemDraft, ItemRow } from './item.ts'
import { sortName } from './item-words.ts'
import { money } from './sales.sql.ts'

export const itemRowShape = z.object({
  id: id<ItemId>(), name: z.string(), sku: z.string(), priceCents: money, categoryId: id<CategoryId>().nullable(), minimumAge: z.number().nullable(), active: z.number(),
})
export const itemColumns = sql`i.id, i.name, i.sku, i.price_cents AS priceCents, i.category_id AS categoryId, i.minimum_age AS minimumAge, i.active`
export const asItemRow = (row: z.infer<typeof itemRowShape>): ItemRow => ({ ...row, active: row.active === 1 })

const itemShape = z.object({
  ...itemRowShape.shape, costCents: money.nullable(), taxClassId: id<TaxClassId>(), earnsPoints: z.number(), customerRequired: z.number(), seq: z.number(),
})
const codeRow = z.object({ code: z.string() })
const priceRow = z.object({ priceListId: id<PriceListId>(), priceCents: money })

export type StoredItem = Item & { readonly seq: number }
export function getItem(db: ReadableDB, itemId: ItemId): StoredItem | undefined {
  const row = first(db, itemShape, sql`SELECT ${itemColumns}, i.cost_cents AS costCents, i.tax_class_id AS taxClassId, i.earns_points AS earnsPoints,
    i.customer_required AS customerRequired, i.seq FROM items i WHERE i.id = ${itemId}`)
  if (!row) return undefined
  const barcodes = all(db, codeRow, sql`SELECT code FROM item_barcodes WHERE item_id = ${itemId} ORDER BY code`).map(({ code }) => code)
  const prices = all(db, priceRow, sql`SELECT price_list_id AS priceListId, price_cents AS priceCents FROM item_prices WHERE item_id = ${itemId} ORDER BY price_list_id`)
  return { ...row, active: row.active === 1, earnsPoints: row.earnsPoints === 1, customerRequired: row.customerRequired === 1, barcodes, prices }
}

const holderRow = z.object({ id: id<ItemId>(), name: z.string() })
/** The item a barcode stands on. `code` as plainBarcode writes it. */
export const itemWithBarcode = (db: ReadableDB, code: string): { id: ItemId; name: string } | undefined =>
  first(db, holderRow, sql`SELECT i.id, i.name FROM item_barcodes b JOIN items i ON i.id = b.item_id WHERE b.code = ${code}`)

/** What everyone pays for an item today; nothing where it is no longer sold. */
export const priceToday = (db: ReadableDB, itemId: ItemId): Cents | undefined => value<Cents>(db, sql`SELECT price_cents FROM items WHERE id = ${itemId} AND active = 1`)
/** The item's own price on a price list, where it has one. */
export const ownPrice = (db: ReadableDB, itemId: ItemId, priceListId: PriceListId): Cents | null =>
  value<Cents>(db, sql`SELECT price_cents FROM item_prices WHERE item_id = ${itemId} AND price_list_id = ${priceListId}`) ?? null

export const nextItemSeq = (db: ReadableDB): number => (value<number>(db, sql`SELECT max(seq) FROM items`) ?? 0) + 1

/** Adds an item or writes it anew, with its barcodes and prices. Its search words: find-items.sql.ts. */
export function writeItem(db: WritableDB, item: { readonly id: ItemId; readonly seq: number; readonly draft: ItemDraft; readonly at: Instant }): void {
  const { draft } = item
  run(db, sql`INSERT INTO items (id, name, sku, price_cents, cost_cents, tax_class_id, category_id, minimum_age, earns_points, customer_required, seq, sort_name, made_at, updated_at)
    VALUES (${item.id}, ${draft.name.trim()}, ${draft.sku.trim()}, ${draft.priceCents}, ${draft.costCents}, ${draft.taxClassId}, ${draft.categoryId}, ${draft.minimumAge},
      ${draft.earnsPoints ? 1 : 0}, ${draft.customerRequired ? 1 : 0}, ${item.seq}, ${sortName(draft.name)}, ${item.at}, ${item.at})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, sku = excluded.sku, price_cents = excluded.price_cents, cost_cents = excluded.cost_cents,
      tax_class_id = excluded.tax_class_id, category_id = excluded.category_id, minimum_age = excluded.minimum_age, earns_points = excluded.earns_points,
      customer_required = excluded.customer_required, sort_name = excluded.sort_name, updated_at = excluded.updated_at`)
  run(db, sql`DELETE FROM item_barcodes WHERE item_id = ${item.id}`)
  for (const code of draft.barcodes) run(db, sql`INSERT INTO item_barcodes (code, item_id) VALUES (${code}, ${item.id})`)
  run(db, sql`DELETE FROM item_prices WHERE item_id = ${item.id}`)
  for (const { priceListId, priceCents } of draft.prices) {
    run(db, sql`INSERT INTO item_prices (item_id, price_list_id, price_cents) VALUES (${item.id}, ${priceListId}, ${priceCents})`)
  }
}

export const setItemActive = (db: WritableDB, itemId: ItemId, active: boolean, at: Instant): number =>
  run(db, sql`UPDATE items SET active = ${active ? 1 : 0}, updated_at = ${at} WHERE id = ${itemId}`)
export const taxClassExists = (db: ReadableDB, taxClassId: TaxClassId): boolean => value<number>(db, sql`SELECT 1 FROM tax_classes WHERE id = ${taxClassId}`) === 1
