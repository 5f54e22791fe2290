import type { Core } from '../context.ts'
import { actOf, forgetSome, insertAct, markUndone, notePerson, peopleOfAct, type BulkWhat } from '../customers/bulk.sql.ts'
import type { CustomerChanges } from '../customers/customer.ts'
import { customerExists } from '../customers/customers.sql.ts'
import { groupExists } from '../customers/groups.sql.ts'
import { readRecord, type StoredCustomer } from '../customers/record.sql.ts'
import type { Selection } from '../customers/selection.ts'
import { Refusal } from '../errors.ts'
import { fold } from '../folding.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, CustomerId, GroupId, Instant, Json, RequestId } from '../vocabulary.ts'
import { inSlices } from './import-jobs.ts'
import { selectedIds } from './list-customers.ts'
import { changeCustomer } from './update-customer.ts'

/** `actId` undoes it; `changed` counts who was not as asked before. */
export type BulkDone = { readonly actId: string; readonly changed: number }
/** What a person would have to change, and what they have now; null where there is nothing to change. */
type Wanted = (person: StoredCustomer) => { readonly changes: CustomerChanges; readonly before: Json } | null
type Act = { readonly what: BulkWhat; readonly detail: Json; readonly wanted: Wanted }

const undoForMs = 24 * 3_600_000
const forgottenAtOnce = 200

/** Moves everybody of a selection to a group, or out of any. Refuses 'not-found' for a group that is gone. */
export async function groupMany(core: Core, caller: Caller, asked: { readonly requestId: RequestId; readonly selection: Selection; readonly groupId: GroupId | null }): Promise<BulkDone> {
  const { groupId } = asked
  if (groupId !== null && !groupExists(core.db, groupId)) throw new Refusal('not-found', { field: 'groupId' })
  return actOnMany(core, caller, { ...asked, door: 'customers/group-many' }, { what: 'group', detail: { groupId }, wanted: (person) => (person.groupId === groupId ? null : { changes: { groupId }, before: person.groupId }) })
}

const has = (tags: readonly string[], tag: string): boolean => tags.some((each) => fold(each) === fold(tag))
const withTag = (tag: string): Wanted => ({ tags }) => (has(tags, tag) ? null : { changes: { tags: [...tags, tag] }, before: null })
const withoutTag = (tag: string): Wanted => ({ tags }) => {
  const kept = tags.filter((each) => fold(each) !== fold(tag))
  return kept.length === tags.length ? null : { changes: { tags: kept }, before: tags.find((each) => fold(each) === fold(tag)) ?? tag }
}

/** Puts a tag on everybody of a selection, or takes it off them; tags are one whatever their letters look like. */
export async function tagMany(core: Core, caller: Caller, asked: { readonly requestId: RequestId; readonly selection: Selection; readonly tag: string; readonly add: boolean }): Promise<BulkDone> {
  const tag = asked.tag.trim()
  return actOnMany(core, caller, { ...asked, door: 'customers/tag-many' }, { what: asked.add ? 'tag' : 'untag', detail: { tag }, wanted: asked.add ? withTag(tag) : withoutTag(tag) })
}

/** Deactivates everybody of a selection who is active, or makes active who is not; whoever waits for approval, is banned, or was merged stays as they are. */
export async function statusMany(core: Core, caller: Caller, asked: { readonly requestId: RequestId; readonly selection: Selection; readonly status: 'active' | 'inactive' }): Promise<BulkDone> {
  const { status } = asked
  const from = status === 'inactive' ? 'active' : 'inactive'
  const wanted: Wanted = (person) => (person.status === from ? { changes: { status }, before: from } : null)
  return actOnMany(core, caller, { ...asked, door: 'customers/status-many' }, { what: 'status', detail: { status }, wanted })
}

const kinds: Readonly<Record<BulkWhat, string>> = { group: 'customers-grouped', tag: 'customers-tagged', untag: 'customers-untagged', status: 'customers-status-set' }
type Asked = { readonly requestId: RequestId; readonly door: string; readonly selection: Selection }
async function actOnMany(core: Core, caller: Caller, { requestId, door, selection }: Asked, { what, detail, wanted }: Act): Promise<BulkDone> {
  const ids: CustomerId[] = []
  for await (const page of selectedIds(core, selection)) ids.push(...page)
  const { actId } = once(core.db, { id: requestId, door, at: core.now() }, () => {
    const id = core.newId()
    insertAct(core.db, { id, what, detail, staffId: caller.staffId, registerId: caller.registerId, at: core.now() })
    return { actId: id }
  })
  const changed = await changeEach(core, caller, ids, (id) => {
    const person = readRecord(core.db, id)
    const want = person && customerExists(core.db, id) ? wanted(person) : null
    if (want) notePerson(core.db, actId, id, want.before)
    return want?.changes ?? null
  })
  finish(core, caller, { kind: kinds[what], actId, after: { ...(detail as object), changed } })
  await inSlices(core, () => forgetSome(core.db, earlier(core), forgottenAtOnce))
  return { actId, changed }
}
const earlier = (core: Core): Instant => new Date(Date.parse(core.now()) - undoForMs).toISOString() as Instant

/** One person after the other, in slices of some fifteen milliseconds; a cart that stands on one of them asks about its prices by itself. */
async function changeEach(core: Core, caller: Caller, ids: readonly CustomerId[], changesOf: (id: CustomerId) => CustomerChanges | null): Promise<number> {
  let [at, changed] = [0, 0]
  await inSlices(core, () => {
    const id = ids[at++]
    if (id === undefined) return false
    const changes = changesOf(id)
    if (!changes) return true
    changeCustomer(core, caller, { id, version: Number.MAX_SAFE_INTEGER, changes, keepConsent: { sms: true, email: true }, consents: [] })
    changed++
    return true
  })
  return changed
}

function finish(core: Core, { registerId, staffId }: Caller, { kind, actId, after }: { readonly kind: string; readonly actId: string; readonly after: Json }): void {
  appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind, target: `bulk/${actId}`, after })
  core.emit('customers-changed', { reason: 'groups' })
  core.emit('sale-changed', { registerId })
}

/** Takes an act on many back, for a day: whoever was changed since by somebody else keeps that. Refuses 'not-found' and 'undo-too-late'. */
export async function undoMany(core: Core, caller: Caller, { requestId, actId }: { readonly requestId: RequestId; readonly actId: string }): Promise<BulkDone> {
  const act = actOf(core.db, actId)
  if (!act) throw new Refusal('not-found', { what: 'act' })
  once(core.db, { id: requestId, door: 'customers/undo-many', at: core.now() }, () => {
    if (act.undoneAt !== null || act.at < earlier(core)) throw new Refusal('undo-too-late', {})
    markUndone(core.db, actId, core.now())
    return null
  })
  const people = everybodyOf(core, actId)
  const before = new Map(people.map((person) => [person.id, person.before]))
  const changed = await changeEach(core, caller, [...before.keys()], (id) => {
    const person = customerExists(core.db, id) ? readRecord(core.db, id) : undefined
    return person ? backTo(person, act.what, JSON.parse(act.detail) as Detail, before.get(id) ?? null) : null
  })
  finish(core, caller, { kind: 'bulk-undone', actId, after: { changed } })
  return { actId, changed }
}

const peopleAtOnce = 1_000
function everybodyOf(core: Core, actId: string): { id: CustomerId; before: Json }[] {
  const people: { id: CustomerId; before: Json }[] = []
  for (let page = peopleOfAct(core.db, actId, '', peopleAtOnce); page.length > 0; page = peopleOfAct(core.db, actId, page.at(-1)?.id ?? '', peopleAtOnce)) people.push(...page)
  return people
}

type Detail = { readonly groupId?: GroupId | null; readonly tag?: string; readonly status?: 'active' | 'inactive' }
function backTo(person: StoredCustomer, what: BulkWhat, { groupId = null, tag = '', status }: Detail, before: Json): CustomerChanges | null {
  if (what === 'status') return person.status === status ? { status: before as 'active' | 'inactive' } : null
  if (what === 'group') return person.groupId === groupId ? { groupId: before as GroupId | null } : null
  return (what === 'tag' ? withoutTag(tag) : withTag(typeof before === 'string' ? before : tag))(person)?.changes ?? null
}
