import { z } from 'zod'
import { displayKinds, type DisplayKind } from '../devices/display.ts'
import { devicesOfKind, getDevice, saveDevice, setActive } from '../devices/devices.sql.ts'
import { printerAddress, type PrinterAddress } from '../devices/printer-profile.ts'
import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { filledText, id, nothing, requestId, takes } from '../input.ts'
import { once } from '../store/once.ts'
import type { Caller, DeviceId } from '../vocabulary.ts'
import { changed } from './print-desk.ts'
import { displayOf, showCart } from './show-on-display.ts'

const saved = z.strictObject({ requestId, id: id<DeviceId>().nullable(), name: filledText(60), address: printerAddress, kind: z.enum(displayKinds) })
const removed = z.strictObject({ requestId, deviceId: id<DeviceId>(), active: z.boolean() })
export type DisplayView = { readonly id: DeviceId; readonly name: string; readonly address: PrinterAddress; readonly kind: DisplayKind }

/** Pole displays on a serial line of their own; one behind the printer is a setting of the printer. */
export const displayDoors = (core: Core) => ({
  'display/list': takes(nothing, (_input, { registerId }): DisplayView[] => devicesOfKind(core.db, registerId, 'display').map((each) => ({ id: each.id, name: each.name, ...displayOf(each) }))),
  'display/save': takes(saved, (input, caller) => saveDisplay(core, caller, input), 'edit-devices'),
  'display/remove': takes(removed, (input, caller) => removeDisplay(core, caller, input), 'edit-devices'),
})

function theDisplay(core: Core, { registerId }: Caller, deviceId: DeviceId): void {
  const found = getDevice(core.db, deviceId)
  if (found?.kind !== 'display' || found.registerId !== registerId) throw new Refusal('not-found', { field: 'deviceId' })
}

function saveDisplay(core: Core, caller: Caller, { requestId: request, id: known, name, address, kind }: z.infer<typeof saved>): { readonly id: DeviceId } {
  if (address === null || 'host' in address) throw new Refusal('bad-input', { field: 'address', problem: 'transport' })
  if (known !== null) theDisplay(core, caller, known)
  const answer = once(core.db, { id: request, door: 'display/save', at: core.now() }, () => {
    const deviceId = known ?? (core.newId() as DeviceId)
    saveDevice(core.db, { id: deviceId, registerId: caller.registerId, kind: 'display', name, transport: 'serial', address, settings: { kind }, active: true }, core.now())
    return { id: deviceId }
  })
  changed(core, caller.registerId)
  showCart(core, caller.registerId)
  return answer
}

/** Takes a display off this till, or (Undo) puts it back. */
function removeDisplay(core: Core, caller: Caller, { requestId: request, deviceId, active }: z.infer<typeof removed>): null {
  theDisplay(core, caller, deviceId)
  once(core.db, { id: request, door: 'display/remove', at: core.now() }, () => (setActive(core.db, deviceId, active, core.now()), null))
  changed(core, caller.registerId)
  return null
}
