import type { Suffix } from './serial-scan.ts'

const key = (...ids: readonly string[]): RegExp => new RegExp(`(?:^|[\\n\\r|]|DL|ID|EN)(?:${ids.join('|')})[^\\n\\r|]+[\\n\\r|]`)
/** What no licence lacks: number, birth date, a name, and the last of the address. A card that stops halfway lacks one of them. */
const needed = [key('DAQ'), key('DBB'), key('DCS', 'DAA', 'DAB'), key('DAK', 'DAP', 'DAJ')]

/** Headers that are wrong are wrong by a few characters; a card that stopped lacks more. */
const offsetsWrongBy = 0.85

/** Did the whole licence come? It ends in CR, by the standard or as the scanner's suffix; else as its header says, else when nothing of weight lacks. */
export function isWholeLicence(text: string, suffix: Suffix): boolean {
  if (!/ANSI|AAMVA|AMVA/.test(text.slice(0, 40))) return false
  const endsInCr = /\r\n?$/.test(text)
  if (suffix === 'cr' || suffix === 'crlf') return endsInCr
  if (endsInCr && text.length > 100) return true
  if (suffix === 'tab' && text.endsWith('\t')) return true
  return text.length >= declaredLength(text) * offsetsWrongBy && needed.every((each) => each.test(`${text}\n`))
}

/** Where the last subfile ends by the header (AAMVA D.12.5): type, offset and length of each, ten characters. 0 where it does not say. */
function declaredLength(text: string): number {
  const ends = [...text.slice(0, 80).matchAll(/(?:DL|ID|EN|Z[A-Z])(\d{4})(\d{4})/g)].map(([, offset, length]) => Number(offset) + Number(length))
  return Math.max(0, ...ends)
}
