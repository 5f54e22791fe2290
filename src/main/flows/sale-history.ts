import type { Core } from '../context.ts'
import { customerFigures, newest, salesByIds, salesOfCustomers, salesPage, type Cursor } from '../sales/history.sql.ts'
import { readSaleNumber } from '../sales/sale-number.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { CustomerSales, SalePage, SaleRecord, SaleRow } from '../sales/sale.ts'
import { salesNumbered } from '../sales/sold.sql.ts'
import { averageOf } from '../sales/totals.ts'
import { boundsOfDay } from '../shop/day-bounds.ts'
import type { Instant, SaleId } from '../vocabulary.ts'
import { findCustomers } from './find-customers.ts'
import { saleRecord } from './sale-record.ts'
import { theShop } from './the-shop.ts'

const always = { from: '', to: '9999' }
const mostPeople = 50

/** Finished sales, the newest first; of one day of the shop, or those of a number or of the people that a text finds. */
export async function listSales(core: Core, { page, text, day }: SaleInput<'list'>): Promise<SalePage> {
  const between = day === null ? always : boundsOfDay(day, theShop(core).timeZone)
  const after = cursorOf(page.after)
  const asked = text?.trim() ?? ''
  if (asked === '') return paged(salesPage(core.db, after, between, page.most + 1), page.most)
  const numbered = salesCalled(core, asked)
  if (numbered.length > 0) return { rows: salesByIds(core.db, numbered), more: null }
  const { rows } = await findCustomers(core, { text: asked, scope: 'picker', most: mostPeople, after: null, inactive: true })
  const found = rows.length === 0 ? [] : salesOfCustomers(core.db, rows.map(({ id }) => id), after, { state: null, most: page.most + 1, between })
  return paged(found, page.most)
}

/** What a customer bought, with how often, for how much and when last. */
export function salesOfCustomer(core: Core, { customerId, page, state }: SaleInput<'ofCustomer'>): CustomerSales {
  const rows = salesOfCustomers(core.db, [customerId], cursorOf(page.after), { state: state ?? null, most: page.most + 1, between: always })
  const { count, spentCents, lastAt } = customerFigures(core.db, customerId)
  return { ...paged(rows, page.most), count, spentCents, averageCents: averageOf(spentCents, count), lastAt }
}

/** The sale of this number: '1-000042', or '42' where only one till has one. Null where there is none. */
export function saleByNumber(core: Core, typed: string): SaleRecord | null {
  const found = salesCalled(core, typed)[0]
  return found === undefined ? null : saleRecord(core, found)
}

function salesCalled(core: Core, typed: string): SaleId[] {
  const wanted = readSaleNumber(typed)
  return wanted ? salesNumbered(core.db, wanted.number, wanted.till) : []
}

function paged(rows: readonly SaleRow[], most: number): SalePage {
  const last = rows.length > most ? rows[most - 1] : undefined
  return { rows: rows.slice(0, most), more: last ? `${last.completedAt}|${last.id}` : null }
}

function cursorOf(after: string | null): Cursor {
  if (after === null) return newest
  const [at = '', id = ''] = after.split('|')
  return { at: at as Instant, id: id as SaleId }
}
