import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { judgeAge } from '../sales/age.ts'
import type { SaleHead } from '../sales/sales.sql.ts'
import type { Json } from '../vocabulary.ts'
import { buyerOf, todayIn } from './customer-on-sale.ts'
import { theShop } from './the-shop.ts'

/**
 * Lets something with an age limit onto a sale, or says why not: 'under-age' where the customer is known to be too young, 'document-expired'
 * where only an expired licence vouches, 'age-check-needed' where nobody has looked yet. `about` names the line or item for the screen.
 */
export function guardAge(core: Core, sale: SaleHead, minimumAge: number | null, about: Readonly<Record<string, Json>>): void {
  if (minimumAge === null) return
  const buyer = buyerOf(core, sale, todayIn(core, theShop(core)))
  const verdict = judgeAge(buyer, minimumAge)
  if (verdict === 'under-age') throw new Refusal('under-age', { ...about, age: buyer.age, minimumAge })
  if (verdict === 'document-expired') throw new Refusal('document-expired', { ...about, minimumAge, customerId: sale.customerId })
  if (verdict === 'unknown') throw new Refusal('age-check-needed', { ...about, minimumAge })
}
