import type { PlainDate } from '../vocabulary.ts'
import { addDays, addMonths, dayIn, yearOf } from './calendar.ts'
import type { ExpiryRule, Rules } from './program.ts'

/** The last day points earned on `day` can be spent, or null where no date is set when they are earned. */
export function expiresOn(rule: ExpiryRule, day: PlainDate): PlainDate | null {
  if (rule.kind === 'months-after-earning') return addMonths(day, rule.months)
  if (rule.kind !== 'yearly') return null
  const thisYear = dayIn(yearOf(day), rule.month, rule.date)
  return thisYear > day ? thisYear : dayIn(yearOf(day) + 1, rule.month, rule.date)
}

/** The day on which points are gone: the one after their last, grace included. Their row is dated so, whenever the job runs. */
export const lapseDay = (lastDay: PlainDate, graceDays: number): PlainDate => addDays(lastDay, graceDays + 1)
/** Buckets with this last day, or an earlier one, have lapsed today. */
export const lapsedUpTo = (today: PlainDate, graceDays: number): PlainDate => addDays(today, -graceDays - 1)

/** Under 'months-without-visit' everything lapses together: the last day to come by, or null under any other rule. */
export const lastDayToVisit = ({ expiry }: Rules, lastVisit: PlainDate): PlainDate | null =>
  expiry.rule.kind === 'months-without-visit' ? addMonths(lastVisit, expiry.rule.months) : null

/** Returned points keep their old day, but live at least this long. */
export const returnedAtLeast = ({ expiry }: Rules, today: PlainDate): PlainDate => addDays(today, expiry.returnedDays)
