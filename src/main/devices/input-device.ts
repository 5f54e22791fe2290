import { z } from 'zod'
import { filledText } from '../input.ts'
import type { Device } from './device.ts'
import type { HidPlace, PluggedIn, SerialPlace } from './input-port.ts'
import { suffixes, usualSerial, type SerialRules } from './serial-scan.ts'

const usbId = z.number().int().min(0).max(0xffff)
const serialNumber = filledText(120).nullable()
export const baudRates = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200] as const
const prefix = z.string().max(8).refine((given) => Array.from(given).every((char) => char > '\0' && char <= '\u00ff'))

export const serialAddress = z.strictObject({ path: filledText(250), vendorId: usbId.nullable(), productId: usbId.nullable(), serialNumber })
export const hidAddress = z.strictObject({ vendorId: usbId, productId: usbId, serialNumber, usagePage: usbId, usage: usbId })
export const serialSettings = z.strictObject({ baudRate: z.union(baudRates.map((rate) => z.literal(rate))), prefix, suffix: z.enum(suffixes), gapMs: z.number().int().min(50).max(2_000) })
export const hidSettings = z.strictObject({})

export type SerialAddress = z.infer<typeof serialAddress>
export type HidAddress = z.infer<typeof hidAddress>
export type SerialSettings = z.infer<typeof serialSettings>
const usualSerialSettings: SerialSettings = { ...usualSerial, baudRate: 9600 }

const what = { kind: z.enum(['scanner', 'reader']), name: filledText(60) }
/** A scanner or reader as a screen sends it. Keyboard scanners need no entry: they type, on any till. */
export const inputDraft = z.discriminatedUnion('transport', [
  z.strictObject({ ...what, transport: z.literal('serial'), address: serialAddress, settings: serialSettings }),
  z.strictObject({ ...what, transport: z.literal('hid'), address: hidAddress, settings: hidSettings }),
])
export type InputDraft = z.infer<typeof inputDraft>
export const isInput = ({ kind, transport }: Device): boolean => (kind === 'scanner' || kind === 'reader') && (transport === 'serial' || transport === 'hid')
export const serialOf = ({ address, settings }: Device): { address: SerialAddress; settings: SerialSettings } => ({
  address: serialAddress.safeParse(address).data ?? { path: '', vendorId: null, productId: null, serialNumber: null }, settings: serialSettings.safeParse(settings).data ?? usualSerialSettings,
})
export const hidOf = ({ address }: Device): HidAddress | null => hidAddress.safeParse(address).data ?? null
export const rulesOf = (device: Device): SerialRules => serialOf(device).settings

const barcodePage = 0x8c
export const isPosScanner = ({ usagePage }: Pick<HidAddress, 'usagePage'>): boolean => usagePage === barcodePage
/** Makers whose HID POS scanners stay idle until they get feature report 254. */
const sleepy = new Set([0x0c2e, 0x23d0])
export const needsWaking = (address: HidAddress): boolean => isPosScanner(address) && sleepy.has(address.vendorId)

const same = (kept: string | null, found: string | null): boolean => kept === null || found === null || kept === found
const matches = (kept: SerialAddress, found: SerialPlace): boolean =>
  kept.vendorId !== null && found.vendorId === kept.vendorId && found.productId === kept.productId && same(kept.serialNumber, found.serialNumber)

/** Where a serial device is now: by its USB identity wherever it was plugged in, else at the path that was typed. `taken` are the paths of others. */
export function serialPathOf(kept: SerialAddress, { serial }: PluggedIn, taken: ReadonlySet<string>): string | null {
  const free = serial.filter(({ path }) => !taken.has(path))
  const atItsPath = free.find((found) => found.path === kept.path && matches(kept, found))
  const found = atItsPath ?? free.find((each) => matches(kept, each))
  if (found) return found.path
  return kept.vendorId === null ? kept.path : null
}

/** The interface that is this HID device now, or null. */
export const hidPathOf = (kept: HidAddress, { hid }: PluggedIn, taken: ReadonlySet<string>): string | null =>
  hid.find((found: HidPlace) => !taken.has(found.path) && found.vendorId === kept.vendorId && found.productId === kept.productId
    && found.usagePage === kept.usagePage && found.usage === kept.usage && same(kept.serialNumber, found.serialNumber))?.path ?? null
