import type { Core } from '../context.ts'
import { listGroups } from '../customers/groups.sql.ts'
import { seenEmail, seenPhone } from '../customers/masks.ts'
import { displayName } from '../customers/names.ts'
import { showPhone } from '../customers/contact.ts'
import {
  dropWhyOut, insertDecision, openDecisionsOf, saveWhyOut, undoDecision, waitingCounts, waitingPeople, type Decision, type Waiting, type WaitingAsked,
} from '../customers/standings.sql.ts'
import { Refusal } from '../errors.ts'
import { once } from '../store/once.ts'
import type { Caller, CustomerId, GroupId, Instant, RequestId } from '../vocabulary.ts'
import { sightOf } from './field-sight.ts'
import { theRecord } from './read-customer.ts'
import { setStatus } from './set-status.ts'
import { theShop } from './the-shop.ts'

/** So long nobody is told, and a decision can be undone (3.12). */
export const undoMs = 10_000

export type WaitingRow = {
  readonly id: CustomerId; readonly name: string; readonly groupId: GroupId | null; readonly groupName: string | null; readonly phone: string; readonly email: string; readonly since: Instant
}
export type Approvals = { readonly rows: readonly WaitingRow[]; readonly more: string | null; readonly waiting: number }
type Asked = Pick<WaitingAsked, 'customerId' | 'most'> & { readonly groupId: GroupId | null; readonly after: string | null }

/** Who waits to be let in, the longest first, and how many there are in all. */
export function listWaiting(core: Core, { after, most, ...asked }: Asked): Approvals {
  const { country } = theShop(core)
  const [at = '', id = ''] = after?.split(' ') ?? []
  const found = waitingPeople(core.db, { ...asked, after: after === null ? null : { at, id }, most: most + 1 })
  const page = found.slice(0, most)
  const last = page.at(-1)
  return { rows: page.map((each) => rowOf(each, country)), more: found.length > most && last ? `${last.madeAt} ${last.id}` : null, waiting: countWaiting(core) }
}

const rowOf = (each: Waiting, country: string): WaitingRow => ({
  id: each.id, name: displayName(each), groupId: each.groupId as GroupId | null, groupName: each.groupName, email: each.email, since: each.madeAt,
  phone: showPhone({ e164: each.phone.startsWith('+') ? each.phone : '', typed: each.phone }, country),
})

/** The same as the caller's role may see it. */
export function seenWaiting(core: Core, caller: Caller, approvals: Approvals): Approvals {
  const sight = sightOf(core, caller)
  return { ...approvals, rows: approvals.rows.map((row) => ({ ...row, phone: seenPhone(row.phone, sight.phone), email: seenEmail(row.email, sight.email) })) }
}

/** How many wait in all: the badge. */
export const countWaiting = (core: Pick<Core, 'db'>): number => waitingCounts(core.db).reduce((sum, { waiting }) => sum + waiting, 0)

export type DecideAsked = {
  readonly requestId: RequestId; readonly ids: readonly CustomerId[]; readonly decision: Decision['decision']; readonly reason: string
}
export type Decided = { readonly decided: number; readonly gone: number; readonly undoUntil: Instant }

/**
 * Lets people in or not, up to 50 at once. A deny keeps its reason ('reason-needed'). Whoever was decided on elsewhere meanwhile is counted as `gone`.
 * Nobody is told for ten seconds, so that it can be undone.
 */
export function decide(core: Core, caller: Caller, asked: DecideAsked): Decided {
  if (asked.decision === 'denied' && asked.reason.trim() === '') throw new Refusal('reason-needed', { field: 'reason' })
  const decided = once(core.db, { id: asked.requestId, door: 'approvals/decide', at: core.now() }, () => {
    const done = asked.ids.filter((id) => isWaiting(core, id))
    for (const id of done) decideOn(core, caller, id, asked)
    return { decided: done.length, gone: asked.ids.length - done.length, undoUntil: new Date(Date.parse(core.now()) + undoMs).toISOString() as Instant }
  })
  core.emit('customers-changed', { reason: 'approvals' })
  return decided
}

function isWaiting(core: Core, id: CustomerId): boolean {
  try {
    return theRecord(core, id).status === 'pending'
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function decideOn(core: Core, caller: Caller, id: CustomerId, { decision, reason, requestId }: DecideAsked): void {
  const why = decision === 'denied' ? reason.trim() : ''
  setStatus(core, caller, { id, status: decision === 'approved' ? 'active' : 'inactive', reason: why, kind: decision === 'approved' ? 'customer-approved' : 'customer-denied' })
  if (decision === 'denied') saveWhyOut(core.db, { customerId: id, kind: 'denied', reason: why, at: core.now(), staffId: caller.staffId })
  insertDecision(core.db, { id: core.newId(), customerId: id, decision, reason: why, requestId, at: core.now(), staffId: caller.staffId, registerId: caller.registerId })
}

/** Takes decisions back within ten seconds, before anyone is told; after that 'undo-too-late'. Whoever was changed since stays as they are. */
export function undoDecisions(core: Core, caller: Caller, { requestId, decisions }: { readonly requestId: RequestId; readonly decisions: RequestId }): { undone: number } {
  const undone = once(core.db, { id: requestId, door: 'approvals/undo', at: core.now() }, () => {
    const open = openDecisionsOf(core.db, decisions)
    const [first] = open
    if (!first || Date.parse(core.now()) > Date.parse(first.at) + undoMs + graceMs) throw new Refusal('undo-too-late', {})
    return { undone: open.filter((each) => takeBack(core, caller, each)).length }
  })
  core.emit('customers-changed', { reason: 'approvals' })
  return undone
}
/** The tap may come at the very end of the ten seconds. */
const graceMs = 2_000

function takeBack(core: Core, caller: Caller, { id, customerId, decision }: Decision): boolean {
  undoDecision(core.db, id, core.now())
  if (theRecord(core, customerId).status !== (decision === 'approved' ? 'active' : 'inactive')) return false
  dropWhyOut(core.db, customerId)
  return setStatus(core, caller, { id: customerId, status: 'pending', kind: 'approval-undone' })
}

/** Groups whose new customers must be approved, with how many wait in each. */
export const waitingByGroup = (core: Pick<Core, 'db'>): { groupId: GroupId | null; name: string | null; waiting: number }[] => {
  const names = new Map(listGroups(core.db).map(({ id, name }) => [id as string, name]))
  return waitingCounts(core.db).map(({ groupId, waiting }) => ({ groupId: groupId as GroupId | null, name: groupId === null ? null : (names.get(groupId) ?? null), waiting }))
}
