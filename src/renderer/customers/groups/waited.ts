const steps = [{ unit: 'day', ms: 86_400_000 }, { unit: 'hour', ms: 3_600_000 }, { unit: 'minute', ms: 60_000 }] as const

/** How long somebody waits, in its largest unit: 12 min, 2 hr, 3 days. Less than a minute counts as one. */
export function waited(since: string, nowMs: number, locale: string): string {
  const ms = Math.max(60_000, nowMs - Date.parse(since))
  const step = steps.find((each) => ms >= each.ms) ?? steps[2]
  return new Intl.NumberFormat(locale, { style: 'unit', unit: step.unit, unitDisplay: 'short' }).format(Math.floor(ms / step.ms))
}
