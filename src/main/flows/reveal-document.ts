import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { inTransaction } from '../store/sql.ts'
import type { ApprovalId, Caller, CustomerId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { theRecord } from './read-customer.ts'

type RevealAsked = { readonly id: CustomerId; readonly field: 'licence' | 'medical'; readonly approvalId: ApprovalId | null }

/**
 * Shows a licence or medical number once, to who may or holds a manager's slip for `customer/<id>/<field>`, and writes down that it was seen, never
 * the number. Refuses 'needs-approval' and, where there is no such number, 'not-found'.
 */
export function revealDocument(core: Core, caller: Caller, { id, field, approvalId }: RevealAsked): { value: string } {
  return inTransaction(core.db, () => {
    const target = `customer/${id}/${field}`
    const stored = theRecord(core, id)
    const slip = slipFor(core, caller, 'reveal-document', target, approvalId)
    const number = stored[field]?.number ?? ''
    if (number === '') throw new Refusal('not-found', { what: field })
    appendAudit(core.db, {
      id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'document-revealed', target: `customer/${id}`,
      after: { field }, approvedBy: slip.approvedBy,
    })
    return { value: number }
  })
}
