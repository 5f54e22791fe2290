import type { Core } from '../context.ts'
import type { PayableLine } from '../loyalty/redeem.ts'
import { categoriesOf } from '../sales/lines.sql.ts'
import type { SaleHead } from '../sales/sales.sql.ts'
import type { LineTotals } from '../sales/totals.ts'
import type { CategoryId, Cents, LineId } from '../vocabulary.ts'
import { priceSale } from './price-cart.ts'

/** The lines of a cart as points may pay for them: after their own and the cart's discount, before any reward. */
export const payableLines = (core: Core, sale: SaleHead): PayableLine[] => {
  const { lines, totals } = priceSale(core, sale)
  return asPayable(core, sale, lines, totals.lines)
}

/** The same from lines that are priced already. */
export function asPayable(core: Core, sale: Pick<SaleHead, 'id'>, lines: ReturnType<typeof priceSale>['lines'], amounts: readonly LineTotals[]): PayableLine[] {
  const categories = new Map(categoriesOf(core.db, sale.id).map(({ lineId, categoryId }) => [lineId, categoryId]))
  return lines.map(({ id, itemId, quantityMilli }, at) => {
    const amount = amounts[at]
    return {
      lineId: id as LineId, itemId, categoryId: (categories.get(id) ?? null) as CategoryId | null, quantityMilli,
      netCents: (amount ? amount.amountCents - amount.cartDiscountCents : 0) as Cents,
    }
  })
}
