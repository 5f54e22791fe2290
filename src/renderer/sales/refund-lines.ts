import type { SaleLineRecord } from '../../main/sales/sale.ts'
import type { LineId, Milli } from '../../main/vocabulary.ts'

/** How much of each line goes back, in thousandths. A line that is not in it stays sold. */
export type Returning = Readonly<Record<LineId, number>>
type Sold = Pick<SaleLineRecord, 'id' | 'quantityMilli' | 'returnedMilli'>

/** What of a line can still go back. */
export const leftOf = (line: Sold): number => line.quantityMilli - line.returnedMilli
export const everything = (lines: readonly Sold[]): Returning => Object.fromEntries(lines.filter((line) => leftOf(line) > 0).map((line) => [line.id, leftOf(line)]))

/** One piece more or less, never below none nor above what is left; a part piece goes back whole. */
export function stepped(returning: Returning, line: Sold, by: 1 | -1): Returning {
  const quantity = Math.max(0, Math.min(leftOf(line), (returning[line.id] ?? 0) + by * 1000))
  return { ...returning, [line.id]: quantity }
}

/** As `sales/refund` takes it. */
export const chosenLines = (lines: readonly Sold[], returning: Returning): { lineId: LineId; quantityMilli: Milli }[] =>
  lines.flatMap(({ id }) => ((returning[id] ?? 0) > 0 ? [{ lineId: id, quantityMilli: returning[id] as Milli }] : []))
