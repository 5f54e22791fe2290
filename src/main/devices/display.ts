import { columnsOf, graphemes, plainSpaces } from './text-width.ts'
import { bytesIn, toPrintable } from './printable.ts'

/** How a customer display is spoken to: Epson's own commands, or the CD5220 set most others know. */
export const displayKinds = ['epson', 'cd5220'] as const
export type DisplayKind = (typeof displayKinds)[number]
const columns = 20
const page = 'cp437'

/** The two lines a customer reads: what was rung up last, and what all of it comes to. */
export type Shown = { readonly item: string; readonly amount: string; readonly totalWord: string; readonly total: string }

/** Twenty columns each: the name gives way, the amounts never do. */
export function displayLines({ item, amount, totalWord, total }: Shown): readonly [string, string] {
  return [between(item, amount), between(totalWord, total)]
}

function between(left: string, right: string): string {
  const amount = plain(right).slice(-columns)
  const room = columns - columnsOf(amount) - (amount === '' ? 0 : 1)
  const words = graphemes(plain(left)).slice(0, Math.max(0, room)).join('').trimEnd()
  return words + ' '.repeat(Math.max(0, columns - columnsOf(words) - columnsOf(amount))) + amount
}
/** A display has one code page and no pictures. */
const plain = (text: string): string => graphemes(plainSpaces(text)).map((one) => toPrintable(one, [page])).map(({ text: shown, drawn }) => (drawn ? '?' : shown)).join('')

/** Both lines as bytes. */
export function displayBytes(kind: DisplayKind, [upper, lower]: readonly [string, string]): Uint8Array {
  const [first, second] = [bytesIn(page, upper.padEnd(columns)), bytesIn(page, lower.padEnd(columns))]
  if (kind === 'cd5220') return Uint8Array.from([0x1b, 0x51, 0x41, ...first, 0x0d, 0x1b, 0x51, 0x42, ...second, 0x0d])
  return Uint8Array.from([0x1b, 0x74, 0x00, 0x1f, 0x24, 1, 1, ...first, 0x1f, 0x24, 1, 2, ...second])
}

/** Nothing is being sold: an empty display keeps no customer's total. */
export const clearedDisplay: Uint8Array = Uint8Array.of(0x0c)

/** A display behind a printer: selected, written to, and the printer selected again, always. */
export const passedThrough = (bytes: Uint8Array): Uint8Array => Uint8Array.from([0x1b, 0x3d, 0x02, ...bytes, 0x1b, 0x3d, 0x01])
