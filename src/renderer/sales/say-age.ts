const minuteMs = 60_000
const oldMinutes = 24 * 60

/** How long a cart has waited: "4 min", "3 h", "2 days". Above 24 hours it is old. */
export function sayAge(since: string, now: number, t: (word: string, facts: { count: number }) => string): { readonly words: string; readonly old: boolean } {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / minuteMs))
  const words = minutes < 60 ? t('minutes', { count: minutes }) : minutes < oldMinutes ? t('hours', { count: Math.floor(minutes / 60) }) : t('days', { count: Math.floor(minutes / oldMinutes) })
  return { words, old: minutes >= oldMinutes }
}
