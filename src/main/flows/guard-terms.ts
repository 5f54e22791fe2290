import type { Core } from '../context.ts'
import { catalogFields, type CustomerChanges } from '../customers/customer.ts'
import { priceListExists } from '../customers/groups.sql.ts'
import { parentChain } from '../customers/parents.sql.ts'
import type { StoredCustomer } from '../customers/record.sql.ts'
import { creditFields, noTerms, termsOf, widensCredit, type Terms } from '../customers/terms.ts'
import { Refusal } from '../errors.ts'
import type { ApprovalId, Caller, CustomerId, StaffId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'

type CreditAsked = { readonly before?: Terms; readonly changes: Partial<Terms>; readonly target: string; readonly approvalId: ApprovalId | null }

/**
 * Giving credit, or more of it, needs the right 'set-pay-later' or a manager's PIN (C3, S1-13); taking it away needs neither. Answers who allowed it,
 * or null where nobody needed to. Refuses as slipFor does.
 */
export function guardCredit(core: Core, caller: Caller, { before = noTerms, changes, target, approvalId }: CreditAsked): StaffId | null {
  if (creditFields.every((field) => changes[field] === undefined) || !widensCredit(before, termsOf({ ...before, ...changes }))) return null
  return slipFor(core, caller, 'set-pay-later', target, approvalId).approvedBy
}
export const creditTarget = (customerId: CustomerId): string => `pay-later/${customerId}`

/** What terms point at must be there: 'not-found' for a price list or parent that is not, 'parent-circle' for a company that would belong to itself. */
export function checkPointers(core: Core, id: CustomerId | null, { priceListId, parentId }: Partial<Terms>): void {
  if (priceListId && !priceListExists(core.db, priceListId)) throw new Refusal('not-found', { field: 'priceListId' })
  if (!parentId) return
  const chain = parentChain(core.db, parentId)
  if (chain.length === 0) throw new Refusal('not-found', { field: 'parentId' })
  if (id !== null && chain.includes(id)) throw new Refusal('parent-circle', { field: 'parentId' })
}

/**
 * What a customer of the online catalog keeps there themselves is not changed here (S1-29): 'catalog-owned' with the field. The register itself, which
 * brings the catalog's own changes, may.
 */
export function guardCatalog(who: Caller | null, stored: StoredCustomer, changes: CustomerChanges): void {
  if (who === null || stored.source !== 'catalog') return
  const field = catalogFields.find((each) => changes[each] !== undefined && !isSame(changes[each], stored[each]))
  if (field) throw new Refusal('catalog-owned', { field: field === 'phones' || field === 'emails' || field === 'addresses' ? `${field}.0` : field })
}
/** A stored number also carries how it is dialled, so only what was asked is compared. */
function isSame(asked: unknown, known: unknown): boolean {
  if (!Array.isArray(asked) || !Array.isArray(known)) return asked === known
  return asked.length === known.length && asked.every((each: Readonly<Record<string, unknown>>, at) =>
    Object.entries(each).every(([name, value]) => (known[at] as Readonly<Record<string, unknown>>)[name] === value))
}
