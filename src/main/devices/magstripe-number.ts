// Licence numbers on track 2: digits only, so a letter is written as two, 01 for A to 26 for Z (AAMVA DL/ID 2020 F.5).
type Form = { readonly letters: number; readonly digits: readonly number[] }

/** Where numbers begin with letters, and how many digits follow. A number of another length is digits throughout, whatever it begins with. */
const forms: { readonly [jurisdiction: string]: Form } = {
  AZ: { letters: 1, digits: [8] }, CA: { letters: 1, digits: [7] }, FL: { letters: 1, digits: [12] }, HI: { letters: 1, digits: [8] },
  IL: { letters: 1, digits: [11] }, IN: { letters: 1, digits: [9] }, KS: { letters: 1, digits: [8] }, KY: { letters: 1, digits: [8] },
  MA: { letters: 1, digits: [8] }, MD: { letters: 1, digits: [12] }, MI: { letters: 1, digits: [12] }, MN: { letters: 1, digits: [12] },
  ND: { letters: 3, digits: [6] }, NE: { letters: 1, digits: [8] }, NJ: { letters: 1, digits: [14] }, OH: { letters: 2, digits: [6] },
  OK: { letters: 1, digits: [9] }, RI: { letters: 1, digits: [6] }, VA: { letters: 1, digits: [8] }, WI: { letters: 1, digits: [13] },
}

/** The number as it is printed: 041234567 of California is D1234567; 38774194 of Texas stays. */
export function printedNumber(digits: string, jurisdiction: string): string {
  const form = forms[jurisdiction]
  if (!form || !form.digits.includes(digits.length - 2 * form.letters)) return digits
  const letters = Array.from({ length: form.letters }, (_, at) => Number(digits.slice(2 * at, 2 * at + 2)))
  if (letters.some((letter) => letter < 1 || letter > 26)) return digits
  return String.fromCharCode(...letters.map((letter) => 64 + letter)) + digits.slice(2 * form.letters)
}
