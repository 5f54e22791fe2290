/**
 * One way of writing each code, so that what is scanned finds what was typed: spaces and dashes between digits go, and a 12-digit UPC is the
 * same as the 13-digit EAN with a zero in front. Other codes only lose their spaces.
 */
export function plainBarcode(typed: string): string {
  const code = typed.normalize('NFKC').replace(/\s+/gu, '')
  const digits = code.replace(/-/g, '')
  if (!/^\d+$/.test(digits)) return code
  return digits.length === 12 ? `0${digits}` : digits
}
