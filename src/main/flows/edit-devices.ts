import type { Core } from '../context.ts'
import { saveDevice, setActive } from '../devices/devices.sql.ts'
import type { Device } from '../devices/device.ts'
import type { InputDraft } from '../devices/input-device.ts'
import { Refusal } from '../errors.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, DeviceId, Json, RequestId } from '../vocabulary.ts'
import { theInput } from './device-rows.ts'
import { refreshDevices } from './run-devices.ts'

type Asked = { readonly requestId: RequestId; readonly id: DeviceId | null; readonly draft: InputDraft }

/** Adds a scanner or reader to this till, or changes it, and opens it. Refuses 'not-found' for one of another till, or one that was removed. */
export function saveInput(core: Core, caller: Caller, { requestId, id, draft }: Asked): { id: DeviceId } {
  const saved = once(core.db, { id: requestId, door: 'devices/save', at: core.now() }, () => {
    const before = id === null ? null : theInput(core, caller.registerId, id)
    if (before?.active === false) throw new Refusal('not-found', { field: 'id' })
    const after = { ...draft, name: draft.name.trim(), id: before?.id ?? (core.newId() as DeviceId), registerId: caller.registerId, active: true }
    saveDevice(core.db, after, core.now())
    note(core, caller, before ? 'device-changed' : 'device-added', after.id, { before: before && facts(before), after: facts(after) })
    return { id: after.id }
  })
  return tell(core, caller, saved)
}

/** Takes a device out of use; `active` true brings it back, which is Undo. */
export function useInput(core: Core, caller: Caller, { requestId, id, active }: { readonly requestId: RequestId; readonly id: DeviceId; readonly active: boolean }): null {
  const door = active ? 'devices/restore' : 'devices/remove'
  once(core.db, { id: requestId, door, at: core.now() }, () => {
    const device = theInput(core, caller.registerId, id)
    if (device.active === active) return null
    setActive(core.db, id, active, core.now())
    note(core, caller, active ? 'device-added' : 'device-removed', id, active ? { before: null, after: facts(device) } : { before: facts(device), after: null })
    return null
  })
  return tell(core, caller, null)
}

function tell<T>(core: Core, { registerId }: Caller, answer: T): T {
  refreshDevices(core, registerId)
  core.emit('devices-changed', { registerId })
  return answer
}

const facts = ({ kind, name, transport, address, settings }: Pick<Device, 'kind' | 'name' | 'transport' | 'address' | 'settings'>): Json => ({ kind, name, transport, address, settings })
const note = (core: Core, { registerId, staffId }: Caller, kind: string, id: DeviceId, values: { before: Json; after: Json }): number =>
  appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind, target: `device/${id}`, ...values })
