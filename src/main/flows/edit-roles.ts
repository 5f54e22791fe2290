import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { differences, exceeds, rulesFor, type RoleLimits, type RoleRules, type StoredRole } from '../staff/roles.ts'
import { getRole, peopleWith, removeRole as dropRole, roleNamed, rulesOf, saveRole as keepRole } from '../staff/roles.sql.ts'
import type { Answer } from '../staff/staff.ts'
import { pinDays, savePinDays } from '../staff/staff.sql.ts'
import { once } from '../store/once.ts'
import type { BuiltInRole, Caller, FieldSight, Json, RequestId, Right, Role } from '../vocabulary.ts'

export type RoleDraft = {
  readonly requestId: RequestId; readonly id: Role | null
  /** Only a role of the shop's own has one. */
  readonly name: string; readonly base: BuiltInRole
  readonly rights: Readonly<Record<Right, Answer>>; readonly fields: FieldSight; readonly limits: RoleLimits
}

/**
 * Adds or changes what a role may do, see and spend; whoever is signed in with it is bound by it at their next call. Refuses 'name-taken', and
 * 'not-allowed' where somebody who is no owner touches the owner's role or gives away what they do not have themselves.
 */
export function saveRole(core: Core, caller: Caller, draft: RoleDraft): { id: Role } {
  const saved = once(core.db, { id: draft.requestId, door: 'staff/save-role', at: core.now() }, () => {
    const before = draft.id === null ? undefined : getRole(core.db, draft.id)
    if (draft.id !== null && !before) throw new Refusal('not-found', { field: 'id' })
    const id = before?.id ?? (core.newId() as Role)
    const after: StoredRole = { id, name: nameOf(core, draft, before), base: before?.base ?? draft.base, ...differences(before?.base ?? draft.base, draft) }
    guardGift(core, caller, before?.base, rulesFor(after, false))
    keepRole(core.db, after, core.now())
    note(core, caller, { kind: before ? 'role-changed' : 'role-added', id, ...told(before, after) })
    return { id }
  })
  tell(core, caller)
  return saved
}

function nameOf(core: Core, draft: RoleDraft, before: StoredRole | undefined): string {
  if (before && before.name === '') return ''
  const name = draft.name.trim()
  const holder = roleNamed(core.db, name)
  if (name === '') throw new Refusal('name-needed', { field: 'name' })
  if (holder !== undefined && holder !== before?.id) throw new Refusal('name-taken', { field: 'name' })
  return name
}

/** Nobody raises themselves: only an owner changes the owner's role, and nobody gives a role more than they have. */
function guardGift(core: Core, caller: Caller, base: BuiltInRole | undefined, asked: RoleRules): void {
  if (caller.role === 'owner') return
  if (base === 'owner') throw new Refusal('not-allowed', { right: 'edit-staff' })
  const over = exceeds(asked, rulesOf(core.db, caller.role))
  if (over !== null) throw new Refusal('not-allowed', { right: over })
}

/** The same for giving somebody a role, or changing somebody who has it: only an owner makes and changes owners. */
export function guardRole(core: Core, caller: Caller, ...roles: readonly Role[]): void {
  for (const role of roles) {
    const stored = getRole(core.db, role)
    if (!stored) throw new Refusal('not-found', { field: 'role' })
    guardGift(core, caller, stored.base, rulesFor(stored, false))
  }
}

/** Takes a role of the shop's own away. Refuses 'role-in-use' while anyone has it, who left included, and 'not-allowed' for one that every shop has. */
export function removeRole(core: Core, caller: Caller, asked: { readonly requestId: RequestId; readonly id: Role }): null {
  once(core.db, { id: asked.requestId, door: 'staff/remove-role', at: core.now() }, () => {
    const stored = getRole(core.db, asked.id)
    if (!stored) throw new Refusal('not-found', { field: 'id' })
    if (stored.name === '') throw new Refusal('not-allowed', { right: 'edit-staff' })
    guardGift(core, caller, stored.base, rulesFor(stored, false))
    const people = peopleWith(core.db, asked.id)
    if (people > 0) throw new Refusal('role-in-use', { people })
    dropRole(core.db, asked.id)
    note(core, caller, { kind: 'role-removed', id: asked.id, before: { name: stored.name }, after: null })
    return null
  })
  tell(core, caller)
  return null
}

/** After how many days a PIN is to be changed; 0 is never. */
export function setPinDays(core: Core, caller: Caller, { requestId, days }: { readonly requestId: RequestId; readonly days: number }): null {
  once(core.db, { id: requestId, door: 'staff/set-pin-days', at: core.now() }, () => {
    const before = pinDays(core.db)
    savePinDays(core.db, days)
    if (before !== days) appendAudit(core.db, { ...who(core, caller), kind: 'pin-days-changed', target: 'shop', before: { days: before }, after: { days } })
    return null
  })
  tell(core, caller)
  return null
}

/** What changed and nothing else: a matrix has a hundred answers. */
function told(before: StoredRole | undefined, after: StoredRole): { before: Json; after: Json } {
  const [was, is] = [before && rulesFor(before, false), rulesFor(after, false)]
  const flat = (rules: RoleRules | undefined): Record<string, Json> => (rules ? { ...prefixed('right', rules.rights), ...prefixed('sight', rules.fields), ...prefixed('limit', rules.limits) } : {})
  const [old, fresh] = [flat(was), flat(is)]
  const changed = Object.keys(fresh).filter((name) => old[name] !== fresh[name])
  const pick = (from: Record<string, Json>) => Object.fromEntries(changed.map((name) => [name, from[name] ?? null]))
  return { before: before ? { ...(before.name === after.name ? {} : { name: before.name }), ...pick(old) } : null, after: { ...(before?.name === after.name ? {} : { name: after.name }), ...(before ? pick(fresh) : { base: after.base, ...pick(fresh) }) } }
}
const prefixed = (word: string, values: object): Record<string, Json> => Object.fromEntries(Object.entries(values).map(([name, value]) => [`${word}:${name}`, value as Json]))

const who = (core: Core, { registerId, staffId }: Caller) => ({ id: core.newId(), at: core.now(), registerId, staffId })
type Note = { readonly kind: string; readonly id: Role; readonly before: Json; readonly after: Json }
const note = (core: Core, caller: Caller, { id, ...rest }: Note): number => appendAudit(core.db, { ...who(core, caller), target: `role/${id}`, ...rest })
/** Every till asks anew what whoever stands there may. */
function tell(core: Core, { registerId }: Caller): void {
  core.emit('staff-changed', {})
  core.emit('session-changed', { registerId })
}
