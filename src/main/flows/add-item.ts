import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { plainBarcode } from '../sales/barcode.ts'
import { getItem, itemWithBarcode, type StoredItem } from '../sales/items.sql.ts'
import { insertLine, linesOf, setLineQuantity, type SaleLine } from '../sales/lines.sql.ts'
import { mostLines, checkQuantity } from '../sales/line-item.ts'
import type { Price } from '../sales/prices.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart } from '../sales/sale.ts'
import type { SaleHead } from '../sales/sales.sql.ts'
import type { Caller, ItemId, LineId, Milli } from '../vocabulary.ts'
import { cartAfter, cartToFill, changing } from './change-cart.ts'
import { guardAge } from './guard-age.ts'
import { pricerFor } from './price-line.ts'

const onePiece = 1000 as Milli

/** Puts an item on the cart; the same again raises the quantity of its line. Refuses 'item-inactive' and what guardAge and checkQuantity refuse. */
export const addItem = (core: Core, caller: Caller, input: SaleInput<'addItem'>): Cart =>
  changing(core, caller, { requestId: input.requestId, door: 'sales/add-item' }, () => {
    const sale = cartToFill(core, caller)
    putItem(core, sale, input.itemId, input.quantityMilli)
    return cartAfter(core, sale.id)
  })

/** The same by barcode. A code nobody knows is an answer, not a refusal: the screen then offers what else it may be. */
export function scanItem(core: Core, caller: Caller, input: SaleInput<'scanItem'>): { readonly found: true; readonly cart: Cart } | { readonly found: false } {
  const found = itemWithBarcode(core.db, plainBarcode(input.code))
  if (!found) return { found: false }
  const cart = changing(core, caller, { requestId: input.requestId, door: 'sales/scan-item' }, () => {
    const sale = cartToFill(core, caller)
    putItem(core, sale, found.id, onePiece)
    return cartAfter(core, sale.id)
  })
  return { found: true, cart }
}

/** One item onto a cart that may be changed, inside a transaction. */
export function putItem(core: Core, sale: SaleHead, itemId: ItemId, quantityMilli: Milli): void {
  const item = getItem(core.db, itemId)
  if (!item) throw new Refusal('not-found', { field: 'itemId' })
  if (!item.active) throw new Refusal('item-inactive', { itemId, name: item.name })
  guardAge(core, sale, item.minimumAge, { itemId })
  const price = pricerFor(core, sale).price(itemId, item.priceCents)
  const lines = linesOf(core.db, sale.id)
  const same = lines.find((line) => isSame(line, item, price))
  if (same) return raise(core, same, quantityMilli)
  if (lines.length >= mostLines) throw new Refusal('too-large', { most: mostLines })
  checkQuantity(quantityMilli, price.priceCents)
  insertLine(core.db, { ...item, ...price, id: core.newId() as LineId, saleId: sale.id, itemId, quantityMilli, listPriceCents: item.priceCents, at: core.now() })
}

function raise(core: Core, line: SaleLine, byMilli: Milli): void {
  const quantityMilli = (line.quantityMilli + byMilli) as Milli
  checkQuantity(quantityMilli, line.priceCents)
  setLineQuantity(core.db, line.id, quantityMilli)
}

/** Lines with a note, a discount or a price of their own stay apart. */
const isSame = (line: SaleLine, item: StoredItem, price: Price): boolean =>
  line.itemId === item.id && line.priceReason !== 'override' && line.priceCents === price.priceCents && line.listPriceCents === item.priceCents
  && line.discount === null && line.note === '' && line.name === item.name
