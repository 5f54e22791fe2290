import { expect, test } from 'vitest'
import { ageOn, readDay } from '../../../src/renderer/ui/typed-date.ts'
import type { PlainDate } from '../../../src/main/vocabulary.ts'

test.each([
  ['3/4/90', 'en-CA', '1990-04-03'], ['3/4/90', 'en-US', '1990-03-04'], ['13/4/90', 'en-US', '1990-04-13'], ['4/13/90', 'fr-CA', '1990-04-13'],
  ['1990-04-03', 'en-US', '1990-04-03'], ['19900403', 'fr-CA', '1990-04-03'], ['3 avril 1990', 'en-CA', '1990-04-03'], ['1er août 05', 'fr-CA', '2005-08-01'],
  ['April 3, 1990', 'es-MX', '1990-04-03'], ['3 de abril de 1990', 'en-CA', '1990-04-03'], ['3 avr 90', 'fr-CA', '1990-04-03'], ['29/2/2024', 'en-CA', '2024-02-29'],
])('%s in %s is read as %s', (typed, locale, day) => {
  expect(readDay(typed, locale, 2026)).toBe(day)
})

test.each(['', '90', '31/2/1990', '29/2/2023', 'soon', '3 jui 1990', '1990-13-01', '3/4', '3/4/199'])('%j is no day', (typed) => {
  expect(readDay(typed, 'en-CA', 2026)).toBeNull()
})

test('someone is a year older on the birthday, not the day before', () => {
  expect([ageOn('1990-04-03' as PlainDate, '2026-04-02' as PlainDate), ageOn('1990-04-03' as PlainDate, '2026-04-03' as PlainDate)]).toEqual([35, 36])
})
