import type { Core } from '../context.ts'
import type { PayableLine, Redeemed } from '../loyalty/redeem.ts'
import { categoriesOf, type SaleLine } from '../sales/lines.sql.ts'
import type { LineTotals } from '../sales/totals.ts'
import type { CategoryId, Cents, SaleId } from '../vocabulary.ts'

/** The lines of a cart as points may pay for them: after their own and the cart's discount, and without the fee of a delivery. `amounts` are without any reward. */
export function asPayable(core: Core, saleId: SaleId, lines: readonly SaleLine[], amounts: readonly LineTotals[]): PayableLine[] {
  const categories = new Map(categoriesOf(core.db, saleId).map(({ lineId, categoryId }) => [lineId, categoryId]))
  const amountOf = new Map(amounts.map((amount) => [amount.id, amount]))
  return lines.filter(({ kind }) => kind === 'item').map(({ id, itemId, quantityMilli }) => {
    const amount = amountOf.get(id)
    const categoryId: CategoryId | null = categories.get(id) ?? null
    return { lineId: id, itemId, categoryId, quantityMilli, netCents: (amount ? amount.amountCents - amount.cartDiscountCents : 0) as Cents }
  })
}

/** What rewards take off each line. */
export function offByLine({ granted }: Redeemed): ReadonlyMap<string, number> {
  const off = new Map<string, number>()
  for (const { lineId, cents } of granted.flatMap(({ parts }) => parts)) off.set(lineId, (off.get(lineId) ?? 0) + cents)
  return off
}
