import type { Core } from '../context.ts'
import { displayName } from '../customers/names.ts'
import { customerOnSale, type OnSale } from '../customers/on-sale.sql.ts'
import { standingOf } from '../customers/standing.ts'
import { Refusal } from '../errors.ts'
import { isPermitted } from '../sales/cart-terms.sql.ts'
import type { SaleHead } from '../sales/sales.sql.ts'
import type { ApprovalId, Caller, CustomerId, StaffId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'

/** What a manager signs so that somebody who is banned may buy once. */
export const serveTarget = (customerId: CustomerId): string => `serve/${customerId}`

/** That the reason was read, and what a manager signed after it. */
export type Anyway = { readonly anyway?: boolean; readonly approvalId?: ApprovalId | null }

/**
 * May this customer be put on a cart? Answers who signed for somebody banned, else null. Refuses 'not-found', 'customer-inactive', and 'customer-banned'
 * {reason} until somebody has read it and serves them anyway, which takes a manager's PIN.
 */
export function letBuy(core: Core, caller: Caller, customerId: CustomerId, { anyway, approvalId }: Anyway): StaffId | null {
  const found = customerOnSale(core.db, customerId)
  if (!found || standingOf(found.status).buys === 'no') throw new Refusal('not-found', { field: 'customerId' })
  const { buys } = standingOf(found.status)
  if (buys === 'as-walk-in') throw new Refusal('customer-inactive', { customerId, name: displayName(found) })
  if (buys !== 'with-pin') return null
  if (anyway !== true) throw banned(found)
  return slipFor(core, caller, 'serve-banned', serveTarget(customerId), approvalId ?? null).approvedBy
}

const banned = (found: OnSale): Refusal => new Refusal('customer-banned', { customerId: found.id, name: displayName(found), reason: found.outReason ?? '' })

/** May who stands on this cart buy on it still? Somebody who was switched off or banned meanwhile may not. */
export function mayStay(core: Core, { id, customerId }: Pick<SaleHead, 'id' | 'customerId'>): boolean {
  const found = customerId === null ? undefined : customerOnSale(core.db, customerId)
  const { buys } = standingOf(found?.status ?? '')
  return customerId === null || buys === 'yes' || (buys === 'with-pin' && isPermitted(core.db, id, customerId))
}

/** The same before money is taken: refuses 'customer-inactive' and 'customer-banned'. */
export function guardStanding(core: Core, sale: Pick<SaleHead, 'id' | 'customerId'>): void {
  if (sale.customerId === null || mayStay(core, sale)) return
  const found = customerOnSale(core.db, sale.customerId)
  if (found && standingOf(found.status).buys === 'with-pin') throw banned(found)
  throw new Refusal('customer-inactive', { customerId: sale.customerId, name: found ? displayName(found) : '' })
}
