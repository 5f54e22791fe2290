import type { Core } from '../context.ts'
import type { Device } from '../devices/device.ts'
import { mayBeOnPaper } from '../devices/print-job.ts'
import { insertJob, jobsOfReturn } from '../devices/print-jobs.sql.ts'
import { looseNumber } from '../sales/loose-return.ts'
import { once } from '../store/once.ts'
import type { Caller, Language, LooseReturnId, PrintJobId, RequestId } from '../vocabulary.ts'
import { kickedNow } from './kick-drawer.ts'
import { noteDrawer } from './note-drawer.ts'
import { paperless, queueDrawer, started, type PrintAnswer } from './print-receipt.ts'
import { printerOf, tillPrinter } from './the-printer.ts'
import { theReturn } from './the-return.ts'

type Asked = { readonly requestId: RequestId; readonly returnId: LooseReturnId; readonly language: Language }

/** Prints the slip of a return without a receipt on the till's own printer, else says how else. One that may be out already says DUPLICATE. */
export function printReturn(core: Core, caller: Caller, { requestId, returnId, language }: Asked): PrintAnswer {
  theReturn(core, returnId)
  const device = tillPrinter(core, caller.registerId)
  if (device === null) return { how: 'none' }
  if (device.transport === 'system') return { how: 'system' }
  const id = once(core.db, { id: requestId, door: 'sales/return-print', at: core.now() }, () => queueSlip(core, device, { returnId, language, staffId: caller.staffId }))
  return { how: 'printer', job: started(core, id) }
}

function queueSlip(core: Core, device: Device, { returnId, language, staffId }: { readonly returnId: LooseReturnId; readonly language: Language; readonly staffId: Caller['staffId'] }): PrintJobId {
  const id = core.newId() as PrintJobId
  const before = jobsOfReturn(core.db, returnId).find(({ state }) => mayBeOnPaper(state))
  insertJob(core.db, { ...paperless, id, registerId: device.registerId, deviceId: device.id, kind: 'return', copies: 1, duplicateOf: before?.id ?? null, language, opensDrawer: false, staffId, returnId }, core.now())
  return id
}

/** Money is handed out of the drawer: it opens once the return is committed, and that is written down. */
export function openDrawerForReturn(core: Core, { registerId, staffId }: Caller, returnId: LooseReturnId): void {
  const device = tillPrinter(core, registerId)
  if (!device || device.transport === 'system') return
  const { settings, profile } = printerOf(device)
  if (profile.drawer === null || settings.drawerPin === null) return
  const { till, number } = theReturn(core, returnId)
  const note = looseNumber(till, number)
  if (kickedNow(core, device)) noteDrawer(core, { registerId, staffId, approvedBy: null, saleId: null, refundId: null, note, deviceName: device.name })
  else started(core, queueDrawer(core, device, { note, staffId }))
}
