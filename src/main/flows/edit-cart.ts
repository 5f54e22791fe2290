import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { deliveryOf, feeOf } from '../sales/deliveries.sql.ts'
import { checkDiscount, checkQuantity } from '../sales/line-item.ts'
import type { SaleHead } from '../sales/sales.sql.ts'
import { overrideLinePrice, removedLine, setLineDiscount, setLineNote, setLineQuantity, setLineRemoved, type SaleLine } from '../sales/lines.sql.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart } from '../sales/sale.ts'
import { setSaleDiscount, setSaleNote } from '../sales/sales.sql.ts'
import { grossOf } from '../sales/totals.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { Caller, Cents, Json, LineId, StaffId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { changeCart, lineOn } from './change-cart.ts'
import { guardAge } from './guard-age.ts'
import { priceSale } from './price-cart.ts'

/** A line that is no fee of a delivery; the fee is changed with the delivery ('delivery-fee'). */
function goodsOn(core: Core, sale: SaleHead, lineId: LineId): SaleLine {
  const line = lineOn(core, sale, lineId)
  if (line.kind === 'delivery') throw new Refusal('delivery-fee', { field: 'lineId' })
  return line
}

/** Refuses 'quantity-wrong' where the line would come to more than a till can add up. */
export const setQuantity = (core: Core, caller: Caller, { requestId, lineId, quantityMilli }: SaleInput<'setQuantity'>): Cart =>
  changeCart(core, caller, { requestId, door: 'sales/set-quantity' }, (sale) => {
    checkQuantity(quantityMilli, goodsOn(core, sale, lineId).priceCents)
    setLineQuantity(core.db, lineId, quantityMilli)
  })

/** A price by hand, approved for this line and audited; it stays when customers come and go. */
export const overridePrice = (core: Core, caller: Caller, { requestId, lineId, priceCents, approvalId }: SaleInput<'overridePrice'>): Cart =>
  changeCart(core, caller, { requestId, door: 'sales/override-price' }, (sale) => {
    const line = goodsOn(core, sale, lineId)
    checkQuantity(line.quantityMilli, priceCents)
    const { approvedBy } = slipFor(core, caller, 'override-price', lineId, approvalId)
    overrideLinePrice(core.db, lineId, priceCents, approvedBy)
    audit(core, caller, { kind: 'price-overridden', target: `line/${lineId}`, before: { priceCents: line.priceCents }, after: { name: line.name, priceCents }, approvedBy })
  })

/** A discount on one line; null takes it off again. Refuses 'discount-too-much'. */
export const discountLine = (core: Core, caller: Caller, { requestId, lineId, discount, approvalId }: SaleInput<'discountLine'>): Cart =>
  changeCart(core, caller, { requestId, door: 'sales/discount-line' }, (sale) => {
    const line = goodsOn(core, sale, lineId)
    checkDiscount(discount, grossOf(line.quantityMilli, line.priceCents))
    if (discount) {
      const { approvedBy } = slipFor(core, caller, 'discount', lineId, approvalId)
      audit(core, caller, { kind: 'line-discounted', target: `line/${lineId}`, before: line.discount, after: { name: line.name, ...discount }, approvedBy })
    }
    setLineDiscount(core.db, lineId, discount)
  })

/** A discount on the whole cart; null takes it off again. Refuses 'discount-too-much'. */
export const discountCart = (core: Core, caller: Caller, { requestId, discount, approvalId }: SaleInput<'discountCart'>): Cart =>
  changeCart(core, caller, { requestId, door: 'sales/discount-cart' }, (sale) => {
    checkDiscount(discount, (priceSale(core, sale).totals.subtotalCents - (feeOf(core.db, sale.id)?.cents ?? 0)) as Cents)
    if (discount) {
      const { approvedBy } = slipFor(core, caller, 'discount', sale.id, approvalId)
      audit(core, caller, { kind: 'cart-discounted', target: `sale/${sale.id}`, before: sale.discount, after: discount, approvedBy })
    }
    setSaleDiscount(core.db, sale.id, discount)
  })

export const noteLine = (core: Core, caller: Caller, { requestId, lineId, note }: SaleInput<'noteLine'>): Cart =>
  changeCart(core, caller, { requestId, door: 'sales/note-line' }, (sale) => void setLineNote(core.db, lineOn(core, sale, lineId).id, note))

export const noteCart = (core: Core, caller: Caller, { requestId, note }: SaleInput<'noteCart'>): Cart =>
  changeCart(core, caller, { requestId, door: 'sales/note-cart' }, (sale) => void setSaleNote(core.db, sale.id, note))

/** The line is kept aside, so that restoreLine can bring it back as it was. */
export const removeLine = (core: Core, caller: Caller, { requestId, lineId }: SaleInput<'line'>): Cart =>
  changeCart(core, caller, { requestId, door: 'sales/remove-line' }, (sale) => void setLineRemoved(core.db, lineOn(core, sale, lineId).id, core.now()))

export const restoreLine = (core: Core, caller: Caller, { requestId, lineId }: SaleInput<'line'>): Cart =>
  changeCart(core, caller, { requestId, door: 'sales/restore-line' }, (sale) => {
    const line = removedLine(core.db, sale.id, lineId)
    if (!line || (line.kind === 'delivery' && !mayHaveFee(core, sale))) throw new Refusal('not-found', { field: 'lineId' })
    guardAge(core, sale, line.minimumAge, { itemId: line.itemId })
    setLineRemoved(core.db, lineId, null)
  })

/** A fee comes back only to a delivery that stands and has none. */
const mayHaveFee = ({ db }: Core, { id }: SaleHead): boolean => deliveryOf(db, id) !== undefined && feeOf(db, id) === undefined

type Entry = { readonly kind: string; readonly target: string; readonly before: Json; readonly after: Json; readonly approvedBy: StaffId }
const audit = (core: Core, { registerId, staffId }: Caller, entry: Entry): number =>
  appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, ...entry })
