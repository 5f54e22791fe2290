// A keyboard scanner types far faster than a hand: a burst of characters, then Enter or Tab.
export const mostGapMs = 35
const fewest = 4
const quietMs = 200

export type Burst = { readonly text: string; readonly startedAt: number; readonly lastAt: number }
export const noBurst: Burst = { text: '', startedAt: 0, lastAt: 0 }

/** The burst with one more character; a pause longer than 200 ms starts a new one. */
export const heard = (burst: Burst, character: string, at: number): Burst =>
  burst.text === '' || at - burst.lastAt > quietMs
    ? { text: character, startedAt: at, lastAt: at }
    : { text: burst.text + character, startedAt: burst.startedAt, lastAt: at }

const averageGapMs = (burst: Burst) => (burst.lastAt - burst.startedAt) / Math.max(1, burst.text.length - 1)

/** Is this a scanner in full flow? Then a space or a sign in the code must press nothing. One key again and again is a finger. */
export const isRunning = (burst: Burst, at: number): boolean =>
  new Set(burst.text).size >= 2 && at - burst.lastAt < quietMs && averageGapMs(burst) < mostGapMs

/** The code, if what ended here at `at` was a scan: four characters or more, on average less than 35 ms apart. */
export function scanned(burst: Burst, at: number): string | null {
  const quick = burst.text.length >= fewest && at - burst.lastAt < quietMs && averageGapMs(burst) < mostGapMs
  return quick ? burst.text.trim() : null
}
