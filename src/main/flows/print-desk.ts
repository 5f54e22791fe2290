import { getDevice } from '../devices/devices.sql.ts'
import type { Device } from '../devices/device.ts'
import { isOver, type Outcome, type PrintReason } from '../devices/print-job.ts'
import { drawerDone, getJob, moveJob, type PrintJob } from '../devices/print-jobs.sql.ts'
import type { PrinterTrouble } from '../devices/printer-status.ts'
import { LinkFailed, openLink, type Link } from '../devices/printer.port.ts'
import { printOver, type Errand, type Reins, type Timing } from '../devices/printer-talk.port.ts'
import type { Core } from '../context.ts'
import { inTransaction, type WritableDB } from '../store/sql.ts'
import type { DeviceId, PrintJobId, RegisterId } from '../vocabulary.ts'
import { noteDrawer } from './note-drawer.ts'
import { errandOf } from './print-paper.ts'
import { printerOf } from './the-printer.ts'

/** What a printer is doing right now, and the hold we have on it. */
export type Live = { readonly jobId: PrintJobId; readonly link: Link; readonly reins: Reins & { stop: () => void }; trouble: PrinterTrouble | null }
type Desk = {
  /** The last thing each printer was given to do: one queue per printer. */
  readonly tails: Map<DeviceId, Promise<void>>
  readonly live: Map<DeviceId, Live>
  /** Printers that did not answer when asked: not asked again until the register starts anew or they are tested. */
  readonly silent: Set<DeviceId>
  timing: Partial<Timing>
  closed: boolean
}
const desks = new WeakMap<WritableDB, Desk>()

/** What is going on at this register's printers; nothing of it outlives the register. */
export function deskOf({ db }: { readonly db: WritableDB }): Desk {
  const desk = desks.get(db) ?? { tails: new Map(), live: new Map(), silent: new Set(), timing: {}, closed: false }
  desks.set(db, desk)
  return desk
}

/** Puts work in the queue of one printer; it is done after everything that was there before. */
export function inTurn(core: Core, deviceId: DeviceId, work: () => Promise<void>): Promise<void> {
  const desk = deskOf(core)
  const turn = (desk.tails.get(deviceId) ?? Promise.resolve()).then(() => (desk.closed || !core.db.open ? undefined : work()))
  desk.tails.set(deviceId, turn.catch(() => undefined))
  return turn
}

/** Takes a job to its printer when its turn comes. What goes wrong on the way is a state of the job, never an error of the sale. */
export const printInTurn = (core: Core, job: Pick<PrintJob, 'id' | 'deviceId'>): Promise<void> => inTurn(core, job.deviceId, () => runJob(core, job.id))

async function runJob(core: Core, id: PrintJobId): Promise<void> {
  const job = getJob(core.db, id)
  if (job?.state !== 'queued') return
  const device = getDevice(core.db, job.deviceId)
  const outcome = device?.active === true ? await attempt(core, job, device) : failed('printer-removed')
  if (!core.db.open) return
  inTransaction(core.db, () => {
    if (!isOver(getJob(core.db, id)?.state ?? outcome.state)) moveJob(core.db, id, outcome, core.now())
    if (job.opensDrawer === 1) drawerDone(core.db, id)
    if (outcome.pulsed) noteDrawer(core, job)
  })
  changed(core, job.registerId)
}

const failed = (reason: PrintReason): Outcome => ({ state: 'failed', reason, pulsed: false })
export const changed = (core: Core, registerId: RegisterId): void => core.emit('printing-changed', { registerId })

async function attempt(core: Core, job: PrintJob, device: Device): Promise<Outcome> {
  const errand = await errandOf(core, job, device)
  if (errand === null) return failed('sale-gone')
  try {
    const link = await openLink(device.transport, printerOf(device).address)
    return await printAndTell(core, job, device, link, errand)
  } catch (error) {
    if (error instanceof LinkFailed) return failed(error.reason)
    throw error
  }
}

async function printAndTell(core: Core, job: PrintJob, device: Device, link: Link, errand: Errand): Promise<Outcome> {
  const desk = deskOf(core)
  const hold = new AbortController()
  const live: Live = { jobId: job.id, link, trouble: null, reins: { signal: hold.signal, stop: () => hold.abort(), goOn: () => undefined } }
  desk.live.set(device.id, live)
  const { profile } = printerOf(device)
  const status = job.kind === 'drawer' || desk.silent.has(device.id) ? 'none' : profile.status
  try {
    return await printOver(link, errand, { status, confirms: profile.confirms, timing: desk.timing }, {
      began: () => core.db.open && (moveJob(core.db, job.id, { state: 'sending', reason: '' }, core.now()), changed(core, job.registerId)),
      trouble: (trouble) => ((live.trouble = trouble), core.db.open && changed(core, job.registerId)),
      answers: (answers) => void (answers || profile.status !== 'maybe' ? desk.silent.delete(device.id) : desk.silent.add(device.id)),
    }, live.reins)
  } finally {
    desk.live.delete(device.id)
  }
}
