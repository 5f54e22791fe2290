import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { balanceOf } from '../accounts/entries.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { AccountEntryId, Approval, ApprovalId, Caller, Cents, CustomerId, PlainDate, RequestId } from '../vocabulary.ts'
import { slipWithPin } from './slip-with-pin.ts'
import { accountNow } from './the-account.ts'
import { writeEntry } from './write-account.ts'

export type AccountAdjustment = {
  readonly requestId: RequestId; readonly customerId: CustomerId; readonly direction: 'add' | 'take-off'; readonly amountCents: Cents; readonly reason: string; readonly approvalId: ApprovalId | null
}
export type AccountMoved = { readonly entryId: AccountEntryId; readonly balanceCents: Cents }

/** What a manager's PIN is asked for: adding to what this customer owes, or taking off it. */
export const adjustAccountTarget = (direction: AccountAdjustment['direction'], customerId: CustomerId): string => `account-${direction}/${customerId}`
export const writeOffTarget = (customerId: CustomerId): string => `account-write-off/${customerId}`

/** Corrects an account by a row of its own, with a reason and a PIN. What is taken off may leave them in credit. */
export function adjustAccount(core: Core, caller: Caller, asked: AccountAdjustment): AccountMoved {
  const { customerId, direction } = asked
  const moved = once(core.db, { id: asked.requestId, door: 'accounts/adjust', at: core.now() }, () => {
    const { dueOn } = accountNow(core, customerId)
    const slip = slipWithPin(core, caller, 'adjust-account', adjustAccountTarget(direction, customerId), asked.approvalId)
    const amountCents = (direction === 'add' ? asked.amountCents : 0 - asked.amountCents) as Cents
    return write(core, caller, slip, { customerId, kind: 'adjustment', sourceKey: `adjust/${asked.requestId}`, amountCents, dueOn: amountCents > 0 ? dueOn : null, reason: asked.reason.trim() })
  })
  core.emit('account-changed', { customerId })
  return moved
}

type Correction = { readonly customerId: CustomerId; readonly kind: 'adjustment' | 'write-off'; readonly sourceKey: string; readonly amountCents: Cents; readonly dueOn: PlainDate | null; readonly reason: string }

function write(core: Core, caller: Caller, { approvedBy }: Approval<'adjust-account'>, { dueOn, reason, ...base }: Correction): AccountMoved {
  const before = balanceOf(core.db, base.customerId)
  const entry = writeEntry(core, caller, base, { dueOn, reason, approvedBy })
  const balanceCents = balanceOf(core.db, base.customerId)
  appendAudit(core.db, {
    id: core.newId(), at: entry.at, registerId: caller.registerId, staffId: caller.staffId, kind: base.kind === 'write-off' ? 'account-written-off' : 'account-adjusted',
    target: `customer/${base.customerId}`, before: { balanceCents: before }, after: { balanceCents, amountCents: base.amountCents }, approvedBy, reason,
  })
  return { entryId: entry.id, balanceCents }
}

export type WriteOff = { readonly requestId: RequestId; readonly customerId: CustomerId; readonly reason: string; readonly approvalId: ApprovalId | null }

/** Gives up all that is owed, with a reason and a PIN. Refuses 'nothing-owed'. */
export function writeOff(core: Core, caller: Caller, asked: WriteOff): AccountMoved {
  const moved = once(core.db, { id: asked.requestId, door: 'accounts/write-off', at: core.now() }, () => giveUp(core, caller, asked))
  core.emit('account-changed', { customerId: asked.customerId })
  return moved
}

function giveUp(core: Core, caller: Caller, { requestId, customerId, reason, approvalId }: WriteOff): AccountMoved {
  const { balanceCents } = accountNow(core, customerId)
  if (balanceCents <= 0) throw new Refusal('nothing-owed', { customerId })
  const slip = slipWithPin(core, caller, 'adjust-account', writeOffTarget(customerId), approvalId)
  return write(core, caller, slip, { customerId, kind: 'write-off', sourceKey: `write-off/${requestId}`, amountCents: (0 - balanceCents) as Cents, dueOn: null, reason: reason.trim() })
}
