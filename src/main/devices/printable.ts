import CodepageEncoder, { type Codepage } from '@point-of-sale/codepage-encoder'
import { graphemes, plainSpaces } from './text-width.ts'

/** A stretch of text in one code page. */
export type PageRun = { readonly page: string; readonly text: string }
/** A text as this printer can show it: letters where pages have them, or (`drawn`) only as a picture. */
export type Printable = { readonly text: string; readonly drawn: boolean }

const letters = new Map<string, ReadonlySet<number>>()
/** The letters a code page holds; control codes are never printed. */
function lettersOf(page: string): ReadonlySet<number> {
  const known = letters.get(page)
  if (known) return known
  const points = new Set(CodepageEncoder.getEncoding(page as Codepage).codepoints.filter((point, byte) => byte >= 0x20 && point !== 0xfffd && point >= 0x20 && point !== 0x7f))
  letters.set(page, points)
  return points
}
export const pageHas = (page: string, text: string): boolean => Array.from(text).every((letter) => lettersOf(page).has(letter.codePointAt(0)!))

/** Written from right to left, or with signs above and below: a printer sets its letters in a row from the left and would get them wrong. */
const needsShaping = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tibetan}]/u
const isLatin = /^[\p{Script=Latin}\p{M}]+$/u
const inPlain: Readonly<Record<string, string>> = {
  'ß': 'ss', 'ẞ': 'SS', 'æ': 'ae', 'Æ': 'AE', 'œ': 'oe', 'Œ': 'OE', 'ø': 'o', 'Ø': 'O', 'đ': 'd', 'Đ': 'D', 'ð': 'd', 'Ð': 'D', 'þ': 'th', 'Þ': 'Th', 'ł': 'l', 'Ł': 'L', 'ı': 'i', 'ħ': 'h', 'Ħ': 'H', 'ŋ': 'ng', 'ə': 'e', 'Ə': 'E',
  '‘': "'", '’': "'", '‚': ',', '‛': "'", 'ʼ': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‹': '<', '›': '>', '–': '-', '—': '-', '‐': '-', '‑': '-', '−': '-', '…': '...', '·': '-', '•': '*', '×': 'x', '÷': '/', '¿': '?', '¡': '!',
  '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₩': 'KRW', '₹': 'INR', '₽': 'RUB', '₺': 'TRY', '₴': 'UAH', '₪': 'ILS', '₫': 'VND', '฿': 'THB', '₡': 'CRC', '₱': 'PHP', '¢': 'c', '№': 'No', 'º': 'o', 'ª': 'a', '°': 'o', '²': '2', '³': '3', '½': '1/2', '¼': '1/4', '¾': '3/4', '™': 'TM', '®': '(R)', '©': '(C)', '′': "'", '″': '"', '\u00ad': '',
}

/** The nearest that plain letters come, for Latin letters and signs; null where there is no near. */
function transliterated(grapheme: string): string | null {
  const known = inPlain[grapheme]
  if (known !== undefined) return known
  if (!isLatin.test(grapheme)) return null
  const bare = Array.from(grapheme.normalize('NFD')).filter((letter) => !/\p{M}/u.test(letter)).map((letter) => inPlain[letter] ?? letter).join('')
  return bare === '' ? null : bare
}

/**
 * What this printer can make of a text: a letter stays where any of its code pages has it, else becomes its nearest plain letters. Where a
 * letter has neither, or its script must be shaped, the whole text is to be drawn.
 */
export function toPrintable(text: string, pages: readonly string[]): Printable {
  const plain = plainSpaces(text)
  if (needsShaping.test(plain)) return { text: plain, drawn: true }
  const out: string[] = []
  for (const one of graphemes(plain)) {
    const shown = pages.some((page) => pageHas(page, one)) ? one : transliterated(one)
    if (shown === null || !pages.some((page) => pageHas(page, shown))) return { text: plain, drawn: true }
    out.push(shown)
  }
  return { text: out.join(''), drawn: false }
}

/** Cuts a printable text into stretches: the page in use as long as it has the letters, else the first that does. */
export function pageRuns(text: string, pages: readonly string[], current: string): PageRun[] {
  const runs: { page: string; text: string }[] = []
  let page = current
  for (const one of graphemes(text)) {
    if (!pageHas(page, one)) page = pages.find((each) => pageHas(each, one)) ?? page
    const last = runs.at(-1)
    if (last?.page === page) last.text += one
    else runs.push({ page, text: one })
  }
  return runs
}

/** The bytes of a text that one page holds; a letter it lacks is a question mark. */
export function bytesIn(page: string, text: string): number[] {
  return [...CodepageEncoder.encode(text, page as Codepage)]
}
