import { setTimeout as wait } from 'node:timers/promises'

/** The longest time main's loop was not free while `work` went on, by a ticker of one millisecond, beside what the machine alone brings about in as long. */
export async function longestBlock<T>(work: () => Promise<T>): Promise<{ answer: T; ms: number; blockMs: number }> {
  const ticker = startTicker()
  const begun = performance.now()
  const answer = await work()
  return { answer, ms: performance.now() - begun, blockMs: ticker.stop() }
}
/** The same while nothing is asked: what other programs on this machine cost. */
export const idleBlock = async (ms: number): Promise<number> => (await longestBlock(() => wait(ms))).blockMs

function startTicker() {
  let [last, longest] = [performance.now(), 0]
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, 1)
  return { stop: () => (look(), clearInterval(timer), longest) }
}
