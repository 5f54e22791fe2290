import type { Core } from '../context.ts'
import type { Events } from '../events.ts'
import { readShop } from '../shop/shop.sql.ts'
import { waitingActs } from '../customers/erasures.sql.ts'
import { forgetWaiting } from './erase-customer.ts'
import { forgetExports } from './erase-exports.ts'
import { eraseDue } from './erase-run.ts'

const mostWaitMs = 60_000

/**
 * Takes erasing up where the last run left it: whoever was only waiting stays whole, whoever had begun to go goes. Then it waits for the ten seconds of
 * each act to pass.
 */
export function startErasing(core: Core, log: (bug: unknown, where: string) => void) {
  let timer: NodeJS.Timeout | undefined
  const run = (): void => {
    if (!core.db.open) return
    eraseDue(core).catch((bug: unknown) => core.db.open && log(bug, 'erasing')).finally(soon)
  }
  function soon(): void {
    clearTimeout(timer)
    if (!core.db.open) return
    const [next] = waitingActs(core.db)
    if (!next) return
    const ms = Date.parse(next.commitsAt) - Date.parse(core.now())
    if (ms < mostWaitMs) timer = setTimeout(run, Math.max(0, ms)).unref()
  }
  if (readShop(core.db)) {
    forgetWaiting(core)
    forgetExports(core, true)
    setImmediate(run)
  }
  return {
    heard: <K extends keyof Events>(name: K): void => void (name === 'customers-erased' && soon()),
    stop: (): void => clearTimeout(timer),
  }
}
