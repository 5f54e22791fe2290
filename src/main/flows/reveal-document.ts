import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { inTransaction } from '../store/sql.ts'
import type { ApprovalId, Caller, CustomerId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { sightOf } from './field-sight.ts'
import { theRecord } from './read-customer.ts'

type RevealAsked = { readonly id: CustomerId; readonly field: 'licence' | 'medical'; /** Why it had to be seen. */ readonly reason: string; readonly approvalId: ApprovalId | null }

/**
 * Shows a licence or medical number once, to who may or holds a manager's slip for `customer/<id>/<field>`, and writes down that it was seen and why,
 * never the number (N10). Refuses 'needs-approval' and, where there is no such number, 'not-found'.
 */
export function revealDocument(core: Core, caller: Caller, { id, field, reason, approvalId }: RevealAsked): { value: string } {
  return inTransaction(core.db, () => {
    const target = `customer/${id}/${field}`
    const stored = theRecord(core, id)
    if (sightOf(core, caller)[field === 'licence' ? 'document' : 'medical'] === 'hidden') throw new Refusal('not-allowed', { right: 'reveal-document' })
    const slip = slipFor(core, caller, 'reveal-document', target, approvalId)
    const number = stored[field]?.number ?? ''
    if (number === '') throw new Refusal('not-found', { what: field })
    appendAudit(core.db, {
      id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'document-revealed', target: `customer/${id}`,
      after: { field }, reason: reason.trim(), approvedBy: slip.approvedBy,
    })
    return { value: number }
  })
}
