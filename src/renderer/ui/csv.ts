/** What a spreadsheet would run as a formula, maybe behind apostrophes already. */
const formula = /^'*(?:[\s\u00A0\uFEFF\u200B-\u200D]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/

/** Says that what follows is UTF-8. */
export const utf8Mark = '\uFEFF'
/** One line of a file made here, as main makes its own: every cell is text, and a formula stands behind an apostrophe. */
export const csvRow = (cells: readonly string[], separator: ',' | ';'): string => `${cells.map(quoted).join(separator)}\r\n`
const quoted = (cell: string): string => `"${(formula.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
