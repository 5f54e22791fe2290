import { balanceOf } from '../accounts/entries.sql.ts'
import type { Core } from '../context.ts'
import type { Erasure } from '../customers/erasures.sql.ts'
import { Refusal } from '../errors.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { roleOf } from '../staff/roles.sql.ts'
import type { ApprovalId, Caller, Cents, CustomerId, StaffId } from '../vocabulary.ts'
import { may } from './approve.ts'
import { slipWithPin } from './slip-with-pin.ts'
import { writeEntry } from './write-account.ts'

/** What a manager's PIN is asked for: deleting this customer with so much of a debt. */
export const giveUpTarget = (customerId: CustomerId, cents: Cents): string => `erase-write-off/${customerId}/${cents}`

type Wish = { readonly customerId: CustomerId; readonly cents: Cents; readonly approvalId: ApprovalId | null; /** Does deleting them need a PIN by itself? */ readonly alsoDelete: boolean }
/** Who allows that somebody is deleted with what they owe; one PIN is enough where its owner may do both. Refuses 'needs-approval' and 'not-allowed'. */
export function allowGivingUp(core: Core, caller: Caller, { customerId, cents, approvalId, alsoDelete }: Wish): StaffId {
  const { approvedBy } = slipWithPin(core, caller, 'adjust-account', giveUpTarget(customerId, cents), approvalId)
  const role = roleOf(core.db, approvedBy)
  if (alsoDelete && (role === undefined || may(core, role, 'delete-customers') !== 'yes')) throw new Refusal('not-allowed', { right: 'delete-customers' })
  return approvedBy
}

/** Writes the debt off in the transaction that erases the person; nothing where it was paid meanwhile. Its row stays without a name. */
export function giveUpDebt(core: Core, { id, customerId, registerId, staffId, writeOffCents, writeOffBy }: Erasure): void {
  const owed = balanceOf(core.db, customerId)
  if (writeOffCents === null || owed <= 0) return
  const entry = writeEntry(core, { registerId, staffId }, { sourceKey: `erase/${id}`, customerId, kind: 'write-off', amountCents: (0 - owed) as Cents }, { approvedBy: writeOffBy })
  appendAudit(core.db, { id: core.newId(), at: entry.at, registerId, staffId, kind: 'account-written-off', target: `customer/${customerId}`, after: { amountCents: entry.amountCents }, approvedBy: writeOffBy })
}
