/** How a sale is called: the till's number and its own, which has no gaps. 1-000042; a refund 1-R000003. */
export const saleNumber = (till: number, number: number): string => `${till}-${String(number).padStart(6, '0')}`
export const refundNumber = (till: number, number: number): string => `${till}-R${String(number).padStart(6, '0')}`

/** Reads what someone typed or scanned off a receipt; the till may be left out. Null where it is no sale number. */
export function readSaleNumber(typed: string): { till: number | null; number: number } | null {
  const found = /^(?:(\d{1,4})\s*-\s*)?0*(\d{1,9})$/.exec(typed.trim())
  if (!found) return null
  return { till: found[1] === undefined ? null : Number(found[1]), number: Number(found[2]) }
}
