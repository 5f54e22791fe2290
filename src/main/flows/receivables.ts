import type { Look } from '../context.ts'
import { receivables, receivableTotals, takings, type Days, type Receivable, type ReceivablesAsked, type ReceivableTotals, type Taking } from '../accounts/receivables.sql.ts'
import { showPhone } from '../customers/contact.ts'
import { seenPhone } from '../customers/masks.ts'
import { addDays } from '../loyalty/calendar.ts'
import { textCell } from '../customers/export-csv.ts'
import { decimal, minorDigits } from '../shop/currency.ts'
import { boundsOfDay } from '../shop/day-bounds.ts'
import { localDate } from '../shop/local-date.ts'
import type { FieldSight, PlainDate } from '../vocabulary.ts'
import { theShop } from './the-shop.ts'

/** `skip`: how many rows were shown already. `more`: whether there are others. */
export type ReceivablesPage = { readonly rows: readonly Receivable[]; readonly totals: ReceivableTotals; readonly more: boolean; readonly today: PlainDate }
const rowsAtOnce = 100
const rowsInFile = 1_000_000

const daysOf = (look: Look): Days => {
  const today = localDate(look.at, theShop(look).timeZone)
  return { today, from30: addDays(today, -30), from60: addDays(today, -60), from90: addDays(today, -90) }
}

/** What whoever asks may see of phone numbers. */
type Seeing = { readonly phone?: FieldSight['phone'] }
const seenBy = (phone: FieldSight['phone'] = 'full') => (row: Receivable): Receivable => ({ ...row, phone: seenPhone(row.phone, phone) })
/** On screen a number stands as people of the shop's country write it; in a file as it is dialled from everywhere. */
const written = (country: string) => (row: Receivable): Receivable => (row.phone.startsWith('+') ? { ...row, phone: showPhone({ e164: row.phone, typed: row.phone }, country) } : row)

/** Everyone who owes, by the age of it, a page at a time, with the totals of all who fit. */
export function receivablesPage(look: Look, { skip, phone, ...asked }: ReceivablesAsked & Seeing & { readonly skip: number }): ReceivablesPage {
  const days = daysOf(look)
  const rows = receivables(look.db, asked, days, rowsAtOnce + 1, skip)
  return { rows: rows.slice(0, rowsAtOnce).map(seenBy(phone)).map(written(theShop(look).country)), totals: receivableTotals(look.db, asked, days), more: rows.length > rowsAtOnce, today: days.today }
}

export const receivableColumns = ['code', 'name', 'phone', 'status', 'balance', 'limit', 'days-0-30', 'days-31-60', 'days-61-90', 'days-over-90', 'in-credit', 'overdue', 'oldest', 'oldest-due'] as const

/** The same as a file that a spreadsheet cannot be tricked by, all of it. */
export function receivablesCsv(look: Look, { phone, ...asked }: ReceivablesAsked & Seeing): { csv: string; rows: number } {
  const places = minorDigits(theShop(look).currency)
  const money = (cents: number | null) => (cents === null ? '' : decimal(cents, places))
  const rows = receivables(look.db, asked, daysOf(look), rowsInFile, 0).map(seenBy(phone))
  const cells = (r: Receivable) => [
    textCell(r.code), textCell(r.name ?? ''), textCell(r.phone), r.status, money(r.balanceCents), money(r.limitCents), money(r.to30Cents), money(r.to60Cents), money(r.to90Cents), money(r.olderCents), money(r.creditCents),
    money(r.overdueCents), r.oldestDay ?? '', r.oldestDueOn ?? '',
  ]
  return { csv: [[...receivableColumns], ...rows.map(cells)].map((line) => `${line.join(',')}\r\n`).join(''), rows: rows.length }
}

/** The money of one day of the shop: sales, refunds, and what was paid on accounts. */
export function dayTakings(look: Look, { day }: { readonly day: PlainDate }): Taking[] {
  const { from, to } = boundsOfDay(day, theShop(look).timeZone)
  return takings(look.db, from, to)
}
