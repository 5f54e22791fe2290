import type { EntryId, Instant, LotId, PlainDate, Points } from '../vocabulary.ts'
import { later } from './calendar.ts'

/** A bucket of points that lapse together. `originId` is the row that first brought them, however often they were spent and returned. */
export type Lot = { readonly id: LotId; readonly originId: EntryId; readonly left: Points; readonly expiresOn: PlainDate | null; readonly earnedAt: Instant }
export type NewLot = { readonly originId: EntryId; readonly points: Points; readonly expiresOn: PlainDate | null; readonly earnedAt: Instant }
export type Draw = { readonly lotId: LotId; readonly points: Points }
/** A draw of long ago, with what is needed to put it back. */
export type PastDraw = NewLot & { readonly lotId: LotId }

const never = '9999-12-31'
const byExpiry = (a: Lot, b: Lot): number =>
  (a.expiresOn ?? never).localeCompare(b.expiresOn ?? never) || a.earnedAt.localeCompare(b.earnedAt) || a.id.localeCompare(b.id)

/** The order of spending: nearest expiry first, of equals the oldest, what never expires last. `preferred` origin before all others. */
export const inOrder = (lots: readonly Lot[], preferred: EntryId | null = null): Lot[] =>
  lots.toSorted((a, b) => Number(b.originId === preferred) - Number(a.originId === preferred) || byExpiry(a, b))

/** Takes points out of lots in the order given. `short` is what no lot could cover: it becomes points owed. */
export function draw(ordered: readonly Lot[], points: Points): { readonly draws: readonly Draw[]; readonly short: Points } {
  const draws: Draw[] = []
  let open: number = points
  for (const { id, left } of ordered) {
    if (open === 0) break
    const taken = Math.min(open, left) as Points
    if (taken > 0) draws.push({ lotId: id, points: taken })
    open -= taken
  }
  return { draws, short: open as Points }
}

const lotOf = ({ originId, expiresOn, earnedAt }: PastDraw, points: Points, atLeast: PlainDate | null): NewLot =>
  ({ originId, points, earnedAt, expiresOn: expiresOn && atLeast ? later(expiresOn, atLeast) : expiresOn })

/**
 * Puts drawn points back with their old expiry, but at least until `atLeast` (null keeps it as it was). What was drawn last comes back first;
 * `already` were put back before. What the draws do not cover (spent while the balance was unknown) is answered as `uncovered`.
 */
export function putBack(past: readonly PastDraw[], points: Points, already: Points, atLeast: PlainDate | null): { readonly lots: readonly NewLot[]; readonly uncovered: Points } {
  const lots: NewLot[] = []
  let skip: number = already
  let open: number = points
  for (const one of past.toReversed()) {
    const skipped = Math.min(skip, one.points)
    skip -= skipped
    const back = Math.min(open, one.points - skipped) as Points
    if (back > 0) lots.push(lotOf(one, back, atLeast))
    open -= back
  }
  return { lots, uncovered: open as Points }
}

export type ExpiringPart = { readonly points: Points; readonly expiresOn: PlainDate | null }
/** What lapses when, nearest first, one part per day: what pill, receipt and profile put into words. */
export function expiryParts(lots: readonly ExpiringPart[]): ExpiringPart[] {
  const days = new Map<string, number>()
  for (const { points, expiresOn } of lots) days.set(expiresOn ?? never, (days.get(expiresOn ?? never) ?? 0) + points)
  return [...days].toSorted(([a], [b]) => a.localeCompare(b))
    .map(([day, points]) => ({ points: points as Points, expiresOn: day === never ? null : (day as PlainDate) }))
}
