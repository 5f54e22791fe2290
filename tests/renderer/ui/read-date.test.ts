import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlainDate } from '../../../src/main/vocabulary.ts'
import { ageOn, daysBetween, readDate, todayIn, type DateKind } from '../../../src/renderer/ui/read-date.ts'

const today = '2026-11-21' as PlainDate
const read = (typed: string, locale = 'en-CA', kind: DateKind = 'birth') => readDate(typed, { locale, today, kind })

test.each([
  '3/4/90', '03-04-1990', '3.4.1990', '3 4 90', '030490', '03041990', '1990-04-03', '1990/4/3', '1990.04.03', '19900403', '90-04-03', '3 avril 1990', '3 AVR. 90', 'Apr 3 1990',
  'April 3, 1990', '3rd April 1990', '3 de abril de 1990', '1990 April 3', '  3 avr 1990 ', 'le 3 avril 1990', '3-Apr-90', '３/４/1990',
])('%s is read as 3 April 1990 in Canada', (typed) => expect(read(typed)).toBe('1990-04-03'))

test('the first of a month may be written 1er', () => expect(read('1er mai 1985', 'fr-CA')).toBe('1985-05-01'))
test('the United States write the month first', () => {
  expect(read('3/4/90', 'en-US')).toBe('1990-03-04')
  expect(read('030490', 'en-US')).toBe('1990-03-04')
  expect(read('03041990', 'en-US')).toBe('1990-03-04')
})
test('a number above twelve can only be the day, whatever the country', () => {
  expect(read('4/13/90', 'en-CA')).toBe('1990-04-13')
  expect(read('13/4/90', 'en-US')).toBe('1990-04-13')
})
test('Mexico and France write the day first', () => {
  expect(read('3/4/90', 'es-MX')).toBe('1990-04-03')
  expect(read('3/4/90', 'fr-FR')).toBe('1990-04-03')
})
test('two digits of a birth year never lie in the future', () => {
  expect(read('1/1/26')).toBe('2026-01-01')
  expect(read('1/1/27')).toBe('1927-01-01')
})
test('two digits of an expiry year lie near today', () => {
  expect(read('1/1/27', 'en-CA', 'expiry')).toBe('2027-01-01')
  expect(read('1/1/76', 'en-CA', 'expiry')).toBe('2076-01-01')
  expect(read('1/1/90', 'en-CA', 'expiry')).toBe('1990-01-01')
})
test.each(['', ' ', '3', '3/4', '1990', 'April', 'April 1990', '3 jui 1990', '3 ma 1990', '31/2/90', '30 février 1990', '0/4/90', '3/0/90', '13/13/90', '3/4/190', '3/4/19901', '1/2/3/4', 'soon', '3 April May 1990', '99999999', '12345', '0000-01-01'])(
  '%j is no date', (typed) => expect(read(typed)).toBeNull())
test('eight digits that could only be year first are', () => expect(read('20011231')).toBe('2001-12-31'))
test('29 February exists only in leap years', () => {
  expect(read('29/2/2024')).toBe('2024-02-29')
  expect(read('29/2/2023')).toBeNull()
})

const days = fc.integer({ min: Date.UTC(1906, 11, 1) / 86_400_000, max: Date.UTC(2026, 10, 21) / 86_400_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
test('whatever the register writes, it reads back, in every language and country', () => {
  fc.assert(fc.property(days, fc.constantFrom('en-CA', 'fr-CA', 'es-CA', 'en-US', 'es-MX', 'fr-FR', 'en-GB'), fc.constantFrom('long' as const, 'medium' as const), (day, locale, dateStyle) => {
    const written = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle }).format(new Date(`${day}T00:00:00Z`))
    expect([written, read(written, locale)]).toEqual([written, day])
  }), { numRuns: 3000 })
})
test('nothing typed makes it throw, and every answer is a real day', () => {
  fc.assert(fc.property(fc.string({ maxLength: 30 }), (typed) => {
    const date = read(typed)
    if (date !== null) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date)
  }), { numRuns: 5000 })
})
test('an age counts whole years, and 29 February turns on 1 March', () => {
  expect(ageOn('1990-04-03' as PlainDate, today)).toBe(36)
  expect(ageOn('2009-11-22' as PlainDate, today)).toBe(16)
  expect(ageOn('2009-11-21' as PlainDate, today)).toBe(17)
  expect(ageOn('2008-02-29' as PlainDate, '2026-02-28' as PlainDate)).toBe(17)
  expect(ageOn('2008-02-29' as PlainDate, '2026-03-01' as PlainDate)).toBe(18)
})
test('days are counted both ways', () => {
  expect(daysBetween(today, '2026-12-03' as PlainDate)).toBe(12)
  expect(daysBetween(today, '2026-11-09' as PlainDate)).toBe(-12)
})
test('today is the day where the shop stands', () => {
  expect(todayIn('America/Halifax', new Date('2026-11-22T03:30:00Z'))).toBe('2026-11-21')
  expect(todayIn('Pacific/Auckland', new Date('2026-11-21T14:00:00Z'))).toBe('2026-11-22')
})
