import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { livingAccount, type Account } from '../loyalty/accounts.sql.ts'
import { expiresOn, returnedAtLeast } from '../loyalty/expiry.ts'
import { adjustment, entry, less, overLimit, roomOf, waiver, type Room } from '../loyalty/ledger.ts'
import { adjustedOn, against, balanceOf, getEntry, type Stored } from '../loyalty/ledger.sql.ts'
import { pointsSale } from '../loyalty/sold.sql.ts'
import { getTicket } from '../staff/approvals.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Approval, ApprovalId, Caller, CustomerId, EntryId, Instant, Json, PlainDate, Points, RequestId, SaleId, StaffId } from '../vocabulary.ts'
import { lapseFor } from './expire-points.ts'
import { limitsOf } from './approve.ts'
import { joinMember } from './join-member.ts'
import { lotsBack } from './reverse-points.ts'
import { slipWithPin } from './slip-with-pin.ts'
import { programNow, rowOf, theMember, type Now } from './the-program.ts'
import { writeEntry } from './write-entry.ts'

export type Adjustment = {
  readonly requestId: RequestId; readonly customerId: CustomerId; readonly direction: 'add' | 'remove'; readonly points: number
  readonly reason: string; readonly note: string; readonly saleId: SaleId | null; readonly countsForTier: boolean
  /** 'as-rules': as if earned today. */
  readonly expires: 'as-rules' | 'never' | PlainDate
  readonly approvalId: ApprovalId | null; readonly secondApprovalId: ApprovalId | null
}
export type Moved = { readonly entryId: EntryId; readonly before: Points; readonly balance: Points; readonly undoUntil: Instant }

/** The toast offers Undo for ten seconds; a slow till is forgiven as many again. */
const undoMs = 20_000

/** What a manager's PIN is asked for, before the number is typed: adding to, or removing from, this customer. */
export const adjustTarget = (direction: 'add' | 'remove', customerId: CustomerId): string => `points-${direction}/${customerId}`
export const secondTarget = (direction: 'add' | 'remove', customerId: CustomerId): string => `${adjustTarget(direction, customerId)}/second`

/** Always with a PIN, a manager's own act too. */
export const slipByPin = (core: Core, caller: Caller, target: string, approvalId: ApprovalId | null): Approval<'adjust-points'> => slipWithPin(core, caller, 'adjust-points', target, approvalId)

/**
 * Add or Remove Loyalty Points. Refuses a change without slip, without reason, for another's sale, below zero ('not-enough-points'), and over a limit
 * ('points-limit') unless a second manager allowed it ('second-approver-same' where it is the first again).
 */
export function adjustPoints(core: Core, caller: Caller, asked: Adjustment): Moved {
  const moved = once(core.db, { id: asked.requestId, door: 'loyalty/adjust-points', at: core.now() }, () => {
    const now = programNow(core)
    const account = now.program.rules.joining === 'automatic' ? joinMember(core, caller, asked.customerId, now) : theMember(core, asked.customerId)
    lapseFor(core, caller, account.id, now)
    checkSale(core, asked)
    const slip = slipByPin(core, caller, adjustTarget(asked.direction, asked.customerId), asked.approvalId)
    const second = checkLimits(core, caller, asked, slip, now)
    const before = balanceOf(core.db, account.id).balance
    const points = asked.direction === 'add' ? asked.points : 0 - asked.points
    const made = adjustment(rowOf(core, caller, account, now), `adjust/${asked.requestId}`, { ...asked, points, expiresOn: lastDay(asked, now) }, slip, second)
    const { row } = writeEntry(core, caller.registerId, made, { preferred: null, mayOwe: now.program.rules.adjustments.belowZero })
    note(core, caller, { kind: 'points-adjusted', account, row, before, reason: asked.reason })
    return { entryId: row.id, before, balance: row.balanceAfter, undoUntil: later(now.at, undoMs) }
  })
  tell(core, asked.customerId)
  return moved
}
const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString() as Instant
const lastDay = ({ expires }: Adjustment, { program, moment }: Now): PlainDate | null =>
  expires === 'never' ? null : expires === 'as-rules' ? expiresOn(program.rules.expiry.rule, moment.day) : expires

/** What someone who approves may still allow today, by their role or else by the programme: what the screen says, and what refuses. */
function roomFor(core: Core, approvedBy: StaffId, { program, moment }: Pick<Now, 'program' | 'moment'>): Room {
  const { pointsPerAct, pointsPerDay } = limitsOf(core, approvedBy)
  const { mostPerAct, mostPerDay } = program.rules.adjustments
  return roomOf(adjustedOn(core.db, approvedBy, moment.day), { mostPerAct: pointsPerAct ?? mostPerAct, mostPerDay: pointsPerDay ?? mostPerDay })
}

/** The room of whoever gave this approval. Refuses 'not-found' for one that was not given to this person on this till for points. */
export function roomOfApproval(core: Core, { registerId, staffId }: Caller, approvalId: ApprovalId): Room {
  const ticket = getTicket(core.db, approvalId)
  if (ticket?.right !== 'adjust-points' || ticket.requestedBy !== staffId || ticket.registerId !== registerId) throw new Refusal('not-found', { field: 'approvalId' })
  return roomFor(core, ticket.approvedBy, programNow(core))
}

/** Only a sale of theirs explains a change of their points. */
function checkSale(core: Core, { saleId, customerId }: Adjustment): void {
  if (saleId !== null && pointsSale(core.db, saleId)?.customerId !== customerId) throw new Refusal('not-found', { field: 'saleId' })
}

function checkLimits(core: Core, caller: Caller, asked: Adjustment, slip: Approval<'adjust-points'>, { program, moment }: Now): Approval<'adjust-points'>['approvedBy'] | null {
  const over = overLimit(asked.points, roomFor(core, slip.approvedBy, { program, moment }))
  if (!over) return null
  const target = secondTarget(asked.direction, asked.customerId)
  if (asked.secondApprovalId === null) throw new Refusal('points-limit', { ...over, points: asked.points, target })
  const second = slipByPin(core, caller, target, asked.secondApprovalId)
  if (second.approvedBy === slip.approvedBy) throw new Refusal('second-approver-same', { target })
  return second.approvedBy
}

type Noted = { readonly kind: string; readonly account: Account; readonly row: Stored; readonly before: Points; readonly reason: string }
function note(core: Core, { registerId, staffId }: Caller, { kind, account, row, before, reason }: Noted): void {
  appendAudit(core.db, {
    id: core.newId(), at: row.at, registerId, staffId, kind, target: `customer/${account.customerId}`, before: { balance: before },
    after: { balance: row.balanceAfter, points: row.points, entryId: row.id } as Json, approvedBy: row.approvedBy, reason: [reason, row.note].filter(Boolean).join(': '),
  })
}
function tell(core: Core, customerId: CustomerId): void {
  core.emit('points-changed', { customerId, accountId: theMember(core, customerId).id })
}

export type UndoAsked = { readonly requestId: RequestId; readonly entryId: EntryId; readonly reason: string; readonly approvalId: ApprovalId | null }
export const reverseTarget = (entryId: EntryId): string => `points-reverse/${entryId}`

/**
 * Takes a change by hand back by a reversing row; the first stays. Free for whoever made it on the same till while Undo is offered, else with a
 * manager's PIN. Refuses 'already-reversed', 'cannot-reverse' for any other kind of row, and 'not-enough-points' where they are spent.
 */
export function undoAdjustment(core: Core, caller: Caller, asked: UndoAsked): Moved {
  const done = once(core.db, { id: asked.requestId, door: 'loyalty/undo-adjustment', at: core.now() }, () => {
    const first = getEntry(core.db, asked.entryId)
    const account = first && livingAccount(core.db, first.accountId)
    if (!first || !account) throw new Refusal('not-found', { field: 'entryId' })
    if (first.kind !== 'adjust') throw new Refusal('cannot-reverse', { kind: first.kind })
    if (against(core.db, first.id).length > 0) throw new Refusal('already-reversed')
    const now = programNow(core)
    const approvedBy = justMade(first, caller, now.at) ? first.approvedBy : slipByPin(core, caller, reverseTarget(first.id), asked.approvalId).approvedBy
    const before = balanceOf(core.db, account.id).balance
    const common = rowOf(core, caller, account, now)
    const atLeast = justMade(first, caller, now.at) ? null : returnedAtLeast(now.program.rules, now.moment.day)
    const { row } = writeEntry(core, caller.registerId, entry(common, 'reverse', `undo/${first.id}`, {
      points: less(first.points), reversesId: first.id, tierPoints: less(first.tierPoints),
      lots: first.points < 0 ? lotsBack(core, first, { points: less(first.points), already: 0 as Points, atLeast }, common) : [], reason: asked.reason, approvedBy, working: { kind: 'undo' },
    }), { preferred: first.id, mayOwe: false })
    note(core, caller, { kind: 'points-adjustment-undone', account, row, before, reason: asked.reason })
    return { customerId: account.customerId, moved: { entryId: row.id, before, balance: row.balanceAfter, undoUntil: now.at } }
  })
  tell(core, done.customerId)
  return done.moved
}
const justMade = (row: Stored, caller: Caller, at: Instant): boolean => row.staffId === caller.staffId && row.registerId === caller.registerId && at <= later(row.at, undoMs)

export type WaiveAsked = { readonly requestId: RequestId; readonly customerId: CustomerId; readonly reason: string; readonly approvalId: ApprovalId | null }
export const waiveTarget = (customerId: CustomerId): string => `points-waive/${customerId}`
/** Forgives what is owed, with a manager's PIN and a reason. */
export function waiveDebt(core: Core, caller: Caller, asked: WaiveAsked): Moved {
  const moved = once(core.db, { id: asked.requestId, door: 'loyalty/waive', at: core.now() }, () => {
    const now = programNow(core)
    const account = theMember(core, asked.customerId)
    const slip = slipByPin(core, caller, waiveTarget(asked.customerId), asked.approvalId)
    const before = balanceOf(core.db, account.id).balance
    const { row } = writeEntry(core, caller.registerId, waiver(rowOf(core, caller, account, now), `waive/${asked.requestId}`, before, asked.reason, slip))
    note(core, caller, { kind: 'points-waived', account, row, before, reason: asked.reason })
    return { entryId: row.id, before, balance: row.balanceAfter, undoUntil: now.at }
  })
  tell(core, asked.customerId)
  return moved
}

export const restoreTarget = (entryId: EntryId): string => `points-restore/${entryId}`
/** Gives expired points back, once, with a manager's PIN: a new row, and a new last day. */
export function restoreExpired(core: Core, caller: Caller, asked: UndoAsked): Moved {
  const done = once(core.db, { id: asked.requestId, door: 'loyalty/restore', at: core.now() }, () => {
    const lapsed = getEntry(core.db, asked.entryId)
    const account = lapsed && livingAccount(core.db, lapsed.accountId)
    if (!lapsed || !account) throw new Refusal('not-found', { field: 'entryId' })
    if (lapsed.kind !== 'expire') throw new Refusal('cannot-reverse', { kind: lapsed.kind })
    if (against(core.db, lapsed.id).length > 0) throw new Refusal('already-reversed')
    const now = programNow(core)
    const slip = slipByPin(core, caller, restoreTarget(lapsed.id), asked.approvalId)
    const before = balanceOf(core.db, account.id).balance
    const common = rowOf(core, caller, account, now)
    const lots = lotsBack(core, lapsed, { points: less(lapsed.points), already: 0 as Points, atLeast: returnedAtLeast(now.program.rules, now.moment.day) }, common)
    const { row } = writeEntry(core, caller.registerId, entry(common, 'restore', `restore/${lapsed.id}`, {
      points: less(lapsed.points), reversesId: lapsed.id, lots, reason: asked.reason, approvedBy: slip.approvedBy, working: { kind: 'restore' },
    }))
    note(core, caller, { kind: 'points-restored', account, row, before, reason: asked.reason })
    return { customerId: account.customerId, moved: { entryId: row.id, before, balance: row.balanceAfter, undoUntil: now.at } }
  })
  tell(core, done.customerId)
  return done.moved
}
