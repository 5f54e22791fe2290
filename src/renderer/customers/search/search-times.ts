/** The doors whose answer somebody waits for with a name half typed. */
const searches: ReadonlySet<string> = new Set(['customers/find', 'customers/search', 'customers/only'])
const mostKept = 200
const kept: number[] = []

export type SearchTimes = { readonly count: number; readonly middleMs: number; readonly slowestMs: number }

/** Takes the time from the question to its answer on this screen, in milliseconds; of the last 200 searches, and of no other call. */
export function noteSearch(door: string, tookMs: number): void {
  if (!searches.has(door)) return
  kept.push(tookMs)
  if (kept.length > mostKept) kept.shift()
}

/** The middle one and the slowest in whole milliseconds, or null before anybody was looked for. */
export function timesOf(times: readonly number[]): SearchTimes | null {
  const sorted = times.toSorted((one, other) => one - other)
  const [middle, slowest] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)]
  return middle === undefined || slowest === undefined ? null : { count: sorted.length, middleMs: Math.round(middle), slowestMs: Math.round(slowest) }
}

/** What the searches of this window took since it opened. */
export const searchTimes = (): SearchTimes | null => timesOf(kept)
