import { readLicence } from './aamva.ts'
import { upcAOf } from './check-digits.ts'
import type { Licence } from './licence.ts'
import { readSwipe } from './magstripe.ts'

/** What came off a scanner or a reader, before anyone is asked whose it is. Of a payment card nothing is left in it. */
export type ScanKind =
  | { readonly kind: 'licence'; readonly licence: Licence }
  | { readonly kind: 'payment-card' } | { readonly kind: 'read-error' }
  | { readonly kind: 'stripe'; readonly text: string }
  | {
      readonly kind: 'code'; readonly code: string
      /** AIM identifier without its bracket, such as E0, or null where the scanner does not send it. */
      readonly symbology: string | null
      /** How the same code may stand in a list: as read, with the digits a shorter code left out, without its GS1 application identifier. */
      readonly spellings: readonly string[]
      /** What it says of itself by its shape. */
      readonly looksLike: 'sale' | 'ticket' | null
    }

const aim = /^\]([A-Za-z][0-9mM])/
const ends = /[\r\n\t]+$/
const stripeStarts = /^[%;+#!_]/
const licenceHints = /ANSI|AAMVA|AMVA|NSI /
export const saleShape = /^\d{1,4}-R?\d{6,9}$/
export const ticketShape = /^Q\d{6,9}$/i

/** Reads a scan by its shape alone. A licence or stripe that cannot be read is a read error and never a code: it may hold what nobody should see. */
export function classify(raw: string, symbologyGiven: string | null = null): ScanKind {
  const found = aim.exec(raw)
  const symbology = found?.[1] ?? symbologyGiven?.replace(/^\]/, '') ?? null
  const text = (found ? raw.slice(found[0].length) : raw).replace(/^\uFEFF/, '')
  const plain = text.replace(ends, '')
  if (stripeStarts.test(plain)) return ofStripe(text, plain)
  if (plain.startsWith('@') || licenceHints.test(plain)) {
    const licence = readLicence(text)
    if (licence) return { kind: 'licence', licence }
    if (plain.startsWith('@') || plain.length > 100) return { kind: 'read-error' }
  }
  return codeOf(plain, symbology)
}

/** Of a card that is no licence and no payment card all tracks may hold its code. */
function ofStripe(text: string, plain: string): ScanKind {
  const swipe = readSwipe(text)
  return swipe.kind === 'stripe' ? { kind: 'stripe', text: plain } : swipe
}

function codeOf(plain: string, symbology: string | null): ScanKind {
  // oxlint-disable-next-line no-control-regex -- control characters of a GS1 code part its fields; nobody reads or keeps them
  const code = plain.replace(/[\u0000-\u001F\u007F-\u009F]+/g, '').trim()
  if (code === '') return { kind: 'read-error' }
  const looksLike = saleShape.test(code) ? 'sale' : ticketShape.test(code) ? 'ticket' : null
  return { kind: 'code', code, symbology, spellings: spellingsOf(code, symbology), looksLike }
}

const gs1 = new Set(['C1', 'e0', 'd2', 'Q3'])
function spellingsOf(code: string, symbology: string | null): string[] {
  const gtin = /^(?:\(01\)|01)(\d{14})/.exec(code)?.[1]
  const isGs1 = symbology === null ? code.startsWith('(01)') || code.length === 16 : gs1.has(symbology)
  const trade = gtin && isGs1 ? [gtin, gtin.replace(/^0/, '')] : []
  const whole = upcAOf(code)
  const fewerZeros = /^0+\d{8,}$/.test(code) ? [code.replace(/^0+/, '')] : []
  return [...new Set([code, ...trade, ...(whole ? [whole] : []), ...fewerZeros])]
}
