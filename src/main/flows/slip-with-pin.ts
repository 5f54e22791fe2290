import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { ownSlip } from '../staff/approval.ts'
import type { Approval, ApprovalId, Caller, Right } from '../vocabulary.ts'
import { may, usedSlip } from './approve.ts'

/** For what is always done with a PIN, a manager's own act too: another's slip, used up here. Refuses as slipFor does. */
export function slipWithPin<R extends Right>(core: Core, caller: Caller, right: R, target: string, approvalId: ApprovalId | null): Approval<R> {
  const wish = { caller, right, target }
  if (approvalId !== null) return usedSlip(core, wish, approvalId)
  const answer = may(core, caller.role, right)
  if (answer !== 'yes') ownSlip(wish, answer)
  throw new Refusal('needs-approval', { right, target })
}
