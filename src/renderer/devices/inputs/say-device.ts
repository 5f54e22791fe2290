import type { TFunction } from 'i18next'
import type { DeviceRow } from './use-devices.ts'

type Say = TFunction<'devices'>

/** What to do about a device that is not ready, or null where nothing is the matter. */
export function sayTrouble(t: Say, { life: { trouble }, how }: DeviceRow): string | null {
  if (trouble === null) return null
  return trouble === 'refused' ? t(`trouble-refused-${how.transport}`) : t(`trouble-${trouble}`)
}

export const isLost = ({ life }: DeviceRow): boolean => life.state !== 'ready' && life.trouble !== null

const hex = (id: number): string => id.toString(16).padStart(4, '0')
/** Where a device is found: its path and speed, or its USB numbers. */
export function sayWhere(t: Say, { how }: DeviceRow): string {
  if (how.transport === 'serial') return t('where-serial', { path: how.address.path, speed: how.settings.baudRate })
  return how.address ? t('where-hid', { id: `${hex(how.address.vendorId)}:${hex(how.address.productId)}` }) : ''
}
export const usbId = ({ vendorId, productId }: { readonly vendorId: number | null; readonly productId: number | null }): string =>
  (vendorId === null ? '' : `${hex(vendorId)}:${hex(productId ?? 0)}`)

const named: Readonly<Record<string, string>> = { '\r': '‹CR›', '\n': '‹LF›', '\t': '‹TAB›' }
/** Control characters by their names, because no font draws them. */
export const seen = (text: string): string => Array.from(text, (char) => named[char] ?? (char < ' ' ? `‹${char.charCodeAt(0)}›` : char)).join('')
