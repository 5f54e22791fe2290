import type { Core } from '../context.ts'
import { addDays, addMonths } from '../loyalty/calendar.ts'
import { getAccount, jobDay, livingAccount, membersBornOn, noteJob, personOf } from '../loyalty/accounts.sql.ts'
import { expiresOn, lapseDay, lapsedUpTo } from '../loyalty/expiry.ts'
import { entry, less } from '../loyalty/ledger.ts'
import { against, endWaiting, getEntry, waitingUntil, type Waiting } from '../loyalty/ledger.sql.ts'
import { idleSince, lapsedLots, type Lapsed } from '../loyalty/lots.sql.ts'
import { reviewsDue, standingOf } from '../loyalty/tiers.sql.ts'
import { listRegisters, readShop } from '../shop/shop.sql.ts'
import { inTransaction } from '../store/sql.ts'
import type { AccountId, PlainDate, Points } from '../vocabulary.ts'
import { birthdayNow } from './join-member.ts'
import { remindOfExpiry } from './remind-expiry.ts'
import { reviewTier } from './review-tier.ts'
import { programIfOn, rowOf, type Desk, type Now } from './the-program.ts'
import { writeEntry } from './write-entry.ts'

/** So many rows are written in one go; the rest follows a minute later, and whoever redeems meanwhile has theirs done first. */
const mostAtOnce = 150

/** What time brings to points: waiting ones become real, old ones lapse, birthdays and tiers come due. A host calls it each minute through run-due. */
export function runLoyalty(core: Core): void {
  if (!readShop(core.db)) return
  const now = programIfOn(core, core.now())
  const desk = nobody(core)
  if (!now || !desk) return
  inTransaction(core.db, () => {
    for (const waiting of waitingUntil(core.db, now.moment.day, mostAtOnce)) postPending(core, desk, waiting, now)
    lapse(core, desk, now, null, mostAtOnce)
    daily(core, 'birthdays', now, (after) => giveBirthdays(core, desk, now, after))
    daily(core, 'reminders', now, (after) => remindOfExpiry(core, now, after, mostAtOnce))
    daily(core, 'tiers', now, (after) => reviewTiers(core, now, after))
  })
}

/** Rows that nobody asked for stand in the chain of the first till. */
function nobody(core: Core): Desk | null {
  const [first] = listRegisters(core.db)
  return first ? { registerId: first.id, staffId: null } : null
}

/** Lapses what is due on one account now, so that nobody spends points that are gone. */
export const lapseFor = (core: Core, desk: Desk, accountId: AccountId, now: Now): void => lapse(core, desk, now, accountId, mostAtOnce)

function lapse(core: Core, desk: Desk, now: Now, accountId: AccountId | null, most: number): void {
  const { expiry } = now.program.rules
  for (const due of lapsedLots(core.db, lapsedUpTo(now.moment.day, expiry.graceDays), accountId, most)) writeLapse(core, desk, now, due, lapseDay(due.expiresOn, expiry.graceDays))
  if (expiry.rule.kind !== 'months-without-visit') return
  const months = expiry.rule.months
  for (const idle of idleSince(core.db, addMonths(lapsedUpTo(now.moment.day, expiry.graceDays), -months), accountId, most)) {
    const lastDay = addMonths(idle.lastVisitDay, months)
    if (lapseDay(lastDay, expiry.graceDays) <= now.moment.day) writeLapse(core, desk, now, { ...idle, expiresOn: lastDay }, lapseDay(lastDay, expiry.graceDays))
  }
}

/** The row is dated on the day the points were gone, however late it is written. */
function writeLapse(core: Core, desk: Desk, now: Now, due: Lapsed, day: PlainDate): void {
  const account = getAccount(core.db, due.accountId)
  if (!account) return
  writeEntry(core, desk.registerId, entry({ ...rowOf(core, { ...desk, staffId: null }, account, now), day }, 'expire', `expire/${due.firstLot}`, {
    points: less(due.points), working: { kind: 'expire', lastDay: due.expiresOn, graceDays: now.program.rules.expiry.graceDays, writtenOn: now.moment.day },
  }))
  core.emit('points-changed', { customerId: account.customerId, accountId: account.id })
}

/** Points that waited out the return window become real, less what was refunded meanwhile. They expire as from the day they were earned. */
function postPending(core: Core, desk: Desk, { accountId, entryId }: Waiting, now: Now): void {
  const earning = getEntry(core.db, entryId)
  const account = livingAccount(core.db, accountId)
  endWaiting(core.db, accountId, entryId)
  if (!earning || !account) return
  const points = (earning.pending + against(core.db, entryId).reduce((sum, row) => sum + row.pending, 0)) as Points
  if (points <= 0) return
  const lots = [{ originId: earning.id, points, expiresOn: expiresOn(now.program.rules.expiry.rule, earning.day), earnedAt: earning.at }]
  writeEntry(core, desk.registerId, entry({ ...rowOf(core, desk, account, now), ruleVersion: earning.ruleVersion }, 'post', `post/${entryId}`, {
    points, pending: less(points), saleId: earning.saleId, reversesId: earning.id, lots, working: { kind: 'post', earned: earning.pending },
  }))
  core.emit('points-changed', { customerId: account.customerId, accountId: account.id })
}

/** Works through all members once a day, a piece at a time: `work` answers the last account it did, or null at the end. */
function daily(core: Core, name: string, { moment }: Now, work: (after: string) => string | null): void {
  const [done = '', after = ''] = jobDay(core.db, name).split(' ')
  if (done === moment.day && after === '-') return
  const last = work(done === moment.day ? after : '')
  noteJob(core.db, name, `${moment.day} ${last ?? '-'}`)
}

function giveBirthdays(core: Core, desk: Desk, now: Now, after: string): string | null {
  const { birthdayPoints, birthdayDaysBefore, birthdayDaysAfter } = now.program.rules.bonuses
  const tiersGive = now.program.rules.tiers.levels.some((tier) => (tier.birthdayPoints ?? 0) > 0)
  if (birthdayPoints === 0 && !tiersGive) return null
  const days = Array.from({ length: birthdayDaysBefore + birthdayDaysAfter + 1 }, (_, at) => addDays(now.moment.day, at - birthdayDaysAfter).slice(5))
  const members = membersBornOn(core.db, [...days, ...(days.includes('02-28') ? ['02-29'] : [])], after, mostAtOnce)
  for (const { accountId } of members) giveBirthday(core, desk, now, accountId)
  return members.length < mostAtOnce ? null : members.at(-1)!.accountId
}

/** Once a year, on the first day of the window; what is not used by its last day lapses then. */
function giveBirthday(core: Core, desk: Desk, now: Now, accountId: AccountId): void {
  const account = getAccount(core.db, accountId)
  const person = account && personOf(core.db, account.customerId)
  const window = person && birthdayNow(core, person, now)
  if (!account || !window) return
  const { rules } = now.program
  const tier = rules.tiers.levels.find(({ id }) => id === tierNow(core, accountId, now))
  const points = (tier?.birthdayPoints ?? rules.bonuses.birthdayPoints) as Points
  if (points === 0) return
  const common = rowOf(core, desk, account, now)
  writeEntry(core, desk.registerId, entry(common, 'birthday', `birthday/${account.customerId}/${window.year}`, {
    points, lots: [{ originId: common.id, points, expiresOn: window.until, earnedAt: common.at }], working: { kind: 'birthday', year: window.year, from: window.from, until: window.until },
  }))
  core.emit('points-changed', { customerId: account.customerId, accountId })
}
const tierNow = (core: Core, accountId: AccountId, { at }: Now) => standingOf(core.db, accountId, at)?.tierId ?? null

function reviewTiers(core: Core, now: Now, after: string): string | null {
  const due = reviewsDue(core.db, now.moment.day, after, mostAtOnce)
  for (const { accountId } of due) {
    const account = getAccount(core.db, accountId)
    if (account) reviewTier(core, account, now)
  }
  return due.length < mostAtOnce ? null : due.at(-1)!.accountId
}
