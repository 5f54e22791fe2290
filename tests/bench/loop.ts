import { setTimeout as wait } from 'node:timers/promises'

/** The longest main's loop was not free, in ms by the clock, and the most it computed in one go: a machine that is busy elsewhere makes the first longer, not the second. */
export type Block = { readonly blockMs: number; readonly cpuMs: number }

/** Does `work` beside a ticker of one millisecond. */
export async function longestBlock<T>(work: () => Promise<T>): Promise<Block & { readonly answer: T; readonly ms: number }> {
  const ticker = startTicker()
  const begun = performance.now()
  const answer = await work()
  return { answer, ms: performance.now() - begun, ...ticker.stop() }
}
/** The same while nothing is asked: what other programs on this machine cost. */
export const idleBlock = (ms: number): Promise<Block> => longestBlock(() => wait(ms))

export const blockHead = `  ${'ms'.padEnd(34)} ${'took'.padStart(9)} ${'main waits'.padStart(11)} ${'computing'.padStart(10)}`
export const blockRow = (name: string, ms: number, { blockMs, cpuMs }: Block): string => `  ${name.padEnd(34)} ${ms.toFixed(0).padStart(9)} ${blockMs.toFixed(1).padStart(11)} ${cpuMs.toFixed(1).padStart(10)}`

export const cpuNow = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
const keptLooks = 64
export type Ticker = { readonly looks: readonly (readonly [at: number, cpu: number])[]; readonly stop: () => Block }
/** Looks each millisecond, when it is let: the longest it was not is the longest main was not free. */
export function startTicker(): Ticker {
  const looks: [number, number][] = [[performance.now(), cpuNow()]]
  let [blockMs, cpuMs] = [0, 0]
  const look = () => {
    const [[last, lastCpu], now, cpu] = [looks.at(-1) ?? [0, 0], performance.now(), cpuNow()]
    blockMs = Math.max(blockMs, now - last)
    cpuMs = Math.max(cpuMs, cpu - lastCpu)
    looks.push([now, cpu])
    if (looks.length > keptLooks) looks.shift()
  }
  const timer = setInterval(look, 1)
  return { looks, stop: (): Block => (look(), clearInterval(timer), { blockMs, cpuMs }) }
}
/** What main had computed in all when its loop was last free before that moment. */
export const lastFree = ({ looks }: Ticker, before: number): number => looks.findLast(([at]) => at <= before)?.[1] ?? cpuNow()

const idleMs = 5_000
/** One row for each step, and one for nothing at all; answers the longest that main's loop computed in one go, in milliseconds of its own CPU. */
export async function printBlocks(steps: readonly (readonly [string, () => Promise<unknown>])[]): Promise<number> {
  let longest = 0
  for (const [name, step] of steps) {
    const { ms, ...block } = await longestBlock(step)
    longest = Math.max(longest, block.cpuMs)
    console.log(blockRow(name, ms, block))
  }
  console.log(blockRow('nothing asked, for comparison', idleMs, await idleBlock(idleMs)))
  return longest
}
