import { z } from 'zod'
import { centsFromZero, filledText, id, page, ppm, requestId, text } from '../input.ts'
import type { ItemDraft } from './item.ts'
import type { CategoryId, ItemId, PriceListId, TaxClassId } from '../vocabulary.ts'

const itemId = id<ItemId>()
const categoryId = id<CategoryId>()
const request = { requestId }
const draft = z.strictObject({
  name: filledText(120), sku: text(40), priceCents: centsFromZero, categoryId: categoryId.nullable(), minimumAge: z.number().int().min(1).max(99).nullable(),
  costCents: centsFromZero.nullable(), taxClassId: id<TaxClassId>(), earnsPoints: z.boolean(), customerRequired: z.boolean(),
  barcodes: z.array(filledText(64)).max(50),
  prices: z.array(z.strictObject({ priceListId: id<PriceListId>(), priceCents: centsFromZero })).max(50),
}) as unknown as z.ZodType<ItemDraft>
const most = z.number().int().min(1).max(200)

export const itemInput = {
  item: z.strictObject({ id: itemId }),
  itemRequest: z.strictObject({ ...request, id: itemId }),
  byCategory: z.strictObject({ categoryId: categoryId.nullable(), page: z.strictObject(page) }),
  find: z.strictObject({ text: text(200), most, inactive: z.boolean().optional() }),
  byBarcode: z.strictObject({ code: text(64) }),
  save: z.strictObject({ ...request, id: itemId.nullable(), draft }),
  saveCategory: z.strictObject({ ...request, id: categoryId.nullable(), name: filledText(60), position: z.number().int().min(0).max(9999), active: z.boolean() }),
  savePriceList: z.strictObject({ ...request, id: id<PriceListId>().nullable(), name: filledText(60), discountPpm: ppm, position: z.number().int().min(0).max(9999) }),
}
type Shapes = typeof itemInput
export type ItemInput<K extends keyof Shapes> = z.infer<Shapes[K]>
