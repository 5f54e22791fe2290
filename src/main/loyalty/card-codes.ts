// A card code is a prefix, random digits and a check digit, so that a mistyped code is refused and a guessed one hits nobody.

/** Damm's table: it finds every single wrong digit and every two neighbours swapped. */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2], [7, 0, 9, 2, 1, 5, 4, 8, 6, 3], [4, 2, 0, 6, 8, 7, 1, 3, 5, 9], [1, 7, 5, 0, 9, 8, 3, 4, 2, 6], [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1], [5, 8, 6, 9, 7, 2, 0, 1, 3, 4], [8, 9, 4, 5, 3, 6, 2, 0, 1, 7], [9, 4, 3, 8, 6, 1, 7, 2, 0, 5], [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const

export const checkDigit = (digits: string): string => String(digits.split('').reduce((row, digit) => damm[row]![Number(digit)]!, 0))
export const checkHolds = (digits: string): boolean => /^\d{2,}$/.test(digits) && checkDigit(digits) === '0'

export type CodeForm = {
  readonly prefix: string
  /** All digits after the prefix, the check digit among them. */
  readonly digits: number; readonly withCheck: boolean
}

/** A code from random digits (one character each, as many as the form needs without its check digit). */
export const codeOf = ({ prefix, withCheck }: CodeForm, random: string): string => `${prefix}${random}${withCheck ? checkDigit(random) : ''}`
export const randomDigitsIn = ({ digits, withCheck }: CodeForm): number => digits - (withCheck ? 1 : 0)

/** How many codes of this form may be made: of all possible ones at most one in a thousand, so that guessing does not pay. */
export const mostCodes = (form: CodeForm): number => Math.floor(10 ** randomDigitsIn(form) / 1_000)

/** As it is kept: capital letters and digits, whatever spaces and dashes a person or a scanner put between them. */
export const cleanCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
/** As it is read out and printed, in groups of four from the end: 'C4471 0093'. */
export function shownCode(code: string): string {
  const first = code.length <= 4 ? code.length : 4 + (code.length % 4)
  return [code.slice(0, first), ...(code.slice(first).match(/.{4}/g) ?? [])].join(' ')
}

/** Could this be a code of that form? A wrong check digit says: mistyped. */
export function fits(code: string, { prefix, digits, withCheck }: CodeForm): 'yes' | 'mistyped' | 'no' {
  if (!code.startsWith(prefix) || !/^\d+$/.test(code.slice(prefix.length)) || code.length !== prefix.length + digits) return 'no'
  return !withCheck || checkHolds(code.slice(prefix.length)) ? 'yes' : 'mistyped'
}

const warnBelow = 0.9
/** Fewer than 90 % of the last batch handed out: worth a question before more are made. Answers how many are unused, else 0. */
export const unusedOf = ({ codes, assigned }: { readonly codes: number; readonly assigned: number }): number =>
  codes > 0 && assigned / codes < warnBelow ? codes - assigned : 0
