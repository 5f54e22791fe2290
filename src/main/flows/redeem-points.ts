import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { accountOf, getAccount, noteVisit, personOf, type Account } from '../loyalty/accounts.sql.ts'
import { entry, less } from '../loyalty/ledger.ts'
import { redeemed, type Claim, type Granted, type PayableLine, type Redeemed } from '../loyalty/redeem.ts'
import { shared } from '../loyalty/share.ts'
import { isCartReward, pointsWhyNot, type Member, type Reward, type WhyNot } from '../loyalty/reward.ts'
import { asClaim, claimsOf, deleteClaim, deleteClaims, getReward, holdClaims, insertClaim, listRewards } from '../loyalty/rewards.sql.ts'
import { standingOf } from '../loyalty/tiers.sql.ts'
import type { Cents, ClaimId, CustomerId, Json, LineId, Points, RewardId, SaleId } from '../vocabulary.ts'
import { provePerson, type Proof } from './prove-person.ts'
import { lapseFor } from './expire-points.ts'
import { mayEarn } from './join-member.ts'
import { partsFrom, poolOf, spendableFrom, type Pool } from './pool.ts'
import { programIfOn, programNow, rowOf, theMember, type Desk, type Now } from './the-program.ts'
import { theShop } from './the-shop.ts'
import { writeEntry } from './write-entry.ts'

/** A member as rewards ask: what can be spent now, less what another sale is paying with at this moment. */
function memberNow(core: Core, account: Account, saleId: SaleId | null, { at, moment, program }: Now): Member {
  const { points: spendable, heldBy } = spendableFrom(core, poolOf(core, account, { program }), saleId, { at, moment, program })
  const tierNames = new Map(program.rules.tiers.levels.map(({ id, name }) => [id, name]))
  return { spendable, heldBy, tierId: standingOf(core.db, account.id, at)?.tierId ?? null, today: moment.day, tierNames }
}
const termsOf = (core: Core, { program }: Now) => ({ rules: program.rules, cashStepCents: theShop(core).cashStepCents })
const nothing: Redeemed = { granted: [], refused: [], points: 0 as Points, cents: 0 as Cents }

/**
 * What the rewards chosen for a cart come to on its lines (each after its own and the cart's discount). Pricing takes the parts off as a discount
 * before tax. What was chosen for another customer counts for nothing.
 */
export function rewardsOnSale(core: Core, sale: { readonly id: SaleId; readonly customerId: CustomerId | null }, lines: readonly PayableLine[]): Redeemed {
  const stored = claimsOf(core.db, sale.id)
  const now = stored.length > 0 && sale.customerId !== null ? programIfOn(core, core.now()) : null
  const account = now && accountOf(core.db, sale.customerId!)
  if (!now || !account) return nothing
  const claims = stored.filter(({ accountId }) => accountId === account.id).flatMap((each) => asClaim(core.db, each) ?? [])
  return redeemed(claims, lines, memberNow(core, account, sale.id, now), termsOf(core, now))
}

export type RewardView = { readonly reward: Reward; readonly cents: Cents; readonly why: WhyNot | null }
/** Every reward that is switched on, with what it would take off this cart or why it cannot be used. Without lines only the member is asked. */
export function rewardsFor(core: Core, customerId: CustomerId, saleId: SaleId | null, lines: readonly PayableLine[] | null): RewardView[] {
  const now = programNow(core)
  const member = memberNow(core, theMember(core, customerId), saleId, now)
  const chosen = saleId === null ? [] : claimsOf(core.db, saleId).flatMap((each) => asClaim(core.db, each) ?? [])
  return listRewards(core.db).filter(({ active }) => active).map((reward) => tryOn(reward, chosen, lines, member, core, now))
}

function tryOn(reward: Reward, chosen: readonly Claim[], lines: readonly PayableLine[] | null, member: Member, core: Core, now: Now): RewardView {
  const claim = { claimId: `try-${reward.id}` as ClaimId, reward, points: reward.points, lineId: null }
  if (lines === null) return { reward, cents: 0 as Cents, why: pointsWhyNot(reward.points, member) }
  const ahead = chosen.some((each) => isCartReward(each.reward)) && isCartReward(reward) ? chosen : chosen.filter((each) => !isCartReward(each.reward))
  const result = redeemed([...ahead, claim], lines, member, termsOf(core, now))
  const mine = result.granted.find(({ claimId }) => claimId === claim.claimId)
  return { reward, cents: mine?.cents ?? (0 as Cents), why: result.refused.find(({ claimId }) => claimId === claim.claimId)?.why ?? null }
}

export type ClaimAsked = {
  readonly saleId: SaleId; readonly customerId: CustomerId | null; readonly rewardId: RewardId | null; readonly points: Points | null; readonly lineId: LineId | null
  readonly proof: Proof | null; readonly lines: readonly PayableLine[]
}
/**
 * Chooses a reward, or points as payment (`rewardId` null), for an open cart. Nothing moves before the sale is paid. Refuses 'not-a-member',
 * 'reward-gone', 'reward-refused' with the reason, and above the shop's amount 'proof-needed' or 'proof-wrong'.
 */
export function claimReward(core: Core, desk: Desk & { staffId: NonNullable<Desk['staffId']> }, asked: ClaimAsked): ClaimId {
  if (asked.customerId === null) throw new Refusal('not-a-member')
  const now = programNow(core)
  const account = theMember(core, asked.customerId)
  const person = personOf(core.db, asked.customerId)
  if (!person || !mayEarn(core, person)) throw new Refusal('customer-inactive', { customerId: asked.customerId })
  for (const accountId of poolOf(core, account, now).accountIds) lapseFor(core, desk, accountId, now)
  const reward = asked.rewardId === null ? null : getReward(core.db, asked.rewardId)
  if (reward === undefined) throw new Refusal('reward-gone')
  const points = reward?.points ?? asked.points
  if (points === null || points <= 0) throw new Refusal('bad-input', { field: 'points' })
  const claim: Claim = { claimId: core.newId() as ClaimId, reward, points, lineId: asked.lineId }
  const mine = claimsOf(core.db, asked.saleId).filter(({ accountId }) => accountId === account.id).flatMap((each) => asClaim(core.db, each) ?? [])
  refuseIfNot(redeemed([...mine, claim], asked.lines, memberNow(core, account, asked.saleId, now), termsOf(core, now)))
  const spent = mine.reduce<number>((sum, each) => sum + each.points, points)
  const proof = provePerson(core, { account, person, points: spent, rules: now.program.rules, proof: asked.proof, desk })
  insertClaim(core.db, { claimId: claim.claimId, saleId: asked.saleId, accountId: account.id, rewardId: asked.rewardId, points, lineId: asked.lineId, proof, staffId: desk.staffId, at: now.at })
  return claim.claimId
}

function refuseIfNot(result: Redeemed): void {
  const [first] = result.refused
  if (first) throw new Refusal('reward-refused', first.why as unknown as Record<string, Json>)
}

/** Takes a chosen reward off again; its points were never moved. */
export const unclaimReward = (core: Core, saleId: SaleId, claimId: ClaimId): void => {
  if (deleteClaim(core.db, saleId, claimId) === 0) throw new Refusal('reward-gone')
}
/** The cart has another customer now, or none: what was chosen for the first falls away. */
export const dropClaims = (core: Core, saleId: SaleId): void => void deleteClaims(core.db, saleId)
/** Holds the points of a sale while money is being put to it; a tender taken back lets go of them. */
export const holdPoints = (core: Core, saleId: SaleId, held: boolean): void => void holdClaims(core.db, saleId, held)

/**
 * Spends the chosen rewards, in the transaction that completes the sale and before it earns: points of a sale never pay for that sale. `lines` are
 * those the price was made of. Refuses 'reward-refused' where the points have gone meanwhile: the sale must then be priced again.
 */
export function redeemForSale(core: Core, desk: Desk, sale: { readonly id: SaleId; readonly customerId: CustomerId | null }, lines: readonly PayableLine[]): Redeemed {
  if (claimsOf(core.db, sale.id).length === 0) return nothing
  const account = sale.customerId === null ? undefined : accountOf(core.db, sale.customerId)
  const now = programIfOn(core, core.now())
  if (account && now) for (const accountId of poolOf(core, account, now).accountIds) lapseFor(core, desk, accountId, now)
  const result = rewardsOnSale(core, sale, lines)
  refuseIfNot(result)
  if (account && now) for (const granted of result.granted) writeRedemption(core, desk, { account, now, saleId: sale.id, granted })
  deleteClaims(core.db, sale.id)
  return result
}

type Spending = { readonly account: Account; readonly now: Now; readonly saleId: SaleId; readonly granted: Granted }
function writeRedemption(core: Core, desk: Desk, { account, now, saleId, granted }: Spending): void {
  const pool = poolOf(core, account, now)
  if (pool.stay) writeShared(core, desk, { account, now, saleId, granted }, pool)
  else writeEntry(core, desk.registerId, entry(rowOf(core, desk, account, now), 'redeem', `redeem/${saleId}/${granted.claimId}`, { points: less(granted.points), saleId, valueCents: granted.cents, working: workingOf(granted) }))
  noteVisit(core.db, account.id, now.moment.day)
  core.emit('points-changed', { customerId: account.customerId, accountId: account.id })
}
const workingOf = ({ reward, cents, parts }: Granted, more: Record<string, Json> = {}): Json =>
  ({ kind: 'redeem', rewardId: reward?.id ?? null, name: reward?.name ?? '', what: reward?.what ?? { kind: 'points' }, cents, parts, ...more }) as unknown as Json

/** A household spends together: one row on each account that gives, the spender's own first, each with its share of the money. `also` marks all but the first. */
function writeShared(core: Core, desk: Desk, { account, now, saleId, granted }: Spending, pool: Pool): void {
  const parts = partsFrom(core, pool, granted.points)
  if (parts.reduce((sum, { points }) => sum + points, 0) < granted.points) throw new Refusal('reward-refused', { why: 'not-enough-points', needs: granted.points })
  const money = shared(granted.cents, parts.map(({ points }) => points))
  parts.forEach(({ accountId, points, lots }, at) => {
    const giver = getAccount(core.db, accountId)!
    const cents = (money[at] ?? 0) as Cents
    const working = workingOf({ ...granted, cents }, { spentBy: account.customerId, also: at > 0 })
    writeEntry(core, desk.registerId, entry(rowOf(core, desk, giver, now), 'redeem', `redeem/${saleId}/${granted.claimId}${at > 0 ? `/${accountId}` : ''}`, { points: less(points), saleId, valueCents: cents, working }), { preferred: null, mayOwe: false, only: lots })
    if (at > 0) core.emit('points-changed', { customerId: giver.customerId, accountId })
  })
}
