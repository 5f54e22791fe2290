import { Refusal } from '../errors.ts'
import type { Approval, ApprovalId, Caller, Instant, RegisterId, Right, StaffId } from '../vocabulary.ts'
import type { Answer } from './staff.ts'

/** One approval is for one act on one thing, once, for this long. */
export const approvalLifeMs = 60_000

export type Ticket = {
  readonly id: ApprovalId; readonly right: string; readonly target: string; readonly registerId: RegisterId
  readonly requestedBy: StaffId; readonly approvedBy: StaffId; readonly expiresAt: Instant; readonly usedAt: Instant | null
}
export type Wish<R extends Right> = { readonly caller: Caller; readonly right: R; readonly target: string }

const mint = <R extends Right>(approvedBy: StaffId, { right, target }: Wish<R>): Approval<R> => ({ approvedBy, right, target }) as Approval<R>

/** The slip someone holds by their own role, whose `answer` it is. Refuses 'not-allowed' where no PIN would help, 'needs-approval' where one would. */
export function ownSlip<R extends Right>(wish: Wish<R>, answer: Answer): Approval<R> {
  if (answer === 'no') throw new Refusal('not-allowed', { right: wish.right })
  if (answer === 'pin') throw new Refusal('needs-approval', { right: wish.right, target: wish.target })
  return mint(wish.caller.staffId, wish)
}

/** The slip a manager gave: only for the act, the thing, the person and the till it was given for, once ('approval-used'), in time ('approval-expired'). */
export function slipOf<R extends Right>(ticket: Ticket | undefined, wish: Wish<R>, now: Instant): Approval<R> {
  const { caller, right, target } = wish
  const fits = ticket && ticket.right === right && ticket.target === target && ticket.requestedBy === caller.staffId && ticket.registerId === caller.registerId
  if (!fits) throw new Refusal('needs-approval', { right, target })
  if (ticket.usedAt !== null) throw new Refusal('approval-used', { right, target })
  if (ticket.expiresAt <= now) throw new Refusal('approval-expired', { right, target })
  return mint(ticket.approvedBy, wish)
}
