import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { badgeHolder, setBadge } from '../staff/badges.sql.ts'
import { losesLastOwner, type Staff } from '../staff/staff.ts'
import { countOwners, endSessionsOf, getStaff, insertStaff, savePin, updateStaff } from '../staff/staff.sql.ts'
import { clearTries } from '../staff/tries.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, Language, RequestId, Role, StaffId } from '../vocabulary.ts'
import { guardRole } from './edit-roles.ts'
import { freshPin, stillFree, type FreshPin } from './set-pin.ts'
import { provePin } from './sign-in.ts'

export type StaffDraft = { readonly requestId: RequestId; readonly id: StaffId | null; readonly name: string; readonly role: Role; readonly language: Language; readonly active: boolean
  /** Left out, it stays; null or nothing takes it away. */
  readonly badge?: string | null }
export type PinDraft = { readonly requestId: RequestId; readonly staffId: StaffId; readonly pin: string
  /** The person chooses another one when they first sign in with it. */
  readonly mustChange?: boolean }

/** Adds or changes a person. Refuses 'last-owner' if nobody could run the shop after it. Whoever leaves is signed out everywhere and loses the PIN. */
export function saveStaff(core: Core, caller: Caller, draft: StaffDraft): { id: StaffId } {
  const saved = once(core.db, { id: draft.requestId, door: 'staff/save', at: core.now() }, () => {
    const before = draft.id === null ? null : existing(core, draft.id)
    guardRole(core, caller, draft.role, ...(before ? [before.role] : []))
    const after = { ...draft, name: draft.name.trim(), id: before?.id ?? (core.newId() as StaffId), badge: draft.badge === undefined ? (before?.badge ?? null) : draft.badge?.trim() || null }
    if (before && losesLastOwner(before, after, countOwners(core.db))) throw new Refusal('last-owner', { field: after.active ? 'role' : 'active' })
    const at = core.now()
    if (before) updateStaff(core.db, after, at)
    else insertStaff(core.db, after, at)
    keepBadge(core, after.id, after.badge)
    if (!after.active) endSessionsOf(core.db, after.id)
    note(core, caller, { kind: before ? 'staff-changed' : 'staff-added', id: after.id, before: before && facts(before), after: facts(after) })
    return { id: after.id }
  })
  core.emit('staff-changed', {})
  core.emit('session-changed', { registerId: caller.registerId })
  return saved
}

/** Refuses 'badge-taken' with the name of who has it. */
function keepBadge(core: Core, id: StaffId, badge: string | null): void {
  const holder = badge === null ? undefined : badgeHolder(core.db, badge)
  if (holder && holder.id !== id) throw new Refusal('badge-taken', { field: 'badge', name: holder.name })
  setBadge(core.db, id, badge)
}

/** Gives a person a PIN and lifts their lock. Refuses 'pin-too-simple', 'pin-taken', 'staff-inactive'. */
export async function setPin(core: Core, caller: Caller, draft: PinDraft): Promise<null> {
  if (draft.staffId !== caller.staffId) guardRole(core, caller, existing(core, draft.staffId).role)
  const fresh = await freshPin(core, draft.pin, draft.staffId)
  if (!stillFree(core, fresh, draft.staffId)) return setPin(core, caller, draft)
  once(core.db, { id: draft.requestId, door: 'staff/set-pin', at: core.now() }, () => keepPin(core, caller, draft.staffId, { ...fresh, mustChange: draft.mustChange === true }))
  core.emit('staff-changed', {})
  return null
}

/** The same by the person themself, who must know the PIN they have; wrong tries count like those of signing in. */
export async function changeMyPin(core: Core, caller: Caller, { requestId, pin, currentPin }: { requestId: RequestId; pin: string; currentPin: string }): Promise<null> {
  const proven = await provePin(core, { registerId: caller.registerId, staffId: caller.staffId, pin: currentPin })
  if (!(proven instanceof Refusal) && pin === currentPin) throw new Refusal('pin-same', { field: 'pin' })
  if (!(proven instanceof Refusal)) return setPin(core, caller, { requestId, staffId: caller.staffId, pin })
  note(core, caller, { kind: 'pin-set', id: caller.staffId, before: null, after: null, outcome: proven.code })
  throw proven
}

function keepPin(core: Core, caller: Caller, id: StaffId, { mustChange, ...fresh }: FreshPin & { readonly mustChange: boolean }): null {
  if (!existing(core, id).active) throw new Refusal('staff-inactive', { field: 'pin' })
  savePin(core.db, id, { ...fresh, mustChange }, core.now())
  clearTries(core.db, id)
  note(core, caller, { kind: 'pin-set', id, before: null, after: null })
  return null
}

function existing(core: Core, id: StaffId): Staff {
  const staff = getStaff(core.db, id)
  if (!staff) throw new Refusal('not-found', { field: 'id' })
  return staff
}

/** Of a badge the last two letters: enough to tell it from the one before, too little to make one. */
const facts = ({ name, role, language, active, badge }: Pick<Staff, 'name' | 'role' | 'language' | 'active' | 'badge'>) =>
  ({ name, role, language, active, badge: badge === null ? null : `••${badge.slice(-2)}` })
type Note = { kind: string; id: StaffId; before: ReturnType<typeof facts> | null; after: ReturnType<typeof facts> | null; outcome?: string }
const note = (core: Core, { registerId, staffId }: Caller, { id, ...rest }: Note): number =>
  appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, target: `staff/${id}`, ...rest })
