import type { DeviceId, Instant, Json, RegisterId } from '../vocabulary.ts'

export const deviceKinds = ['scanner', 'reader', 'printer', 'display', 'camera'] as const
export type DeviceKind = (typeof deviceKinds)[number]
export const transports = ['keyboard', 'serial', 'hid', 'tcp', 'usb', 'system', 'camera'] as const
export type Transport = (typeof transports)[number]

/** A device as the till remembers it. What `address` and `settings` hold is the business of whoever drives that kind and transport. */
export type Device = {
  readonly id: DeviceId; readonly registerId: RegisterId; readonly kind: DeviceKind; readonly name: string; readonly transport: Transport
  readonly address: Json; readonly settings: Json
  /** Removed devices stay as inactive rows, so that Undo and old records find them. */
  readonly active: boolean
  readonly createdAt: Instant; readonly updatedAt: Instant
}
