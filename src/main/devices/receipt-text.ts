import type { Receipt, ReceiptRow } from './receipt.ts'
import { columnsOf, plainSpaces, wrap } from './text-width.ts'

export const receiptColumns = 42

/** The receipt as plain text, 42 columns wide: nothing is cut off, long words go on in the next line. */
export const receiptAsText = (receipt: Receipt, columns = receiptColumns): string =>
  `${receipt.rows.flatMap((row) => textRow(row, columns)).map((line) => line.trimEnd()).join('\n')}\n`

function textRow(row: ReceiptRow, columns: number): string[] {
  if (row.kind === 'rule') return ['-'.repeat(columns)]
  if (row.kind === 'space') return ['']
  if (row.kind === 'pair') return pairLines(plainSpaces(row.left), plainSpaces(row.right).trim(), columns)
  const lines = wrap(plainSpaces(row.text), columns, columnsOf)
  return row.align === 'centre' ? lines.map((line) => ' '.repeat(Math.max(0, Math.floor((columns - columnsOf(line)) / 2))) + line) : lines
}

/** The amount stands at the right of the last line of words; where the words leave it no room, on a line of its own. */
function pairLines(left: string, right: string, columns: number): string[] {
  const room = columns - columnsOf(right) - 1
  if (room < 8) return [...wrap(left, columns, columnsOf), ' '.repeat(Math.max(0, columns - columnsOf(right))) + right]
  const lines = wrap(left, room, columnsOf)
  const last = lines.at(-1) ?? ''
  return [...lines.slice(0, -1), last + ' '.repeat(columns - columnsOf(last) - columnsOf(right)) + right]
}
