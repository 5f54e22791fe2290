import { readRecord } from '../customers/record.sql.ts'
import type { Device } from '../devices/device.ts'
import { isOver, mayBeOnPaper, type JobState, type PrintReason } from '../devices/print-job.ts'
import { getJob, insertJob, jobsOfSale, moveJob, type NewJob, type PrintJob } from '../devices/print-jobs.sql.ts'
import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { refundsOf } from '../sales/refunds.sql.ts'
import { soldSale } from '../sales/sold.sql.ts'
import { refundTendersOf, tendersOf } from '../sales/tenders.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, DeviceId, Instant, Language, PrintJobId, RefundId, RegisterId, RequestId, SaleId } from '../vocabulary.ts'
import { kickedNow } from './kick-drawer.ts'
import { noteDrawer } from './note-drawer.ts'
import { changed, deskOf, printInTurn } from './print-desk.ts'
import { theSold } from './sale-record.ts'
import { printerOf, tillPrinter } from './the-printer.ts'
import { theShop } from './the-shop.ts'

/** A print job as a screen shows it. While it is being sent, `reason` is what the printer waits for. */
export type PrintView = {
  readonly id: PrintJobId; readonly kind: PrintJob['kind']; readonly saleId: SaleId | null; readonly refundId: RefundId | null; readonly deviceId: DeviceId; readonly deviceName: string
  readonly state: JobState; readonly reason: PrintReason; readonly duplicate: boolean; readonly madeAt: Instant; readonly updatedAt: Instant
}
export const viewOf = (core: Core, job: PrintJob): PrintView => {
  const live = deskOf(core).live.get(job.deviceId)
  return {
    id: job.id, kind: job.kind, saleId: job.saleId, refundId: job.refundId, deviceId: job.deviceId, deviceName: job.deviceName, state: job.state,
    reason: live?.jobId === job.id && live.trouble !== null ? live.trouble : job.reason, duplicate: job.duplicateOf !== null, madeAt: job.madeAt, updatedAt: job.updatedAt,
  }
}

type Paper = { readonly saleId: SaleId; readonly refundId: RefundId | null }
type Wish = Paper & { readonly language: Language | null }

/**
 * What is printed where: on the till's own printer, or through the system's print dialog, which the screen opens; where there is neither, the
 * screen keeps a PDF.
 */
export type PrintAnswer = { readonly how: 'printer'; readonly job: PrintView } | { readonly how: 'system' } | { readonly how: 'none' }

/** Prints a receipt, or the slip of a refund. One that may be on paper already comes out again only with DUPLICATE on it. */
export function printReceipt(core: Core, caller: Caller, { requestId, ...wish }: Wish & { readonly requestId: RequestId }): PrintAnswer {
  theSold(core, wish.saleId)
  if (wish.refundId !== null && !refundsOf(core.db, wish.saleId).some(({ id }) => id === wish.refundId)) throw new Refusal('not-found', { field: 'refundId' })
  const device = tillPrinter(core, caller.registerId)
  if (device === null) return { how: 'none' }
  if (device.transport === 'system') return { how: 'system' }
  const id = once(core.db, { id: requestId, door: 'print/receipt', at: core.now() }, () => queueReceipt(core, device, wish, { copies: 1, opensDrawer: false, staffId: caller.staffId }))
  return { how: 'printer', job: started(core, id) }
}

/** Takes a new job to its printer and answers how it stands. */
export function started(core: Core, id: PrintJobId): PrintView {
  const job = getJob(core.db, id)
  if (!job) throw new Refusal('not-found', { field: 'jobId' })
  if (job.state === 'queued') printInTurn(core, job).catch((bug: unknown) => bury(core, job, bug))
  changed(core, job.registerId)
  return viewOf(core, getJob(core.db, id) ?? job)
}

/** A bug on the way to the printer must not leave a job that seems to wait for ever. */
function bury(core: Core, job: PrintJob, bug: unknown): void {
  if (core.db.open && !isOver(getJob(core.db, job.id)?.state ?? 'failed')) moveJob(core.db, job.id, { state: 'unknown', reason: 'connection-lost' }, core.now())
  throw bug
}

type Extras = Pick<NewJob, 'copies' | 'opensDrawer' | 'staffId'>
export const paperless = { refundId: null, saleId: null, duplicateOf: null, note: '', approvedBy: null } as const

function queueReceipt(core: Core, device: Device, { saleId, refundId, language }: Wish, extras: Extras): PrintJobId {
  const before = jobsOfSale(core.db, saleId, refundId)
  const waiting = before.find(({ state }) => state === 'queued')
  if (waiting) return waiting.id
  const id = core.newId() as PrintJobId
  const duplicateOf = before.find(({ state }) => mayBeOnPaper(state))?.id ?? null
  insertJob(core.db, { ...paperless, ...extras, id, registerId: device.registerId, deviceId: device.id, kind: 'receipt', saleId, refundId, language: language ?? languageFor(core, saleId), duplicateOf }, core.now())
  return id
}

/** The customer's language where it is known, else the shop's. */
function languageFor(core: Core, saleId: SaleId): Language {
  const customerId = soldSale(core.db, saleId)?.customerId ?? null
  const known = customerId === null ? null : readRecord(core.db, customerId)?.language
  return known === 'en' || known === 'fr' || known === 'es' ? known : theShop(core).language
}

/** After a sale or a refund that is committed: the receipt where the shop prints each, and the drawer where cash moved. Once, however often it is told. */
export function printAfter(core: Core, registerId: RegisterId, paper: Paper): void {
  const device = tillPrinter(core, registerId)
  const sold = soldSale(core.db, paper.saleId)
  if (!device || device.transport === 'system' || !sold || jobsOfSale(core.db, paper.saleId, paper.refundId).length > 0) return
  const { settings, profile } = printerOf(device)
  const opensDrawer = profile.drawer !== null && settings.drawerPin !== null && cashMoved(core, paper)
  const kicked = opensDrawer && kickedNow(core, device)
  if (kicked) noteDrawer(core, { ...paper, registerId, staffId: sold.staffId, approvedBy: null, note: '', deviceName: device.name })
  if (settings.automatic === 'always') started(core, queueReceipt(core, device, { ...paper, language: null }, { copies: settings.copies, opensDrawer: opensDrawer && !kicked, staffId: sold.staffId }))
  else if (opensDrawer && !kicked) started(core, queueDrawer(core, device, { ...paper, staffId: sold.staffId }))
}

const cashMoved = (core: Core, { saleId, refundId }: Paper): boolean =>
  (refundId === null ? tendersOf(core.db, saleId) : refundTendersOf(core.db, saleId).filter((tender) => tender.refundId === refundId)).some(({ kind }) => kind === 'cash')

/** The drawer alone, in its place in the printer's queue. */
export function queueDrawer(core: Core, device: Device, job: Partial<Pick<NewJob, 'saleId' | 'refundId' | 'note' | 'staffId' | 'approvedBy'>>): PrintJobId {
  const id = core.newId() as PrintJobId
  insertJob(core.db, { ...paperless, staffId: null, ...job, id, registerId: device.registerId, deviceId: device.id, kind: 'drawer', language: 'en', copies: 1, opensDrawer: true }, core.now())
  return id
}

/** A page to see width, code pages and the code of a sale by. */
export function printTestPage(core: Core, caller: Caller, device: Device, { requestId, language }: { readonly requestId: RequestId; readonly language: Language }): PrintView {
  deskOf(core).silent.delete(device.id)
  const id = once(core.db, { id: requestId, door: 'print/test-page', at: core.now() }, () => {
    const made = core.newId() as PrintJobId
    insertJob(core.db, { ...paperless, id: made, registerId: device.registerId, deviceId: device.id, kind: 'test-page', language, copies: 1, opensDrawer: false, staffId: caller.staffId }, core.now())
    return made
  })
  return started(core, id)
}
