import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../src/main/vocabulary.ts'
import { readPercent, readWhole, showPercent } from '../../../src/renderer/loyalty/office/number-text.ts'
import { instantOf, minutesOf, timeOf, wallClock } from '../../../src/renderer/loyalty/office/wall-clock.ts'
import { readTimes, showTimes } from '../../../src/renderer/ui/times-text.ts'

describe('numbers of the rules', () => {
  test('a multiplier is read with comma or point, with or without its cross', () => {
    expect(['1.5', '1,5', 'x2', '× 1,25', '0', '100', '100.001', '1.5555', '-1', ''].map((typed) => readTimes(typed, 100_000))).toEqual([1_500, 1_500, 2_000, 1_250, 0, 100_000, null, null, null, null])
  })
  test('what is shown reads back as the same, in every language', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom('en-CA', 'fr-CA', 'es-MX'), (milli, locale) => readTimes(showTimes(milli, locale), 100_000) === milli))
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom('en-CA', 'fr-CA', 'es-MX'), (ppm, locale) => readPercent(showPercent(ppm, locale)) === ppm))
  })
  test('whole numbers keep to their bounds', () => expect(['12', ' 1 000 ', '0', '13', '1.5', ''].map((typed) => readWhole(typed, 1, 1_000))).toEqual([12, 1_000, null, 13, null, null]))
})

describe("the shop's clock", () => {
  const zone = 'America/Toronto'
  test('a day begins at its own midnight, in winter and in summer', () => {
    expect([instantOf('2026-12-01T00:00', zone), instantOf('2026-07-01T00:00', zone), instantOf('no', zone)]).toEqual(['2026-12-01T05:00:00.000Z', '2026-07-01T04:00:00.000Z', null])
  })
  test('an hour that is skipped in spring is the moment after it', () => expect(wallClock(instantOf('2026-03-08T02:30', zone)!, zone)).toBe('2026-03-08T03:30'))
  test('every other moment reads back as it was typed', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }), fc.constantFrom(zone, 'Asia/Kolkata', 'America/Halifax', 'UTC'), (date, of) => {
      const local = wallClock(date.toISOString() as Instant, of)
      return wallClock(instantOf(local, of)!, of) === local
    }))
  })
  test('midnight is the end of a day as well as its beginning', () => expect([minutesOf('00:00', 'from'), minutesOf('00:00', 'until'), minutesOf('24:00', 'until')]).toEqual([0, 1_440, 1_440]))
  test('a time is read as people write it, and as each language shows it', () => {
    expect(['17:30', '17h30', '17 h', '5:30 p.m.', '12 am', '12:00 PM', '9', '25:00', '9:75', '13 pm', 'noon'].map((typed) => minutesOf(typed, 'from'))).toEqual([1_050, 1_050, 1_020, 1_050, 0, 720, 540, null, null, null, null])
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_439 }), fc.constantFrom('en-CA', 'en-US', 'fr-CA', 'fr-FR', 'es-MX', 'es-ES'), (minutes, locale) => minutesOf(timeOf(minutes, locale), 'from') === minutes))
  })
})
