/** A whole number as typed, or null where it is none or outside its bounds. Spaces between thousands are let through. */
export function readWhole(typed: string, least: number, most: number): number | null {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '')
  const value = Number(text)
  return /^\d{1,9}$/.test(text) && value >= least && value <= most ? value : null
}

const thousandth = 1_000
/** "1.5" or "1,5" or "x1,5" as thousandths; null where it is no such number. */
export function readTimes(typed: string, mostMilli: number): number | null {
  const text = typed.trim().replace(/^[x×]\s*/i, '').replace(',', '.')
  if (!/^\d{1,3}(\.\d{1,3})?$/.test(text)) return null
  const milli = Math.round(Number(text) * thousandth)
  return milli <= mostMilli ? milli : null
}
export const showTimes = (milli: number, locale: string): string => new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(milli / thousandth)

const ppmPerPercent = 10_000
/** "50" or "12,5" as parts per million; null outside 0 to 100. */
export function readPercent(typed: string): number | null {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.')
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(text)) return null
  const ppm = Math.round(Number(text) * ppmPerPercent)
  return ppm <= 100 * ppmPerPercent ? ppm : null
}
export const showPercent = (ppm: number, locale: string): string => new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(ppm / ppmPerPercent)
