import type { Core } from '../context.ts'
import { touchCustomer } from '../customers/customers.sql.ts'
import { Refusal } from '../errors.ts'
import { accountOf, personOf } from '../loyalty/accounts.sql.ts'
import { entriesOfSale } from '../loyalty/ledger.sql.ts'
import { pointsSale, type PointsSale } from '../loyalty/sold.sql.ts'
import { moveSaleTo } from '../sales/name-sale.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { ApprovalId, Caller, CustomerId, Points, RequestId, SaleId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { customerCopy } from './customer-on-sale.ts'
import { earnForSale } from './earn-points.ts'
import { mayEarn } from './join-member.ts'
import { reverseForEarlierRefunds, reverseForMove, spentOnSale } from './reverse-points.ts'

export type MoveAsked = { readonly requestId: RequestId; readonly saleId: SaleId; readonly customerId: CustomerId; readonly approvalId: ApprovalId | null }
/** `taken` went from the first customer, `given` to the second: none where they are no member. `missing` had expired and could not be taken. */
export type MovedSale = { readonly saleId: SaleId; readonly from: CustomerId; readonly to: CustomerId; readonly taken: Points; readonly given: Points; readonly missing: Points; readonly member: boolean }

export const moveTarget = (saleId: SaleId, to: CustomerId): string => `move-sale/${saleId}/${to}`

/**
 * A sale that was rung up for the wrong customer goes to the right one: what it earned is taken from the first, and the second earns by the rules
 * of its day. With a manager's PIN; moving it back is its undoing. Refuses 'sale-without-customer', 'sale-same-customer', 'sale-points-spent'
 * where points paid for it, 'already-voided' and 'customer-inactive'.
 */
export function moveSale(core: Core, caller: Caller, asked: MoveAsked): MovedSale {
  const moved = once(core.db, { id: asked.requestId, door: 'loyalty/move-sale', at: core.now() }, () => {
    const sale = movable(core, asked)
    const { approvedBy } = slipFor(core, caller, 'attach-later', moveTarget(sale.saleId, asked.customerId), asked.approvalId)
    const moveId = core.newId()
    const { taken, missing } = reverseForMove(core, caller, { saleId: sale.saleId, moveId, to: asked.customerId, approvedBy })
    moveSaleTo(core.db, sale.saleId, sale.customerId, asked.customerId, customerCopy(core, asked.customerId))
    touchCustomer(core.db, sale.customerId, sale.completedAt, -1)
    touchCustomer(core.db, asked.customerId, sale.completedAt)
    const row = earnForSale(core, caller, sale.saleId, true, moveId)
    const back = row ? reverseForEarlierRefunds(core, caller, sale.saleId) : 0
    const given = ((row?.points ?? 0) + (row?.pending ?? 0) - back) as Points
    appendAudit(core.db, {
      id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'sale-moved', target: `sale/${sale.saleId}`,
      before: { customerId: sale.customerId, points: taken }, after: { customerId: asked.customerId, points: given }, approvedBy,
    })
    return { saleId: sale.saleId, from: sale.customerId, to: asked.customerId, taken, given, missing, member: accountOf(core.db, asked.customerId) !== undefined }
  })
  core.emit('sales-changed', { saleId: moved.saleId })
  core.emit('customer-changed', { customerId: moved.from })
  core.emit('customer-changed', { customerId: moved.to })
  return moved
}

function movable(core: Core, { saleId, customerId }: MoveAsked): PointsSale & { readonly customerId: CustomerId } {
  const sale = pointsSale(core.db, saleId)
  if (!sale) throw new Refusal('not-found', { field: 'saleId' })
  if (sale.state === 'voided') throw new Refusal('already-voided', { saleId })
  if (sale.customerId === null) throw new Refusal('sale-without-customer', { saleId })
  if (sale.customerId === customerId) throw new Refusal('sale-same-customer', { saleId })
  const person = personOf(core.db, customerId)
  if (!person) throw new Refusal('not-found', { field: 'customerId' })
  if (!mayEarn(core, person)) throw new Refusal('customer-inactive', { customerId })
  const spent = entriesOfSale(core.db, saleId, 'redeem').reduce((sum, row) => sum + spentOnSale(core, row), 0)
  if (spent > 0) throw new Refusal('sale-points-spent', { saleId, points: spent })
  return { ...sale, customerId: sale.customerId }
}
