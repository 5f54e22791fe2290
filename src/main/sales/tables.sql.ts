import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, SaleId, TableId } from '../vocabulary.ts'
import { moment, money } from './sales.sql.ts'

const tableRow = z.object({ id: id<TableId>(), name: z.string() })
export type FloorTable = z.infer<typeof tableRow>

/** The tables there are, in no order: names like 2 and 10 are put in order where they are shown. */
export const floorTables = (db: ReadableDB): FloorTable[] => all(db, tableRow, sql`SELECT id, name FROM floor_tables WHERE removed_at IS NULL`)
export const floorTable = (db: ReadableDB, tableId: TableId): FloorTable | undefined => first(db, tableRow, sql`SELECT id, name FROM floor_tables WHERE id = ${tableId} AND removed_at IS NULL`)
export const countTables = (db: ReadableDB): number => value<number>(db, sql`SELECT count(*) FROM floor_tables WHERE removed_at IS NULL`) ?? 0
/** Has another table this name already? */
export const tableNamed = (db: ReadableDB, nameKey: string, exceptId: TableId | null): boolean =>
  value<number>(db, sql`SELECT 1 FROM floor_tables WHERE name_key = ${nameKey} AND removed_at IS NULL AND id IS NOT ${exceptId}`) === 1
export const insertTable = (db: WritableDB, { id: tableId, name, nameKey, at }: { readonly id: TableId; readonly name: string; readonly nameKey: string; readonly at: Instant }): number =>
  run(db, sql`INSERT INTO floor_tables (id, name, name_key, made_at) VALUES (${tableId}, ${name}, ${nameKey}, ${at})`)
export const renameTable = (db: WritableDB, tableId: TableId, name: string, nameKey: string): number =>
  run(db, sql`UPDATE floor_tables SET name = ${name}, name_key = ${nameKey} WHERE id = ${tableId} AND removed_at IS NULL`)
export const removeTable = (db: WritableDB, tableId: TableId, at: Instant): number => run(db, sql`UPDATE floor_tables SET removed_at = ${at} WHERE id = ${tableId} AND removed_at IS NULL`)
/** The table that was removed, with its name; undefined where it was not. */
export const removedTable = (db: ReadableDB, tableId: TableId): { readonly name: string; readonly nameKey: string } | undefined =>
  first(db, z.object({ name: z.string(), nameKey: z.string() }), sql`SELECT name, name_key AS nameKey FROM floor_tables WHERE id = ${tableId} AND removed_at IS NOT NULL`)
export const bringTableBack = (db: WritableDB, tableId: TableId): number => run(db, sql`UPDATE floor_tables SET removed_at = NULL WHERE id = ${tableId}`)

export const seatSale = (db: WritableDB, saleId: SaleId, tableId: TableId): number =>
  run(db, sql`INSERT INTO sale_tables (sale_id, table_id) VALUES (${saleId}, ${tableId}) ON CONFLICT (sale_id) DO UPDATE SET table_id = excluded.table_id`)
export const unseatSale = (db: WritableDB, saleId: SaleId): number => run(db, sql`DELETE FROM sale_tables WHERE sale_id = ${saleId}`)

const seatedRow = z.object({ id: id<SaleId>(), tableId: id<TableId>(), label: z.string(), totalCents: money, parkedAt: moment, openOn: z.string().nullable() })
export type SeatedCart = z.infer<typeof seatedRow>
/** The carts that stand at a table: those that wait, and those opened from the queue that are open on a till now. A paid one is gone from its table. */
export const seatedCarts = (db: ReadableDB): SeatedCart[] =>
  all(db, seatedRow, sql`SELECT s.id, x.table_id AS tableId, s.label, coalesce(s.total_cents, 0) AS totalCents, coalesce(s.parked_at, s.made_at) AS parkedAt, CASE WHEN s.state = 'open' THEN r.name END AS openOn
    FROM sale_tables x JOIN sales s ON s.id = x.sale_id LEFT JOIN registers r ON r.id = s.register_id WHERE s.state IN ('parked', 'open') ORDER BY parkedAt, s.id`)
