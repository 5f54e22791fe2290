import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useHere } from './here.ts'

const minorDigits = (currency: string) => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Money, numbers and dates as the shop's country writes them, in the language on screen. */
export function makeFormat(language: string, shop: { readonly currency: string; readonly locale: string; readonly timeZone: string }) {
  const region = shop.locale.split('-')[1]
  const locale = region ? `${language}-${region}` : language
  const digits = minorDigits(shop.currency)
  const plain = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const full = new Intl.NumberFormat(locale, { style: 'currency', currency: shop.currency, currencyDisplay: 'narrowSymbol' })
  const unit = 10 ** digits
  const moment = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: shop.timeZone, ...options })
  const [time, date, dateTime] = [moment({ timeStyle: 'short' }), moment({ dateStyle: 'medium' }), moment({ dateStyle: 'medium', timeStyle: 'short' })]
  const [day, shortDay] = [new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' }), new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' })]
  return {
    locale, digits,
    /** 1234.50, without a sign: for columns and tiles. */
    amount: (cents: number) => plain.format(cents / unit),
    /** $1,234.50: for totals and sentences. */
    money: (cents: number) => full.format(cents / unit),
    /** What a person typed, in minor units; null when it is no amount. Both "12.50" and "12,50" are read. */
    readMoney: (typed: string) => readMoney(typed, digits),
    quantity: (milli: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(milli / 1000),
    percent: (ppm: number) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 }).format(ppm / 1_000_000),
    whole: (value: number) => new Intl.NumberFormat(locale).format(value),
    time: (at: string) => time.format(new Date(at)),
    date: (at: string) => date.format(new Date(at)),
    dateTime: (at: string) => dateTime.format(new Date(at)),
    /** A plain day such as a birth date, in words: 3 April 1990. */
    day: (plainDate: string) => day.format(new Date(`${plainDate}T00:00:00Z`)),
    /** A month of a year, 2026-10, in words: October 2026. */
    month: (yearMonth: string) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(new Date(`${yearMonth}-01T00:00:00Z`)),
    /** A plain day where there is little room and the year is known: 3 Apr. */
    shortDay: (plainDate: string) => shortDay.format(new Date(`${plainDate}T00:00:00Z`)),
  }
}
export type Format = ReturnType<typeof makeFormat>

export function readMoney(typed: string, digits: number): number | null {
  const text = typed.replace(/[\s\u00a0\u202f$€£]/g, '').replace(/,(?=\d{3}(\D|$))(?=.*\.)/g, '').replace(',', '.')
  if (!new RegExp(`^\\d{1,9}(\\.\\d{0,${digits}})?$`).test(text)) return null
  const [units = '0', part = ''] = text.split('.')
  return Number(units) * 10 ** digits + Number(part.padEnd(digits, '0') || 0)
}

export function useFormat(): Format {
  const { shop } = useHere()
  const { i18n } = useTranslation()
  return useMemo(() => makeFormat(i18n.language, shop), [i18n.language, shop])
}
