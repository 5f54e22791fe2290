import type { Core } from '../context.ts'
import { displayName } from '../customers/names.ts'
import { customerOnSale } from '../customers/on-sale.sql.ts'
import { Refusal } from '../errors.ts'
import { parkSale, queueRows, type WaitingRow } from '../sales/parked.sql.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { QueueRow } from '../sales/sale.ts'
import type { SaleHead } from '../sales/sales.sql.ts'
import { giveTicket } from '../sales/tickets.sql.ts'
import { hasApp } from '../shop/apps.sql.ts'
import type { Caller, CustomerId, Instant, SaleId } from '../vocabulary.ts'
import { changing, editable, theCart } from './change-cart.ts'
import { tellQueue } from './discard-sale.ts'
import { seat } from './edit-tables.ts'
import { priceSale } from './price-cart.ts'

/** Saves the open cart to the queue under a label, its prices as they are. Refuses 'cart-empty', 'sale-part-paid', and 'not-found' for a table that is gone. */
export function park(core: Core, caller: Caller, { requestId, label, note, dueAt, tableId }: SaleInput<'park'>): { readonly saleId: SaleId; readonly ticket: string } {
  const answer = changing(core, caller, { requestId, door: 'sales/park' }, () => {
    const sale = editable(core, theCart(core, caller))
    if (tableId !== undefined) seat(core, caller, sale.id, tableId)
    return { saleId: sale.id, ticket: parkCart(core, caller, sale, { label: label.trim(), note, dueAt }) }
  })
  tellQueue(core)
  return answer
}

type Ticket = { readonly label: string; readonly note: string; readonly dueAt: Instant | null }

/** The same inside another flow's transaction. Answers the code of its ticket. */
export function parkCart(core: Core, { staffId }: Caller, sale: SaleHead, ticket: Ticket): string {
  const { lines, totals } = priceSale(core, sale)
  if (lines.length === 0) throw new Refusal('cart-empty', { saleId: sale.id })
  parkSale(core.db, sale.id, { ...ticket, by: staffId, at: core.now(), totalCents: totals.totalCents })
  return giveTicket(core.db, sale.id)
}

/** The carts that wait, over all tills or only this one's, and those opened from the queue, with where they are open. */
export function queue(core: Core, { registerId }: Caller, { mine }: SaleInput<'queue'>): QueueRow[] {
  const rows = queueRows(core.db, mine ? registerId : null).map((row) => withCustomer(core, row))
  return hasApp(core.db, 'tables', registerId) ? rows : rows.map((row) => ({ ...row, tableName: null }))
}

function withCustomer(core: Core, { customerId, ...row }: WaitingRow): QueueRow {
  const found = customerId === null ? undefined : customerOnSale(core.db, customerId as CustomerId)
  return { ...row, customerName: found ? displayName(found) : null }
}
