import type { Core } from '../context.ts'
import type { ExpiringPart } from '../loyalty/lots.ts'
import { rowsOfSale } from '../loyalty/shown.sql.ts'
import type { Cents, CustomerId, PlainDate, Points, RefundId, SaleId } from '../vocabulary.ts'
import { memberPoints } from './member-points.ts'
import { programIfOn } from './the-program.ts'

/** What a finished sale, or one of its refunds, did to someone's points. On a refund `earned` is what went back and `spent` what returned, both as below zero. */
export type PointsOnSale = {
  readonly customerId: CustomerId; readonly earned: Points; readonly spent: Points
  /** Where the earned points wait: until when. */
  readonly pendingUntil: PlainDate | null
  /** As it was right after; and what expires next, while nothing has moved since. */
  readonly balance: Points; readonly next: ExpiringPart | null
  readonly rewards: readonly { readonly name: string; readonly cents: Cents }[]
}

/** Null where nobody's points moved. */
export function pointsOnSale(core: Core, saleId: SaleId, refundId: RefundId | null): PointsOnSale | null {
  const rows = rowsOfSale(core.db, saleId).filter((row) => (refundId === null ? row.kind === row.origin : row.refundId === refundId))
  const last = rows.at(-1)
  if (!last) return null
  const sum = (origin: 'earn' | 'redeem'): number => rows.filter((row) => row.origin === origin).reduce((all, row) => all + row.points + row.pending, 0)
  return {
    customerId: last.customerId, earned: sum('earn') as Points, spent: (0 - sum('redeem')) as Points, balance: last.balanceAfter,
    pendingUntil: rows.find(({ pendingUntil, pending }) => pendingUntil !== null && pending > 0)?.pendingUntil ?? null, next: nextOf(core, last.customerId, last.balanceAfter),
    rewards: rewardsIn(rows),
  }
}

/** A reward that a household paid together stands in several rows, and is told as one. */
function rewardsIn(rows: ReturnType<typeof rowsOfSale>): PointsOnSale['rewards'] {
  const told: { name: string; cents: Cents }[] = []
  for (const { kind, also, rewardName, valueCents } of rows) {
    const last = told.at(-1)
    if (kind !== 'redeem') continue
    if (also === 1 && last) last.cents = (last.cents + valueCents) as Cents
    else told.push({ name: rewardName ?? '', cents: valueCents })
  }
  return told
}

function nextOf(core: Core, customerId: CustomerId, balance: Points): ExpiringPart | null {
  if (!programIfOn(core, core.now())) return null
  const member = memberPoints(core, customerId)
  return member.member && member.balance === balance ? (member.expiring.find(({ expiresOn }) => expiresOn !== null) ?? null) : null
}
