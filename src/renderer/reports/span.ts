import type { PlainDate, RegisterId } from '../../main/vocabulary.ts'

export type Span = { readonly from: PlainDate; readonly to: PlainDate }
/** Which rows of a report: all tills or one, and customers whose name holds what was typed. */
export type Filter = { readonly registerId: RegisterId | null; readonly text: string }
export type Asked = Span & Filter
export const presets = ['today', 'yesterday', 'last-7', 'last-30', 'this-month', 'last-month', 'this-year', 'custom'] as const
export type Preset = (typeof presets)[number]

const dayMs = 86_400_000
const dateOf = (day: PlainDate): Date => new Date(`${day}T00:00:00Z`)
const asDay = (date: Date): PlainDate => date.toISOString().slice(0, 10) as PlainDate
export const addDays = (day: PlainDate, days: number): PlainDate => asDay(new Date(dateOf(day).getTime() + days * dayMs))
export const daysIn = ({ from, to }: Span): number => Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / dayMs) + 1

/** The days a preset means today, both ends included. Custom keeps what it had. */
export function spanOf(preset: Preset, today: PlainDate, now: Span): Span {
  const monthStart = `${today.slice(0, 7)}-01` as PlainDate
  const lastMonthEnd = addDays(monthStart, -1)
  const spans: { readonly [P in Preset]: Span } = {
    today: { from: today, to: today }, yesterday: { from: addDays(today, -1), to: addDays(today, -1) }, 'last-7': { from: addDays(today, -6), to: today },
    'last-30': { from: addDays(today, -29), to: today }, 'this-month': { from: monthStart, to: today },
    'last-month': { from: `${lastMonthEnd.slice(0, 7)}-01` as PlainDate, to: lastMonthEnd }, 'this-year': { from: `${today.slice(0, 4)}-01-01` as PlainDate, to: today }, custom: now,
  }
  return spans[preset]
}
