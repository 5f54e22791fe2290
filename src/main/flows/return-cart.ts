import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { linesOf } from '../sales/lines.sql.ts'
import { boughtBefore, insertLooseReturn, looseReturns, nextLooseNumber } from '../sales/loose-returns.sql.ts'
import { looseBack, looseLines, looseNumber, type BackBy, type LooseReturn } from '../sales/loose-return.ts'
import { saleNumber } from '../sales/sale-number.ts'
import { setSaleState, type SaleHead } from '../sales/sales.sql.ts'
import { totalsOf } from '../sales/totals.ts'
import { getRegister, readTaxes } from '../shop/shop.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { ApprovalId, Caller, Cents, Instant, LooseReturnId, RequestId, SaleId } from '../vocabulary.ts'
import { slipWithin } from './approve.ts'
import { changing, editable, theCart } from './change-cart.ts'
import { exemptionToday } from './customer-on-sale.ts'
import { theShop } from './the-shop.ts'

/** What goods in the cart would bring back; `bought`: sales of the customer on the cart that hold some of them, which should be refunded instead. */
export type LoosePreview = {
  readonly cartId: SaleId; readonly pieces: number; readonly netCents: Cents; readonly taxCents: Cents; readonly totalCents: Cents; readonly totalInCashCents: Cents
  readonly bought: readonly { readonly saleId: SaleId; readonly number: string; readonly at: Instant; readonly name: string }[]
}
const mostBought = 5

/** What the goods rung up would bring back without a receipt; nothing is written. Refuses 'no-open-sale' where nothing was rung up, and 'sale-part-paid'. */
export function previewReturn(core: Core, caller: Caller): LoosePreview {
  const sale = editable(core, theCart(core, caller))
  const { lines, totals } = worthOf(core, sale)
  const itemIds = lines.flatMap(({ itemId }) => itemId ?? [])
  const bought = sale.customerId === null ? [] : boughtBefore(core.db, sale.customerId, itemIds, mostBought)
  return {
    cartId: sale.id, pieces: lines.length, netCents: totals.netCents, taxCents: totals.taxCents, totalCents: totals.totalCents, totalInCashCents: looseBack(totals.totalCents, 'cash', theShop(core).cashStepCents),
    bought: bought.map(({ till, number, ...sold }) => ({ ...sold, number: saleNumber(till, number) })),
  }
}

/** Goods only: a delivery is not brought back, and points pay for nothing here. */
function worthOf(core: Core, sale: SaleHead) {
  const { rates, classes } = readTaxes(core.db)
  const lines = linesOf(core.db, sale.id).filter(({ kind }) => kind === 'item')
  if (lines.length === 0) throw new Refusal('no-open-sale')
  const taxed = lines.map((line) => ({ ...line, rateIds: classes.find(({ id }) => id === line.taxClassId)?.rateIds ?? [] }))
  return { lines, totals: totalsOf(taxed, sale.discount, { rates, pricesIncludeTax: sale.pricesIncludeTax, exempt: exemptionToday(core, sale.customerId) !== null }) }
}

export type ReturnAsked = {
  readonly requestId: RequestId; readonly cartId: SaleId; readonly kind: BackBy; readonly reference: string; readonly reason: string; readonly expectedTotalCents: Cents; readonly approvalId: ApprovalId | null
}
export type Returned = { readonly id: LooseReturnId; readonly number: string; readonly totalCents: Cents }

/**
 * Takes the goods of the open cart back without a receipt and hands the money over, approved and audited; the cart is put away with it. No points move: without a sale nobody knows what
 * they earned. Refuses 'sale-not-open', 'sale-part-paid', 'reference-needed' for a card, 'total-changed', and what an approval refuses.
 */
export function returnCart(core: Core, caller: Caller, asked: ReturnAsked): Returned {
  const returned = changing(core, caller, { requestId: asked.requestId, door: 'sales/return-cart' }, () => {
    const sale = editable(core, theCart(core, caller))
    if (sale.id !== asked.cartId) throw new Refusal('sale-not-open', { saleId: asked.cartId })
    if (asked.kind === 'card' && asked.reference.trim() === '') throw new Refusal('reference-needed', { field: 'reference' })
    return writeReturn(core, caller, sale, asked)
  })
  core.emit('sales-changed', { saleId: asked.cartId })
  return returned
}

function writeReturn(core: Core, caller: Caller, sale: SaleHead, asked: ReturnAsked): Returned {
  const { lines, totals } = worthOf(core, sale)
  const shop = theShop(core)
  const totalCents = looseBack(totals.totalCents, asked.kind, shop.cashStepCents)
  if (totalCents !== asked.expectedTotalCents) throw new Refusal('total-changed', { totalCents })
  const { approvedBy } = slipWithin(core, caller, 'refund-sale', { target: returnTarget(sale.id), approvalId: asked.approvalId, limit: 'refundCents', amount: totals.totalCents })
  const { registerId, staffId } = caller
  const [id, at, number, reason] = [core.newId() as LooseReturnId, core.now(), nextLooseNumber(core.db, registerId), asked.reason.trim()]
  insertLooseReturn(core.db, {
    id, at, number, reason, registerId, staffId, approvedBy, cartId: sale.id, customerId: sale.customerId, kind: asked.kind, reference: asked.kind === 'card' ? asked.reference.trim() : '', currency: shop.currency,
    pricesIncludeTax: sale.pricesIncludeTax, netCents: totals.netCents, taxCents: totals.taxCents, roundingCents: (totalCents - totals.totalCents) as Cents, totalCents,
  }, looseLines(lines, totals), totals.taxes)
  setSaleState(core.db, sale.id, 'discarded')
  const name = looseNumber(getRegister(core.db, registerId)?.number ?? 0, number)
  appendAudit(core.db, {
    id: core.newId(), at, registerId, staffId, kind: 'goods-returned', target: sale.customerId === null ? `return/${id}` : `customer/${sale.customerId}`, approvedBy, reason, after: { number: name, totalCents, kind: asked.kind, pieces: lines.length },
  })
  return { id, number: name, totalCents }
}

/** What a manager signs: the return of what is in this cart. */
export const returnTarget = (cartId: SaleId): string => `return/${cartId}`

export type ReturnRow = Pick<LooseReturn, 'id' | 'at' | 'totalCents' | 'kind' | 'reason' | 'staffName' | 'approvedByName' | 'registerName'> & { readonly number: string }
export type ReturnPage = { readonly rows: readonly ReturnRow[]; readonly more: string | null }
/** Every return without a receipt, the newest first. */
export function listReturns(core: Pick<Core, 'db'>, { after, most }: { readonly after: string | null; readonly most: number }): ReturnPage {
  const [at = '9', id = ''] = after?.split('|') ?? []
  const found = looseReturns(core.db, { at, id }, most + 1)
  const last = found.length > most ? found[most - 1] : undefined
  const rows = found.slice(0, most).map(({ id: returnId, till, number, at: when, totalCents, kind, reason, staffName, approvedByName, registerName }) =>
    ({ id: returnId, number: looseNumber(till, number), at: when, totalCents, kind, reason, staffName, approvedByName, registerName }))
  return { rows, more: last ? `${last.at}|${last.id}` : null }
}
