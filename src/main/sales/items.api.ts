import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { nothing, takes } from '../input.ts'
import { once } from '../store/once.ts'
import type { CategoryId, ItemId, PriceListId } from '../vocabulary.ts'
import { plainBarcode } from './barcode.ts'
import { categoryExists, listCategories, listPriceLists, writeCategory, writePriceList } from './catalogue.sql.ts'
import { findItems, itemRowOf, tiles, writeItemWords } from './find-items.sql.ts'
import { itemInput as shape, type ItemInput } from './item-input.ts'
import { queryFor, wordsOfItem } from './item-words.ts'
import type { Item, ItemDraft, ItemPage, ItemRow } from './item.ts'
import { getItem, itemWithBarcode, nextItemSeq, setItemActive, taxClassExists, writeItem } from './items.sql.ts'

/** The catalogue: tiles, search, and what those who may, change in it. */
export const itemsApi = (core: Core) => ({
  'items/categories': takes(nothing, () => listCategories(core.db)),
  'items/by-category': takes(shape.byCategory, (input) => tilesOf(core, input)),
  'items/find': takes(shape.find, (input) => findItem(core, input)),
  'items/by-barcode': takes(shape.byBarcode, (input) => byBarcode(core, input.code)),
  'items/get': takes(shape.item, (input) => itemOf(core, input.id)),
  'items/save': takes(shape.save, (input) => saveItem(core, input), 'edit-items'),
  'items/deactivate': takes(shape.itemRequest, (input) => setActive(core, input, false), 'edit-items'),
  'items/activate': takes(shape.itemRequest, (input) => setActive(core, input, true), 'edit-items'),
  'items/save-category': takes(shape.saveCategory, (input) => saveCategory(core, input), 'edit-items'),
  'items/price-lists': takes(nothing, () => listPriceLists(core.db)),
  'items/save-price-list': takes(shape.savePriceList, (input) => savePriceList(core, input), 'edit-items'),
})

/** Tiles by name, a page at a time. */
function tilesOf(core: Core, { categoryId, page }: ItemInput<'byCategory'>): ItemPage {
  const [afterName = '', afterId = ''] = page.after?.split('|') ?? []
  const found = tiles(core.db, { categoryId, afterName, afterId, most: page.most + 1 })
  const last = found.length > page.most ? found[page.most - 1] : undefined
  const rows = found.slice(0, page.most).map(({ sortName: _sortName, ...row }): ItemRow => row)
  return { rows, more: last ? `${last.sortName}|${last.id}` : null }
}

/** By words of the name in any order, by SKU, or by barcode: an exact barcode comes first. */
function findItem(core: Core, { text, most, inactive }: ItemInput<'find'>): ItemRow[] {
  const query = queryFor(text)
  if (query === null) return tiles(core.db, { categoryId: null, afterName: '', afterId: '', most }).map(({ sortName: _sortName, ...row }) => row)
  const exact = byBarcode(core, text)
  const found = findItems(core.db, query, most, inactive ?? false)
  return exact?.active ? [exact, ...found.filter(({ id }) => id !== exact.id)].slice(0, most) : found
}

function byBarcode(core: Core, code: string): ItemRow | null {
  const found = itemWithBarcode(core.db, plainBarcode(code))
  return (found && itemRowOf(core.db, found.id)) ?? null
}

function itemOf(core: Core, itemId: ItemId): Item {
  const found = getItem(core.db, itemId)
  if (!found) throw new Refusal('not-found', { field: 'id' })
  const { seq: _seq, ...item } = found
  return item
}

/** Adds or changes an item. A barcode that stands on another item is 'barcode-taken', with that item's name. */
function saveItem(core: Core, { requestId, id, draft: typed }: ItemInput<'save'>): { id: ItemId } {
  const draft: ItemDraft = { ...typed, barcodes: [...new Set(typed.barcodes.map(plainBarcode).filter((code) => code !== ''))] }
  const answer = once(core.db, { id: requestId, door: 'items/save', at: core.now() }, () => {
    const known = id === null ? undefined : getItem(core.db, id)
    if (id !== null && !known) throw new Refusal('not-found', { field: 'id' })
    const itemId = id ?? (core.newId() as ItemId)
    checkDraft(core, itemId, draft)
    putItemRow(core, { id: itemId, seq: known?.seq ?? nextItemSeq(core.db), draft })
    return { id: itemId }
  })
  core.emit('items-changed', {})
  return answer
}

function putItemRow(core: Core, item: { readonly id: ItemId; readonly seq: number; readonly draft: ItemDraft }): void {
  writeItem(core.db, { ...item, at: core.now() })
  writeItemWords(core.db, item.seq, wordsOfItem(item.draft))
}

function checkDraft(core: Core, itemId: ItemId, draft: ItemDraft): void {
  if (!taxClassExists(core.db, draft.taxClassId)) throw new Refusal('not-found', { field: 'taxClassId' })
  if (draft.categoryId !== null && !categoryExists(core.db, draft.categoryId)) throw new Refusal('not-found', { field: 'categoryId' })
  const lists = new Set(listPriceLists(core.db).map(({ id }) => id))
  if (draft.prices.some(({ priceListId }) => !lists.has(priceListId))) throw new Refusal('not-found', { field: 'prices' })
  draft.barcodes.forEach((code, at) => {
    const holder = itemWithBarcode(core.db, code)
    if (holder && holder.id !== itemId) throw new Refusal('barcode-taken', { field: `barcodes.${at}`, code, itemId: holder.id, name: holder.name })
  })
}

/** Off sale and back on: an item is never deleted, sales name it. */
function setActive(core: Core, { requestId, id }: ItemInput<'itemRequest'>, active: boolean): null {
  once(core.db, { id: requestId, door: active ? 'items/activate' : 'items/deactivate', at: core.now() }, () => {
    if (setItemActive(core.db, id, active, core.now()) === 0) throw new Refusal('not-found', { field: 'id' })
    return null
  })
  core.emit('items-changed', {})
  return null
}

function saveCategory(core: Core, { requestId, id, ...category }: ItemInput<'saveCategory'>): { id: CategoryId } {
  const answer = once(core.db, { id: requestId, door: 'items/save-category', at: core.now() }, () => {
    if (id !== null && !categoryExists(core.db, id)) throw new Refusal('not-found', { field: 'id' })
    const categoryId = id ?? (core.newId() as CategoryId)
    writeCategory(core.db, { ...category, id: categoryId })
    return { id: categoryId }
  })
  core.emit('items-changed', {})
  return answer
}

function savePriceList(core: Core, { requestId, id, ...priceList }: ItemInput<'savePriceList'>): { id: PriceListId } {
  const answer = once(core.db, { id: requestId, door: 'items/save-price-list', at: core.now() }, () => {
    if (id !== null && !listPriceLists(core.db).some((known) => known.id === id)) throw new Refusal('not-found', { field: 'id' })
    const priceListId = id ?? (core.newId() as PriceListId)
    writePriceList(core.db, { ...priceList, id: priceListId })
    return { id: priceListId }
  })
  core.emit('items-changed', {})
  return answer
}
