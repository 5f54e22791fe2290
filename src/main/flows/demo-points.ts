import type { Core } from '../context.ts'
import { accountOf } from '../loyalty/accounts.sql.ts'
import { listCards } from '../loyalty/cards.sql.ts'
import { balanceOf } from '../loyalty/ledger.sql.ts'
import { redeemed, type Claim, type PayableLine, type Redeemed } from '../loyalty/redeem.ts'
import type { Reward } from '../loyalty/reward.ts'
import { insertClaim } from '../loyalty/rewards.sql.ts'
import { standingOf } from '../loyalty/tiers.sql.ts'
import { demoClub } from '../shop/demo-club.ts'
import type { DemoPerson } from '../shop/demo-people.ts'
import type { DemoSale } from '../shop/demo-sales.ts'
import { approvalLifeMs } from '../staff/approval.ts'
import { insertTicket } from '../staff/approvals.sql.ts'
import type { ApprovalId, Caller, ClaimId, CustomerId, Instant, Points, RequestId, SaleId, StaffId } from '../vocabulary.ts'
import { adjustPoints, adjustTarget } from './adjust-points.ts'
import { assignCard } from './assign-card.ts'
import type { Stocked } from './demo-stock.ts'
import { earnForSale } from './earn-points.ts'
import { lapseFor, runLoyalty } from './expire-points.ts'
import { joinMember } from './join-member.ts'
import { changeDemoClub, openDemoClub } from './open-demo-club.ts'
import { redeemForSale } from './redeem-points.ts'
import { programIfOn } from './the-program.ts'
import { theShop } from './the-shop.ts'

export type DemoPeople = { readonly owner: Caller; readonly manager: Caller; readonly cashier: Caller; readonly stock: readonly Stocked[]; readonly people: readonly DemoPerson[]; readonly now: number }
/** What was chosen for a made-up sale: it stands with its price, and its points move once the sale is written. */
export type DemoReward = { readonly claim: Claim; readonly result: Redeemed; readonly payable: readonly PayableLine[] }
export type DemoSettled = { readonly saleId: SaleId; readonly staffId: StaffId; readonly customerId: CustomerId; readonly person: number; readonly reward: DemoReward | null }
export type DemoPoints = {
  /** Time goes on to this sale: the club opens, its rules change, points lapse. */
  readonly reach: (at: number) => void
  readonly choose: (sale: DemoSale, customerId: CustomerId | null, payable: readonly PayableLine[]) => DemoReward | null
  readonly settle: (sold: DemoSettled, at: number) => void
}

const dayMs = 86_400_000
const iso = (at: number): Instant => new Date(at).toISOString() as Instant
const oneRewardInSales = 3
/** A week of waiting points and birthdays is caught up in one go. */
const daysBetweenRuns = 7

/** The club of the made-up shop, written by the same flows as at a till, each at its own time; nobody listens meanwhile. */
export function demoPoints(core: Core, people: DemoPeople): DemoPoints {
  const isInClub = (person: number) => people.people[person]?.wholesale === false && (person * 7_919) % 10 < demoClub.shareOfTen
  const then = (at: number): Core => ({ ...core, now: () => iso(at), emit: () => undefined })
  let rewards: readonly Reward[] = []
  let [changed, nextRun, sales] = [false, 0, 0]
  const began = people.now - demoClub.startedDaysAgo * dayMs
  const reach = (at: number) => {
    if (at < began) return
    if (rewards.length === 0) rewards = openDemoClub(then(at), people.owner, people.stock)
    if (!changed && at >= people.now - demoClub.changedDaysAgo * dayMs) changeDemoClub(then(at), people.owner, people.stock)
    changed ||= at >= people.now - demoClub.changedDaysAgo * dayMs
    if (at < nextRun) return
    runLoyalty(then(at))
    nextRun = at + daysBetweenRuns * dayMs
  }
  const choose = ({ at, person }: DemoSale, customerId: CustomerId | null, payable: readonly PayableLine[]) =>
    rewards.length > 0 && person !== null && customerId !== null && isInClub(person) && sales % oneRewardInSales === 0 ? chosen(then(at), people, { customerId, payable, rewards }) : null
  const settle = (sold: DemoSettled, at: number) => {
    if (rewards.length === 0 || !isInClub(sold.person)) return
    sales += 1
    settleSale(then(at), people, sold)
    if (sales % demoClub.oneChangeInSales === 0) changeByHand(then(at + dayMs / 24), people, sold.customerId, sales / demoClub.oneChangeInSales)
  }
  return { reach, choose, settle }
}

type Choice = { readonly customerId: CustomerId; readonly payable: readonly PayableLine[]; readonly rewards: readonly Reward[] }
/** The first reward that this member can pay for on these lines. */
function chosen(core: Core, people: DemoPeople, { customerId, payable, rewards }: Choice): DemoReward | null {
  const account = accountOf(core.db, customerId)
  const now = account && programIfOn(core, core.now())
  if (!account || !now) return null
  lapseFor(core, people.cashier, account.id, now)
  const spendable = balanceOf(core.db, account.id).balance
  const member = { spendable, tierId: standingOf(core.db, account.id, now.at)?.tierId ?? null, today: now.moment.day, tierNames: new Map() }
  for (const reward of rewards.filter(({ points }) => points <= spendable)) {
    const claim: Claim = { claimId: core.newId() as ClaimId, reward, points: reward.points, lineId: null }
    const result = redeemed([claim], payable, member, { rules: now.program.rules, cashStepCents: theShop(core).cashStepCents })
    if (result.granted.length > 0) return { claim, result, payable }
  }
  return null
}

function settleSale(core: Core, { cashier }: DemoPeople, { saleId, staffId, customerId, person, reward }: DemoSettled): void {
  const desk = { ...cashier, staffId }
  if (!accountOf(core.db, customerId)) {
    joinMember(core, desk, customerId)
    if (person % demoClub.oneCardInMembers === 0) giveCard(core, desk, customerId)
  }
  const account = accountOf(core.db, customerId)
  if (reward && account) {
    const { claim, payable } = reward
    insertClaim(core.db, { claimId: claim.claimId, saleId, accountId: account.id, rewardId: claim.reward?.id ?? null, points: claim.points, lineId: null, proof: '', staffId, at: core.now() })
    redeemForSale(core, desk, { id: saleId, customerId }, payable)
  }
  earnForSale(core, desk, saleId)
}

function giveCard(core: Core, desk: Caller, customerId: CustomerId): void {
  const [card] = listCards(core.db, { which: 'unassigned', after: '', most: 1 })
  if (card) assignCard(core, desk, { requestId: core.newId() as RequestId, code: card.code, customerId, takeUnknown: false })
}

/** The cashier asks, the manager signs: as at the till, but that nobody types the PIN. */
function changeByHand(core: Core, { cashier, manager }: DemoPeople, customerId: CustomerId, turn: number): void {
  const { points, reason, note } = demoClub.changes[turn % demoClub.changes.length] ?? demoClub.changes[0]
  const direction = points > 0 ? 'add' : 'remove'
  const account = accountOf(core.db, customerId)
  if (!account || balanceOf(core.db, account.id).balance + points < 0) return
  const at = core.now()
  const approvalId = core.newId() as ApprovalId
  const expiresAt = iso(Date.parse(at) + approvalLifeMs)
  insertTicket(core.db, {
    id: approvalId, right: 'adjust-points', target: adjustTarget(direction, customerId), registerId: cashier.registerId, requestedBy: cashier.staffId, approvedBy: manager.staffId, expiresAt, usedAt: null,
  }, at)
  adjustPoints(core, cashier, {
    requestId: core.newId() as RequestId, customerId, direction, points: Math.abs(points) as Points, reason, note, saleId: null, countsForTier: false, expires: 'as-rules', approvalId, secondApprovalId: null,
  })
}
