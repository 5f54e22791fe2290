// A file is read as a "binary string": one character per byte, so that pieces can be cut anywhere and each value is decoded by itself.
// A file in UTF-16 is turned into UTF-8 bytes first.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | OneByte
/** How a letter of one byte is read where it is no UTF-8. */
export type OneByte = 'windows-1252' | 'macintosh'

const oneByte: Readonly<Record<OneByte, TextDecoder>> = { 'windows-1252': new TextDecoder('windows-1252'), macintosh: new TextDecoder('macintosh') }
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** The byte order mark of UTF-8, one character per byte. */
const utf8Mark = '\u00ef\u00bb\u00bf'
const notAscii = /[\u0080-\uffff]/
const bytesOf = (binary: string): Buffer => Buffer.from(binary, 'latin1')

/** UTF-16 by its byte order mark or, without one, by the zero bytes that Latin text has at every other place. Anything else is bytes. */
export function sniff(head: Uint8Array): 'utf-16le' | 'utf-16be' | 'bytes' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const pairs = Math.min(head.length >> 1, 500)
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs; at++) {
    if (head[at * 2] === 0) even++
    if (head[at * 2 + 1] === 0) odd++
  }
  if (pairs === 0) return 'bytes'
  if (odd > pairs * 0.4 && even < pairs * 0.1) return 'utf-16le'
  return even > pairs * 0.4 && odd < pairs * 0.1 ? 'utf-16be' : 'bytes'
}

/** Hands out a file's bytes as a binary string, piece by piece, without its byte order mark. */
export function binaryStream(head: Uint8Array): { push(bytes: Uint8Array): string; end(): string } {
  const kind = sniff(head)
  const toUtf8 = (text: string) => Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('latin1') // UTF-32 is UTF-16 with zeros between
  if (kind !== 'bytes') {
    const decoder = new TextDecoder(kind)
    return { push: (bytes) => toUtf8(decoder.decode(bytes, { stream: true })), end: () => toUtf8(decoder.decode()) }
  }
  let start: string | null = ''
  const begin = (text: string): string => (text.startsWith(utf8Mark) ? text.slice(utf8Mark.length) : text)
  return {
    push(bytes) {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
      if (start === null) return text
      start += text
      if (start.length < utf8Mark.length) return ''
      const whole = start
      start = null
      return begin(whole)
    },
    end: () => begin(start ?? ''),
  }
}

/** How long a valid UTF-8 sequence starts at `at`, or 0: overlong forms, half surrogates and cut sequences are not valid. */
function sequenceAt(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  if (length === 0 || at + length > bytes.length) return 0
  try {
    strictUtf8.decode(bytes.subarray(at, at + length))
    return length
  } catch {
    return 0
  }
}

/** Byte by byte: what is UTF-8 is read as UTF-8, a byte that cannot be is read as Windows-1252, or as old Macs wrote it. */
function decodeMixed(bytes: Buffer, otherwise: OneByte): string {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const length = (bytes[at] ?? 0) < 0x80 ? 1 : sequenceAt(bytes, at)
    text += (length > 1 ? strictUtf8 : oneByte[otherwise]).decode(bytes.subarray(at, at + Math.max(1, length)))
    at += Math.max(1, length)
  }
  return text
}

/** A value as people read it. No byte ever turns into a replacement mark: old phones and Outlook mix encodings within one file. */
export function decodeBytes(binary: string, otherwise: OneByte = 'windows-1252'): string {
  if (!notAscii.test(binary)) return clean(binary)
  const bytes = bytesOf(binary)
  try {
    return clean(strictUtf8.decode(bytes))
  } catch {
    return clean(decodeMixed(bytes, otherwise))
  }
}

/** A value whose character set is named (CHARSET=…). A name nobody knows, and UTF-8 that is not, fall back to what the bytes say. */
export function decodeAs(binary: string, charset: string): string {
  if (charset === '' || /^utf-?8$/i.test(charset)) return decodeBytes(binary)
  try {
    return clean(new TextDecoder(charset, { fatal: true }).decode(bytesOf(binary)))
  } catch {
    return decodeBytes(binary)
  }
}

/** What no name holds: NULs and other control codes, byte order marks in the middle of a file, and marks that turn the direction of what follows. */
const unseen = /[[\p{Cc}--[\t\n\r\u0080-\u009f]]\u202a-\u202e\u2066-\u2069\ufeff]/v
const allUnseen = new RegExp(unseen, 'gv')
const clean = (text: string): string => (unseen.test(text) ? text.replaceAll(allUnseen, '') : text)

/** Quoted-printable to bytes; soft line breaks have been joined already, and a lone = stays as it is. */
export const decodeQuotedPrintable = (binary: string): string =>
  binary.replace(/=\r?\n/g, '').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/** The encoding as it is told to people: what the file's first bytes are in. */
export function encodingOf(head: Uint8Array): Encoding {
  const kind = sniff(head)
  if (kind !== 'bytes') return kind
  const text = Buffer.from(head).toString('latin1')
  if (!notAscii.test(text)) return 'utf-8'
  const whole = new TextDecoder('utf-8', { fatal: true })
  try {
    whole.decode(head, { stream: true })
    return 'utf-8'
  } catch {
    return oneByteOf(text)
  }
}

/** Between two letters, an accented letter: of a byte from 80 to 9f on a Mac, from c0 to ff on Windows, where the first are quotes and dashes. */
function oneByteOf(binary: string): OneByte {
  const count = (letters: RegExp) => (binary.match(letters) ?? []).length
  const mac = count(/(?<=[A-Za-z])[\u0080-\u0084\u0086-\u008f\u0099-\u009f](?=[A-Za-z,;\s])/g)
  return mac > count(/(?<=[A-Za-z])[\u00c0-\u00ff](?=[A-Za-z,;\s])/g) ? 'macintosh' : 'windows-1252'
}
