import { run, sql, type WritableDB } from '../store/sql.ts'
import type { PlainDate } from '../vocabulary.ts'
import type { DayPart } from './days.ts'

/** Adds a row's part to the sums of its day. */
export const addToDay = (db: WritableDB, day: PlainDate, p: DayPart): number =>
  run(db, sql`INSERT INTO loyalty_days (day, entries, new_visits, repeat_visits, earned, redeemed, adjusted_up, adjusted_down, reversed, expired, other, net, rewards, redeemed_cents, sale_cents, owed, by_hand)
    VALUES (${day}, 1, ${p.newVisits}, ${p.repeatVisits}, ${p.earned}, ${p.redeemed}, ${p.adjustedUp}, ${p.adjustedDown}, ${p.reversed}, ${p.expired}, ${p.other}, ${p.net}, ${p.rewards},
      ${p.redeemedCents}, ${p.saleCents}, ${p.owed}, ${p.byHand})
    ON CONFLICT (day) DO UPDATE SET entries = entries + 1, new_visits = new_visits + excluded.new_visits, repeat_visits = repeat_visits + excluded.repeat_visits,
      earned = earned + excluded.earned, redeemed = redeemed + excluded.redeemed, adjusted_up = adjusted_up + excluded.adjusted_up, adjusted_down = adjusted_down + excluded.adjusted_down,
      reversed = reversed + excluded.reversed, expired = expired + excluded.expired, other = other + excluded.other, net = net + excluded.net, rewards = rewards + excluded.rewards,
      redeemed_cents = redeemed_cents + excluded.redeemed_cents, sale_cents = sale_cents + excluded.sale_cents, owed = owed + excluded.owed, by_hand = by_hand + excluded.by_hand`)
