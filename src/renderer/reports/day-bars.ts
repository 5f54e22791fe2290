import type { LoyaltyDay } from '../../main/reports/loyalty-report.ts'
import type { PlainDate } from '../../main/vocabulary.ts'
import { addDays, daysIn, type Span } from './span.ts'

export type Step = 'day' | 'week' | 'month'
/** One bar pair of the chart: what was earned and redeemed from a day on, for a day, a week or a month. */
export type Bar = { readonly from: PlainDate; readonly earned: number; readonly redeemed: number }
const barsAtMost = 62
const daysPerWeek = 7

/** So many bars as can be told apart: days as long as they fit, else weeks, else months. */
export const stepFor = (span: Span): Step => (daysIn(span) <= barsAtMost ? 'day' : daysIn(span) <= barsAtMost * daysPerWeek ? 'week' : 'month')

/** Every day, week or month of the span, those without an action as zero. */
export function barsOf(rows: readonly Pick<LoyaltyDay, 'day' | 'earned' | 'redeemed'>[], span: Span): Bar[] {
  const step = stepFor(span)
  const startOf = (day: PlainDate): PlainDate => {
    if (step === 'month') return `${day.slice(0, 7)}-01` as PlainDate
    return step === 'week' ? addDays(span.from, Math.floor((daysIn({ from: span.from, to: day }) - 1) / daysPerWeek) * daysPerWeek) : day
  }
  const sums = new Map<PlainDate, { earned: number; redeemed: number }>()
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) sums.set(startOf(day), { earned: 0, redeemed: 0 })
  for (const row of rows) {
    const sum = sums.get(startOf(row.day))
    if (sum) [sum.earned, sum.redeemed] = [sum.earned + row.earned, sum.redeemed + row.redeemed]
  }
  return [...sums].map(([from, sum]) => ({ from, ...sum }))
}

/** The next round number at or above: 1, 2 or 5 with zeros, so that the lines of the chart have plain labels. */
export function roundTop(most: number): number {
  if (most <= 4) return 4
  const zeros = 10 ** Math.floor(Math.log10(most))
  return ([1, 2, 4, 10].find((step) => step * zeros >= most) ?? 10) * zeros
}
