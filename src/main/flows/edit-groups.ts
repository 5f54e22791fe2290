import type { Core } from '../context.ts'
import type { CustomerGroup, CustomerType } from '../customers/customer.ts'
import { listGroups, listTypes, makeDefault, plainGroup, priceListExists, saveGroup, saveType, type SavedGroup } from '../customers/groups.sql.ts'
import { Refusal } from '../errors.ts'
import { fold } from '../folding.ts'
import { groupTimes } from '../loyalty/boosts.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, CustomerTypeId, GroupId, Json, PriceListId, RequestId } from '../vocabulary.ts'
import { waitingByGroup } from './decide-approvals.ts'
import { setGroupTimes } from './edit-program.ts'
import { programIfOn } from './the-program.ts'

/** A group as its page lists it. `timesMilli` is what its members earn by the loyalty rules of now, 1,000 for once; null where loyalty is off. */
export type GroupRow = CustomerGroup & { readonly timesMilli: number | null; readonly waiting: number }

/** Every group with what it earns and who waits for it; who is in it is counted on the reader's thread. */
export function listGroupRows(core: Core): GroupRow[] {
  const now = programIfOn(core, core.now())
  const waiting = new Map(waitingByGroup(core).map((each) => [each.groupId, each.waiting]))
  return listGroups(core.db).map((group) => ({ ...group, timesMilli: now && groupTimes(now.program.rules, group.id), waiting: waiting.get(group.id) ?? 0 }))
}

export type GroupAsked = Partial<Omit<SavedGroup, 'id' | 'name'>> & { readonly requestId: RequestId; readonly id: GroupId | null; readonly name: string; readonly isDefault?: boolean; readonly timesMilli?: number }
/** What a saved group leaves to do: `waiting` people who could be let in now that nobody needs approval any more. */
export type GroupSaved = { readonly id: GroupId; readonly waiting: number }

/** Adds a group or changes one; what is left out stays. One name is one group, whatever its case and accents: 'name-taken'. `timesMilli` is a rule of the loyalty programme: setGroupTimes says when it is refused. */
export function editGroup(core: Core, caller: Caller, { requestId, id, name, isDefault, timesMilli, ...fields }: GroupAsked): GroupSaved {
  const saved = once(core.db, { id: requestId, door: 'customers/save-group', at: core.now() }, () => {
    const groups = listGroups(core.db)
    const before = groups.find((group) => group.id === id)
    if (id !== null && !before) throw new Refusal('not-found', { field: 'id' })
    const groupId = id ?? (core.newId() as GroupId)
    refuseTaken(groups, name, groupId)
    if (fields.priceListId && !priceListExists(core.db, fields.priceListId)) throw new Refusal('not-found', { field: 'priceListId' })
    saveGroup(core.db, { ...plainGroup, ...before, ...fields, id: groupId, name: name.trim() })
    if (isDefault === true) makeDefault(core.db, groupId)
    const times = timesMilli === undefined ? null : setGroupTimes(core, caller, { id: groupId, name: name.trim() }, timesMilli)
    note(core, caller, { target: `group/${groupId}`, kind: before ? 'group-changed' : 'group-made', before: before ? { ...before, ...(times && { timesMilli: times.was }) } : null, after: { ...listGroups(core.db).find((group) => group.id === groupId), ...(times && { timesMilli }) } as Json })
    const opened = before?.needsApproval === true && fields.needsApproval === false
    return { id: groupId, waiting: opened ? (waitingByGroup(core).find((each) => each.groupId === groupId)?.waiting ?? 0) : 0 }
  })
  core.emit('customers-changed', { reason: 'groups' })
  if (timesMilli !== undefined) core.emit('loyalty-changed', {})
  return saved
}

function refuseTaken(list: readonly { readonly id: string; readonly name: string }[], name: string, exceptId: string): void {
  if (list.some((each) => each.id !== exceptId && fold(each.name.trim()) === fold(name.trim()))) throw new Refusal('name-taken', { field: 'name' })
}

export type TypeAsked = { readonly requestId: RequestId; readonly id: CustomerTypeId | null; readonly name: string; readonly kind: CustomerType['kind']; readonly priceListId: PriceListId | null }
/** Adds a customer type or changes one. Refuses 'name-taken'. */
export function editType(core: Core, caller: Caller, { requestId, id, name, kind, priceListId }: TypeAsked): { id: CustomerTypeId } {
  const saved = once(core.db, { id: requestId, door: 'customers/save-type', at: core.now() }, () => {
    const types = listTypes(core.db)
    const before = types.find((type) => type.id === id)
    if (id !== null && !before) throw new Refusal('not-found', { field: 'id' })
    const typeId = id ?? (core.newId() as CustomerTypeId)
    refuseTaken(types, name, typeId)
    if (priceListId && !priceListExists(core.db, priceListId)) throw new Refusal('not-found', { field: 'priceListId' })
    const after = { id: typeId, name: name.trim(), kind, priceListId }
    saveType(core.db, after)
    note(core, caller, { target: `customer-type/${typeId}`, kind: before ? 'customer-type-changed' : 'customer-type-made', before: before ?? null, after })
    return { id: typeId }
  })
  core.emit('customers-changed', { reason: 'groups' })
  return saved
}

type Noted = { readonly target: string; readonly kind: string; readonly before: Json; readonly after: Json }
const note = (core: Core, { registerId, staffId }: Caller, noted: Noted): number => appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, ...noted })

