import type { Core } from '../context.ts'
import type { ListFilter, SmartGroupId } from '../customers/list-filter.ts'
import { bringBackSmartGroup, dropSmartGroup, mostRowsOf, saveSmartGroup, setMostRows, smartGroupNamed, smartGroupOf } from '../customers/list-memory.sql.ts'
import { Refusal } from '../errors.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, Json, RequestId } from '../vocabulary.ts'

type SaveAsked = { readonly requestId: RequestId; readonly id: SmartGroupId | null; readonly name: string; readonly filter: ListFilter }
type IdAsked = { readonly requestId: RequestId; readonly id: SmartGroupId }

/**
 * Keeps a filter under a name; whoever it finds is in the group, at any time. Refuses 'name-taken', 'empty-filter' for one that finds everyone, and
 * 'not-found' for a group that is gone. A filter that stands on another smart group is kept as the two together would be too hard to read back: refused as 'bad-input'.
 */
export function saveGroup(core: Core, caller: Caller, { requestId, id, name, filter }: SaveAsked): { id: SmartGroupId } {
  const saved = once(core.db, { id: requestId, door: 'customers/save-smart-group', at: core.now() }, () => {
    if (filter.smartGroupId !== undefined) throw new Refusal('bad-input', { field: 'filter.smartGroupId' })
    if (Object.keys(filter).length === 0 || (Object.keys(filter).length === 1 && filter.text?.trim() === '')) throw new Refusal('empty-filter', { field: 'filter' })
    const before = id === null ? undefined : smartGroupOf(core.db, id)
    if (id !== null && !before) throw new Refusal('not-found', { what: 'smart-group' })
    const groupId = id ?? (core.newId() as SmartGroupId)
    if (smartGroupNamed(core.db, name.trim(), groupId)) throw new Refusal('name-taken', { field: 'name' })
    saveSmartGroup(core.db, { id: groupId, name: name.trim(), filter, at: core.now(), by: caller.staffId })
    note(core, caller, { kind: 'smart-group-saved', target: `smart-group/${groupId}`, before: before ? { name: before.name, filter: before.filter as Json } : null, after: { name: name.trim(), filter: filter as Json } })
    return { id: groupId }
  })
  core.emit('customers-changed', { reason: 'groups' })
  return saved
}

/** Takes a smart group away; its people stay as they are, and it can be brought back. Refuses 'not-found'. */
export function deleteSmartGroup(core: Core, caller: Caller, { requestId, id }: IdAsked): null {
  return change(core, { requestId, door: 'customers/delete-smart-group' }, () => {
    const before = smartGroupOf(core.db, id)
    if (!before || dropSmartGroup(core.db, id, core.now()) === 0) throw new Refusal('not-found', { what: 'smart-group' })
    note(core, caller, { kind: 'smart-group-deleted', target: `smart-group/${id}`, before: { name: before.name, filter: before.filter as Json } })
  })
}

/** The undo of a deletion. Refuses 'not-found', and 'name-taken' where another took its name meanwhile. */
export function restoreSmartGroup(core: Core, caller: Caller, { requestId, id }: IdAsked): null {
  return change(core, { requestId, door: 'customers/restore-smart-group' }, () => {
    if (bringBackSmartGroup(core.db, id) === 0) throw new Refusal('not-found', { what: 'smart-group' })
    const group = smartGroupOf(core.db, id)
    if (group && smartGroupNamed(core.db, group.name, id)) throw new Refusal('name-taken', { field: 'name' })
    note(core, caller, { kind: 'smart-group-restored', target: `smart-group/${id}` })
  })
}

/** How many rows the list shows at most, for the whole shop (C8). */
export function setRows(core: Core, caller: Caller, { requestId, rows }: { readonly requestId: RequestId; readonly rows: number }): null {
  return change(core, { requestId, door: 'customers/set-list-rows' }, () => {
    note(core, caller, { kind: 'shop-changed', target: 'shop', before: { listRows: mostRowsOf(core.db) }, after: { listRows: rows } })
    setMostRows(core.db, rows)
  })
}

function change(core: Core, { requestId, door }: { readonly requestId: RequestId; readonly door: string }, work: () => void): null {
  once(core.db, { id: requestId, door, at: core.now() }, () => (work(), null))
  core.emit('customers-changed', { reason: 'groups' })
  return null
}
type Noted = { readonly kind: string; readonly target: string; readonly before?: Json; readonly after?: Json }
const note = (core: Core, { registerId, staffId }: Caller, noted: Noted): void => void appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, ...noted })
