import type { Core } from '../context.ts'
import { buyingTerms, termsKey, type BuyingTerms } from '../customers/buying-terms.ts'
import { termsCandidates } from '../customers/on-sale.sql.ts'
import { accountOf } from '../loyalty/accounts.sql.ts'
import { standingOf } from '../loyalty/tiers.sql.ts'
import { cartTermsOf, noteCartTerms } from '../sales/cart-terms.sql.ts'
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

/** By what the customer of a sale buys today; a Walk-In pays what everyone pays. */
export function termsOnSale(core: Core, { customerId }: Pick<SaleHead, 'customerId'>): BuyingTerms {
  const found = customerId === null ? undefined : termsCandidates(core.db, customerId, todayIn(core, theShop(core)))
  return found && customerId !== null ? buyingTerms(found, () => tierPriceList(core, customerId)) : { list: null, off: null }
}

type Pricer = { readonly listName: string | null; readonly key: string; readonly price: (itemId: ItemId | null, listPriceCents: Cents) => Price }
/** How to price things for whoever is on the sale; read once, used for every line. */
export function pricerFor(core: Core, sale: SaleHead, terms = termsOnSale(core, sale)): Pricer {
  const { list, off } = terms
  const own = (itemId: ItemId | null) => (list && itemId !== null ? ownPrice(core.db, itemId, list.id) : null)
  return { listName: list?.name ?? off?.name ?? null, key: termsKey(terms), price: (itemId, listPriceCents) => priceFor(listPriceCents, own(itemId), list, off) }
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
  noteCartTerms(core.db, sale.id, pricer.key)
  return { repriced: changed.length, priceListName: pricer.listName }
}

/** How many lines would cost something else, since the customer's terms changed while they stood on the cart; 0 where that was settled. */
export function unsettledPrices(core: Core, sale: SaleHead, terms: BuyingTerms, lines: readonly SaleLine[]): number {
  const known = cartTermsOf(core.db, sale.id)
  if (known === undefined || known === termsKey(terms)) return 0
  const pricer = pricerFor(core, sale, terms)
  return lines.filter((line) => isPriced(line) && pricer.price(line.itemId, line.listPriceCents).priceCents !== line.priceCents).length
}

/** Whatever its lines cost, these prices were chosen: nobody asks about them again until the customer's terms change anew. */
export const settleTerms = (core: Core, sale: SaleHead): void => void noteCartTerms(core.db, sale.id, pricerFor(core, sale).key)

/** What decides their prices has changed while they stand on this till's open cart: its lines follow. One that is part paid keeps its prices. */
export function repriceCartOf(core: Core, { registerId }: Caller, customerId: CustomerId): void {
  const sale = openSaleOn(core.db, registerId)
  if (sale?.customerId === customerId && tendersOf(core.db, sale.id).length === 0) repriceLines(core, sale)
}

/** A price set by hand and the fee of a delivery follow no price list. */
const isPriced = ({ priceReason, kind }: SaleLine): boolean => priceReason !== 'override' && kind === 'item'

/** Gives a line another price unless someone set it by hand or it is a fee; true where that is another amount than before. */
export function repriceLine(core: Core, line: SaleLine, listPriceCents: Cents, price: Price): boolean {
  if (!isPriced(line)) return false
  setLinePrice(core.db, line.id, listPriceCents, price)
  return price.priceCents !== line.priceCents
}
