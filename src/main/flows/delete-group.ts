import type { Core } from '../context.ts'
import { forgetMoves, goneGroups, hasMembers, membersIn, moveBack, moveMembers, rowsIn } from '../customers/group-moves.sql.ts'
import { defaultGroup, groupExists, hideGroup, listGroups, showGroup } from '../customers/groups.sql.ts'
import { Refusal } from '../errors.ts'
import { fold } from '../folding.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import { inTransaction } from '../store/sql.ts'
import type { Caller, GroupId, RequestId } from '../vocabulary.ts'

/** So few at once that the till in between never waits for 15 ms. */
const membersAtOnce = 50
const keepMovesMs = 24 * 3_600_000

export type DeleteAsked = { readonly requestId: RequestId; readonly id: GroupId; readonly moveTo: GroupId | null }
export type Deleted = { readonly moved: number }

/**
 * Deletes a group; its members move to another one, little by little, and a register that stops meanwhile goes on at its next start. Refuses
 * 'group-has-members' {members} where nobody said where they go, 'group-default' and 'not-found'. It can be taken back for a day.
 */
export async function deleteGroup(core: Core, caller: Caller, { requestId, id, moveTo }: DeleteAsked): Promise<Deleted> {
  const deleted = once(core.db, { id: requestId, door: 'customers/delete-group', at: core.now() }, () => {
    const group = listGroups(core.db).find((each) => each.id === id)
    if (!group) throw new Refusal('not-found', { field: 'id' })
    if (group.isDefault) throw new Refusal('group-default', { field: 'id' })
    if (moveTo === null && hasMembers(core.db, id)) throw new Refusal('group-has-members', { field: 'moveTo', members: membersIn(core.db, id) })
    const target = moveTo ?? defaultGroup(core.db)
    if (target === null || target === id || !groupExists(core.db, target)) throw new Refusal('not-found', { field: 'moveTo' })
    const moved = membersIn(core.db, id)
    hideGroup(core.db, id, target, core.now())
    appendAudit(core.db, {
      id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'group-deleted', target: `group/${id}`,
      before: { name: group.name }, after: { movedTo: target, members: moved },
    })
    return { moved }
  })
  core.emit('customers-changed', { reason: 'groups' })
  await moveOn(core, id)
  core.emit('customers-changed', { reason: 'groups' })
  return deleted
}

/** Groups that are being emptied or filled again in this process: one hand at each. */
const working = new WeakMap<Core['db'], Map<GroupId, Promise<void>>>()
function alone(core: Core, id: GroupId, work: () => Promise<void>): Promise<void> {
  const busy = working.get(core.db) ?? new Map<GroupId, Promise<void>>()
  working.set(core.db, busy)
  const mine = (busy.get(id) ?? Promise.resolve()).then(work).finally(() => busy.get(id) === mine && busy.delete(id))
  busy.set(id, mine)
  return mine
}
const breathe = () => new Promise<void>((done) => setImmediate(done))

const moveOn = (core: Core, id: GroupId): Promise<void> => alone(core, id, async () => {
  const of = rowsIn(core.db, id)
  for (let done = 0; core.db.open; done += membersAtOnce) {
    const gone = goneGroups(core.db).find((each) => each.id === id)
    if (!gone || inTransaction(core.db, () => moveMembers(core.db, id, gone.movedTo, { at: core.now(), registerId: 'system' }, membersAtOnce)) === 0) return
    core.emit('group-moved', { done: Math.min(of, done + membersAtOnce), of })
    await breathe()
  }
})

/** Takes a deletion back: the group stands again, and whoever is still where they were moved to comes back. 'undo-too-late' after a day. */
export async function undoDeleteGroup(core: Core, caller: Caller, { requestId, id }: Omit<DeleteAsked, 'moveTo'>): Promise<null> {
  const from = once<GroupId>(core.db, { id: requestId, door: 'customers/undo-delete-group', at: core.now() }, () => {
    const gone = goneGroups(core.db).find((each) => each.id === id)
    if (!gone || Date.parse(core.now()) - Date.parse(gone.deletedAt) > keepMovesMs) throw new Refusal('undo-too-late', {})
    refuseSameName(core, id, gone.name)
    showGroup(core.db, id)
    appendAudit(core.db, { id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'group-restored', target: `group/${id}` })
    return gone.movedTo
  })
  await alone(core, id, async () => {
    while (core.db.open && inTransaction(core.db, () => moveBack(core.db, id, from, { at: core.now(), registerId: 'system' }, membersAtOnce)) > 0) await breathe()
  })
  core.emit('customers-changed', { reason: 'groups' })
  return null
}

function refuseSameName(core: Core, id: GroupId, name: string): void {
  if (listGroups(core.db).some((each) => each.id !== id && fold(each.name) === fold(name))) throw new Refusal('name-taken', { field: 'name' })
}

/** What a stop cut off goes on; what nobody can take back any more is forgotten. A host's clock calls it through run-due. */
export async function finishGroups(core: Core): Promise<void> {
  for (const { id, deletedAt } of goneGroups(core.db)) {
    await moveOn(core, id)
    const isOld = Date.parse(core.now()) - Date.parse(deletedAt) > keepMovesMs
    while (isOld && core.db.open && forgetMoves(core.db, id, membersAtOnce) > 0) await breathe()
  }
}
