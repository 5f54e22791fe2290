import { all, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CategoryId, ItemId } from '../vocabulary.ts'
import { asItemRow, itemColumns, itemRowShape } from './items.sql.ts'
import type { ItemRow } from './item.ts'

/** Makes an item findable by these words, and by no others. */
export function writeItemWords(db: WritableDB, seq: number, words: string): void {
  run(db, sql`DELETE FROM find_item WHERE rowid = ${seq}`)
  run(db, sql`INSERT INTO find_item (rowid, t) VALUES (${seq}, ${words})`)
}

/** Items whose words begin with everything asked for, the newest first. `query` as queryFor writes it. */
export const findItems = (db: ReadableDB, query: string, most: number, inactiveToo: boolean): ItemRow[] =>
  all(db, itemRowShape, sql`SELECT ${itemColumns} FROM find_item JOIN items i ON i.seq = find_item.rowid
    WHERE find_item MATCH ${query} AND (i.active = 1 OR ${inactiveToo ? 1 : 0}) ORDER BY find_item.rowid DESC LIMIT ${most}`).map(asItemRow)

export type TilesAsked = { readonly categoryId: CategoryId | null; readonly afterName: string; readonly afterId: string; readonly most: number }
/** Tiles by name, of one category or of all. */
export function tiles(db: ReadableDB, { categoryId, afterName, afterId, most }: TilesAsked): (ItemRow & { readonly sortName: string })[] {
  const inCategory = categoryId === null ? sql`` : sql`AND i.category_id = ${categoryId}`
  const rows = all(db, itemRowShape.extend({ sortName: itemRowShape.shape.name }), sql`SELECT ${itemColumns}, i.sort_name AS sortName FROM items i
    WHERE (i.sort_name, i.id) > (${afterName}, ${afterId}) AND i.active = 1 ${inCategory} ORDER BY i.sort_name, i.id LIMIT ${most}`)
  return rows.map((row) => ({ ...asItemRow(row), sortName: row.sortName }))
}

/** The row of one item, as a tile shows it. */
export const itemRowOf = (db: ReadableDB, itemId: ItemId): ItemRow | undefined =>
  all(db, itemRowShape, sql`SELECT ${itemColumns} FROM items i WHERE i.id = ${itemId}`).map(asItemRow)[0]
