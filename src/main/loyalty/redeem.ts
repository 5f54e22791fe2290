import type { CategoryId, Cents, ClaimId, ItemId, LineId, Milli, Points } from '../vocabulary.ts'
import { shared } from './share.ts'
import type { Rules } from './program.ts'
import type { RewardPart } from './reverse.ts'
import { isCartReward, memberWhyNot, pointsWhyNot, type Member, type Reward, type WhyNot } from './reward.ts'

/** A line that points may pay for: after its own and the cart's discount, before any reward. */
export type PayableLine = {
  readonly lineId: LineId; readonly itemId: ItemId | null; readonly categoryId: CategoryId | null; readonly quantityMilli: Milli; readonly netCents: Cents
}
/** What the cashier chose for this sale: a reward, or (reward null) points as payment at the programme's rate. */
export type Claim = { readonly claimId: ClaimId; readonly reward: Reward | null; readonly points: Points; readonly lineId: LineId | null }
export type Granted = { readonly claimId: ClaimId; readonly reward: Reward | null; readonly points: Points; readonly cents: Cents; readonly parts: readonly RewardPart[] }
export type Redeemed = { readonly granted: readonly Granted[]; readonly refused: readonly { readonly claimId: ClaimId; readonly why: WhyNot }[]; readonly points: Points; readonly cents: Cents }
type Terms = { readonly rules: Rules; readonly cashStepCents: Cents }

/** What points are worth as payment: rounded down to the smallest coin. */
export const worthOf = (points: number, { rules, cashStepCents }: Terms): Cents =>
  (Math.floor(Math.floor((points * rules.redemption.cents) / rules.redemption.points) / cashStepCents) * cashStepCents) as Cents

const mayPay = (line: PayableLine, { redemption }: Rules): boolean =>
  line.netCents > 0 && !(line.itemId !== null && redemption.excludedItemIds.includes(line.itemId))
  && !(line.categoryId !== null && redemption.excludedCategoryIds.includes(line.categoryId))
const named = (line: PayableLine, what: { readonly itemIds?: readonly ItemId[]; readonly categoryIds: readonly CategoryId[] }): boolean =>
  (line.itemId !== null && (what.itemIds ?? []).includes(line.itemId)) || (line.categoryId !== null && what.categoryIds.includes(line.categoryId))
const worth = (lines: readonly PayableLine[]): Cents => lines.reduce((total, { netCents }) => total + netCents, 0) as Cents

type Found = { readonly cents: Cents; readonly parts: readonly RewardPart[] } | WhyNot
const refused = (found: Found): found is WhyNot => 'why' in found

const spread = (lines: readonly PayableLine[], cents: Cents): Found =>
  ({ cents, parts: shared(cents, lines.map(({ netCents }) => netCents)).flatMap((part, at) => (part > 0 ? [partOf(lines[at]!, part)] : [])) })
const partOf = ({ lineId, quantityMilli }: PayableLine, cents: number): RewardPart => ({ lineId, cents, quantityMilli })

/** One piece of the dearest line the reward names: the customer's choice is worth the most it can be. */
function freePiece(lines: readonly PayableLine[], claim: Claim, what: Extract<Reward['what'], { kind: 'product' }>, room: Cents): Found {
  const priceOf = ({ netCents, quantityMilli }: PayableLine) => Math.floor((netCents * Math.min(1_000, quantityMilli)) / quantityMilli)
  const open = lines.filter((line) => named(line, what) && (claim.lineId === null || line.lineId === claim.lineId))
  const best = open.toSorted((a, b) => priceOf(b) - priceOf(a))[0]
  if (!best) return { why: 'add-item', itemIds: what.itemIds, categoryIds: what.categoryIds }
  const cents = Math.min(priceOf(best), what.mostCents ?? Infinity) as Cents
  return cents > room ? { why: 'above-share', mostCents: room, mostPoints: 0 as Points } : { cents, parts: [partOf(best, cents)] }
}

function percentOff(lines: readonly PayableLine[], what: Extract<Reward['what'], { kind: 'percent' }>, room: Cents): Found {
  const on = what.categoryIds.length === 0 ? lines : lines.filter((line) => named(line, what))
  if (on.length === 0) return what.categoryIds.length === 0 ? { why: 'nothing-eligible' } : { why: 'add-item', itemIds: [], categoryIds: what.categoryIds }
  return spread(on, Math.min(Math.floor((worth(on) * what.ppm) / 1_000_000), what.mostCents ?? Infinity, room) as Cents)
}

function moneyOff(lines: readonly PayableLine[], cents: Cents, room: Cents): Found {
  if (lines.length === 0) return { why: 'nothing-eligible' }
  if (cents > worth(lines)) return { why: 'spend-more', cents: (cents - worth(lines)) as Cents }
  return cents > room ? { why: 'above-share', mostCents: room, mostPoints: 0 as Points } : spread(lines, cents)
}

function pointsOff(lines: readonly PayableLine[], points: Points, room: Cents, terms: Terms): Found {
  const { minimum, step } = terms.rules.redemption
  if (points < minimum) return { why: 'below-minimum', minimum: minimum as Points }
  if (points % step !== 0) return { why: 'wrong-step', step: step as Points }
  if (lines.length === 0) return { why: 'nothing-eligible' }
  const cents = worthOf(points, terms)
  return cents > room ? { why: 'above-share', mostCents: room, mostPoints: mostPointsFor(room, terms) } : spread(lines, cents)
}

/** The most points that may go to a sale with that much room, in whole steps. */
export function mostPointsFor(room: Cents, { rules }: Terms): Points {
  const { points, cents, step } = rules.redemption
  return (Math.floor(Math.floor((room * points) / cents) / step) * step) as Points
}

function grant(claim: Claim, lines: readonly PayableLine[], room: Cents, terms: Terms): Found {
  const { reward } = claim
  if (reward === null) return pointsOff(lines, claim.points, room, terms)
  if (worth(lines) < reward.minimumSpendCents) return { why: 'spend-more', cents: (reward.minimumSpendCents - worth(lines)) as Cents }
  if (reward.what.kind === 'product') return freePiece(lines, claim, reward.what, room)
  return reward.what.kind === 'percent' ? percentOff(lines, reward.what, room) : moneyOff(lines, reward.what.cents, room)
}

const lessParts = (lines: readonly PayableLine[], parts: readonly RewardPart[]): PayableLine[] =>
  lines.map((line) => ({ ...line, netCents: (line.netCents - parts.reduce((sum, part) => sum + (part.lineId === line.lineId ? part.cents : 0), 0)) as Cents }))

/**
 * What the chosen rewards come to on these lines, item rewards before the cart's one. Each is granted whole or refused with its reason;
 * together they never cost more points than there are, nor pay more than the programme's share of the sale.
 */
export function redeemed(claims: readonly Claim[], lines: readonly PayableLine[], member: Member, terms: Terms): Redeemed {
  const granted: Granted[] = []
  const refusals: { claimId: ClaimId; why: WhyNot }[] = []
  let open = lines.filter((line) => mayPay(line, terms.rules))
  let room = Math.floor((worth(open) * terms.rules.redemption.mostSharePpm) / 1_000_000)
  let spendable: number = member.spendable
  for (const claim of inOrderOfWork(claims)) {
    const payer = { ...member, spendable: spendable as Points }
    const why = granted.some(({ reward }) => isCartReward(reward)) && isCartReward(claim.reward) ? { why: 'one-cart-reward' as const }
      : claim.reward ? memberWhyNot(claim.reward, payer) : pointsWhyNot(claim.points, payer)
    const found = why ?? grant(claim, open.filter(({ netCents }) => netCents > 0), room as Cents, terms)
    if (refused(found)) {
      refusals.push({ claimId: claim.claimId, why: found })
      continue
    }
    granted.push({ claimId: claim.claimId, reward: claim.reward, points: claim.points, ...found })
    open = lessParts(open, found.parts)
    room -= found.cents
    spendable -= claim.points
  }
  return { granted, refused: refusals, points: total(granted, 'points') as Points, cents: total(granted, 'cents') as Cents }
}

const total = (granted: readonly Granted[], of: 'points' | 'cents'): number => granted.reduce((sum, each) => sum + each[of], 0)
const inOrderOfWork = (claims: readonly Claim[]): Claim[] => claims.toSorted((a, b) => Number(isCartReward(a.reward)) - Number(isCartReward(b.reward)))
