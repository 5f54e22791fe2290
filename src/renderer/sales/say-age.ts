const minuteMs = 60_000
const oldMinutes = 24 * 60

type Words = (word: string, facts: { count: number }) => string
/** How long a cart has waited: "4 min", "3 h", "2 days". Above 24 hours it is old. */
export function sayAge(since: string, now: number, t: Words): { readonly words: string; readonly old: boolean } {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / minuteMs))
  if (minutes < 60) return { words: t('minutes', { count: minutes }), old: false }
  if (minutes < oldMinutes) return { words: t('hours', { count: Math.floor(minutes / 60) }), old: false }
  return { words: t('days', { count: Math.floor(minutes / oldMinutes) }), old: true }
}
