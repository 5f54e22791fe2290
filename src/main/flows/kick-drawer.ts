import type { Device } from '../devices/device.ts'
import { pulseNowBytes } from '../devices/drawer.ts'
import type { Core } from '../context.ts'
import { deskOf } from './print-desk.ts'
import { printerOf } from './the-printer.ts'

/** A printer that hangs with a receipt in it still opens the drawer, in real time, over the connection it hangs on. False where it does not hang. */
export function kickedNow(core: Core, device: Device): boolean {
  const live = deskOf(core).live.get(device.id)
  const { profile, settings } = printerOf(device)
  const pulse = pulseNowBytes(profile, settings.drawerPin)
  if (!live || live.trouble === null || pulse === null) return false
  live.link.write(pulse).catch(() => undefined)
  return true
}
