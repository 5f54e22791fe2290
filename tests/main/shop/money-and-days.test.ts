import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal, minorDigits, showMoney } from '../../../src/main/shop/currency.ts'
import { isLocale, isTimeZone, localDate } from '../../../src/main/shop/local-date.ts'
import type { Cents, Instant } from '../../../src/main/vocabulary.ts'

test.each([['CAD', 2], ['EUR', 2], ['MXN', 2], ['JPY', 0], ['KWD', 3], ['TND', 3], ['ISK', 0], ['CLP', 0]])('%s has %i decimals', (currency, digits) => expect(minorDigits(currency)).toBe(digits))

test.each([[5, 2, '0.05'], [-5, 2, '-0.05'], [12_345, 2, '123.45'], [0, 2, '0.00'], [7, 0, '7'], [-1_234, 3, '-1.234']])('%i with %i decimals is %s', (cents, places, text) => {
  expect(decimal(cents, places)).toBe(text)
})

test('an amount as text reads back as the same amount', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), fc.constantFrom(0, 2, 3), (cents, places) => {
    expect(Number(decimal(cents, places).replace('.', ''))).toBe(cents)
  }))
})

test('money is shown as the country writes it', () => {
  expect(showMoney(123_456 as Cents, 'CAD', 'fr-CA').replaceAll(/\s/g, ' ')).toBe('1 234,56 $')
  expect(showMoney(123_456 as Cents, 'CAD', 'en-CA')).toBe('$1,234.56')
  expect(showMoney(500 as Cents, 'JPY', 'en-CA')).toBe('¥500')
})

test.each([
  ['2026-11-22T04:30:00.000Z', 'America/Toronto', '2026-11-21'], ['2026-11-22T05:00:00.000Z', 'America/Toronto', '2026-11-22'],
  ['2026-07-01T03:59:59.999Z', 'America/Toronto', '2026-06-30'], ['2026-03-01T11:00:00.000Z', 'Pacific/Auckland', '2026-03-02'], ['2026-01-01T00:00:00.000Z', 'UTC', '2026-01-01'],
])('%s in %s is the day %s', (now, zone, day) => expect(localDate(now as Instant, zone)).toBe(day))

test('unknown time zones and broken language tags are told apart from real ones', () => {
  expect(['America/Montreal', 'Europe/Paris', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false])
  expect(['fr-CA', 'es', 'fr_CA', ''].map(isLocale)).toEqual([true, true, false, false])
})
