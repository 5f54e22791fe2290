import { z } from 'zod'
import { all, first, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { DeviceId, Instant, RegisterId } from '../vocabulary.ts'
import { deviceKinds, transports, type Device, type DeviceKind } from './device.ts'

const row = z.object({
  id: z.string() as unknown as z.ZodType<DeviceId>, registerId: z.string() as unknown as z.ZodType<RegisterId>, kind: z.enum(deviceKinds), name: z.string(),
  transport: z.enum(transports), address: z.string(), settings: z.string(), active: z.union([z.literal(0), z.literal(1)]),
  createdAt: z.string() as unknown as z.ZodType<Instant>, updatedAt: z.string() as unknown as z.ZodType<Instant>,
})
const columns = sql`id, register_id AS registerId, kind, name, transport, address, settings, active, created_at AS createdAt, updated_at AS updatedAt`
const read = (found: z.infer<typeof row>): Device =>
  ({ ...found, address: JSON.parse(found.address) as Device['address'], settings: JSON.parse(found.settings) as Device['settings'], active: found.active === 1 })

/** The devices in use on one till, in the order they were added. */
export const devicesOf = (db: ReadableDB, registerId: RegisterId): Device[] =>
  all(db, row, sql`SELECT ${columns} FROM devices WHERE register_id = ${registerId} AND active = 1 ORDER BY created_at, id`).map(read)

/** The same, of one kind. */
export const devicesOfKind = (db: ReadableDB, registerId: RegisterId, kind: DeviceKind): Device[] =>
  devicesOf(db, registerId).filter((device) => device.kind === kind)

/** One device, removed ones too. */
export function getDevice(db: ReadableDB, id: DeviceId): Device | null {
  const found = first(db, row, sql`SELECT ${columns} FROM devices WHERE id = ${id}`)
  return found === undefined ? null : read(found)
}

/** Adds the device, or replaces everything of it but its till and its first day. */
export const saveDevice = (db: WritableDB, device: Omit<Device, 'createdAt' | 'updatedAt'>, at: Instant): number =>
  run(db, sql`INSERT INTO devices (id, register_id, kind, name, transport, address, settings, active, created_at, updated_at)
    VALUES (${device.id}, ${device.registerId}, ${device.kind}, ${device.name}, ${device.transport}, ${JSON.stringify(device.address)},
      ${JSON.stringify(device.settings)}, ${device.active ? 1 : 0}, ${at}, ${at})
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, transport = excluded.transport, address = excluded.address,
      settings = excluded.settings, active = excluded.active, updated_at = excluded.updated_at`)

/** Takes a device out of use, or back into it. */
export const setActive = (db: WritableDB, id: DeviceId, active: boolean, at: Instant): number =>
  run(db, sql`UPDATE devices SET active = ${active ? 1 : 0}, updated_at = ${at} WHERE id = ${id}`)
