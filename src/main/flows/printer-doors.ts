import { z } from 'zod'
import type { Device } from '../devices/device.ts'
import { devicesOfKind, getDevice, saveDevice, setActive } from '../devices/devices.sql.ts'
import { jobsOfSale, recentJobs } from '../devices/print-jobs.sql.ts'
import { printerAddress, printerSettings, type PrinterAddress, type PrinterProfile, type PrinterSettings } from '../devices/printer-profile.ts'
import { profiles } from '../devices/printer-profiles.ts'
import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { filledText, id, language, nothing, requestId, takes } from '../input.ts'
import { once } from '../store/once.ts'
import type { ApprovalId, Caller, DeviceId, PrintJobId, RefundId, RegisterId, SaleId } from '../vocabulary.ts'
import { dropJob, goOn, openDrawer, printAgain } from './mend-printing.ts'
import { changed, deskOf } from './print-desk.ts'
import { printReceipt, printTestPage, viewOf, type PrintView } from './print-receipt.ts'
import { printerOf } from './the-printer.ts'

const job = { jobId: id<PrintJobId>() }
const paper = { saleId: id<SaleId>(), refundId: id<RefundId>().nullable() }
const device = { deviceId: id<DeviceId>() }
const saved = z.strictObject({
  requestId, id: id<DeviceId>().nullable(), name: filledText(60), transport: z.enum(['tcp', 'serial', 'usb', 'system']), address: printerAddress, settings: printerSettings,
})

/** A printer as Settings shows it; `waitsFor` is what it says it needs right now, `silent` that it never answered when asked. */
export type PrinterView = {
  readonly id: DeviceId; readonly name: string; readonly transport: Device['transport']; readonly address: PrinterAddress; readonly settings: PrinterSettings
  readonly paperMm: number; readonly columns: number; readonly hasDrawer: boolean; readonly waitsFor: string | null; readonly silent: boolean; readonly last: PrintView | null
}
export type ProfileView = Pick<PrinterProfile, 'id' | 'name' | 'models' | 'paperMm' | 'columns' | 'baudRate' | 'status' | 'confirms'> & { readonly pages: readonly string[]; readonly pins: readonly (2 | 5)[] }

/** Printing, its troubles, the drawer, and the printers of this till. */
export const printerDoors = (core: Core) => ({
  'print/receipt': takes(z.strictObject({ requestId, ...paper, language: language.nullable() }), (input, caller) => printReceipt(core, caller, input)),
  'print/of-sale': takes(z.strictObject(paper), ({ saleId, refundId }): PrintView | null => jobsOfSale(core.db, saleId, refundId).map((each) => viewOf(core, each))[0] ?? null),
  'print/jobs': takes(z.strictObject({ most: z.number().int().min(1).max(50) }), ({ most }, { registerId }) => recentJobs(core.db, registerId, most).map((each) => viewOf(core, each))),
  'print/again': takes(z.strictObject({ requestId, ...job }), (input, caller) => printAgain(core, caller, input)),
  'print/drop': takes(z.strictObject(job), (input, caller) => dropJob(core, caller, input)),
  'print/go-on': takes(z.strictObject(job), (input, caller) => goOn(core, caller, input)),
  'print/test-page': takes(z.strictObject({ requestId, ...device, language }), (input, caller) => printTestPage(core, caller, thePrinter(core, caller, input.deviceId), input)),
  'print/profiles': takes(nothing, () => profiles.map(profileView)),
  'print/printers': takes(nothing, (_input, { registerId }) => devicesOfKind(core.db, registerId, 'printer').map((each) => printerView(core, registerId, each))),
  'print/save-printer': takes(saved, (input, caller) => savePrinter(core, caller, input), 'edit-devices'),
  'print/remove-printer': takes(z.strictObject({ requestId, ...device, active: z.boolean() }), (input, caller) => removePrinter(core, caller, input), 'edit-devices'),
  'drawer/open': takes(z.strictObject({ requestId, reason: filledText(200), approvalId: id<ApprovalId>().nullable() }), (input, caller) => openDrawer(core, caller, input)),
})

const profileView = ({ id: profile, name, models, paperMm, columns, baudRate, status, confirms, codePages, drawer }: PrinterProfile): ProfileView =>
  ({ id: profile, name, models, paperMm, columns, baudRate, status, confirms, pages: Object.keys(codePages), pins: drawer?.pins ?? [] })

function printerView(core: Core, registerId: RegisterId, each: Device): PrinterView {
  const { settings, profile, address } = printerOf(each)
  const desk = deskOf(core)
  const last = recentJobs(core.db, registerId, 20).find(({ deviceId }) => deviceId === each.id)
  return {
    id: each.id, name: each.name, transport: each.transport, address, settings, paperMm: profile.paperMm, columns: profile.columns, hasDrawer: profile.drawer !== null && settings.drawerPin !== null,
    waitsFor: desk.live.get(each.id)?.trouble ?? null, silent: desk.silent.has(each.id), last: last ? viewOf(core, last) : null,
  }
}

function thePrinter(core: Core, { registerId }: Caller, deviceId: DeviceId): Device {
  const found = getDevice(core.db, deviceId)
  if (found?.kind !== 'printer' || found.registerId !== registerId) throw new Refusal('printer-gone', { field: 'deviceId' })
  return found
}

/** Adds a printer to this till or changes one. The way must fit the address: a network printer has a host, a serial one a line. */
function savePrinter(core: Core, caller: Caller, { requestId: request, id: known, ...input }: z.infer<typeof saved>): { readonly id: DeviceId } {
  const fits = input.transport === 'system' ? input.address === null : input.address !== null && ('host' in input.address) === (input.transport === 'tcp')
  if (!fits) throw new Refusal('bad-input', { field: 'address', problem: 'transport' })
  if (known !== null) thePrinter(core, caller, known)
  const answer = once(core.db, { id: request, door: 'print/save-printer', at: core.now() }, () => {
    const deviceId = known ?? (core.newId() as DeviceId)
    saveDevice(core.db, { ...input, id: deviceId, registerId: caller.registerId, kind: 'printer', active: true }, core.now())
    return { id: deviceId }
  })
  deskOf(core).silent.delete(answer.id)
  changed(core, caller.registerId)
  return answer
}

/** Takes a printer off this till, or (Undo) puts it back. */
function removePrinter(core: Core, caller: Caller, { requestId: request, deviceId, active }: { requestId: z.infer<typeof requestId>; deviceId: DeviceId; active: boolean }): null {
  thePrinter(core, caller, deviceId)
  once(core.db, { id: request, door: 'print/remove-printer', at: core.now() }, () => (setActive(core.db, deviceId, active, core.now()), null))
  changed(core, caller.registerId)
  return null
}
