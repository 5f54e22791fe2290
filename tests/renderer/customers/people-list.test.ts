import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CustomerRow } from '../../../src/main/customers/customer.ts'
import { blocksFor, blockSize, countOf, entryAt, indexOfPlace, letterAt, placeOf, step, type Shown } from '../../../src/renderer/customers/people-list.ts'

const row = (id: string) => ({ id }) as unknown as CustomerRow
const shown: Shown = { recent: [row('a'), row('b')], found: null, total: 3 }
const letters = [{ letter: 'A', count: 120 }, { letter: 'C', count: 1 }, { letter: 'M', count: 51 }, { letter: '#', count: 2 }]

test('recent people stand first under their heading, then everyone under theirs', () => {
  expect(Array.from({ length: countOf(shown) }, (_, index) => entryAt(shown, index).kind)).toEqual(['heading', 'person', 'person', 'heading', 'place', 'place', 'place'])
  expect(indexOfPlace(shown, 0)).toBe(4)
})
test('without recent people there is no heading', () => expect(entryAt({ ...shown, recent: [] }, 0)).toEqual({ kind: 'place', place: 0 }))
test('who was found stands alone', () => {
  expect(countOf({ ...shown, found: [row('x')] })).toBe(1)
  expect(countOf({ ...shown, found: [] })).toBe(0)
})
test('the arrows step over headings and stop at the ends', () => {
  expect([step(shown, -1, 1), step(shown, 2, 1), step(shown, 4, -1), step(shown, 1, -1), step(shown, 6, 1), step(shown, 6, 8), step(shown, 5, -8)]).toEqual([1, 4, 2, 1, 6, 6, 1])
  expect(step({ ...shown, found: [] }, -1, 1)).toBe(-1)
})
test('a letter that nobody has begins where the next one does', () => {
  expect(['A', 'B', 'C', 'D', 'M', 'Z', '#'].map((letter) => placeOf(letters, letter))).toEqual([0, 120, 120, 121, 121, 172, 172])
})
test('every place stands under its letter', () => expect([0, 119, 120, 121, 171, 172, 900].map((place) => letterAt(letters, place))).toEqual(['A', 'A', 'C', 'M', 'M', '#', '#']))
test('the blocks of any stretch hold every one of its places once, and no more than a letter has', () => {
  const total = 174
  fc.assert(fc.property(fc.integer({ min: 0, max: total - 1 }), fc.integer({ min: 0, max: 60 }), (first, more) => {
    const last = Math.min(total - 1, first + more)
    const places = blocksFor(letters, first, last).flatMap(({ start, most }) => Array.from({ length: most }, (_, at) => start + at))
    expect(new Set(places).size).toBe(places.length)
    for (let place = first; place <= last; place++) expect(places).toContain(place)
    expect(blocksFor(letters, first, last).every(({ most }) => most >= 1 && most <= blockSize)).toBe(true)
  }))
})
