import type { Core } from '../context.ts'
import { balanceAfter, entriesOfSale } from '../accounts/entries.sql.ts'
import type { ReceiptAccount } from '../devices/receipt.ts'
import type { RefundId, SaleId } from '../vocabulary.ts'

/** What a sale, or one of its refunds, left on the customer's account right after it; null where it did not touch one. */
export function accountOnSale(core: Pick<Core, 'db'>, saleId: SaleId, refundId: RefundId | null): ReceiptAccount | null {
  const last = entriesOfSale(core.db, saleId).findLast((entry) => (refundId === null ? entry.kind === 'charge' : entry.refundId === refundId))
  return last ? { balanceCents: balanceAfter(core.db, last), dueOn: last.dueOn } : null
}
