import { afterRestart } from '../devices/print-job.ts'
import { drawerDone, getJob, moveJob, openJobs } from '../devices/print-jobs.sql.ts'
import type { Core } from '../context.ts'
import type { Events } from '../events.ts'
import { inTransaction } from '../store/sql.ts'
import { deskOf, printInTurn } from './print-desk.ts'
import { printPayment } from './print-account.ts'
import { printAfter } from './print-receipt.ts'
import { showCart } from './show-on-display.ts'

const displayQuietMs = 120

/**
 * Takes printing up where the last run left it, and listens for what is to be printed. A sale is told about after it is committed, and the
 * printer's part begins once the sale has been answered: a sale never waits for a printer.
 */
export function startPrinting(core: Core, log: (bug: unknown, where: string) => void) {
  const desk = deskOf(core)
  const safely = (work: () => void) => setImmediate(() => {
    if (desk.closed || !core.db.open) return
    try {
      work()
    } catch (bug) {
      log(bug, 'printing')
    }
  })
  takeUp(core, log)
  const shows = new Map<string, NodeJS.Timeout>()
  return {
    heard: <K extends keyof Events>(name: K, event: Events[K]): void => {
      if (name === 'sale-completed') safely(() => printAfter(core, (event as Events['sale-completed']).registerId, { saleId: (event as Events['sale-completed']).saleId, refundId: null }))
      if (name === 'sale-refunded') safely(() => printAfter(core, (event as Events['sale-refunded']).registerId, event as Events['sale-refunded']))
      if (name === 'account-paid') safely(() => printPayment(core, (event as Events['account-paid']).registerId, event as Events['account-paid']))
      if (name === 'sale-changed') soon(shows, (event as Events['sale-changed']).registerId, () => safely(() => showCart(core, (event as Events['sale-changed']).registerId)))
    },
    stop: (): void => {
      desk.closed = true
      shows.forEach((timer) => clearTimeout(timer))
      desk.live.forEach(({ reins }) => reins.stop())
    },
  }
}

/** Ten scans in a second are shown once. */
function soon(timers: Map<string, NodeJS.Timeout>, key: string, work: () => void): void {
  clearTimeout(timers.get(key))
  timers.set(key, setTimeout(work, displayQuietMs).unref())
}

/** What was being sent may be on paper; what waited goes now, unless its customer has long left. The drawer never opens for yesterday's sale. */
function takeUp(core: Core, log: (bug: unknown, where: string) => void): void {
  const waiting = inTransaction(core.db, () => openJobs(core.db).filter((job) => {
    if (job.opensDrawer === 1) drawerDone(core.db, job.id)
    const now = core.now()
    const next = job.kind === 'drawer' ? ({ state: 'failed', reason: 'too-old' } as const) : afterRestart(job.state === 'sending' ? 'sending' : 'queued', Date.parse(now) - Date.parse(job.madeAt))
    if (next.state !== 'queued') moveJob(core.db, job.id, next, now)
    return getJob(core.db, job.id)?.state === 'queued'
  }))
  for (const job of waiting) printInTurn(core, job).catch((bug: unknown) => log(bug, 'printing'))
}
