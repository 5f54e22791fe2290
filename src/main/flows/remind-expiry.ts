import type { Core } from '../context.ts'
import { standingOf } from '../customers/standing.ts'
import { getAccount, personOf } from '../loyalty/accounts.sql.ts'
import { addDays, addMonths } from '../loyalty/calendar.ts'
import { expiringSoon, idleBetween, type Soon } from '../loyalty/lots.sql.ts'
import { allowedBy, cancelQueued, cancelQueuedFor, enqueue } from '../messaging/outbox.sql.ts'
import { texts } from '../messaging/texts.ts'
import type { CustomerId, Language, PlainDate } from '../vocabulary.ts'
import { theShop } from './the-shop.ts'
import type { Now } from './the-program.ts'

/** How many days ahead someone is told that points expire, the furthest first. */
export const remindDays = [30, 7] as const

/**
 * Puts a reminder into the outbox, 30 and again 7 days ahead, for whoever allowed general messages, in the language they allowed them in. Each bucket's
 * day is told once at each distance, also where the till was closed on the very day. Answers the last account it did, or null at the end.
 */
export function remindOfExpiry(core: Core, now: Now, after: string, most: number): string | null {
  if (!now.program.rules.expiry.remind) return null
  const today = now.moment.day
  if (after === '') cancelQueued(core.db, 'points-expiring', `${addDays(today, 0 - remindDays[0])}T00:00:00.000Z`, core.now())
  const pages = [expiringSoon(core.db, today, addDays(today, remindDays[0]), after, most), idleSoon(core, now, after, most)]
  const ends = pages.flatMap((page) => (page.length < most ? [] : page.at(-1)!.accountId)).toSorted()
  const end = ends[0] ?? null
  for (const each of pages.flat()) if (isSoon(each, today) && (end === null || each.accountId <= end)) remind(core, now, each)
  return end
}

const isSoon = ({ expiresOn }: Soon, today: PlainDate): boolean => expiresOn > today && expiresOn <= addDays(today, remindDays[0])
/** A month is up to three days shorter than another: so much more is looked at, and left out again. */
const unevenDays = 3

/** Where points lapse so long after the last visit: everyone whose day comes near, with all their points. */
function idleSoon(core: Core, { moment, program }: Now, after: string, most: number): Soon[] {
  const { rule } = program.rules.expiry
  if (rule.kind !== 'months-without-visit') return []
  const [from, to] = [addDays(addMonths(moment.day, 0 - rule.months), 0 - unevenDays), addDays(addMonths(addDays(moment.day, remindDays[0]), 0 - rule.months), unevenDays)]
  return idleBetween(core.db, from, to, after, most).map(({ accountId, lastVisitDay, points }) => ({ accountId, points, expiresOn: addMonths(lastVisitDay, rule.months) }))
}

/** Who comes by again keeps their points: a reminder that still waits would say something untrue. */
export function dropVisitReminders(core: Core, customerId: CustomerId, { program }: Now): void {
  if (program.rules.expiry.rule.kind === 'months-without-visit') cancelQueuedFor(core.db, 'points-expiring', customerId, core.now())
}

function remind(core: Core, { moment, program }: Now, { accountId, expiresOn, points }: Soon): void {
  const account = getAccount(core.db, accountId)
  const consent = account && (allowedBy(core.db, account.customerId, 'sms') ?? allowedBy(core.db, account.customerId, 'email'))
  if (!account || !consent || standingOf(personOf(core.db, account.customerId)?.status ?? '').messages === 'no') return
  const ahead = expiresOn <= addDays(moment.day, remindDays[1]) ? remindDays[1] : remindDays[0]
  const shop = theShop(core)
  const lastDay = addDays(expiresOn, program.rules.expiry.graceDays)
  const body = texts[consent.language].expiring(shop.name, new Intl.NumberFormat(consent.language).format(points), dayIn(lastDay, consent.language))
  enqueue(core.db, {
    id: core.newId(), sourceKey: `expiring/${accountId}/${expiresOn}/${ahead}`, customerId: account.customerId, channel: consent.channel, purpose: 'points-expiring',
    address: consent.address, body, consentId: consent.id, at: core.now(),
  })
}
const dayIn = (day: PlainDate, language: Language): string => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
