import { expect, test } from 'vitest'
import { noteSearch, searchTimes, timesOf } from '../../../src/renderer/customers/search/search-times.ts'

test('of the searches alone the middle and the slowest are said, in whole milliseconds', () => {
  expect(searchTimes()).toBeNull()
  noteSearch('sales/pay', 900)
  expect(searchTimes()).toBeNull()
  for (const ms of [12.4, 3, 7.6]) noteSearch('customers/find', ms)
  noteSearch('customers/search', 40.2)
  expect(searchTimes()).toEqual({ count: 4, middleMs: 8, slowestMs: 40 })
  expect(timesOf([5])).toEqual({ count: 1, middleMs: 5, slowestMs: 5 })
})

test('the last two hundred count', () => {
  for (let at = 0; at < 250; at++) noteSearch('customers/only', 2)
  expect(searchTimes()).toEqual({ count: 200, middleMs: 2, slowestMs: 2 })
})
