import type { Core } from '../context.ts'
import { listCategories, listPriceLists } from '../sales/catalogue.sql.ts'
import { itemsApi } from '../sales/items.api.ts'
import { getItem } from '../sales/items.sql.ts'
import type { CategoryId, ItemId, Json, PriceListId } from '../vocabulary.ts'
import { noting } from './note-change.ts'

type Facts = Readonly<Record<string, Json>> | null

/** The catalogue's doors; what changes in it is in the audit, before and after. */
export function itemDoors(core: Core): ReturnType<typeof itemsApi> {
  const doors = itemsApi(core)
  const active = (kind: string) => ({ kind, target: ({ id }: { id: ItemId }) => `item/${id}`, look: ({ id }: { id: ItemId }) => itemFacts(core, id) })
  return {
    ...doors,
    'items/save': noting(core, doors['items/save'], { kind: 'item-saved', target: (_, { id }) => `item/${id}`, look: ({ id }, answer) => itemFacts(core, answer?.id ?? id) }),
    'items/deactivate': noting(core, doors['items/deactivate'], active('item-deactivated')),
    'items/activate': noting(core, doors['items/activate'], active('item-activated')),
    'items/save-category': noting(core, doors['items/save-category'], { kind: 'category-saved', target: (_, { id }) => `category/${id}`, look: ({ id }, answer) => categoryFacts(core, answer?.id ?? id) }),
    'items/save-price-list': noting(core, doors['items/save-price-list'], { kind: 'price-list-saved', target: (_, { id }) => `price-list/${id}`, look: ({ id }, answer) => priceListFacts(core, answer?.id ?? id) }),
  }
}

function itemFacts({ db }: Core, itemId: ItemId | null): Facts {
  const item = itemId === null ? undefined : getItem(db, itemId)
  if (!item) return null
  const { seq: _seq, id: _id, ...facts } = item
  return facts as unknown as Facts
}
const found = <T extends { readonly id: string }>(rows: readonly T[], wanted: string | null): Facts => {
  const row = rows.find(({ id }) => id === wanted)
  if (!row) return null
  const { id: _id, ...facts } = row
  return facts as unknown as Facts
}
const categoryFacts = ({ db }: Core, wanted: CategoryId | null): Facts => found(listCategories(db), wanted)
const priceListFacts = ({ db }: Core, wanted: PriceListId | null): Facts => found(listPriceLists(db), wanted)
