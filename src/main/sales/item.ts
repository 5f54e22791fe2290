import type { CategoryId, Cents, ItemId, PriceListId, TaxClassId } from '../vocabulary.ts'

export type Category = { readonly id: CategoryId; readonly name: string; readonly items: number }
/** A tile or a search row. */
export type ItemRow = {
  readonly id: ItemId; readonly name: string; readonly sku: string; readonly priceCents: Cents; readonly categoryId: CategoryId | null
  readonly minimumAge: number | null; readonly active: boolean
}
export type Item = ItemRow & {
  readonly costCents: Cents | null; readonly taxClassId: TaxClassId; readonly earnsPoints: boolean; readonly customerRequired: boolean
  readonly barcodes: readonly string[]
  readonly prices: readonly { readonly priceListId: PriceListId; readonly priceCents: Cents }[]
}
export type ItemDraft = Omit<Item, 'id' | 'active'>
export type PriceList = { readonly id: PriceListId; readonly name: string; readonly discountPpm: number }
/** A page of tiles; `more` goes into the next call's `page.after`. */
export type ItemPage = { readonly rows: readonly ItemRow[]; readonly more: string | null }
