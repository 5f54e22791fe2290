import type { Input, Output } from '../../../main/handlers.ts'
import type { Printer } from './say-print.ts'

export type Profile = Output<'print/profiles'>[number]
type Saved = Input<'print/save-printer'>
export type Way = Saved['transport']
type Settings = Saved['settings']
/** What the form holds: every way's own fields, whichever is chosen. */
export type PrinterForm = Settings & { readonly name: string; readonly way: Way; readonly host: string; readonly port: string; readonly path: string; readonly baudRate: string; readonly flow: 'xon-xoff' | 'rts-cts' | 'none' }
export const speeds = ['9600', '19200', '38400', '57600', '115200'] as const

export const formFor = (printer: Printer | null, profile: Profile | undefined, name: string): PrinterForm => {
  const address = printer?.address ?? null
  const host = address && 'host' in address ? address : null
  const line = address && 'path' in address ? address : null
  const settings: Settings = printer?.settings ?? { profile: profile?.id ?? 'generic-80', automatic: 'always', copies: 1, codePage: null, drawerPin: profile?.pins[0] ?? null, saleCode: null, display: null }
  return {
    ...settings, name: printer?.name ?? name, way: (printer?.transport as Way | undefined) ?? 'tcp', host: host?.host ?? '', port: String(host?.port ?? 9100),
    path: line?.path ?? '', baudRate: String(line?.baudRate ?? profile?.baudRate ?? 9600), flow: line?.flow ?? 'xon-xoff',
  }
}

/** The form as the door takes it. */
export function savedOf({ name, way, host, port, path, baudRate, flow, ...settings }: PrinterForm): Omit<Saved, 'requestId' | 'id'> {
  const address = way === 'system' ? null : way === 'tcp' ? { host: host.trim(), port: Number(port) } : { path: path.trim(), baudRate: way === 'serial' ? Number(baudRate) : null, flow: way === 'serial' ? flow : null }
  return { name: name.trim(), transport: way, address, settings }
}

/** Where something is plugged in, as this system names it. */
export const devicePath = /^(\/dev\/[\w./-]{1,200}|COM\d{1,3}|\\\\\.\\[\w.-]{1,60})$/

/** Which field is wrong, as its name in the form; null where the door would take it. */
export function wrongIn({ name, way, host, port, path }: PrinterForm): 'name' | 'host' | 'port' | 'path' | null {
  if (name.trim() === '') return 'name'
  if (way === 'tcp' && !/^[\w.:-]{1,253}$/.test(host.trim())) return 'host'
  if (way === 'tcp' && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536)) return 'port'
  return (way === 'serial' || way === 'usb') && !devicePath.test(path.trim()) ? 'path' : null
}
