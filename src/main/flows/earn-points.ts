import type { Core } from '../context.ts'
import { accountOf, getAccount, noteVisit, personOf, type Account, type PointsPerson } from '../loyalty/accounts.sql.ts'
import type { Occasion } from '../loyalty/boosts.ts'
import { addDays, localMoment } from '../loyalty/calendar.ts'
import { earned, type Earned, type SoldLine } from '../loyalty/earn.ts'
import { expiresOn } from '../loyalty/expiry.ts'
import { entry, type Entry } from '../loyalty/ledger.ts'
import { earnedOn, hasVisited, noteWaiting, type Stored } from '../loyalty/ledger.sql.ts'
import { pointsLines, pointsSale, type PointsLine, type PointsSale } from '../loyalty/sold.sql.ts'
import { standingOf } from '../loyalty/tiers.sql.ts'
import type { Cents, CustomerId, Json, Points, SaleId } from '../vocabulary.ts'
import { birthdayNow, giveSignUp, joinMember, mayEarn } from './join-member.ts'
import { programIfOn, rowOf, type Desk, type Now } from './the-program.ts'
import { theShop } from './the-shop.ts'
import { poolOf } from './pool.ts'
import { dropVisitReminders } from './remind-expiry.ts'
import { reviewTier } from './review-tier.ts'
import { writeEntry } from './write-entry.ts'

const asSold = (line: PointsLine): SoldLine =>
  ({ ...line, kind: 'item', pointsCents: 0 as Cents, earnsPoints: line.earnsPoints === 1, voided: line.voided === 1 })

/** Who buys, as multipliers ask: their group, their tier at that moment, and whether it is their birthday. */
export function occasionOf(core: Core, person: PointsPerson, account: Account | undefined, now: Now): Occasion {
  const tierId = account ? (standingOf(core.db, account.id, now.at)?.tierId ?? null) : null
  return { moment: now.moment, groupId: person.groupId, tierId, birthday: birthdayNow(core, person, now) !== null }
}

/**
 * The points of a finished sale, by the rules and the tier of its own time. To be called in the transaction that completes it, after any
 * redemption; again it answers the row of the first time. Null where there is nobody, no member, or no programme. `moveId` names the move that
 * brought the sale to this customer, who then must be a member already.
 */
export function earnForSale(core: Core, desk: Desk, saleId: SaleId, attachedLater = false, moveId: string | null = null): Stored | null {
  const sale = pointsSale(core.db, saleId)
  if (!sale || sale.state !== 'completed' || sale.customerId === null) return null
  const now = programIfOn(core, sale.completedAt)
  const person = personOf(core.db, sale.customerId)
  if (!now || !person || !mayEarn(core, person)) return null
  const account = accountOf(core.db, sale.customerId) ?? ((attachedLater && moveId === null) || now.program.rules.joining === 'automatic' ? joinMember(core, desk, sale.customerId, now) : undefined)
  if (!account) return null
  const result = earned(pointsLines(core.db, saleId).map(asSold), now.program.rules, occasionOf(core, person, account, now), earnedOn(core.db, account.id, now.moment.day))
  const { row, fresh } = writeEntry(core, desk.registerId, earnRow(core, desk, { account, sale, now, result, attachedLater, moveId }))
  if (fresh) afterEarning(core, desk, account, now, row)
  return row
}

type Earning = { readonly account: Account; readonly sale: PointsSale; readonly now: Now; readonly result: Earned; readonly attachedLater: boolean; readonly moveId: string | null }

function earnRow(core: Core, desk: Desk, { account, sale, now, result, attachedLater, moveId }: Earning): Entry {
  const { rules } = now.program
  const written = attachedLater ? core.now() : now.at
  const common = { ...rowOf(core, desk, account, now), at: written, day: localMoment(written, theShop(core).timeZone).day }
  const waits = rules.earn.pendingDays > 0 && result.points > 0
  const pendingUntil = waits ? addDays(now.moment.day, rules.earn.pendingDays) : null
  const isFirst = !hasVisited(core.db, account.id)
  return entry(common, 'earn', moveId === null ? `earn/${sale.saleId}` : `earn/${sale.saleId}/${moveId}`, {
    points: waits ? (0 as Points) : result.points, pending: waits ? result.points : (0 as Points), saleId: sale.saleId, tierPoints: result.points, saleCents: sale.netCents,
    newVisits: isFirst ? 1 : 0, repeatVisits: isFirst ? 0 : 1, working: { kind: 'earn', ...result, attachedLater, pendingUntil, ...(attachedLater ? { soldOn: now.moment.day } : {}) } as unknown as Json,
    lots: waits || result.points === 0 ? [] : [{ originId: common.id, points: result.points, expiresOn: expiresOn(rules.expiry.rule, now.moment.day), earnedAt: now.at }],
  })
}

function afterEarning(core: Core, desk: Desk, account: Account, now: Now, row: Stored): void {
  if (row.pending > 0) noteWaiting(core.db, account.id, row.id, addDays(now.moment.day, now.program.rules.earn.pendingDays))
  noteVisit(core.db, account.id, row.day)
  dropVisitReminders(core, account.customerId, now)
  if (now.program.rules.bonuses.signUpWhen === 'first-sale') giveSignUp(core, desk, account, now)
  for (const accountId of poolOf(core, account, now).accountIds) reviewTier(core, getAccount(core.db, accountId) ?? account, now)
  core.emit('points-changed', { customerId: account.customerId, accountId: account.id })
}

/** What the cart would earn if it were paid now: for the pill while it grows. Nothing is written; a Walk-In and a non-member see what they would get. */
export function previewEarn(core: Core, customerId: CustomerId | null, lines: readonly SoldLine[]): Earned | null {
  const now = programIfOn(core, core.now())
  if (!now) return null
  const person = customerId === null ? undefined : personOf(core.db, customerId)
  const account = customerId === null ? undefined : accountOf(core.db, customerId)
  if (person && !mayEarn(core, person)) return null
  const occasion = person ? occasionOf(core, person, account, now) : { moment: now.moment, groupId: null, tierId: null, birthday: false }
  return earned(lines, now.program.rules, occasion, account ? earnedOn(core.db, account.id, now.moment.day) : 0)
}
