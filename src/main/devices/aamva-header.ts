// The first bytes of a licence's barcode (AAMVA DL/ID 2020 D.12.3): found wherever they stand and however a keyboard wedge mangled them.
import { newestVersion, tableOf, type Layout } from './aamva-elements.ts'
import type { LicenceWarning } from './licence.ts'

/** `body` begins at the first element, on the way repaired; `privateTypes` are the jurisdiction's own subfiles (ZV, ZN), which are never read. */
export type Opened = {
  readonly iin: string; readonly version: number; readonly layout: Layout; readonly body: string
  readonly privateTypes: readonly string[]; readonly warnings: readonly LicenceWarning[]
}
type Designator = { readonly type: string; readonly offset: number; readonly length: number }

/** No card holds more; whatever follows is not read. */
const mostCharacters = 4096
const mostScans = 4
/** Issuer, version, jurisdiction version and count; DL/ID-2000 has no jurisdiction version. */
const wholeDigits = 12
/** Line ends that arrived as J: hardly a real one left, and more of them than names could bring. */
const fewLines = 3
/** More characters than published cards fall short of their stated length. */
const farShort = 30
const manyJs = 5
const mark = /(?:A?NSI|A{1,2}MVA) {0,2}(?=\d{5})/i

/** Reads the header, or null where there is none: the text may still be elements without one. */
export function openHeader(text: string): Opened | null {
  const capped = withoutNoise(text)
  const found = mark.exec(capped)
  if (!found) return null
  const whole = /[a-z]/.test(found[0]) ? capped.toUpperCase() : capped
  const lead = leadOf(whole, found.index)
  const { iin, version, isShort, at } = numbersAt(whole, found.index + found[0].length)
  const { designators, end } = designatorsAt(whole, at)
  const privateTypes = designators.map(({ type }) => type).filter((type) => type.startsWith('Z'))
  const body = mended(whole.slice(end), lead.text, privateTypes)
  const card = whole.slice(lead.start)
  const warnings: LicenceWarning[] = []
  if (designators.length === 0 || !designators.every((each) => fits(card, each))) warnings.push('offsets-ignored')
  if (lead.text !== '\n\u001e\r' || capped !== text.slice(0, mostCharacters)) warnings.push('control-characters-repaired')
  if (version > newestVersion) warnings.push('unknown-version')
  if (brokeOff(card, designators[0])) warnings.push('incomplete')
  return { iin, version, layout: layoutOf(body, isShort), body, privateTypes, warnings }
}

/** Texts of two scans that ran into one another, apart: each begins with its own header. A text without a header is one. */
export function scansIn(text: string): readonly string[] {
  const marks = Array.from(text.slice(0, 2 * mostCharacters).matchAll(new RegExp(mark, 'gi')), ({ index }) => leadOf(text, index).start).slice(0, mostScans)
  return marks.length < 2 ? [text] : marks.map((start, i) => text.slice(i === 0 ? 0 : start, marks[i + 1]))
}

/** What the elements say counts for more than the header: Arizona writes version 05 over an 01 card. Only later versions have DCS, the family name. */
function layoutOf(body: string, isShort: boolean): Layout {
  if (body.includes('DCS')) return 'standard'
  return isShort || /(?:^|[\n\r])(?:DL|ID)?DA[AB]/.test(body) ? 'legacy' : 'standard'
}

/** U+0080 to U+009F between elements is what some scanners type in keyboard mode; a bar stands for a line end. */
export const withoutNoise = (text: string): string => text.slice(0, mostCharacters).replace(/[\u0080-\u009f]/g, '').replaceAll('\0', '').replaceAll('|', '\n')

function leadOf(text: string, markAt: number): { readonly text: string; readonly start: number } {
  const from = Math.max(0, markAt - 8)
  const at = text.slice(from, markAt).lastIndexOf('@')
  return at < 0 ? { text: '', start: markAt } : { text: text.slice(from + at + 1, markAt), start: from + at }
}

/** Issuer, version and where the designators begin. The oldest North Carolina cards write five digits for 636004 and one for the count. */
function numbersAt(text: string, at: number): { readonly iin: string; readonly version: number; readonly isShort: boolean; readonly at: number } {
  const digits = /^\d{5,14}/.exec(text.slice(at, at + 14))?.[0] ?? ''
  const isOld = digits.startsWith('3') && digits.length < 10
  const iin = isOld ? `6${digits.slice(0, 5)}` : digits.slice(0, 6)
  const version = Number(digits.slice(iin.length - (isOld ? 1 : 0)).slice(0, 2))
  return { iin, version, isShort: isOld || version <= 1 || digits.length < wholeDigits, at: at + digits.length }
}

function designatorsAt(text: string, start: number): { readonly designators: readonly Designator[]; readonly end: number } {
  const shape = /(DL|ID|EN|Z[A-Z0-9])([0-9A-Za-z]{4})([0-9A-Za-z]{4})/y
  const designators: Designator[] = []
  let end = start
  for (;;) {
    shape.lastIndex = end
    const [all = '', type = '', offset, length] = shape.exec(text) ?? []
    if (!all || startsElement(text, end + 2)) return { designators, end }
    designators.push({ type, offset: Number(offset), length: Number(length) })
    end += all.length
  }
}

const startsElement = (text: string, at: number): boolean => {
  const id = text.slice(at, at + 3)
  return tableOf('standard').has(id) || tableOf('legacy').has(id)
}

const fits = (card: string, { type, offset, length }: Designator): boolean =>
  card.startsWith(type, offset) && card[offset + length - 1] === '\r'

/**
 * An element that ended with the text may be half. Where the offset is right the length may
 * be wrong by a few characters: so only far too short, or short in the middle of what counts, is broken off.
 */
function brokeOff(card: string, first: Designator | undefined): boolean {
  const missing = first && card.startsWith(first.type, first.offset) ? first.offset + first.length - card.length : 0
  const hasLines = card.split('\n', fewLines + 1).length > fewLines
  return hasLines && (missing > farShort || (missing > 1 && /\n(?:DAQ|DCS|DA[ABCGIK]|DB[AB])[^\n\r]*$/.test(card)))
}

/** Ctrl+J and Ctrl+M that lost their Ctrl: line ends arrive as J, the last one as M. A J that ends DAJ itself is none. */
function mended(body: string, lead: string, privateTypes: readonly string[]): string {
  let text = linesOf(body)
  for (const type of privateTypes) text = text.replace(`M${type}${type}`, `\r${type}${type}`)
  return /M$/i.test(lead) ? text.replace(/[Mm]\s{0,4}$/, '\r') : text
}

function linesOf(body: string): string {
  const asJ = /(?<![JLjl]DA)[Jj](?=D[A-D][A-Z]|PA[A-F]|Z[A-Z][A-Z])/g
  if (body.split('\n', fewLines + 1).length > fewLines) return body
  return (body.match(asJ)?.length ?? 0) > manyJs ? body.replace(asJ, '\n') : body
}
