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
