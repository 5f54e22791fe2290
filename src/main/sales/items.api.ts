import type { Core } from '../context.ts'
import { nothing, takes } from '../input.ts'
import type { CategoryId, ItemId, PriceListId } from '../vocabulary.ts'
import { itemInput as shape } from './item-input.ts'
import type { Category, Item, ItemPage, ItemRow, PriceList } from './item.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }

export const itemsApi = (core: Core) => ({
  'items/categories': takes(nothing, (): Category[] => notYet(core)),
  'items/by-category': takes(shape.byCategory, (input): ItemPage => notYet(core, input)),
  'items/find': takes(shape.find, (input): ItemRow[] => notYet(core, input)),
  'items/by-barcode': takes(shape.byBarcode, (input): ItemRow | null => notYet(core, input)),
  'items/get': takes(shape.item, (input): Item => notYet(core, input)),
  'items/save': takes(shape.save, (input): { id: ItemId } => notYet(core, input), 'edit-items'),
  'items/deactivate': takes(shape.itemRequest, (input): null => notYet(core, input), 'edit-items'),
  'items/activate': takes(shape.itemRequest, (input): null => notYet(core, input), 'edit-items'),
  'items/save-category': takes(shape.saveCategory, (input): { id: CategoryId } => notYet(core, input), 'edit-items'),
  'items/price-lists': takes(nothing, (): PriceList[] => notYet(core)),
  'items/save-price-list': takes(shape.savePriceList, (input): { id: PriceListId } => notYet(core, input), 'edit-items'),
})
