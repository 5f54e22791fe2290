/** Notes in circulation, in whole units of the currency. */
const notes: Readonly<Record<string, readonly number[]>> = {
  EUR: [5, 10, 20, 50, 100, 200], GBP: [5, 10, 20, 50], MXN: [20, 50, 100, 200, 500, 1000], PEN: [10, 20, 50, 100, 200], JPY: [1000, 5000, 10_000],
  COP: [1000, 2000, 5000, 10_000, 20_000, 50_000], CLP: [1000, 2000, 5000, 10_000, 20_000], ARS: [1000, 2000, 10_000, 20_000],
  DOP: [50, 100, 200, 500, 1000, 2000], GTQ: [5, 10, 20, 50, 100, 200], CHF: [10, 20, 50, 100, 200],
}
const common = [5, 10, 20, 50, 100]

/**
 * What a customer is likely to put down for `dueCents`: the next whole number of each note, smallest first, never the exact amount.
 * Minor units in and out.
 */
export function quickAmounts(dueCents: number, currency: string, digits: number, most = 4): number[] {
  const unit = 10 ** digits
  const reached = (notes[currency] ?? common).map((note) => Math.ceil(dueCents / (note * unit)) * note * unit)
  return [...new Set(reached)].filter((amount) => amount > dueCents).toSorted((a, b) => a - b).slice(0, most)
}
