import type { Core } from '../context.ts'
import { standingOf } from '../customers/standing.ts'
import { getAccount, personOf } from '../loyalty/accounts.sql.ts'
import { addDays } from '../loyalty/calendar.ts'
import { expiringSoon, type Soon } from '../loyalty/lots.sql.ts'
import { allowedBy, cancelQueued, enqueue } from '../messaging/outbox.sql.ts'
import { texts } from '../messaging/texts.ts'
import type { Language, PlainDate } from '../vocabulary.ts'
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
  const soon = expiringSoon(core.db, today, addDays(today, remindDays[0]), after, most)
  for (const each of soon) remind(core, now, each)
  return soon.length < most ? null : soon.at(-1)!.accountId
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
