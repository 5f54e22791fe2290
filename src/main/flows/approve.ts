import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { approvalLifeMs, ownSlip, slipOf, type Wish } from '../staff/approval.ts'
import { getTicket, insertTicket, useTicket } from '../staff/approvals.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { roleOf, rulesOf } from '../staff/roles.sql.ts'
import type { RoleLimits } from '../staff/roles.ts'
import type { Answer, StaffName } from '../staff/staff.ts'
import { listNames } from '../staff/staff.sql.ts'
import { inTransaction } from '../store/sql.ts'
import type { Approval, ApprovalId, Caller, Instant, Right, Role, StaffId } from '../vocabulary.ts'
import { provePin } from './sign-in.ts'

export type ApprovalAsked = { readonly right: Right; readonly target: string; readonly approverId: StaffId; readonly pin: string }
export type ApprovalGiven = { readonly approvalId: ApprovalId; readonly expiresAt: Instant }

/** May this role do this now: yes, with the PIN of someone who may, or no? As the shop's matrix says at this moment. */
export const may = ({ db }: Pick<Core, 'db'>, role: Role, right: Right): Answer => rulesOf(db, role).rights[right]

/**
 * The slip for one act on one thing, taken inside the transaction of that act. `approvalId` null: by the caller's own role, else
 * 'needs-approval'. An id: what a manager gave for this person, till, right and target; it is used up ('approval-used', 'approval-expired').
 */
export function slipFor<R extends Right>(core: Core, caller: Caller, right: R, target: string, approvalId: ApprovalId | null): Approval<R> {
  const wish = { caller, right, target }
  const answer = may(core, caller.role, right)
  return approvalId === null || answer !== 'pin' ? ownSlip(wish, answer) : usedSlip(core, wish, approvalId)
}

type Spending = { readonly target: string; readonly approvalId: ApprovalId | null; readonly limit: keyof RoleLimits; readonly amount: number }

/**
 * The same for an act that a role may do up to so much: above it another's PIN is needed, of somebody whose own limit reaches that far
 * ('role-limit' {limit, most} where it does not).
 */
export function slipWithin<R extends Right>(core: Core, caller: Caller, right: R, { target, approvalId, limit, amount }: Spending): Approval<R> {
  const wish = { caller, right, target }
  const { rights, limits } = rulesOf(core.db, caller.role)
  const most = limits[limit]
  if (rights[right] !== 'yes' || most === null || amount <= most) return checkedLimit(core, slipFor(core, caller, right, target, approvalId), limit, amount)
  if (approvalId === null) throw new Refusal('needs-approval', { right, target })
  return checkedLimit(core, usedSlip(core, wish, approvalId), limit, amount)
}
function checkedLimit<R extends Right>(core: Core, slip: Approval<R>, limit: keyof RoleLimits, amount: number): Approval<R> {
  const most = limitsOf(core, slip.approvedBy)[limit]
  if (most !== null && amount > most) throw new Refusal('role-limit', { limit, most })
  return slip
}
/** What whoever has this id may do at most by their role now. */
export function limitsOf({ db }: Pick<Core, 'db'>, staffId: StaffId): RoleLimits {
  return rulesOf(db, roleOf(db, staffId) ?? 'accountant').limits
}

/** What someone signed, used up; nothing is left of it where they may not any more. */
export function usedSlip<R extends Right>(core: Core, wish: Wish<R>, approvalId: ApprovalId): Approval<R> {
  const at = core.now()
  const slip = slipOf(getTicket(core.db, approvalId), wish, at)
  const approver = roleOf(core.db, slip.approvedBy)
  if (approver === undefined || may(core, approver, wish.right) !== 'yes') throw new Refusal('needs-approval', { right: wish.right, target: wish.target })
  useTicket(core.db, approvalId, at)
  return slip
}

/**
 * Asks a named person who may for their PIN. Every answer is audited, outside of the act's own transaction, so that a refused try survives.
 * Refuses 'not-allowed' (no PIN helps, or that person may not either), 'cannot-approve-own', 'wrong-pin' and 'pin-locked'.
 */
export async function approve(core: Core, caller: Caller, asked: ApprovalAsked): Promise<ApprovalGiven> {
  const given = (await whyNot(core, caller, asked)) ?? { approvalId: core.newId() as ApprovalId, expiresAt: expiry(core.now()) }
  inTransaction(core.db, () => {
    const at = core.now()
    const refused = given instanceof Refusal
    if (!refused) {
      const { right, target, approverId } = asked
      insertTicket(core.db, {
        id: given.approvalId, right, target, registerId: caller.registerId, requestedBy: caller.staffId, approvedBy: approverId, expiresAt: given.expiresAt, usedAt: null,
      }, at)
    }
    appendAudit(core.db, {
      id: core.newId(), at, registerId: caller.registerId, staffId: caller.staffId, kind: 'approval', target: asked.target,
      after: { right: asked.right, approver: asked.approverId }, approvedBy: refused ? null : asked.approverId, outcome: refused ? given.code : 'done',
    })
  })
  if (given instanceof Refusal) throw given
  return given
}

const expiry = (at: Instant) => new Date(Date.parse(at) + approvalLifeMs).toISOString() as Instant

async function whyNot(core: Core, caller: Caller, { right, approverId, pin }: ApprovalAsked): Promise<Refusal | null> {
  if (may(core, caller.role, right) === 'no') return new Refusal('not-allowed', { right })
  if (approverId === caller.staffId && !worksAlone(core, caller)) return new Refusal('cannot-approve-own', { right })
  const proven = await provePin(core, { registerId: caller.registerId, staffId: approverId, pin })
  if (proven instanceof Refusal) return proven
  return may(core, proven.role, right) === 'yes' ? null : new Refusal('not-allowed', { right, name: proven.name })
}

/**
 * "Requester and approver may not be the same unless one-person shop" (5.10): one person, not one manager. With a cashier on the staff there are
 * two: the cashier asks and the owner approves, and two people know.
 */
const worksAlone = (core: Core, caller: Caller): boolean => listNames(core.db, core.now()).every(({ id }) => id === caller.staffId)

/** Whose PIN the pad may offer: those who may, but not whoever asks, unless they are all there is. */
export const approversFor = (core: Core, caller: Caller, right: Right): StaffName[] =>
  listNames(core.db, core.now()).filter(({ id, role }) => may(core, role, right) === 'yes' && (id !== caller.staffId || worksAlone(core, caller)))
