const dayMs = 86_400_000
const steps: readonly { readonly unit: Intl.RelativeTimeFormatUnit; readonly days: number; readonly below: number }[] = [
  { unit: 'day', days: 1, below: 14 }, { unit: 'week', days: 7, below: 60 }, { unit: 'month', days: 30.44, below: 365 }, { unit: 'year', days: 365.25, below: Infinity },
]

/** How long ago in a word or two: today, 3 days ago, last month. */
export function agoOf(at: string, now: Date, locale: string): string {
  const days = Math.max(0, (startOfDay(now) - startOfDay(new Date(at))) / dayMs)
  const step = steps.find(({ below }) => days < below) ?? steps[0]
  const count = step ? Math.max(step.unit === 'day' ? 0 : 1, Math.round(days / step.days)) : 0
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' }).format(-count, step?.unit ?? 'day')
}
const startOfDay = (at: Date): number => Math.round(new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime() / dayMs) * dayMs
