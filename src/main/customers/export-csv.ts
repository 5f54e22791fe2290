// What a spreadsheet, a mail program and our own import read alike: UTF-8 with its mark, one row for each person.

/** Says that what follows is UTF-8: without it a spreadsheet shows `Ã‰lodie`. */
export const utf8Mark = '\uFEFF'
/** A formula, maybe behind apostrophes: one that was there before gets another, so that taking one away gives back exactly what was. */
const maybeMarked = /^'*(?:[\s\u00A0\uFEFF\u200B-\u200D]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/
const mustQuote = /[",;\t\r\n]|^\s|\s$/

/** A text that a spreadsheet would run as a formula stands behind an apostrophe, a phone number too (OWASP). NUL and half letters cannot be in a file. */
export function textCell(value: string): string {
  const whole = value.replaceAll('\u0000', '').toWellFormed()
  const safe = maybeMarked.test(whole) ? `'${whole}` : whole
  return mustQuote.test(safe) || safe !== whole ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What `textCell` made of a value is that value again; spreadsheets and other programs mark formulas so too. */
export const unmarked = (cell: string): string => (cell.startsWith("'") && maybeMarked.test(cell) ? cell.slice(1) : cell)

/** A number as the shop's country writes it; where commas part the decimals, a comma cannot part the cells. */
export function numberCell(value: number, amount: 'cents' | 'ppm' | 'whole', separator: ',' | ';'): string {
  const text = amount === 'cents' ? (value / 100).toFixed(2) : amount === 'ppm' ? String(value / 10_000) : String(value)
  return separator === ';' ? text.replace('.', ',') : text
}

/** The separator a spreadsheet of this country expects. */
export const separatorFor = (locale: string): ',' | ';' => (new Intl.NumberFormat(locale).format(1.5).includes(',') ? ';' : ',')
export const csvLine = (cells: readonly string[]): string => csvRow(cells.map(textCell), ',')
export const csvRow = (cells: readonly string[], separator: ',' | ';'): string => `${cells.join(separator)}\r\n`
