const thousandth = 1_000
/** "1.5" or "1,5" or "x1,5" as thousandths; null where it is no such number. */
export function readTimes(typed: string, mostMilli: number): number | null {
  const text = typed.trim().replace(/^[x×]\s*/i, '').replace(',', '.')
  if (!/^\d{1,3}(\.\d{1,3})?$/.test(text)) return null
  const milli = Math.round(Number(text) * thousandth)
  return milli <= mostMilli ? milli : null
}
export const showTimes = (milli: number, locale: string): string => new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(milli / thousandth)
