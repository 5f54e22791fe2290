import { z } from 'zod'
import type { Core } from '../context.ts'
import { inputDraft } from '../devices/input-device.ts'
import { burstsNeeded, learnFrom, type Learned, type LearnTrouble } from '../devices/learn-line.ts'
import { id, requestId, takes, text } from '../input.ts'
import type { DeviceId } from '../vocabulary.ts'
import { deviceRows, learnDevice, learningNow, testDevices, testedDevices, whatIsPluggedIn } from './device-rows.ts'
import { saveInput, useInput } from './edit-devices.ts'

const empty = z.strictObject({})
const deviceId = id<DeviceId>()
const burst = z.strictObject({ text: text(200), gapsMs: z.array(z.number().min(0).max(60_000)).max(200) })

/** Scanners and readers of this till: what there is, how it fares, and how it is set up. */
export const deviceDoors = (core: Core) => ({
  'devices/list': takes(empty, (_, { registerId }) => deviceRows(core, registerId)),
  /** Looking takes long: a screen asks only to add a device. */
  'devices/plugged-in': takes(empty, (_, { registerId }) => whatIsPluggedIn(core, registerId), 'edit-devices'),
  'devices/save': takes(z.strictObject({ requestId, id: deviceId.nullable(), draft: inputDraft }), (asked, caller) => saveInput(core, caller, asked), 'edit-devices'),
  'devices/remove': takes(z.strictObject({ requestId, id: deviceId }), (asked, caller) => useInput(core, caller, { ...asked, active: false }), 'edit-devices'),
  'devices/restore': takes(z.strictObject({ requestId, id: deviceId }), (asked, caller) => useInput(core, caller, { ...asked, active: true }), 'edit-devices'),
  'devices/test': takes(z.strictObject({ on: z.boolean() }), ({ on }, caller) => testDevices(core, caller, on), 'edit-devices'),
  'devices/tested': takes(empty, (_, caller) => testedDevices(core, caller), 'edit-devices'),
  'devices/learn': takes(z.strictObject({ id: deviceId.nullable() }), (asked, caller) => learnDevice(core, caller, asked.id), 'edit-devices'),
  'devices/learning': takes(empty, (_, caller) => learningNow(core, caller), 'edit-devices'),
  /** A keyboard scanner is heard by the screen; what three of its scans have in common is told here, and nothing is kept. */
  'devices/learn-keys': takes(z.strictObject({ bursts: z.array(burst).length(burstsNeeded) }), ({ bursts }): Learned | { trouble: LearnTrouble } => learnFrom(bursts), 'edit-devices'),
})
