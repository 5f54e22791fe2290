// Days on cards: written year first or month first, never as a moment, so that no time zone can move them.
import type { PlainDate } from '../vocabulary.ts'

export type DayOrder = 'year-first' | 'month-first'
/** `swapped`: only the other order makes a day of it. `never`: a year such as 5000 or 9999 stands for "does not expire". */
export type CardDay = { readonly day: PlainDate | null; readonly swapped: boolean; readonly never: boolean }

const nothing: CardDay = { day: null, swapped: false, never: false }
const two = (value: number): string => String(value).padStart(2, '0')
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
export const daysIn = (year: number, month: number): number => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0

/** YYYY-MM-DD of three numbers, or null where there is no such day between 1900 and 2100. */
export const dayOf = (year: number, month: number, day: number): PlainDate | null =>
  year >= 1900 && year <= 2100 && day >= 1 && day <= daysIn(year, month) ? (`${year}-${two(month)}-${two(day)}` as PlainDate) : null

/** Reads eight digits (anything else between them is dropped) in the expected order, or in the other where only that makes a day. */
export function readDay(value: string, expected: DayOrder): CardDay {
  const digits = value.slice(0, 40).replace(/\D/g, '').slice(0, 8)
  if (digits.length < 8 || digits === '00000000') return nothing
  const other = expected === 'year-first' ? 'month-first' : 'year-first'
  const first = inOrder(digits, expected)
  if (first) return { ...nothing, day: first }
  const second = inOrder(digits, other)
  return second ? { ...nothing, day: second, swapped: true } : { ...nothing, never: neverEnds(digits) }
}

function inOrder(digits: string, order: DayOrder): PlainDate | null {
  const part = (from: number, to: number): number => Number(digits.slice(from, to))
  return order === 'year-first' ? dayOf(part(0, 4), part(4, 6), part(6, 8)) : dayOf(part(4, 8), part(0, 2), part(2, 4))
}

const neverEnds = (digits: string): boolean => /^[5-9]\d{7}$|^(?:0\d|1[0-2])[0-3]\d[5-9]\d{3}$/.test(digits)

/** YYYYMMDD as one number: days are compared as numbers, no clock involved. */
export const asNumber = (day: PlainDate): number => Number(day.replaceAll('-', ''))
