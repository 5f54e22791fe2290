import { expect, test } from 'vitest'
import { boundsOfDay } from '../../../src/main/shop/day-bounds.ts'
import type { PlainDate } from '../../../src/main/vocabulary.ts'

const hours = (day: string, timeZone: string) => {
  const { from, to } = boundsOfDay(day as PlainDate, timeZone)
  return [from, (Date.parse(to) - Date.parse(from)) / 3_600_000]
}

test('a day of the shop begins at its own midnight', () => {
  expect(hours('2026-11-21', 'America/Toronto')).toEqual(['2026-11-21T05:00:00.000Z', 24])
  expect(hours('2026-11-21', 'Asia/Kathmandu')).toEqual(['2026-11-20T18:15:00.000Z', 24])
  expect(hours('2026-11-21', 'Pacific/Kiritimati')).toEqual(['2026-11-20T10:00:00.000Z', 24])
})
test('a day on which the clocks change is an hour shorter or longer, and may begin at one o\'clock', () => {
  expect(hours('2026-03-08', 'America/Toronto')).toEqual(['2026-03-08T05:00:00.000Z', 23])
  expect(hours('2026-11-01', 'America/Toronto')).toEqual(['2026-11-01T04:00:00.000Z', 25])
  expect(hours('2018-11-04', 'America/Sao_Paulo')).toEqual(['2018-11-04T03:00:00.000Z', 23])
})
