import type { Core } from '../context.ts'
import type { CustomerStatus } from '../customers/customer.ts'
import { dropFlag, dropWhyOut, flagOf, saveFlag, saveWhyOut, whyOut, type Flag, type WhyOut } from '../customers/standings.sql.ts'
import { Refusal } from '../errors.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { ApprovalId, Caller, CustomerId, RequestId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { theRecord } from './read-customer.ts'
import { setStatus } from './set-status.ts'

export type StandingView = { readonly status: CustomerStatus; readonly why: WhyOut | null; readonly flag: Flag | null }
/** How somebody stands: why they are banned or were denied, and the note that pops up. Refuses 'not-found'. */
export function readStanding(core: Core, customerId: CustomerId): StandingView {
  const { status } = theRecord(core, customerId)
  return { status, why: whyOut(core.db, customerId) ?? null, flag: flagOf(core.db, customerId) ?? null }
}

type Asked = { readonly requestId: RequestId; readonly customerId: CustomerId; readonly approvalId: ApprovalId | null }
export const banTarget = (customerId: CustomerId): string => `ban/${customerId}`

/** Bans somebody, with the reason; a cashier asks for a manager's PIN. They stay findable, in red. Refuses 'reason-needed'. */
export function banCustomer(core: Core, caller: Caller, { requestId, customerId, reason, approvalId }: Asked & { readonly reason: string }): StandingView {
  if (reason.trim() === '') throw new Refusal('reason-needed', { field: 'reason' })
  once(core.db, { id: requestId, door: 'customers/ban', at: core.now() }, () => {
    const { approvedBy } = slipFor(core, caller, 'ban-customer', banTarget(customerId), approvalId)
    setStatus(core, caller, { id: customerId, status: 'banned', reason: reason.trim(), kind: 'customer-banned', approvedBy })
    saveWhyOut(core.db, { customerId, kind: 'banned', reason: reason.trim(), at: core.now(), staffId: caller.staffId })
    return null
  })
  return told(core, caller, customerId)
}

/** Lifts a ban: they are active again. The reason stays in the audit. */
export function liftBan(core: Core, caller: Caller, { requestId, customerId, approvalId }: Asked): StandingView {
  once(core.db, { id: requestId, door: 'customers/lift-ban', at: core.now() }, () => {
    if (theRecord(core, customerId).status !== 'banned') throw new Refusal('not-found', { field: 'customerId' })
    const { approvedBy } = slipFor(core, caller, 'ban-customer', banTarget(customerId), approvalId)
    setStatus(core, caller, { id: customerId, status: 'active', kind: 'customer-unbanned', approvedBy })
    dropWhyOut(core.db, customerId)
    return null
  })
  return told(core, caller, customerId)
}

export type FlagAsked = { readonly requestId: RequestId; readonly customerId: CustomerId; readonly note: string; readonly level: Flag['level'] }
/** The note that pops up whenever this customer is chosen (B39); an empty one takes it away. */
export function flagCustomer(core: Core, caller: Caller, { requestId, customerId, note, level }: FlagAsked): StandingView {
  once(core.db, { id: requestId, door: 'customers/flag', at: core.now() }, () => {
    theRecord(core, customerId)
    const [before, at] = [flagOf(core.db, customerId), core.now()]
    const after = note.trim() === '' ? null : { note: note.trim(), level }
    if (after) saveFlag(core.db, { customerId, ...after, at, staffId: caller.staffId })
    else dropFlag(core.db, customerId)
    appendAudit(core.db, {
      id: core.newId(), at, registerId: caller.registerId, staffId: caller.staffId, kind: 'customer-flagged', target: `customer/${customerId}`,
      before: before ? { note: before.note, level: before.level } : null, after,
    })
    return null
  })
  return told(core, caller, customerId)
}

function told(core: Core, { registerId }: Caller, customerId: CustomerId): StandingView {
  core.emit('customer-changed', { customerId })
  core.emit('sale-changed', { registerId })
  return readStanding(core, customerId)
}
