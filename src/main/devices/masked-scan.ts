import type { Arrived } from './arrived.ts'
import { luhnHolds } from './check-digits.ts'
import type { LicenceWarning } from './licence.ts'
import { classify } from './scan.ts'

/** What a technician may see of a scan: its form, and what was read from it. Of a person nothing, of a payment card not even the length. */
export type MaskedScan = {
  readonly kind: 'licence' | 'payment-card' | 'read-error' | 'stripe' | 'code' | 'garbled' | 'encrypted' | 'blank'
  readonly raw: string
  readonly symbology: string | null
  readonly licence: { readonly jurisdiction: string; readonly version: number | null; readonly source: 'aamva' | 'magstripe'; readonly has: readonly LicencePart[]; readonly warnings: readonly LicenceWarning[] } | null
}
const parts = ['name', 'number', 'birthDate', 'expiryDate', 'address', 'sex'] as const
export type LicencePart = (typeof parts)[number]
const mostShown = 400

/** What the test of a device shows for what it sent. */
export function maskScan(arrived: Arrived): MaskedScan {
  const nothing = { raw: '', symbology: null, licence: null }
  if (arrived.kind !== 'text') return { kind: arrived.kind, ...nothing }
  const { text, symbology } = arrived
  const scan = classify(text, symbology)
  if (scan.kind === 'payment-card' || scan.kind === 'read-error') return { kind: scan.kind, ...nothing }
  if (scan.kind === 'stripe') return { kind: 'stripe', raw: show(dotted(text)), symbology, licence: null }
  if (scan.kind === 'code') return { kind: 'code', raw: show(withoutPayment(text)), symbology, licence: null }
  const { jurisdiction, version, source, warnings, ...read } = scan.licence
  const said = { name: read.family, number: read.number, birthDate: read.birthDate, expiryDate: read.neverExpires ? 'never' : read.expiryDate, address: read.street1, sex: read.sex }
  return { kind: 'licence', raw: show(source === 'aamva' ? dottedElements(text) : dotted(text)), symbology, licence: { jurisdiction, version, source, warnings, has: parts.filter((part) => Boolean(said[part])) } }
}

const named: Readonly<Record<string, string>> = { '\r': '‹CR›', '\n': '‹LF›', '\t': '‹TAB›', '\u001d': '‹GS›', '\u001e': '‹RS›', '\u001c': '‹FS›' }
const isControl = (char: string): boolean => char < ' ' || (char >= '\u007f' && char < '\u00a0')
/** Control characters by their names, because no font draws them. */
const show = (text: string): string => {
  const seen = Array.from(text.slice(0, mostShown), (char) => named[char] ?? (isControl(char) ? `‹${char.charCodeAt(0)}›` : char)).join('')
  return text.length > mostShown ? `${seen}…` : seen
}
const dotted = (text: string): string => text.replace(/[\p{L}\p{N}]/gu, '•')
/** The header and the three letters of each element stay; what stands in them does not. */
const dottedElements = (text: string): string => text.split(/(?<=[\n\r])/).map((line) => (/^(?:DL|ID|EN)?[DPZ][A-Z0-9]{2}/.test(line) ? line.replace(/^((?:DL|ID|EN)?[DPZ][A-Z0-9]{2})([\s\S]*)/, (_, id: string, rest: string) => id + dotted(rest)) : headerOnly(line))).join('')
const headerOnly = (line: string): string => (/ANSI|AAMVA|AMVA/.test(line) ? line.slice(0, 21) + dotted(line.slice(21)) : dotted(line))

/** A bar code can hold a payment number too: fifteen to nineteen digits that pass Luhn are not shown. */
const withoutPayment = (text: string): string => text.replace(/\d(?:[ -]?\d){14,18}/g, (digits) => (luhnHolds(digits.replace(/\D/g, '')) ? dotted(digits) : digits))
