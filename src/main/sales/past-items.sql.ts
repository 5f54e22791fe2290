import { z } from 'zod'
import { id } from '../input.ts'
import { all, sql, value, type ReadableDB } from '../store/sql.ts'
import type { ItemId } from '../vocabulary.ts'

const skuRow = z.object({ id: id<ItemId>(), sku: z.string() })
/** The items that came from elsewhere, by the SKU that says so. */
export const itemsBySku = (db: ReadableDB, prefix: string): Map<string, ItemId> =>
  new Map(all(db, skuRow, sql`SELECT id, sku FROM items WHERE substr(sku, 1, ${prefix.length}) = ${prefix}`).map((row) => [row.sku, row.id]))

/** What all past sales of one origin came to, refunds apart. */
export const pastSalesSum = (db: ReadableDB, prefix: string): number =>
  value<number>(db, sql`SELECT coalesce(sum(total_cents), 0) FROM sales WHERE substr(source_key, 1, ${prefix.length}) = ${prefix}`) ?? 0
