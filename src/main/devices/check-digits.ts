// The check digits of printed numbers (GS1 General Specifications 7.9; ISO/IEC 7812-1 B for Luhn) and what a GS1 prefix stands for.
export type GtinKind = 'product' | 'in-store' | 'coupon' | 'book' | 'serial' | 'refund-receipt'

/** EAN-8, UPC-A, EAN-13 and GTIN-14: from the right, without the check digit, weights 3, 1, 3, 1. */
export function gtinHolds(code: string): boolean {
  if (!/^(?:\d{8}|\d{12,14})$/.test(code)) return false
  const digits = Array.from(code, Number).reverse()
  const sum = digits.reduce((total, digit, place) => total + digit * (place % 2 === 1 ? 3 : 1), 0)
  return sum % 10 === 0
}

/** The digit that makes a GTIN of 7, 11, 12 or 13 digits whole. */
export function gtinCheckDigit(digits: string): number {
  const sum = Array.from(digits, Number).reverse().reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}

/** From the right every second digit doubled, less 9 above 9; the sum ends in 0. */
export function luhnHolds(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48
    if (digit < 0 || digit > 9) return false
    const doubled = digit * 2
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length > 1 && sum % 10 === 0
}

/** UPC-E (8 digits, number system 0 or 1) written out as the UPC-A it stands for, or null. */
export function upcAOf(upcE: string): string | null {
  const [, system, body, last, check] = /^([01])(\d{5})(\d)(\d)$/.exec(upcE) ?? []
  if (!system || !body || !last || !check) return null
  const kept = Number(last)
  const long = kept <= 2 ? `${body.slice(0, 2)}${last}0000${body.slice(2)}`
    : kept === 3 ? `${body.slice(0, 3)}00000${body.slice(3)}`
      : kept === 4 ? `${body.slice(0, 4)}00000${body.slice(4)}` : `${body}0000${last}`
  const code = `${system}${long}${check}`
  return gtinHolds(code) ? code : null
}

/** One code for one product: 13 digits, so that UPC-A 036000291452 and EAN-13 0036000291452 meet. Null where the check digit does not hold. */
export const gtin13 = (code: string): string | null =>
  gtinHolds(code) && (code.length === 12 || code.length === 13) ? code.padStart(13, '0') : null

const prefixes: readonly (readonly [from: number, to: number, kind: GtinKind])[] = [
  [20, 29, 'in-store'], [40, 49, 'in-store'], [50, 59, 'coupon'], [200, 299, 'in-store'], [977, 977, 'serial'],
  [978, 979, 'book'], [980, 980, 'refund-receipt'], [981, 984, 'coupon'], [990, 999, 'coupon'],
]

/** What the first three digits of an EAN-13 say; a UPC-A is its EAN-13 with a leading 0 (number system 2 and 4: in-store, 5: coupon). */
export function gtinKind(ean13: string): GtinKind {
  const prefix = Number(ean13.slice(0, 3))
  return prefixes.find(([from, to]) => prefix >= from && prefix <= to)?.[2] ?? 'product'
}
