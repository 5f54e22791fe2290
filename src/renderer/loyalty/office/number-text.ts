/** A whole number as typed, or null where it is none or outside its bounds. Spaces between thousands are let through. */
export function readWhole(typed: string, least: number, most: number): number | null {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '')
  const value = Number(text)
  return /^\d{1,9}$/.test(text) && value >= least && value <= most ? value : null
}

const ppmPerPercent = 10_000
/** "50" or "12,5" as parts per million; null outside 0 to 100. */
export function readPercent(typed: string): number | null {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.')
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(text)) return null
  const ppm = Math.round(Number(text) * ppmPerPercent)
  return ppm <= 100 * ppmPerPercent ? ppm : null
}
export const showPercent = (ppm: number, locale: string): string => new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(ppm / ppmPerPercent)
