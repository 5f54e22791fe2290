import type { Core } from '../context.ts'
import { accountOf } from '../loyalty/accounts.sql.ts'
import type { Earned, SoldLine } from '../loyalty/earn.ts'
import type { WhyNot } from '../loyalty/reward.ts'
import { pointsLines } from '../loyalty/sold.sql.ts'
import { openSaleOn } from '../sales/sales.sql.ts'
import type { Caller, Cents, ClaimId, Points, RewardId } from '../vocabulary.ts'
import { previewEarn } from './earn-points.ts'
import { poolBalance, poolOf } from './pool.ts'
import { priceSale, type PricedSale } from './price-cart.ts'
import { programIfOn } from './the-program.ts'

export type CartPoints = {
  /** What the cart earns if it is paid now; it cannot pay for this sale. Null where loyalty is off. */
  readonly earns: Points | null; readonly working: Earned | null; readonly member: boolean; readonly balance: Points; readonly balanceAfter: Points
  readonly rewards: readonly { readonly claimId: ClaimId; readonly rewardId: RewardId | null; readonly name: string; readonly points: Points; readonly cents: Cents }[]
  /** Chosen, but the cart has changed: why each counts for nothing now. It must be taken off before paying. */
  readonly refused: readonly { readonly claimId: ClaimId; readonly why: WhyNot }[]
}

/** Points of the open cart of this till: what it will earn, which rewards are on it, and the balance that leaves. */
export function cartPoints(core: Core, caller: Caller): CartPoints | null {
  const sale = openSaleOn(core.db, caller.registerId)
  if (!sale) return null
  const priced = priceSale(core, sale)
  const working = previewEarn(core, sale.customerId, soldLines(core, priced))
  const account = sale.customerId === null ? undefined : accountOf(core.db, sale.customerId)
  const now = programIfOn(core, core.now())
  const balance = account && now ? poolBalance(core, poolOf(core, account, now)) : (0 as Points)
  const earns = working?.points ?? null
  return {
    earns, working, member: account !== undefined, balance, balanceAfter: (balance - priced.rewards.points + (account ? (earns ?? 0) : 0)) as Points,
    rewards: priced.rewards.granted.map(({ claimId, reward, points, cents }) => ({ claimId, rewardId: reward?.id ?? null, name: reward?.name ?? '', points, cents })),
    refused: priced.rewards.refused,
  }
}

function soldLines(core: Core, { sale, totals }: PricedSale): SoldLine[] {
  const amounts = new Map(totals.lines.map((line) => [line.id, line]))
  return pointsLines(core.db, sale.id).filter(({ voided }) => voided === 0).map((line) => ({
    ...line, kind: 'item', netCents: amounts.get(line.lineId)?.netCents ?? (0 as Cents), taxCents: amounts.get(line.lineId)?.taxCents ?? (0 as Cents), pointsCents: 0 as Cents,
    earnsPoints: line.earnsPoints === 1, voided: false,
  }))
}
