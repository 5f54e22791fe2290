import type { TFunction } from 'i18next'
import type { DeviceRow, Draft, Plugged } from './use-devices.ts'

type SerialDraft = Extract<Draft, { transport: 'serial' }>
type HidDraft = Extract<Draft, { transport: 'hid' }>
/** What the dialog holds while it is open. `path` is what stands in the field; `hid` is the path of the chosen HID device, '' for the one it had. */
export type DeviceForm = {
  readonly kind: DeviceRow['kind']; readonly transport: 'serial' | 'hid'; readonly name: string
  readonly path: string; readonly baudRate: string; readonly hid: string
  readonly settings: SerialDraft['settings']; readonly kept: HidDraft['address'] | null; readonly keptSerial: SerialDraft['address'] | null
}
export type Wrong = 'path' | 'hid' | null

const usual: SerialDraft['settings'] = { baudRate: 9600, prefix: '', suffix: 'auto', gapMs: 150 }

export function firstForm(device: DeviceRow | null): DeviceForm {
  const empty: DeviceForm = { kind: device?.kind ?? 'scanner', transport: 'serial', name: device?.name ?? '', path: '', baudRate: '9600', hid: '', settings: usual, kept: null, keptSerial: null }
  if (device === null) return empty
  if (device.how.transport === 'hid') return { ...empty, transport: 'hid', kept: device.how.address }
  const { address, settings } = device.how
  return { ...empty, path: address.path, baudRate: String(settings.baudRate), settings, keptSerial: address }
}

const chosenHid = ({ hid }: DeviceForm, plugged: Plugged | undefined) => plugged?.hid.find(({ path }) => path === hid)

export function wrongIn(form: DeviceForm, plugged: Plugged | undefined): Wrong {
  if (form.transport === 'serial') return form.path.trim() === '' ? 'path' : null
  return form.kept || chosenHid(form, plugged) ? null : 'hid'
}

/** What is saved, or null while something is missing. A port of a USB device is kept by what it is, so that another socket or number does not matter. */
export function readForm(form: DeviceForm, plugged: Plugged | undefined, t: TFunction<'devices'>): Draft | null {
  if (wrongIn(form, plugged) !== null) return null
  const usualName = t(form.kind === 'reader' ? 'usual-reader' : 'usual-scanner')
  if (form.transport === 'serial') {
    const baudRate = Number(form.baudRate) as SerialDraft['settings']['baudRate']
    return { kind: form.kind, name: form.name.trim() || usualName, transport: 'serial', address: serialAddress(form, plugged), settings: { ...form.settings, baudRate } }
  }
  const found = chosenHid(form, plugged)
  const address = found ? { vendorId: found.vendorId, productId: found.productId, serialNumber: found.serialNumber, usagePage: found.usagePage, usage: found.usage } : form.kept
  return address && { kind: form.kind, name: form.name.trim() || found?.product || usualName, transport: 'hid', address, settings: {} }
}

function serialAddress({ path: typed, keptSerial }: DeviceForm, plugged: Plugged | undefined): SerialDraft['address'] {
  const path = typed.trim()
  const listed = plugged?.serial.find((place) => place.path === path)
  if (listed) return { path, vendorId: listed.vendorId, productId: listed.productId, serialNumber: listed.serialNumber }
  return keptSerial?.path === path ? keptSerial : { path, vendorId: null, productId: null, serialNumber: null }
}
