import type { Core } from '../context.ts'
import type { EarnWorking } from '../loyalty/explain.ts'
import { returnedAtLeast } from '../loyalty/expiry.ts'
import { entry, less } from '../loyalty/ledger.ts'
import { against, entriesOfSale, type Stored } from '../loyalty/ledger.sql.ts'
import { putBack, type NewLot } from '../loyalty/lots.ts'
import { drawsOf, expiredOf } from '../loyalty/lots.sql.ts'
import { livingAccount } from '../loyalty/accounts.sql.ts'
import { shouldHaveEarned, shouldHaveReturned, toReverse, type Returned, type RewardPart } from '../loyalty/reverse.ts'
import { pointsLines, pointsRefund, pointsSale, refundedNet } from '../loyalty/sold.sql.ts'
import type { Cents, CustomerId, EntryId, Instant, Json, PlainDate, Points, RefundId, SaleId, StaffId } from '../vocabulary.ts'
import { programNowOrThen, rowOf, type Desk } from './the-program.ts'
import { writeEntry } from './write-entry.ts'

export type RedeemWorking = { readonly kind: 'redeem'; readonly rewardId: string | null; readonly name: string; readonly cents: number; readonly parts: readonly RewardPart[] }
/** What came back, and how it is written down. */
type Back = {
  /** 'moved': the sale belongs to someone else now, named in `to`. */
  readonly kind: 'reverse' | 'void' | 'moved'; readonly to?: CustomerId; readonly key: string; readonly saleId: SaleId; readonly refundId: RefundId | null; readonly returned: Returned
  readonly netCents: Cents; readonly reason: string; readonly approvedBy: StaffId | null
}

/**
 * Points of a refund, to be called in its transaction once its lines are written: what the lines earned goes back by the stored fractions,
 * what was redeemed on them returns. Each refund does so once.
 */
export function reverseForRefund(core: Core, desk: Desk, { saleId, refundId }: { readonly saleId: SaleId; readonly refundId: RefundId }): void {
  const refund = pointsRefund(core.db, refundId)
  if (!refund) return
  takeBack(core, desk, { kind: 'reverse', key: refundId, saleId, refundId, returned: returnedOf(core, saleId), ...refund })
}

/** Points of a voided sale: everything back, both ways. To be called in the transaction of the void. */
export function reverseForVoid(core: Core, desk: Desk, { saleId, reason, approvedBy }: { readonly saleId: SaleId; readonly reason: string; readonly approvedBy: StaffId | null }): void {
  const sale = pointsSale(core.db, saleId)
  if (!sale) return
  takeBack(core, desk, { kind: 'void', key: `void-${saleId}`, saleId, refundId: null, returned: everyLine(core, saleId), netCents: sale.netCents, reason, approvedBy })
}

/** A customer attached after goods had come back earns for what stayed. Answers how many points that took back. */
export function reverseForEarlierRefunds(core: Core, desk: Desk, saleId: SaleId): Points {
  const returned = returnedOf(core, saleId)
  if (returned.size === 0) return 0 as Points
  return takeBack(core, desk, { kind: 'reverse', key: `before-${saleId}`, saleId, refundId: null, returned, netCents: refundedNet(core.db, saleId), reason: '', approvedBy: null }).taken
}

export type Moving = { readonly saleId: SaleId; readonly moveId: string; readonly to: CustomerId; readonly approvedBy: StaffId }
/** A sale that is moved to another customer: all that is left of what it earned goes back, and what has expired meanwhile is told. */
export const reverseForMove = (core: Core, desk: Desk, { saleId, moveId, to, approvedBy }: Moving): TakenBack =>
  takeBack(core, desk, { kind: 'moved', to, key: moveId, saleId, refundId: null, returned: everyLine(core, saleId), netCents: 0 as Cents, reason: 'sale-moved', approvedBy })
/** What a redemption still costs after what came back of it. */
export const spentOnSale = (core: Core, redemption: Stored): Points =>
  (0 - redemption.points - sumOf(against(core.db, redemption.id).filter(isBack), 'points')) as Points

const returnedOf = (core: Core, saleId: SaleId): Returned =>
  new Map(pointsLines(core.db, saleId).filter(({ returnedMilli }) => returnedMilli > 0).map(({ lineId, returnedMilli }) => [lineId, returnedMilli]))

type GoodsBack = Back & { readonly kind: 'reverse' | 'void' }
const isReturn = (back: Back): back is GoodsBack => back.kind !== 'moved'
const everyLine = (core: Core, saleId: SaleId): Returned => new Map(pointsLines(core.db, saleId).map(({ lineId, quantityMilli }) => [lineId, quantityMilli]))

export type TakenBack = { readonly taken: Points; readonly missing: Points }
function takeBack(core: Core, desk: Desk, back: Back): TakenBack {
  if (isReturn(back)) for (const redemption of entriesOfSale(core.db, back.saleId, 'redeem')) returnRedeemed(core, desk, redemption, back)
  const all = { taken: 0, missing: 0 }
  for (const earning of entriesOfSale(core.db, back.saleId, 'earn')) {
    const { taken, missing } = reverseEarned(core, desk, earning, back)
    all.taken += taken
    all.missing += missing
  }
  return all as TakenBack
}

const sumOf = (rows: readonly Stored[], of: 'points' | 'pending' | 'valueCents' | 'saleCents'): number => rows.reduce((sum, row) => sum + row[of], 0)
const isBack = ({ kind }: Stored): boolean => kind === 'reverse' || kind === 'void'

/** Where points of a sale stand now: what one row earned, and what was taken back of it. */
function earnedState(core: Core, earning: Stored, earlier: readonly Stored[], back: Back) {
  const working = earning.working as unknown as EarnWorking
  const shouldHave = shouldHaveEarned(working.lines, back.returned, working.rounding)
  return {
    earned: (earning.points + earning.pending) as Points, shouldHave, reversed: (0 - sumOf(earlier, 'points') - sumOf(earlier, 'pending')) as Points,
    notRecovered: earlier.reduce((sum, { working: facts }) => sum + ((facts as { notRecovered?: number }).notRecovered ?? 0), 0) as Points,
    expired: expiredOf(core.db, earning.id),
  }
}
const nobodyLeft: TakenBack = { taken: 0 as Points, missing: 0 as Points }
/** What was moved to another customer stays with them: later refunds take back there. */
const wasMoved = (rows: readonly Stored[]): boolean => rows.some(({ working }) => (working as { kind?: string } | null)?.kind === 'moved')

function reverseEarned(core: Core, desk: Desk, earning: Stored, back: Back): TakenBack {
  const account = livingAccount(core.db, earning.accountId)
  const all = against(core.db, earning.id)
  if (!account || wasMoved(all)) return nobodyLeft
  const earlier = all.filter(isBack)
  const state = earnedState(core, earning, earlier, back)
  const { points, notRecovered } = toReverse(state)
  const fromPending = Math.min(points, earning.pending + sumOf(all, 'pending')) as Points
  const fromBalance = (points - fromPending) as Points
  const now = programNowOrThen(core, earning)
  const wasVisit = back.kind !== 'reverse'
  const netCents = back.kind === 'moved' ? earning.saleCents + sumOf(earlier, 'saleCents') : back.netCents
  const kind = back.kind === 'moved' ? 'reverse' : back.kind
  const { fresh } = writeEntry(core, desk.registerId, entry({ ...rowOf(core, desk, account, now), ruleVersion: earning.ruleVersion }, kind, `${back.kind}/${back.key}/${earning.id}`, {
    points: less(fromBalance), pending: less(fromPending), saleId: back.saleId, refundId: back.refundId, reversesId: earning.id, reason: back.reason, approvedBy: back.approvedBy,
    tierPoints: less(points), saleCents: (0 - netCents) as Cents, newVisits: wasVisit ? 0 - earning.newVisits : 0, repeatVisits: wasVisit ? 0 - earning.repeatVisits : 0,
    working: { kind: back.kind, earned: state.earned, shouldHave: state.shouldHave, reversedBefore: state.reversed, notRecovered, expired: state.expired, ...(back.to ? { to: back.to } : {}) },
  }), { preferred: earning.id, mayOwe: true })
  if (fresh) core.emit('points-changed', { customerId: account.customerId, accountId: account.id })
  return { taken: points, missing: notRecovered }
}

function returnRedeemed(core: Core, desk: Desk, redemption: Stored, back: GoodsBack): void {
  const account = livingAccount(core.db, redemption.accountId)
  const working = redemption.working as unknown as RedeemWorking
  const earlier = against(core.db, redemption.id).filter(isBack)
  const already = sumOf(earlier, 'points') as Points
  const inAll = back.kind === 'void' ? less(redemption.points) : shouldHaveReturned(less(redemption.points), working.parts, back.returned)
  const points = (inAll - already) as Points
  if (!account || points <= 0) return
  const now = programNowOrThen(core, redemption)
  const common = { ...rowOf(core, desk, account, now), ruleVersion: redemption.ruleVersion }
  const lots = lotsBack(core, redemption, { points, already, atLeast: returnedAtLeast(now.program.rules, now.moment.day) }, common)
  const valueBack = Math.round((redemption.valueCents * inAll) / less(redemption.points)) + sumOf(earlier, 'valueCents')
  writeEntry(core, desk.registerId, entry(common, back.kind, `${back.kind}/${back.key}/${redemption.id}`, {
    points, saleId: back.saleId, refundId: back.refundId, reversesId: redemption.id, reason: back.reason, approvedBy: back.approvedBy, valueCents: (0 - valueBack) as Cents,
    lots, working: { kind: back.kind, redeemed: less(redemption.points), returnedBefore: already, name: working.name } as Json,
  }))
  core.emit('points-changed', { customerId: account.customerId, accountId: account.id })
}

type PutBack = { readonly points: Points; readonly already: Points; readonly atLeast: PlainDate | null }
/** The buckets a row drew, opened again. Points it spent beyond any bucket come back as new ones. */
export function lotsBack(core: Core, row: Stored, { points, already, atLeast }: PutBack, common: { readonly id: EntryId; readonly at: Instant }): readonly NewLot[] {
  const { lots, uncovered } = putBack(drawsOf(core.db, row.id), points, already, atLeast)
  return uncovered > 0 ? [...lots, { originId: common.id, points: uncovered, expiresOn: atLeast, earnedAt: common.at }] : lots
}
