import { Refusal } from '../errors.ts'
import type { Shop } from '../shop/shop.ts'
import { readShop } from '../shop/shop.sql.ts'
import type { ReadableDB } from '../store/sql.ts'

/** The shop, for work that cannot be done before set-up ('shop-not-set-up'). */
export function theShop({ db }: { readonly db: ReadableDB }): Shop {
  const shop = readShop(db)
  if (!shop) throw new Refusal('shop-not-set-up')
  return shop
}
