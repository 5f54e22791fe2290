import type { Core } from '../context.ts'
import { accountOf, type Account } from '../loyalty/accounts.sql.ts'
import { cardsOf } from '../loyalty/cards.sql.ts'
import { lastDayToVisit } from '../loyalty/expiry.ts'
import type { HouseholdRole } from '../loyalty/households.ts'
import { balanceOf, waitingOf } from '../loyalty/ledger.sql.ts'
import type { ExpiringPart } from '../loyalty/lots.ts'
import { partsOf } from '../loyalty/lots.sql.ts'
import { standingOf } from '../loyalty/tiers.sql.ts'
import type { AccountId, CustomerId, Instant, PlainDate, Points, TierId } from '../vocabulary.ts'
import { poolBalance, poolOf, scoreOf, spendableFrom } from './pool.ts'
import { programNow, type Now } from './the-program.ts'

export type TierView = {
  readonly id: TierId | null; readonly name: string | null; readonly since: PlainDate | null; readonly reviewOn: PlainDate | null; readonly dropsOn: PlainDate | null
  readonly score: number; readonly next: { readonly name: string; readonly needs: number } | null
}
/** Everything the pill, the sheet and the Loyalty tab show of one customer. `balance` below zero is what they owe. */
export type MemberPoints =
  | { readonly member: false; readonly joining: 'asked' | 'automatic' }
  | {
    readonly member: true; readonly accountId: AccountId; readonly joinedAt: Instant; readonly balance: Points; readonly spendable: Points
    readonly pending: Points; readonly waiting: readonly { readonly points: Points; readonly postOn: PlainDate }[]
    readonly expiring: readonly ExpiringPart[]; readonly tier: TierView | null; readonly cards: number; readonly asOf: Instant
    /** The points they share, where they share them; `balance` stays what is left of their own. */
    readonly household: { readonly name: string; readonly role: HouseholdRole; readonly members: number; readonly balance: Points } | null
  }

const mostParts = 50

/** A customer's points with what expires when, in full: the parts come to the balance. */
export function memberPoints(core: Core, customerId: CustomerId): MemberPoints {
  const now = programNow(core)
  const account = accountOf(core.db, customerId)
  if (!account) return { member: false, joining: now.program.rules.joining }
  const { balance, pending } = balanceOf(core.db, account.id)
  const pool = poolOf(core, account, now)
  const lastDay = lastDayToVisit(now.program.rules, account.lastVisitDay)
  return {
    member: true, accountId: account.id, joinedAt: account.joinedAt, balance, pending, waiting: waitingOf(core.db, account.id), asOf: now.at,
    spendable: Math.max(0, spendableFrom(core, pool, null, now).points) as Points,
    household: pool.stay ? { name: pool.stay.householdName, role: pool.stay.role, members: pool.stays.length, balance: poolBalance(core, pool) } : null,
    expiring: partsOf(core.db, account.id, mostParts).map((part) => ({ ...part, expiresOn: soonest(part.expiresOn, lastDay) })),
    tier: tierView(core, account, now), cards: cardsOf(core.db, account.id).filter(({ state }) => state === 'active').length,
  }
}
const soonest = (a: PlainDate | null, b: PlainDate | null): PlainDate | null => (a && b ? (a < b ? a : b) : (a ?? b))

function tierView(core: Core, account: Account, { at, moment, program }: Now): TierView | null {
  const { levels } = program.rules.tiers
  if (levels.length === 0) return null
  const standing = standingOf(core.db, account.id, at)
  const score = scoreOf(core, account, { program, moment })
  const next = levels.find(({ from }) => from > score && levels.findIndex(({ id }) => id === standing?.tierId) < levels.findIndex((level) => level.from === from))
  return {
    id: standing?.tierId ?? null, name: levels.find(({ id }) => id === standing?.tierId)?.name ?? null, since: standing?.since ?? null, reviewOn: standing?.reviewOn ?? null,
    dropsOn: standing?.dropsOn ?? null, score, next: next ? { name: next.name, needs: next.from - score } : null,
  }
}

