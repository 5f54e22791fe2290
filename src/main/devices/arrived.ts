/** What came out of a scanner or reader once its bytes were put together. Only `text` holds anything of what was scanned. */
export type Arrived =
  /** `symbology` is the AIM identifier (]E0, ]L2 …) where the scanner says it; it is no part of `text` then. Code points 0-255 are the bytes. */
  | { readonly kind: 'text'; readonly text: string; readonly symbology: string | null }
  /** Half of something, or a track the reader could not read: swipe or scan again. */
  | { readonly kind: 'read-error' }
  /** No text at all: usually the wrong speed. */
  | { readonly kind: 'garbled' }
  /** The reader encrypts what it reads: of no use for licences. */
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'blank' }

/** No licence is longer; what goes on is noise. */
export const mostCharacters = 4096
const aim = /^\][A-Za-z][0-9A-Za-z]/

/** Takes the AIM identifier off the front of a text, where the scanner sends one. */
export const withoutAim = (text: string): { readonly symbology: string | null; readonly text: string } =>
  (aim.test(text) ? { symbology: text.slice(0, 3), text: text.slice(3) } : { symbology: null, text })

/** Bytes as ISO 8859-1: a licence is never UTF-8, and no byte may be lost before it is parsed. */
export const latin1 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
/** Does this text begin like a licence's barcode? */
export const beginsLicence = (text: string): boolean => (text.startsWith('@') && '\n\r\u001c\u001e|'.includes(text.charAt(1) || ' ')) || /^@.{0,14}(?:ANSI|AAMVA|AMVA)/s.test(text)
