import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { personOf } from '../loyalty/accounts.sql.ts'
import { pointsSale } from '../loyalty/sold.sql.ts'
import { nameSale } from '../sales/name-sale.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { touchCustomer } from '../customers/customers.sql.ts'
import { once } from '../store/once.ts'
import type { ApprovalId, Caller, CustomerId, EntryId, Points, RequestId, SaleId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { customerCopy } from './customer-on-sale.ts'
import { earnForSale } from './earn-points.ts'
import { mayEarn } from './join-member.ts'
import { reverseForEarlierRefunds } from './reverse-points.ts'

export type AttachAsked = { readonly requestId: RequestId; readonly saleId: SaleId; readonly customerId: CustomerId; readonly approvalId: ApprovalId | null }
export type AttachedLater = { readonly saleId: SaleId; readonly entryId: EntryId | null; readonly points: Points }

const freeMs = 24 * 3_600_000
export const attachTarget = (saleId: SaleId): string => `attach-later/${saleId}`

/**
 * A forgotten customer is put on a finished sale and earns by the rules of its day, once, for what has not come back. Free within a day on the
 * till that sold it, with a manager's PIN after. Refuses 'sale-has-customer', 'already-voided' and 'customer-inactive'.
 */
export function attachLater(core: Core, caller: Caller, asked: AttachAsked): AttachedLater {
  const done = once(core.db, { id: asked.requestId, door: 'loyalty/attach-later', at: core.now() }, () => {
    const sale = pointsSale(core.db, asked.saleId)
    if (!sale) throw new Refusal('not-found', { field: 'saleId' })
    if (sale.state === 'voided') throw new Refusal('already-voided', { saleId: sale.saleId })
    if (sale.customerId !== null) throw new Refusal('sale-has-customer', { saleId: sale.saleId })
    const person = personOf(core.db, asked.customerId)
    if (!person) throw new Refusal('not-found', { field: 'customerId' })
    if (!mayEarn(core, person)) throw new Refusal('customer-inactive', { customerId: asked.customerId })
    const at = core.now()
    const isFree = sale.registerId === caller.registerId && Date.parse(at) - Date.parse(sale.completedAt) <= freeMs
    const approvedBy = isFree ? null : slipFor(core, caller, 'attach-later', attachTarget(sale.saleId), asked.approvalId).approvedBy
    nameSale(core.db, sale.saleId, asked.customerId, customerCopy(core, asked.customerId))
    touchCustomer(core.db, asked.customerId, sale.completedAt)
    const row = earnForSale(core, caller, sale.saleId, true)
    if (row) reverseForEarlierRefunds(core, caller, sale.saleId)
    appendAudit(core.db, {
      id: core.newId(), at, registerId: caller.registerId, staffId: caller.staffId, kind: 'customer-attached-later', target: `sale/${sale.saleId}`,
      after: { customerId: asked.customerId, points: row ? row.points + row.pending : 0 }, approvedBy,
    })
    return { saleId: sale.saleId, entryId: row?.id ?? null, points: ((row?.points ?? 0) + (row?.pending ?? 0)) as Points }
  })
  core.emit('sales-changed', { saleId: asked.saleId })
  core.emit('customer-changed', { customerId: asked.customerId })
  return done
}
