import { decodeAs, decodeQuotedPrintable } from './import-text.ts'

/** One property of a card, decoded. `raw` still has its backslashes; `binary` is set where the value is base64. */
export type VCardProperty = {
  readonly group: string; readonly name: string
  /** Lower case, in all the forms TYPE takes: ;HOME  ;TYPE=HOME,VOICE  ;type="home,voice". */
  readonly types: readonly string[]
  /** The parameters that are neither a type nor about transport, with their names in capitals. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[]
  readonly valueKind: string; readonly preferred: boolean
  readonly raw: string; readonly binary: boolean; readonly quotedPrintable: boolean
  /** Words beyond what any field or note holds were left out. */
  readonly cut: boolean
}
export type VCard = { readonly line: number; readonly version: string; readonly properties: readonly VCardProperty[]; readonly closed: boolean; readonly tooLong: boolean; readonly text: string }
/** `tooLong`: the card is larger than any card is, and only its beginning is there. */
export type CardLines = { readonly line: number; readonly lines: readonly string[]; readonly closed: boolean; readonly tooLong: boolean }

const begin = /^\s{0,99}BEGIN\s{0,99}:\s{0,99}VCARD\s*$/i
const end = /^\s{0,99}END\s{0,99}:\s{0,99}VCARD\s*$/i
const property = /^[A-Za-z][\w.-]*[;:]/
/** A picture that a record can hold is smaller; what goes beyond it is left out as the lines arrive, so that no picture fills the memory. */
const mostValueChars = 1_450_000
const mostCardChars = 3_000_000

type Open = { line: number; lines: string[]; depth: number; chars: number; valueChars: number; tooLong: boolean }
type Splitting = { rest: string[]; restChars: number; lineNumber: number; open: Open | null; done: CardLines[] }

/**
 * Cuts a file into cards as its pieces arrive; only the card being read is held in memory, three million letters at most. A card inside a card (AGENT)
 * stays with its owner. A card without END is closed by the next BEGIN or the end of the file, and says so.
 */
export function cardSplitter(): { push(binary: string): CardLines[]; end(): CardLines[] } {
  const splitting: Splitting = { rest: [], restChars: 0, lineNumber: 0, open: null, done: [] }
  return {
    push: (binary) => takeText(splitting, binary),
    end() {
      const cards = takeText(splitting, '\n')
      close(splitting, false)
      return [...cards, ...splitting.done.splice(0)]
    },
  }
}

/** Line breaks of all kinds count, \r\r\n as one; a \r at the very end waits for what follows it. A line that goes on is put together once, at its end. */
function takeText(splitting: Splitting, binary: string): CardLines[] {
  if (!/[\r\n]/.test(binary) && !splitting.rest.at(-1)?.endsWith('\r')) return (hold(splitting, binary), [])
  const text = splitting.rest.join('') + binary
  const whole = text.replace(/\r{1,99}$/, '')
  const lines = whole.replace(/\r+\n?/g, '\n').split('\n')
  const rest = (lines.pop() ?? '') + text.slice(whole.length)
  ;[splitting.rest, splitting.restChars] = [rest === '' ? [] : [rest], rest.length]
  lines.forEach((line) => takeLine(splitting, line))
  return splitting.done.splice(0)
}

function hold(splitting: Splitting, piece: string): void {
  if (splitting.restChars < mostValueChars) splitting.rest.push(piece)
  else if (splitting.open) splitting.open.tooLong = true
  splitting.restChars += piece.length
}

function takeLine(splitting: Splitting, line: string): void {
  splitting.lineNumber++
  if (begin.test(line) && !isNested(splitting)) {
    close(splitting, false)
    splitting.open = { line: splitting.lineNumber, lines: [], depth: 1, chars: 0, valueChars: 0, tooLong: false }
    return
  }
  const { open } = splitting
  if (!open) return
  if (begin.test(line)) open.depth++
  if (end.test(line) && --open.depth === 0) return close(splitting, true)
  keepLine(open, line)
}

/** Of a value that is too long enough is kept to see that it is a picture, and that it is too large. */
function keepLine(open: Open, line: string): void {
  open.valueChars = property.test(line) ? line.length : open.valueChars + line.length
  if (open.valueChars > mostValueChars + line.length) return
  open.chars += line.length + 1
  if (open.chars > mostCardChars) open.tooLong = true
  else open.lines.push(line)
}

const isNested = ({ open }: Splitting): boolean =>
  open !== null && /^(?:[\w-]+\.)?AGENT\b/i.test(open.lines.findLast((line) => line.trim() !== '') ?? '')

function close(splitting: Splitting, closed: boolean): void {
  const { open } = splitting
  if (open) splitting.done.push({ line: open.line, lines: open.lines, closed, tooLong: open.tooLong })
  splitting.open = null
}

/** Reads the lines of one card, of version 2.1, 3.0 or 4.0. What is not understood is kept as a property of its own, never dropped. */
export function readCard(card: CardLines): VCard {
  const version = (card.lines.find((line) => /^VERSION\s*:/i.test(line)) ?? '').split(':')[1]?.trim() ?? ''
  const properties = unfold(card.lines, version === '2.1').map(readProperty)
  return { line: card.line, version, properties, closed: card.closed, tooLong: card.tooLong, text: card.lines.join('\n') }
}

type Folded = { readonly head: string; readonly parts: string[]; readonly encoding: 'qp' | 'base64' | 'plain' }

/** Joins folded lines, soft line breaks of quoted-printable, base64 with or without indents, and cards inside AGENT. */
function unfold(lines: readonly string[], keepsSpace: boolean): Folded[] {
  const logical: Folded[] = []
  let inside = 0
  for (const line of lines) {
    const last = logical.at(-1)
    if (begin.test(line)) inside++
    if (last && (inside > 0 || isContinuation(last, line))) last.parts.push(inside > 0 ? `\n${line}` : continued(last, line, keepsSpace))
    else if (line.trim() !== '') logical.push(startOf(line))
    if (inside > 0 && end.test(line)) inside--
  }
  return logical
}

const mostHeadChars = 10_000
const mostWordsChars = 200_000

function startOf(line: string): Folded {
  const found = colonOf(line)
  const colon = found > mostHeadChars ? -1 : found
  const head = colon < 0 ? '' : line.slice(0, colon)
  const encoding = /QUOTED-PRINTABLE/i.test(head) ? 'qp' : /(?:ENCODING=B\b|BASE64)/i.test(head) ? 'base64' : 'plain'
  return { head, parts: [colon < 0 ? line : line.slice(colon + 1)], encoding }
}

function isContinuation(last: Folded, line: string): boolean {
  const before = last.parts.at(-1) ?? ''
  if (last.encoding === 'qp' && before.endsWith('=')) return true
  if (last.encoding === 'base64' && /^[A-Za-z0-9+/]+={0,2}\s*$/.test(line)) return true
  return /^[ \t]/.test(line) && line.trim() !== ''
}

function continued(last: Folded, line: string, keepsSpace: boolean): string {
  if (last.encoding === 'base64') return line.trim()
  const before = last.parts.at(-1) ?? ''
  if (last.encoding === 'qp' && before.endsWith('=')) {
    last.parts[last.parts.length - 1] = before.slice(0, -1)
    return line
  }
  return keepsSpace ? line : line.slice(1)
}

/** Where the value starts: the first colon outside quotes, or any first colon where a quote is never closed. */
function colonOf(line: string): number {
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const char = line[at]
    if (char === '"') quoted = !quoted
    else if (char === ':' && !quoted) return at
  }
  return line.indexOf(':')
}

const transport = new Set(['TYPE', 'ENCODING', 'CHARSET', 'VALUE', 'PREF', 'ALTID'])
const bareTransport = /^(?:QUOTED-PRINTABLE|BASE64|B|7BIT|8BIT)$/

function readProperty({ head, parts, encoding }: Folded): VCardProperty {
  const [named = '', ...rest] = splitOutsideQuotes(head, ';')
  const dot = named.indexOf('.')
  const parameters = rest.map(readParameter)
  const named2 = (name: string) => parameters.filter((parameter) => parameter.name === name).map((parameter) => parameter.value)
  const types = named2('TYPE').flatMap((value) => value.toLowerCase().split(',')).map((type) => type.trim()).filter((type) => type !== '')
  const whole = parts.join('')
  const cut = encoding !== 'base64' && !/^data:/i.test(whole) && whole.length > mostWordsChars
  const words = cut ? whole.slice(0, mostWordsChars) : whole
  const bytes = encoding === 'qp' ? decodeQuotedPrintable(words) : words
  return {
    group: dot > 0 ? named.slice(0, dot).toLowerCase() : '', name: named.slice(dot + 1).trim().toUpperCase(), types: types.filter((type) => type !== 'pref'),
    parameters: parameters.filter((parameter) => !transport.has(parameter.name) && !bareTransport.test(parameter.name)),
    valueKind: (named2('VALUE')[0] ?? '').toLowerCase(), preferred: types.includes('pref') || named2('PREF')[0] === '1',
    raw: encoding === 'base64' ? whole.replace(/\s+/g, '') : decodeAs(bytes, named2('CHARSET')[0] ?? ''),
    binary: encoding === 'base64', quotedPrintable: encoding === 'qp', cut,
  }
}

/** NAME=value, or a bare word: of version 2.1, where ;HOME means TYPE=HOME. */
function readParameter(text: string): { name: string; value: string } {
  const equals = text.indexOf('=')
  const bare = text.trim().toUpperCase()
  if (equals < 0) return bareTransport.test(bare) ? { name: bare, value: '' } : { name: 'TYPE', value: bare }
  const value = text.slice(equals + 1).trim().replace(/^"|"$/g, '')
  return { name: text.slice(0, equals).trim().toUpperCase(), value: decodeAs(caret(value), '') }
}

const carets: Readonly<Record<string, string>> = { '^n': '\n', '^N': '\n', "^'": '"', '^^': '^' }
const caret = (value: string): string => value.replace(/\^[nN'^]/g, (mark) => carets[mark] ?? mark)

function splitOutsideQuotes(text: string, mark: string): string[] {
  const parts = ['']
  let quoted = false
  for (const char of text) {
    if (char === '"') quoted = !quoted
    if (char === mark && !quoted) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts
}

const escapes: Readonly<Record<string, string>> = { n: '\n', N: '\n', ',': ',', ';': ';', ':': ':', '\\': '\\', '"': '"' }

/** Takes the backslashes out; one that escapes nothing known stays. Line breaks are always \n. */
export const unescape = (value: string): string =>
  value.replace(/\\([\s\S])/g, (both, char: string) => escapes[char] ?? both).replace(/\r\n?/g, '\n')

/** Cuts at a mark that has no backslash before it. */
export function splitRaw(value: string, mark: ';' | ','): string[] {
  const parts = ['']
  for (let at = 0; at < value.length; at++) {
    const char = value[at] ?? ''
    if (char === '\\') parts[parts.length - 1] += char + (value[++at] ?? '')
    else if (char === mark) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts
}
