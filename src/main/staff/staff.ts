import type { BuiltInRole, CustomerId, Instant, Language, RegisterId, Right, Role, StaffId } from '../vocabulary.ts'

export type Theme = 'light' | 'dark' | 'system'
export type Staff = {
  readonly id: StaffId; readonly name: string; readonly role: Role
  /** '' for a role that every shop has: screens have words for it. */
  readonly roleName: string
  readonly language: Language; readonly theme: Theme
  /** 0 while no PIN is set: such a person cannot sign in. */
  readonly pinLength: number; readonly active: boolean
  /** What their badge scans as; it says who they are and never replaces the PIN. */
  readonly badge: string | null
  readonly pinMustChange: boolean
}
/** What the sign-in screen shows before anyone has signed in. */
export type StaffName = { readonly id: StaffId; readonly name: string; readonly role: Role; readonly roleName: string; readonly language: Language; readonly pinLength: number; readonly lockedUntil: Instant | null }
export type Session = {
  readonly staffId: StaffId; readonly name: string; readonly role: Role; readonly roleName: string; readonly language: Language; readonly theme: Theme; readonly locked: boolean
  /** They choose another PIN before anything else: somebody else gave them the one they have, or it was too old when they signed in. */
  readonly pinDue: boolean
}
/** One line of the audit as the screen shows it; `before` and `after` are JSON text. */
export type AuditRow = {
  readonly seq: number; readonly at: Instant; readonly kind: string; readonly target: string; readonly outcome: string
  readonly staffId: StaffId | null; readonly staffName: string | null; readonly registerId: RegisterId | null; readonly tillName: string | null; readonly approvedByName: string | null
  /** Who it was done to: a person of the staff, or a role of the shop's own. */
  readonly targetName: string | null
  /** The customer it is about, and the number of the sale it is about, where it is about one. */
  readonly customerId: CustomerId | null; readonly customerName: string | null; readonly saleNumber: string | null
  readonly before: string | null; readonly after: string | null; readonly reason: string | null
}

export type Answer = 'yes' | 'pin' | 'no'
/** What a role comes with; a shop changes it in its matrix (roles.ts). Who edits customers counts only where not everyone does. */
const rights: { readonly [R in Right]: readonly [cashier: Answer, manager: Answer, owner: Answer] } = {
  'void-sale': ['pin', 'yes', 'yes'], 'refund-sale': ['pin', 'yes', 'yes'], 'override-price': ['pin', 'yes', 'yes'], discount: ['yes', 'yes', 'yes'],
  'reveal-document': ['pin', 'yes', 'yes'], 'use-expired-document': ['pin', 'yes', 'yes'], 'open-drawer': ['yes', 'yes', 'yes'], 'take-over-cart': ['pin', 'yes', 'yes'],
  'adjust-points': ['pin', 'yes', 'yes'], 'attach-later': ['pin', 'yes', 'yes'], 'edit-loyalty': ['no', 'yes', 'yes'], 'make-cards': ['no', 'yes', 'yes'],
  'see-reports': ['no', 'yes', 'yes'],
  'set-pay-later': ['pin', 'yes', 'yes'], 'edit-attributes': ['no', 'yes', 'yes'], 'see-attributes': ['no', 'yes', 'yes'],
  'edit-groups': ['no', 'yes', 'yes'], 'approve-customers': ['no', 'yes', 'yes'], 'ban-customer': ['pin', 'yes', 'yes'], 'serve-banned': ['pin', 'yes', 'yes'],
  'edit-customers': ['no', 'yes', 'yes'], 'import-customers': ['no', 'yes', 'yes'], 'export-customers': ['no', 'yes', 'yes'], 'merge-customers': ['pin', 'yes', 'yes'], 'delete-customers': ['pin', 'yes', 'yes'], 'edit-items': ['no', 'yes', 'yes'],
  'edit-shop': ['no', 'no', 'yes'], 'edit-staff': ['no', 'no', 'yes'], 'see-audit': ['no', 'yes', 'yes'],
  'edit-devices': ['no', 'yes', 'yes'],
  'sell-on-account': ['yes', 'yes', 'yes'], 'over-account-limit': ['pin', 'yes', 'yes'], 'adjust-account': ['pin', 'yes', 'yes'],
}
const column = { cashier: 0, manager: 1, owner: 2 } as const
/** Where a senior is trusted further than a cashier; elsewhere they answer alike. */
const seniors: Partial<Readonly<Record<Right, Answer>>> = {
  'edit-customers': 'yes', 'override-price': 'yes', 'take-over-cart': 'yes', 'attach-later': 'yes', 'use-expired-document': 'yes',
}
/** An accountant reads. */
const accountants: readonly Right[] = ['see-reports', 'see-audit']

export const rightNames = Object.keys(rights) as Right[]

/** May who has this role do this by what the role comes with: yes, with the PIN of someone who may, or no? */
export function rightDefaults(role: BuiltInRole, right: Right): Answer {
  if (role === 'accountant') return accountants.includes(right) ? 'yes' : 'no'
  return role === 'senior' ? (seniors[right] ?? rights[right][column.cashier]) : rights[right][column[role]]
}

/** Would this change leave the shop without an owner who can sign in? `activeOwners` counts those with a PIN, this person included. */
export const losesLastOwner = (before: Pick<Staff, 'role' | 'active'>, after: Pick<Staff, 'role' | 'active'>, activeOwners: number): boolean =>
  before.role === 'owner' && before.active && (after.role !== 'owner' || !after.active) && activeOwners <= 1
