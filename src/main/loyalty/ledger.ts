import { Refusal } from '../errors.ts'
import type { AccountId, Approval, Cents, CustomerId, EntryId, Instant, Json, LotId, PlainDate, Points, RefundId, RegisterId, SaleId, StaffId } from '../vocabulary.ts'
import { draw, type Draw, type Lot, type NewLot } from './lots.ts'

/**
 * earn, redeem, adjust; reverse (a refund or an undo, either way), void; expire, restore; post (pending points become real); sign-up, birthday;
 * transfer (merge), opening (import), waive (a debt is forgiven).
 */
export const kinds = [
  'earn', 'redeem', 'adjust', 'reverse', 'void', 'expire', 'restore', 'post', 'sign-up', 'birthday', 'tier-bonus', 'transfer', 'opening', 'waive',
] as const
export type Kind = (typeof kinds)[number]

/** One row of the ledger, before it has its place. `points` moves the balance, `pending` what still waits; both signed. */
export type Entry = {
  readonly id: EntryId
  /** What brought it about, once in all time: 'earn/<sale>'. The same key never moves points twice. */
  readonly sourceKey: string
  readonly accountId: AccountId; readonly customerId: CustomerId; readonly kind: Kind
  readonly points: Points; readonly pending: Points
  readonly saleId: SaleId | null; readonly refundId: RefundId | null; readonly reversesId: EntryId | null
  readonly ruleVersion: number; readonly working: Json; readonly reason: string; readonly note: string
  /** What counts for the tier, in points. */
  readonly tierPoints: Points
  /** The money a redemption gave, or took back (below zero); and what the sale came to before tax, signed alike. */
  readonly valueCents: Cents; readonly saleCents: Cents
  readonly newVisits: number; readonly repeatVisits: number
  readonly staffId: StaffId | null; readonly approvedBy: StaffId | null
  readonly at: Instant; readonly day: PlainDate
  /** The buckets it opens; they come to `points` where that is above zero. */
  readonly lots: readonly NewLot[]
}
/** How it may be placed: whose buckets it draws first, and whether points may become owed. */
export type Leave = { readonly preferred: EntryId | null; readonly mayOwe: boolean; /** Only these buckets, in this order. */ readonly only?: readonly Lot[] }
export type Place = { readonly registerId: RegisterId; readonly sequence: number; readonly previousHash: string }
export type PlacedLot = NewLot & { readonly id: LotId }
export type Placed = {
  readonly entry: Entry; readonly balanceAfter: Points; readonly pendingAfter: Points
  readonly lots: readonly PlacedLot[]; readonly draws: readonly Draw[]
  /** What the shop owes now less what it owed before: a negative balance is no liability. */
  readonly owed: Points
}

type Common = Pick<Entry, 'id' | 'accountId' | 'customerId' | 'staffId' | 'at' | 'day' | 'ruleVersion'>
const nothing = 0 as Points
const still: Omit<Entry, keyof Common | 'sourceKey' | 'kind'> = {
  points: nothing, pending: nothing, saleId: null, refundId: null, reversesId: null, working: null, reason: '', note: '', tierPoints: nothing,
  valueCents: 0 as Cents, saleCents: 0 as Cents, newVisits: 0, repeatVisits: 0, approvedBy: null, lots: [],
}
/** A row in which nothing moves but what is named. Kinds that need someone's slip have makers of their own below. */
export const entry = (common: Common, kind: Exclude<Kind, 'adjust' | 'waive'>, sourceKey: string, more: Partial<Entry>): Entry =>
  ({ ...still, ...common, kind, sourceKey, ...more })

export type AdjustmentAsked = {
  readonly points: number; readonly reason: string; readonly note: string; readonly saleId: SaleId | null; readonly countsForTier: boolean; readonly expiresOn: PlainDate | null
}
/**
 * A change by hand: whole points either way, with a reason, and only with a manager's slip for this very customer.
 * Refuses 'bad-input' and 'reason-needed' ('other' needs a note).
 */
export function adjustment(common: Common, sourceKey: string, asked: AdjustmentAsked, slip: Approval<'adjust-points'>, second: StaffId | null): Entry {
  if (!Number.isSafeInteger(asked.points) || asked.points === 0) throw new Refusal('bad-input', { field: 'points' })
  if (asked.reason === '' || (asked.reason === 'other' && asked.note.trim() === '')) throw new Refusal('reason-needed', { field: asked.reason === '' ? 'reason' : 'note' })
  const points = asked.points as Points
  const lots = points > 0 ? [{ originId: common.id, points, expiresOn: asked.expiresOn, earnedAt: common.at }] : []
  return {
    ...still, ...common, kind: 'adjust', sourceKey, points, lots, saleId: asked.saleId, reason: asked.reason, note: asked.note.trim(),
    tierPoints: asked.countsForTier ? points : nothing, approvedBy: slip.approvedBy,
    working: { kind: 'adjust', secondApprover: second, countsForTier: asked.countsForTier },
  }
}

/** A debt forgiven: exactly what brings the balance to zero. Refuses 'cannot-reverse' where nothing is owed. */
export function waiver(common: Common, sourceKey: string, balance: Points, reason: string, slip: Approval<'adjust-points'>): Entry {
  if (balance >= 0) throw new Refusal('cannot-reverse')
  if (reason.trim() === '') throw new Refusal('reason-needed', { field: 'reason' })
  const points = less(balance)
  return {
    ...still, ...common, kind: 'waive', sourceKey, points, reason: reason.trim(), approvedBy: slip.approvedBy,
    lots: [{ originId: common.id, points, expiresOn: null, earnedAt: common.at }], working: { kind: 'waive', owed: points },
  }
}

/** What one approver may still allow: at once, a day, and today. `doneToday` counts what they allowed today, both ways. */
export type Room = { readonly mostPerAct: number; readonly mostPerDay: number; readonly left: number }
export const roomOf = (doneToday: number, { mostPerAct, mostPerDay }: Omit<Room, 'left'>): Room => ({ mostPerAct, mostPerDay, left: Math.max(0, mostPerDay - doneToday) })

/** How far over the limits a change by hand goes, or null within them. */
export function overLimit(points: number, { mostPerAct, mostPerDay, left }: Room): { readonly limit: 'act' | 'day'; readonly most: number; readonly left: number } | null {
  const size = Math.abs(points)
  if (size > mostPerAct) return { limit: 'act', most: mostPerAct, left: mostPerAct }
  return size > left ? { limit: 'day', most: mostPerDay, left } : null
}

/** The same number of points the other way. */
export const less = (points: Points): Points => (0 - points) as Points
const above = (points: number): number => Math.max(0, points)

/**
 * Finds a row's place: what the balance becomes, which buckets it opens and draws. What is owed is filled first.
 * Refuses 'not-enough-points' where it would take more than there is and may not.
 */
export function place(entry: Entry, leave: Leave, before: { readonly balance: Points; readonly pending: Points }, ordered: readonly Lot[]): Placed {
  const lots = entry.lots.map((lot, at) => ({ ...lot, id: `${entry.id}.${at}` as LotId }))
  if (lots.reduce((sum, lot) => sum + lot.points, 0) !== above(entry.points)) throw new Error('the buckets of a row come to its points')
  const balanceAfter = (before.balance + entry.points) as Points
  const pendingAfter = (before.pending + entry.pending) as Points
  if (pendingAfter < 0) throw new Error('no more can wait than was earned')
  if (entry.points < 0 && balanceAfter < 0 && !leave.mayOwe) {
    throw new Refusal('not-enough-points', { balance: before.balance, asked: less(entry.points) })
  }
  const fillsDebt = Math.min(above(entry.points), above(less(before.balance))) as Points
  const own = lots.map((lot) => ({ ...lot, left: lot.points }))
  const { draws } = entry.points < 0 ? draw(ordered, less(entry.points)) : draw(own, fillsDebt)
  return { entry, balanceAfter, pendingAfter, lots, draws, owed: (above(balanceAfter) - above(before.balance)) as Points }
}
