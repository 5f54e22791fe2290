import { getDevice } from '../devices/devices.sql.ts'
import { isOver } from '../devices/print-job.ts'
import { getJob, moveJob, type PrintJob } from '../devices/print-jobs.sql.ts'
import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { once } from '../store/once.ts'
import type { ApprovalId, Caller, PrintJobId, RequestId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { kickedNow } from './kick-drawer.ts'
import { noteDrawer } from './note-drawer.ts'
import { printAccount } from './print-account.ts'
import { changed, deskOf } from './print-desk.ts'
import { printReceipt, printTestPage, queueDrawer, started, viewOf, type PrintAnswer, type PrintView } from './print-receipt.ts'
import { printerOf, tillPrinter } from './the-printer.ts'

function theJob(core: Core, { registerId }: Caller, jobId: PrintJobId): PrintJob {
  const job = getJob(core.db, jobId)
  if (!job || job.registerId !== registerId) throw new Refusal('not-found', { field: 'jobId' })
  return job
}

/** Prints the same once more: after a failure as it was, and marked DUPLICATE wherever some of it may be on paper. What still hangs is given up first. */
export function printAgain(core: Core, caller: Caller, { requestId, jobId }: { readonly requestId: RequestId; readonly jobId: PrintJobId }): PrintAnswer {
  const job = theJob(core, caller, jobId)
  if (job.kind === 'drawer') throw new Refusal('bad-input', { field: 'jobId', problem: 'drawer' })
  if (!isOver(job.state)) dropJob(core, caller, { jobId })
  const { saleId, refundId, language } = job
  if (job.accountOf !== null) return printAccount(core, caller, { requestId, customerId: job.accountOf, entryId: job.accountEntryId, language })
  if (saleId !== null) return printReceipt(core, caller, { requestId, saleId, refundId, language })
  const device = getDevice(core.db, job.deviceId)
  if (!device) throw new Refusal('not-found', { field: 'jobId' })
  return { how: 'printer', job: printTestPage(core, caller, device, { requestId, language }) }
}

/** Gives a job up: one that waits is gone, of one that hangs in the printer nobody knows what comes out. */
export function dropJob(core: Core, caller: Caller, { jobId }: { readonly jobId: PrintJobId }): PrintView {
  const job = theJob(core, caller, jobId)
  if (job.state === 'queued') moveJob(core.db, jobId, { state: 'failed', reason: 'dropped' }, core.now())
  if (job.state === 'sending') {
    moveJob(core.db, jobId, { state: 'unknown', reason: 'dropped' }, core.now())
    const live = deskOf(core).live.get(job.deviceId)
    if (live?.jobId === jobId) live.reins.stop()
  }
  changed(core, job.registerId)
  return viewOf(core, getJob(core.db, jobId) ?? job)
}

/** The jam is cleared: tells the printer to take up where it stopped (DLE ENQ 1). Paper and cover it notices by itself. */
export function goOn(core: Core, caller: Caller, { jobId }: { readonly jobId: PrintJobId }): null {
  const job = theJob(core, caller, jobId)
  const live = deskOf(core).live.get(job.deviceId)
  if (live?.jobId === jobId) live.reins.goOn()
  return null
}

type Opening = { readonly requestId: RequestId; readonly reason: string; readonly approvalId: ApprovalId | null }

/** Opens the drawer without a sale: with a reason, by someone who may, written down. Refuses 'reason-needed' and 'no-drawer'. */
export function openDrawer(core: Core, caller: Caller, { requestId, reason, approvalId }: Opening): PrintView {
  if (reason.trim() === '') throw new Refusal('reason-needed', { field: 'reason' })
  const device = tillPrinter(core, caller.registerId)
  if (!device || printerOf(device).settings.drawerPin === null || printerOf(device).profile.drawer === null) throw new Refusal('no-drawer')
  const id = once(core.db, { id: requestId, door: 'drawer/open', at: core.now() }, () => {
    const { approvedBy } = slipFor(core, caller, 'open-drawer', caller.registerId, approvalId)
    return queueDrawer(core, device, { note: reason.trim(), staffId: caller.staffId, approvedBy })
  })
  const job = theJob(core, caller, id)
  if (job.state !== 'queued' || !kickedNow(core, device)) return started(core, id)
  moveJob(core.db, id, { state: 'sent', reason: '' }, core.now())
  noteDrawer(core, job)
  return started(core, id)
}
