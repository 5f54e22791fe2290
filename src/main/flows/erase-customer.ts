import type { Core } from '../context.ts'
import { actOf, cancelAct, eraseSettings, insertErasure, isBeingErased, setCommit, waitingActs, type WriteOff } from '../customers/erasures.sql.ts'
import { displayName } from '../customers/names.ts'
import { readRecord } from '../customers/record.sql.ts'
import type { Selection } from '../customers/selection.ts'
import { Refusal, type RefusalCode } from '../errors.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import { inTransaction } from '../store/sql.ts'
import type { ApprovalId, Caller, Cents, CustomerId, Instant, RequestId, StaffId } from '../vocabulary.ts'
import { may, slipFor } from './approve.ts'
import { previewOf, whyKeptNow, type ErasePreview } from './erase-judge.ts'
import { allowGivingUp } from './give-up-debt.ts'
import { inSlices } from './import-jobs.ts'
import { countSelected, selectedIds } from './list-customers.ts'

/** Until then the person is whole, and Cancel takes it back (C1). A power cut within it leaves them whole. */
export const eraseDelayMs = 10_000
const mostAtOnce = 10_000
const mostNamed = 50
const later = '9999-12-31T23:59:59.999Z' as Instant
const after = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString() as Instant

type Asked = { readonly requestId: RequestId; readonly approvalId: ApprovalId | null }
export type Waiting = { readonly actId: string; readonly commitsAt: Instant }

/** What goes, what stays and what stands in the way; 'not-found' for nobody, 'being-erased' for who is on their way out. */
export function erasePreview(core: Core, caller: Caller, id: CustomerId): ErasePreview {
  if (isBeingErased(core.db, id)) throw new Refusal('being-erased')
  const preview = previewOf(core, caller, id)
  if (!preview) throw new Refusal('not-found', { what: 'customer' })
  return preview
}

/**
 * Puts a person down to be erased in ten seconds. `writeOffCents`, where it is all they owe, is given up with them, by a PIN. Refuses 'customer-on-cart', 'customer-owes', 'customer-in-credit', 'not-allowed', and 'needs-approval'
 * where more points go with them than the shop lets a cashier throw away.
 */
export function eraseCustomer(core: Core, caller: Caller, { id, writeOffCents = null, ...asked }: Asked & { readonly id: CustomerId; readonly writeOffCents?: Cents | null }): Waiting {
  const waiting = once(core.db, { id: asked.requestId, door: 'customers/erase', at: core.now() }, () => {
    const preview = erasePreview(core, caller, id)
    const kept = whyKeptNow(core, { customerId: id, writeOffCents })
    if (kept) throw new Refusal(kept, { name: preview.name, registerName: preview.registerName })
    const commitsAt = after(core.now(), eraseDelayMs)
    insertErasure(core.db, { id: core.newId(), actId: asked.requestId, customerId: id, askedAt: core.now(), commitsAt, ...allowedFor(core, caller, { preview, writeOffCents, approvalId: asked.approvalId }) }, caller)
    return { actId: asked.requestId as string, commitsAt }
  })
  core.emit('customers-erased', { actId: waiting.actId })
  return waiting
}

type Allowing = { readonly preview: ErasePreview; readonly writeOffCents: Cents | null; readonly approvalId: ApprovalId | null }
function allowedFor(core: Core, caller: Caller, { preview, writeOffCents, approvalId }: Allowing): { approvedBy: StaffId | null; writeOff: WriteOff | null } {
  if (preview.kept !== 'customer-owes' || writeOffCents === null) return { approvedBy: allowed(core, caller, [preview], `customer/${preview.id}`, approvalId), writeOff: null }
  if (preview.answer === 'no') throw new Refusal('not-allowed', { right: 'delete-customers' })
  const by = allowGivingUp(core, caller, { customerId: preview.id, cents: writeOffCents, approvalId, alsoDelete: preview.answer === 'pin' })
  return { approvedBy: by, writeOff: { cents: writeOffCents, by } }
}

function allowed(core: Core, caller: Caller, previews: readonly ErasePreview[], target: string, approvalId: ApprovalId | null): StaffId | null {
  if (previews.some(({ answer }) => answer === 'no')) throw new Refusal('not-allowed', { right: 'delete-customers' })
  return previews.some(({ answer }) => answer === 'pin') ? slipFor(core, caller, 'delete-customers', target, approvalId).approvedBy : null
}

export type KeptPerson = { readonly id: CustomerId; readonly name: string; readonly why: RefusalCode }
export type ErasePlan = { readonly going: number; readonly points: number; readonly sales: number; readonly needsPin: boolean; readonly kept: readonly KeptPerson[]; readonly keptCount: number }

/** Who of a selection would go and who stays, and why; up to fifty are named. Refuses 'too-large' above ten thousand people. */
export async function erasePlan(core: Core, caller: Caller, selection: Selection): Promise<ErasePlan> {
  if (may(core, caller.role, 'delete-customers') === 'no') throw new Refusal('not-allowed', { right: 'delete-customers' })
  const plan = { going: 0, points: 0, sales: 0, needsPin: false, kept: [] as KeptPerson[], keptCount: 0 }
  await overSelection(core, caller, selection, (preview) => {
    if (preview.kept) {
      plan.keptCount++
      if (plan.kept.length < mostNamed) plan.kept.push({ id: preview.id, name: preview.name, why: preview.kept })
      return
    }
    plan.going++
    plan.points += preview.points
    plan.sales += preview.sales
    plan.needsPin ||= preview.answer === 'pin'
  })
  return plan
}

/** Everybody of a selection who can still be erased, a few at a time, in slices that hold nobody up. */
async function overSelection(core: Core, caller: Caller, selection: Selection, work: (preview: ErasePreview) => void): Promise<void> {
  const { total } = await countSelected(core, caller, selection)
  if (total > mostAtOnce) throw new Refusal('too-large', { most: mostAtOnce })
  for await (const page of selectedIds(core, selection)) {
    const ids = [...page]
    await inSlices(core, () => {
      const id = ids.shift()
      const preview = id === undefined ? null : previewOf(core, caller, id)
      if (preview) work(preview)
      return ids.length > 0
    })
  }
}

/** The very same for many: one bar to cancel it, one erasing after the other. Who stays is answered as in the plan. */
export async function eraseMany(core: Core, caller: Caller, { selection, ...asked }: Asked & { readonly selection: Selection }): Promise<Waiting & ErasePlan> {
  const plan = await erasePlan(core, caller, selection)
  const request = { id: asked.requestId, door: 'customers/erase-many', at: core.now() }
  const begun = once(core.db, request, () => {
    const approvedBy = plan.needsPin ? slipFor(core, caller, 'delete-customers', 'customers/many', asked.approvalId).approvedBy : null
    return { actId: asked.requestId as string, commitsAt: after(core.now(), eraseDelayMs), approvedBy }
  })
  if (actOf(core.db, begun.actId).length === 0) {
    await overSelection(core, caller, selection, (preview) => {
      if (preview.kept) return
      insertErasure(core.db, { id: core.newId(), actId: begun.actId, customerId: preview.id, askedAt: core.now(), commitsAt: later, approvedBy: begun.approvedBy }, caller)
    })
    begun.commitsAt = after(core.now(), eraseDelayMs)
    setCommit(core.db, begun.actId, begun.commitsAt)
  }
  core.emit('customers-erased', { actId: begun.actId })
  return { ...plan, actId: begun.actId, commitsAt: begun.commitsAt }
}

/** Takes back what still waits. Refuses 'erase-too-late' once it has begun. */
export function cancelErase(core: Core, caller: Caller, { requestId, actId }: { readonly requestId: RequestId; readonly actId: string }): { cancelled: number } {
  const done = once(core.db, { id: requestId, door: 'customers/erase-cancel', at: core.now() }, () => {
    const cancelled = cancelAct(core.db, actId)
    if (cancelled === 0) throw new Refusal('erase-too-late')
    appendAudit(core.db, { id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'erase-cancelled', target: '', after: { people: cancelled } })
    return { cancelled }
  })
  core.emit('customers-erased', { actId })
  return done
}

export type WaitingErase = Waiting & { readonly count: number; readonly name: string; readonly leftMs: number }
/** What is about to go, for the bar that every screen shows. */
export const waitingErases = (core: Core): WaitingErase[] => waitingActs(core.db).filter(({ commitsAt }) => commitsAt !== later).map(({ actId, commitsAt, count, customerId }) => {
  const record = readRecord(core.db, customerId)
  return { actId, commitsAt, count, name: record ? displayName(record) : '', leftMs: Math.max(0, Date.parse(commitsAt) - Date.parse(core.now())) }
})

export type EraseOutcome = { readonly state: 'waiting' | 'running' | 'done' | 'cancelled'; readonly erased: number; readonly number: number | null; readonly kept: readonly KeptPerson[] }
/** How an act stands: what was erased, the first certificate's number, and who stayed after all because something came between. */
export function eraseOutcome(core: Core, actId: string): EraseOutcome {
  const all = actOf(core.db, actId)
  const gone = all.filter(({ number }) => number !== null)
  const state = all.some((e) => e.state === 'waiting') ? 'waiting' : all.some((e) => e.state === 'erasing') ? 'running' : gone.length > 0 || all.some((e) => e.state === 'kept') ? 'done' : 'cancelled'
  const kept = all.filter((e) => e.state === 'kept').flatMap(({ customerId, keptWhy }) => {
    const record = readRecord(core.db, customerId)
    return record ? [{ id: customerId, name: displayName(record), why: keptWhy as RefusalCode }] : []
  })
  return { state, erased: gone.length, number: gone[0]?.number ?? null, kept }
}

export const settingsOfErase = (core: Core) => eraseSettings(core.db)
/** In a transaction of its own: what waited when the power went is taken back. */
export const forgetWaiting = (core: Core): number => inTransaction(core.db, () => cancelWaiting(core))
const cancelWaiting = ({ db }: Core): number => waitingActs(db).reduce((sum, { actId }) => sum + cancelAct(db, actId), 0)
