import { onTestFinished } from 'vitest'
import { startPrinter, type Faults } from '../../../scripts/simulate/printer.ts'
import type { Mark } from '../../../scripts/simulate/printer-engine.ts'

/** A printer on the network that goes when the test ends. */
export async function aPrinter(faults: Faults = {}) {
  const printer = await startPrinter({ faults })
  onTestFinished(() => printer.stop())
  return printer
}

export const textOf = (marks: readonly Mark[]): string => marks.map((mark) => (mark.kind === 'line' ? mark.text : mark.kind === 'picture' ? `[picture ${mark.width}x${mark.height}]` : `[${mark.kind} ${mark.data}]`)).join('\n')

/** Waits for something to become true, looking every few milliseconds. */
export async function until<T>(look: () => T | undefined | null | false | Promise<T | undefined | null | false>, mostMs = 5_000): Promise<T> {
  for (const from = performance.now(); performance.now() - from < mostMs;) {
    const found = await look()
    if (found) return found
    await new Promise((done) => void setTimeout(done, 10))
  }
  throw new Error('it did not come true')
}
