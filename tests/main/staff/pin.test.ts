import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterWrong, isLocked, isTooSimple, type Tries } from '../../../src/main/staff/pin.ts'
import type { Instant } from '../../../src/main/vocabulary.ts'

const now = '2026-11-21T14:00:00.000Z' as Instant

test.each(['0000', '11111', '1234', '4321', '7890', '8901', '98765432', '1212', '123123', '45674567', '1122', '113355', '1984', '2011', '2580', '0852', '2468'])(
  '%s is too simple for a PIN', (pin) => expect(isTooSimple(pin)).toBe(true))

test.each(['8264', '5937', '6183', '90417', '301846', '7295038', '48201957', '1221'])('%s will do for a PIN', (pin) => expect(isTooSimple(pin)).toBe(false))

test('no more than one four-digit PIN in twenty is refused', () => {
  const refused = Array.from({ length: 10_000 }, (_, pin) => String(pin).padStart(4, '0')).filter(isTooSimple)
  expect(refused.length).toBeLessThan(500)
})

test('however often a PIN is wrong, the lock never gets shorter and is never open from the allowed number on', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 60 }), (allowed, wrongCount) => {
    const before: Tries = { wrongCount, lockedUntil: null }
    const [one, two] = [afterWrong(before, allowed, now), afterWrong({ ...before, wrongCount: wrongCount + 1 }, allowed, now)]
    expect(isLocked(one, now)).toBe(wrongCount + 1 >= allowed)
    expect((two.lockedUntil ?? '') >= (one.lockedUntil ?? '')).toBe(true)
  }))
})
