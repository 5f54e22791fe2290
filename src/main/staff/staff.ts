import type { Instant, Language, RegisterId, Right, Role, StaffId } from '../vocabulary.ts'

export type Theme = 'light' | 'dark' | 'system'
export type Staff = {
  readonly id: StaffId; readonly name: string; readonly role: Role; readonly language: Language; readonly theme: Theme
  /** 0 while no PIN is set: such a person cannot sign in. */
  readonly pinLength: number; readonly active: boolean
  /** What their badge scans as; it says who they are and never replaces the PIN. */
  readonly badge: string | null
}
/** What the sign-in screen shows before anyone has signed in. */
export type StaffName = { readonly id: StaffId; readonly name: string; readonly role: Role; readonly language: Language; readonly pinLength: number; readonly lockedUntil: Instant | null }
export type Session = { readonly staffId: StaffId; readonly name: string; readonly role: Role; readonly language: Language; readonly theme: Theme; readonly locked: boolean }
/** One line of the audit as the screen shows it; `before` and `after` are JSON text. */
export type AuditRow = {
  readonly seq: number; readonly at: Instant; readonly kind: string; readonly target: string; readonly outcome: string
  readonly staffId: StaffId | null; readonly staffName: string | null; readonly registerId: RegisterId | null; readonly approvedByName: string | null
  /** Who it was done to, where the target is a person of the staff. */
  readonly targetName: string | null
  readonly before: string | null; readonly after: string | null; readonly reason: string | null
}

export type Answer = 'yes' | 'pin' | 'no'
const rights: { readonly [R in Right]: readonly [cashier: Answer, manager: Answer, owner: Answer] } = {
  'void-sale': ['pin', 'yes', 'yes'], 'refund-sale': ['pin', 'yes', 'yes'], 'override-price': ['pin', 'yes', 'yes'], discount: ['yes', 'yes', 'yes'],
  'reveal-document': ['pin', 'yes', 'yes'], 'use-expired-document': ['pin', 'yes', 'yes'], 'open-drawer': ['yes', 'yes', 'yes'], 'take-over-cart': ['pin', 'yes', 'yes'],
  'adjust-points': ['pin', 'yes', 'yes'], 'attach-later': ['pin', 'yes', 'yes'], 'edit-loyalty': ['no', 'yes', 'yes'], 'make-cards': ['no', 'yes', 'yes'],
  'see-reports': ['no', 'yes', 'yes'],
  'edit-customers': ['yes', 'yes', 'yes'], 'import-customers': ['no', 'yes', 'yes'], 'edit-items': ['no', 'yes', 'yes'],
  'edit-shop': ['no', 'no', 'yes'], 'edit-staff': ['no', 'no', 'yes'], 'see-audit': ['no', 'yes', 'yes'],
  'edit-devices': ['no', 'yes', 'yes'],
}
const column = { cashier: 0, manager: 1, owner: 2 } as const

export const rightNames = Object.keys(rights) as Right[]

/** May this role do this: yes, with the PIN of someone who may, or no? */
export const may = (role: Role, right: Right): Answer => rights[right][column[role]]

/** Every right with the answer for this role: what a screen shows open, with a lock, or with a lock that a PIN opens. */
export const rightsOf = (role: Role): Readonly<Record<Right, Answer>> =>
  Object.fromEntries(rightNames.map((right) => [right, may(role, right)])) as Record<Right, Answer>

/** Would this change leave the shop without an owner who can sign in? `activeOwners` counts those with a PIN, this person included. */
export const losesLastOwner = (before: Pick<Staff, 'role' | 'active'>, after: Pick<Staff, 'role' | 'active'>, activeOwners: number): boolean =>
  before.role === 'owner' && before.active && (after.role !== 'owner' || !after.active) && activeOwners <= 1
