import type { Core } from '../context.ts'
import type { CustomerStatus } from '../customers/customer.ts'
import { updateCustomer as writeCustomer } from '../customers/customers.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { Caller, CustomerId, StaffId } from '../vocabulary.ts'
import { theRecord } from './read-customer.ts'

export type StatusChange = {
  readonly id: CustomerId; readonly status: CustomerStatus; readonly reason?: string; readonly approvedBy?: StaffId | null
  /** What the audit calls it. */
  readonly kind: 'customer-banned' | 'customer-unbanned' | 'customer-approved' | 'customer-denied' | 'approval-undone'
}

/** Puts a customer into another state, inside the caller's transaction, with its line in the audit. False where they are in it already. */
export function setStatus(core: Core, { registerId, staffId }: Caller, { id, status, reason, kind, approvedBy }: StatusChange): boolean {
  const stored = theRecord(core, id)
  if (stored.status === status) return false
  const at = core.now()
  writeCustomer(core.db, { ...stored, status }, { at, registerId, fields: ['status'] })
  appendAudit(core.db, {
    id: core.newId(), at, registerId, staffId, kind, target: `customer/${id}`, before: { status: stored.status }, after: { status },
    approvedBy: approvedBy ?? null, reason: reason ?? null,
  })
  return true
}
