import type { Core } from '../context.ts'
import { priceListOf } from '../customers/on-sale.sql.ts'
import { accountOf } from '../loyalty/accounts.sql.ts'
import { standingOf } from '../loyalty/tiers.sql.ts'
import { priceListById } from '../sales/catalogue.sql.ts'
import { ownPrice } from '../sales/items.sql.ts'
import { linesOf, setLinePrice, type SaleLine } from '../sales/lines.sql.ts'
import { priceFor, type Price } from '../sales/prices.ts'
import { openSaleOn, type SaleHead } from '../sales/sales.sql.ts'
import { tendersOf } from '../sales/tenders.sql.ts'
import type { Caller, Cents, CustomerId, ItemId } from '../vocabulary.ts'
import { todayIn } from './customer-on-sale.ts'
import { programIfOn } from './the-program.ts'
import { theShop } from './the-shop.ts'

/** How to price things for whoever is on the sale; read once, used for every line. */
export function pricerFor(core: Core, sale: SaleHead): { listName: string | null; price(itemId: ItemId | null, listPriceCents: Cents): Price } {
  const terms = sale.customerId === null ? undefined : (priceListOf(core.db, sale.customerId, todayIn(core, theShop(core))) ?? tierPriceList(core, sale.customerId))
  const own = (itemId: ItemId | null) => (terms && itemId !== null ? ownPrice(core.db, itemId, terms.id) : null)
  return { listName: terms?.name ?? null, price: (itemId, listPriceCents) => priceFor(listPriceCents, own(itemId), terms ?? null) }
}

/** The price list that comes with a member's tier of today: for those whom neither their type nor their group gives one. */
function tierPriceList(core: Core, customerId: CustomerId): ReturnType<typeof priceListById> {
  const now = programIfOn(core, core.now())
  if (!now?.program.rules.tiers.levels.some(({ priceListId }) => priceListId !== null)) return undefined
  const account = accountOf(core.db, customerId)
  const tierId = account && standingOf(core.db, account.id, now.at)?.tierId
  const listId = now.program.rules.tiers.levels.find(({ id }) => id === tierId)?.priceListId
  return listId ? priceListById(core.db, listId) : undefined
}

/** Prices every line anew for the customer on the sale, but for prices set by hand. Answers how many lines have another price now. */
export function repriceLines(core: Core, sale: SaleHead): { repriced: number; priceListName: string | null } {
  const pricer = pricerFor(core, sale)
  const changed = linesOf(core.db, sale.id).filter((line) => repriceLine(core, line, line.listPriceCents, pricer.price(line.itemId, line.listPriceCents)))
  return { repriced: changed.length, priceListName: pricer.listName }
}

/** What decides their prices has changed while they stand on this till's open cart: its lines follow. One that is part paid keeps its prices. */
export function repriceCartOf(core: Core, { registerId }: Caller, customerId: CustomerId): void {
  const sale = openSaleOn(core.db, registerId)
  if (sale?.customerId === customerId && tendersOf(core.db, sale.id).length === 0) repriceLines(core, sale)
}

/** Gives a line another price unless someone set it by hand; true where that is another amount than before. */
export function repriceLine(core: Core, line: SaleLine, listPriceCents: Cents, price: Price): boolean {
  if (line.priceReason === 'override') return false
  setLinePrice(core.db, line.id, listPriceCents, price)
  return price.priceCents !== line.priceCents
}
