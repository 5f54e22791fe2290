import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { refundedOf, refundsOf } from '../sales/refunds.sql.ts'
import { saleNumber } from '../sales/sale-number.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { SaleRecord } from '../sales/sale.ts'
import { markVoided } from '../sales/sales.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { creditForVoid, tellAccount } from './charge-account.ts'
import { reverseForVoid } from './reverse-points.ts'
import { saleRecord, theSold } from './sale-record.ts'

/**
 * Takes a whole sale back, approved and audited; its number and its lines stay. Refuses 'already-voided', and 'already-refunded' where part of it
 * has come back: the rest is then refunded.
 */
export function voidSale(core: Core, caller: Caller, { requestId, saleId, reason, approvalId }: SaleInput<'voidSale'>): SaleRecord {
  const record = once(core.db, { id: requestId, door: 'sales/void', at: core.now() }, () => {
    const sold = theSold(core, saleId)
    if (sold.state === 'voided') throw new Refusal('already-voided', { saleId })
    if (refundsOf(core.db, saleId).length > 0) throw new Refusal('already-refunded', { saleId, refundedCents: refundedOf(core.db, saleId).totalCents })
    const { approvedBy } = slipFor(core, caller, 'void-sale', saleId, approvalId)
    const at = core.now()
    markVoided(core.db, saleId, { at, by: caller.staffId, approvedBy, reason: reason.trim() })
    creditForVoid(core, caller, { saleId, reason: reason.trim(), approvedBy })
    reverseForVoid(core, caller, { saleId, reason: reason.trim(), approvedBy })
    appendAudit(core.db, {
      id: core.newId(), at, registerId: caller.registerId, staffId: caller.staffId, kind: 'sale-voided', target: `sale/${saleId}`,
      before: { number: saleNumber(sold.till, sold.number), totalCents: sold.totalCents }, after: { state: 'voided' }, approvedBy, reason: reason.trim(),
    })
    return saleRecord(core, saleId)
  })
  core.emit('sales-changed', { saleId })
  tellAccount(core, saleId)
  return record
}
