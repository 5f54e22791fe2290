import { expect, test } from 'vitest'
import type { ConsentEvent } from '../../../src/main/messaging/consent.ts'
import type { SaleRow } from '../../../src/main/sales/sale.ts'
import type { Instant, PlainDate } from '../../../src/main/vocabulary.ts'
import { agoOf } from '../../../src/renderer/customers/ago.ts'
import { warningOf } from '../../../src/renderer/customers/warnings.ts'
import { typedAs } from '../../../src/renderer/customers/typed.ts'
import { daysOf } from '../../../src/renderer/screens/activities.ts'
import { today } from './forms.ts'

test('what was typed goes where it belongs', () => {
  expect(typedAs('514555')).toEqual({ field: 'phone', value: '514555' })
  expect(typedAs(' +1 (514) 555-0142')).toEqual({ field: 'phone', value: '+1 (514) 555-0142' })
  expect(typedAs('ana@x.ca')).toEqual({ field: 'email', value: 'ana@x.ca' })
  expect(typedAs('Ana Ruiz')).toEqual({ field: 'name', value: 'Ana Ruiz' })
  expect(typedAs('2 Guys')).toEqual({ field: 'name', value: '2 Guys' })
})
test('a document warns from thirty days before its day', () => {
  const on = (day: string) => warningOf(day as PlainDate, today)
  expect(on('2026-11-09')).toEqual({ tone: 'danger', word: 'expired', days: 12 })
  expect(on('2026-11-21')).toEqual({ tone: 'warn', word: 'expires', days: 0 })
  expect(on('2026-12-21')).toEqual({ tone: 'warn', word: 'expires', days: 30 })
  expect([on('2026-12-22'), warningOf(null, today)]).toEqual([null, null])
})
test('a last visit is said in a word or two', () => {
  const now = new Date(2026, 10, 21, 14)
  const ago = (days: number, locale = 'en-CA') => agoOf(new Date(2026, 10, 21 - days, 9).toISOString(), now, locale)
  expect([ago(0), ago(1), ago(3), ago(20), ago(60), ago(800)]).toEqual(['today', 'yesterday', '3 days ago', '3 weeks ago', '2 months ago', '2 years ago'])
  expect(ago(1, 'fr-CA')).toBe('hier')
})

const sale = (id: string, completedAt: string) => ({ id, completedAt }) as unknown as SaleRow
const consent = (id: string, at: string, type = 'general') => ({ id, at, type }) as unknown as ConsentEvent
const whole = <Row>(rows: readonly Row[]) => ({ rows, isWhole: true })
const dayOf = (at: string) => at.slice(0, 10)

test('sales, consents and points moved by hand stand together, newest first, by day, each switch once', () => {
  const days = daysOf({ sales: whole([sale('s2', '2026-11-21T14:00'), sale('s1', '2026-11-20T09:00')]), consents: [consent('c', '2026-11-21T15:00'), consent('m', '2026-11-21T15:00', 'marketing'), consent('e', '2026-11-19T15:00', 'marketing')], opened: [{ way: 'whatsapp', at: '2026-11-20T08:00' as Instant, staffName: '' }], points: whole([{ at: '2026-11-20T12:00' }]) }, dayOf)
  expect(days.map(({ day, activities }) => [day, activities.map(({ kind }) => kind)])).toEqual([['2026-11-21', ['consent', 'sale']], ['2026-11-20', ['points', 'sale', 'opened']], ['2026-11-19', ['consent']]])
})
test('while older sales or points are missing nothing older is shown', () => {
  const sales = [sale('s', '2026-11-20T09:00')]
  const known = { consents: [consent('c', '2026-01-01T00:00')], opened: [], points: whole([{ at: '2026-02-01T00:00' }]) }
  expect(daysOf({ ...known, sales: { rows: sales, isWhole: false } }, dayOf)).toHaveLength(1)
  expect(daysOf({ ...known, sales: whole(sales) }, dayOf)).toHaveLength(3)
  expect(daysOf({ ...known, sales: whole(sales), points: { rows: known.points.rows, isWhole: false } }, dayOf)).toHaveLength(2)
})
