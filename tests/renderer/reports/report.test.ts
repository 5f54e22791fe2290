import { describe, expect, test } from 'vitest'
import { loyaltyColumns } from '../../../src/main/reports/loyalty-report.ts'
import type { PlainDate } from '../../../src/main/vocabulary.ts'
import { barsOf, roundTop, stepFor } from '../../../src/renderer/reports/day-bars.ts'
import { columnOf, isNumbered } from '../../../src/renderer/reports/day-columns.ts'
import { moved } from '../../../src/renderer/ui/moved.ts'
import { addDays, daysIn, presets, spanOf } from '../../../src/renderer/reports/span.ts'

const day = (text: string) => text as PlainDate
const span = (from: string, to: string) => ({ from: day(from), to: day(to) })
const today = day('2026-03-01')
const kept = span('2020-01-01', '2020-01-02')

describe('the days a report is of', () => {
  test('presets count both their ends, and cross months and years', () => {
    expect(presets.map((preset) => { const { from, to } = spanOf(preset, today, kept); return `${preset} ${from} ${to}` })).toEqual([
      'today 2026-03-01 2026-03-01', 'yesterday 2026-02-28 2026-02-28', 'last-7 2026-02-23 2026-03-01', 'last-30 2026-01-31 2026-03-01', 'this-month 2026-03-01 2026-03-01',
      'last-month 2026-02-01 2026-02-28', 'this-year 2026-01-01 2026-03-01', 'custom 2020-01-01 2020-01-02',
    ])
    expect(daysIn(span('2026-02-23', '2026-03-01'))).toBe(7)
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29')
  })
})

describe('the bars of the chart', () => {
  const rows = [{ day: day('2026-02-25'), earned: 30, redeemed: 0 }, { day: day('2026-02-28'), earned: 12, redeemed: 100 }]
  test('a day without an action is there, as zero', () => {
    expect(barsOf(rows, span('2026-02-25', '2026-03-01')).map(({ earned, redeemed }) => [earned, redeemed])).toEqual([[30, 0], [0, 0], [0, 0], [12, 100], [0, 0]])
  })
  test('a long span goes by weeks, a longer one by months, and no point is lost', () => {
    for (const [from, step] of [['2025-10-01', 'week'], ['2016-01-01', 'month']] as const) {
      const bars = barsOf(rows, span(from, '2026-03-01'))
      expect([stepFor(span(from, '2026-03-01')), bars.reduce((sum, { earned }) => sum + earned, 0), bars.reduce((sum, { redeemed }) => sum + redeemed, 0)]).toEqual([step, 42, 100])
    }
  })
  test('the scale ends on a round number that holds the highest bar', () => {
    expect([0, 3, 5, 41, 100, 101, 999, 1_204].map(roundTop)).toEqual([4, 4, 10, 100, 100, 200, 1_000, 2_000])
  })
})

describe('columns', () => {
  test('every column but the date has a number', () => expect(loyaltyColumns.filter(isNumbered).every((name) => name in columnOf)).toBe(true))
  test('a column moves up and down, and the others keep their order', () => {
    expect([moved(['a', 'b', 'c'], 2, 0), moved(['a', 'b', 'c'], 0, 1), moved(['a', 'b', 'c'], 1, 1)]).toEqual([['c', 'a', 'b'], ['b', 'a', 'c'], ['a', 'b', 'c']])
  })
})
