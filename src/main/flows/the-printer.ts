import type { Device } from '../devices/device.ts'
import { devicesOfKind } from '../devices/devices.sql.ts'
import { printerAddress, printerSettings, tuned, usualSettings, type PrinterAddress, type PrinterProfile, type PrinterSettings } from '../devices/printer-profile.ts'
import { profileNamed, profiles } from '../devices/printer-profiles.ts'
import type { Core } from '../context.ts'
import type { RegisterId } from '../vocabulary.ts'

export type Printer = { readonly settings: PrinterSettings; readonly profile: PrinterProfile; readonly address: PrinterAddress }

/** A device row as a printer. A model or a setting that this version no longer knows becomes the plainest there is, so that it prints still. */
export function printerOf(device: Device): Printer {
  const read = printerSettings.safeParse(device.settings)
  const profile = (read.success ? profileNamed(read.data.profile) : undefined) ?? profileNamed('generic-80') ?? profiles[0]!
  const settings = read.success ? read.data : usualSettings(profile)
  const address = printerAddress.safeParse(device.address)
  return { settings, profile: tuned(profile, settings), address: address.success ? address.data : null }
}

/** The printer of a till: the first that was set up there. Null where there is none. */
export const tillPrinter = (core: Core, registerId: RegisterId): Device | null => devicesOfKind(core.db, registerId, 'printer')[0] ?? null
