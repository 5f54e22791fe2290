import fc from 'fast-check'
import { expect, test } from 'vitest'
import { offlineMostPoints, offlineWhyNot } from '../../../src/main/loyalty/offline.ts'

const wish = { points: 200, lastKnown: 1_000, spentSince: 0, cardPresent: true }

test('a till without the others lets 500 points be spent from the last known balance, with the card in hand', () => {
  expect(offlineWhyNot(wish)).toBeNull()
  expect(offlineWhyNot({ ...wish, points: 500 })).toBeNull()
  expect(offlineWhyNot({ ...wish, points: 501 })).toEqual({ why: 'offline-limit', left: 500 })
  expect(offlineWhyNot({ ...wish, spentSince: 400 })).toEqual({ why: 'offline-limit', left: 100 })
  expect(offlineWhyNot({ ...wish, cardPresent: false })).toEqual({ why: 'card-needed' })
})

test('never more than the last known balance, less what was spent here since', () => {
  expect(offlineWhyNot({ ...wish, lastKnown: 150 })).toEqual({ why: 'not-enough-points', needs: 50 })
  expect(offlineWhyNot({ ...wish, lastKnown: 300, spentSince: 200 })).toEqual({ why: 'not-enough-points', needs: 100 })
  expect(offlineWhyNot({ ...wish, points: 10, lastKnown: -40 })).toEqual({ why: 'not-enough-points', needs: 10 })
})

test('however it is split, one till offline never lets more than its limit or the balance go', () => {
  fc.assert(fc.property(fc.integer({ min: -100, max: 2_000 }), fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 20 }), (lastKnown, wishes) => {
    const spent = wishes.reduce((spentSince, points) => (offlineWhyNot({ points, lastKnown, spentSince, cardPresent: true }) === null ? spentSince + points : spentSince), 0)
    expect(spent).toBeLessThanOrEqual(Math.min(offlineMostPoints, Math.max(0, lastKnown)))
  }))
})
