import type { Core } from '../context.ts'
import { priceListOf } from '../customers/on-sale.sql.ts'
import { ownPrice } from '../sales/items.sql.ts'
import { linesOf, setLinePrice, type SaleLine } from '../sales/lines.sql.ts'
import { priceFor, type Price } from '../sales/prices.ts'
import type { SaleHead } from '../sales/sales.sql.ts'
import type { Cents, ItemId } from '../vocabulary.ts'
import { todayIn } from './customer-on-sale.ts'
import { theShop } from './the-shop.ts'

/** How to price things for whoever is on the sale; read once, used for every line. */
export function pricerFor(core: Core, sale: SaleHead): { listName: string | null; price(itemId: ItemId | null, listPriceCents: Cents): Price } {
  const terms = sale.customerId === null ? undefined : priceListOf(core.db, sale.customerId, todayIn(core, theShop(core)))
  const own = (itemId: ItemId | null) => (terms && itemId !== null ? ownPrice(core.db, itemId, terms.id) : null)
  return { listName: terms?.name ?? null, price: (itemId, listPriceCents) => priceFor(listPriceCents, own(itemId), terms ?? null) }
}

/** Prices every line anew for the customer on the sale, but for prices set by hand. Answers how many lines have another price now. */
export function repriceLines(core: Core, sale: SaleHead): { repriced: number; priceListName: string | null } {
  const pricer = pricerFor(core, sale)
  const changed = linesOf(core.db, sale.id).filter((line) => repriceLine(core, line, line.listPriceCents, pricer.price(line.itemId, line.listPriceCents)))
  return { repriced: changed.length, priceListName: pricer.listName }
}

/** Gives a line another price unless someone set it by hand; true where that is another amount than before. */
export function repriceLine(core: Core, line: SaleLine, listPriceCents: Cents, price: Price): boolean {
  if (line.priceReason === 'override') return false
  setLinePrice(core.db, line.id, listPriceCents, price)
  return price.priceCents !== line.priceCents
}
