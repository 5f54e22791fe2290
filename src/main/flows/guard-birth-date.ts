import type { Core } from '../context.ts'
import { personOf } from '../loyalty/accounts.sql.ts'
import { hadBirthdayBonus } from '../loyalty/ledger.sql.ts'
import type { ApprovalId, Caller, CustomerId, PlainDate, StaffId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'

export type BirthDateAsked = { readonly id: CustomerId; readonly birthDate: PlainDate | null | undefined; readonly approvalId: ApprovalId | null }
export const birthDateTarget = (customerId: CustomerId): string => `birth-date/${customerId}`

/**
 * A birth date that has brought a bonus is changed by a manager, or with a manager's PIN (5.7): else a birthday could be had whenever one is wanted.
 * Answers who allowed it, or null where nobody needed to. Refuses as slipFor does.
 */
export function guardBirthDate(core: Core, caller: Caller, { id, birthDate, approvalId }: BirthDateAsked): StaffId | null {
  if (birthDate === undefined || personOf(core.db, id)?.birthDate === birthDate || !hadBirthdayBonus(core.db, id)) return null
  return slipFor(core, caller, 'adjust-points', birthDateTarget(id), approvalId).approvedBy
}
