/** Milliseconds, sorted. */
export type Times = readonly number[]
export const sorted = (times: readonly number[]): Times => times.toSorted((a, b) => a - b)
export const at = (times: Times, share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN

export async function timeEach<T>(inputs: readonly T[], work: (input: T) => unknown): Promise<Times> {
  const times: number[] = []
  for (const input of inputs) {
    const begun = performance.now()
    await work(input)
    times.push(performance.now() - begun)
  }
  return sorted(times)
}

const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3)).padStart(9)
export const row = (name: string, times: Times): string =>
  `  ${name.padEnd(34)} ${ms(at(times, 0.5))} ${ms(at(times, 0.95))} ${ms(at(times, 0.99))} ${ms(times.at(-1) ?? Number.NaN)}   ${String(times.length).padStart(6)}`
export const head = (title: string): string => `\n${title}\n  ${'ms'.padEnd(34)} ${'p50'.padStart(9)} ${'p95'.padStart(9)} ${'p99'.padStart(9)} ${'worst'.padStart(9)}   ${'n'.padStart(6)}`

/** A target, what was measured, and whether it holds. */
export const verdict = (sentence: string, measured: number, holds: boolean): string => `  ${holds ? 'holds ' : 'MISSED'} ${sentence}: ${measured.toFixed(measured < 10 ? 2 : 0)}`
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

/**
 * The rank test of Mann and Whitney: how often one of the first took longer than one of the second (a half where they do not differ), and how probable a
 * difference of this size is by chance alone. Unlike medians it also sees a difference in the tails.
 */
export function rankTest(first: readonly number[], second: readonly number[]): { readonly longer: number; readonly p: number } {
  const all = [...first.map((ms) => ({ ms, mine: true })), ...second.map((ms) => ({ ms, mine: false }))].sort((a, b) => a.ms - b.ms)
  const ranks = all.reduce((sum, { mine }, at) => sum + (mine ? at + 1 : 0), 0)
  const [n, m] = [first.length, second.length]
  const wins = ranks - (n * (n + 1)) / 2
  const z = Math.abs(wins - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
  return { longer: wins / (n * m), p: 2 * tailOf(z) }
}
/** The share of the normal curve above z (Abramowitz and Stegun 26.2.17, within 1e-7). */
function tailOf(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp((0 - z * z) / 2) / Math.sqrt(2 * Math.PI)) * series
}
