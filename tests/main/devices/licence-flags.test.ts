import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLicence } from '../../../src/main/devices/aamva.ts'
import { licenceFlags } from '../../../src/main/devices/licence-flags.ts'
import { dayOf, daysIn } from '../../../src/main/devices/licence-dates.ts'
import type { Licence } from '../../../src/main/devices/licence.ts'
import type { PlainDate } from '../../../src/main/vocabulary.ts'
import { barcode, nora } from '../../fixtures/licence-cards.ts'

const card = readLicence(barcode({ elements: nora }))!
const day = (text: string): PlainDate => text as PlainDate
const flags = (changes: Partial<Licence>, today: string, expiryDayCounts = true) => licenceFlags({ ...card, ...changes }, day(today), { expiryDayCounts })
const born = (birthDate: string, today: string) => flags({ birthDate: day(birthDate) }, today)

describe('age', () => {
  test.each([
    ['2008-11-22', '2026-11-21', 17, [false, false, false]], ['2008-11-22', '2026-11-22', 18, [true, false, false]],
    ['2007-11-22', '2026-11-21', 18, [true, false, false]], ['2007-11-22', '2026-11-22', 19, [true, true, false]],
    ['2005-11-22', '2026-11-21', 20, [true, true, false]], ['2005-11-22', '2026-11-22', 21, [true, true, true]],
    ['2026-11-22', '2026-11-22', 0, [false, false, false]],
  ])('of %s on %s is %i', (birth, today, age, [at18, at19, at21]) => expect(born(birth!, today!)).toMatchObject({ age, at18, at19, at21 }))
  test.each([['2025-02-28', 20], ['2025-03-01', 21]])('of someone born on 29 February 2004 on %s is %i: a year older on 1 March', (today, age) => expect(born('2004-02-29', String(today)).age).toBe(age))
  test('of someone born on 29 February comes on the day itself in a leap year', () => expect(born('2004-02-29', '2028-02-29').age).toBe(24))
  test('without a birth date is none, and none is reached', () => expect(flags({ birthDate: null }, '2026-11-22')).toMatchObject({ age: null, at18: false, at19: false, at21: false, nonsense: false }))
  test('goes up by one on the birthday and on no other day of the year', () => {
    const anyDay = fc.record({ year: fc.integer({ min: 1910, max: 2026 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
      .map(({ year, month, day: of }) => dayOf(year, month, Math.min(of, daysIn(year, month)))!)
    fc.assert(fc.property(anyDay, fc.integer({ min: 18, max: 21 }), (birth, years) => {
      const turned = `${Number(birth.slice(0, 4)) + years}${birth.slice(4)}`
      const birthday = dayOf(Number(turned.slice(0, 4)), Number(turned.slice(5, 7)), Number(turned.slice(8))) ?? `${turned.slice(0, 4)}-03-01`
      const before = new Date(Date.parse(`${birthday}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
      expect([born(birth, before).age, born(birth, birthday).age]).toEqual([years - 1, years])
    }))
  })
})

describe('validity', () => {
  test('ends after the last day, or on it, as the shop sets it', () => {
    expect(flags({ expiryDate: day('2026-11-22') }, '2026-11-21')).toMatchObject({ expired: false, expiresToday: false })
    expect(flags({ expiryDate: day('2026-11-22') }, '2026-11-22', true)).toMatchObject({ expired: false, expiresToday: true })
    expect(flags({ expiryDate: day('2026-11-22') }, '2026-11-22', false)).toMatchObject({ expired: true, expiresToday: true })
    expect(flags({ expiryDate: day('2026-11-22') }, '2026-11-23')).toMatchObject({ expired: true, expiresToday: false })
  })
  test('of a card that never expires, or does not say, never ends', () => expect(flags({ expiryDate: null, neverExpires: true }, '2026-11-22')).toMatchObject({ expired: false, expiresToday: false }))
  test('has not begun while the day of issue lies ahead', () => {
    expect(flags({ issueDate: day('2026-11-23') }, '2026-11-22').notYetValid).toBe(true)
    expect(flags({ issueDate: day('2026-11-22') }, '2026-11-22').notYetValid).toBe(false)
  })
  test.each([
    ['born in the future', { birthDate: day('2026-11-23') }], ['over 120 years old', { birthDate: day('1905-11-22') }],
    ['expired before it was issued', { issueDate: day('2024-01-02'), expiryDate: day('2024-01-01') }],
  ])('is nonsense for someone %s', (_, changes) => expect(flags(changes, '2026-11-22').nonsense).toBe(true))
  test('of someone of 120 years is possible', () => expect(flags({ birthDate: day('1906-11-22') }, '2026-11-22')).toMatchObject({ age: 120, nonsense: false }))
  test('of an ordinary card raises nothing', () => expect(flags({}, '2026-11-22')).toEqual({
    age: 38, at18: true, at19: true, at21: true, expired: false, expiresToday: false, notYetValid: false, nonsense: false, disagrees: false,
  }))
  test('is doubted where the card\'s own days do not agree', () => expect(flags({ warnings: ['dates-disagree'] }, '2026-11-22').disagrees).toBe(true))
})
