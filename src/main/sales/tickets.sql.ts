import { z } from 'zod'
import { id } from '../input.ts'
import { first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { SaleId } from '../vocabulary.ts'

const digits = 6

/** The code of a waiting cart, Q000012, given once and kept while it comes and goes. Answers it. */
export function giveTicket(db: WritableDB, saleId: SaleId): string {
  const kept = ticketOf(db, saleId)
  if (kept !== null) return kept
  run(db, sql`UPDATE ticket_numbers SET last = last + 1 WHERE id = 1`)
  const ticket = `Q${String(value<number>(db, sql`SELECT last FROM ticket_numbers WHERE id = 1`)).padStart(digits, '0')}`
  run(db, sql`UPDATE sales SET ticket = ${ticket} WHERE id = ${saleId}`)
  return ticket
}
export const ticketOf = (db: ReadableDB, saleId: SaleId): string | null => value<string | null>(db, sql`SELECT ticket FROM sales WHERE id = ${saleId}`) ?? null

const ticketRow = z.object({ id: id<SaleId>(), label: z.string(), state: z.string() })
export type TicketFound = z.infer<typeof ticketRow>
/** The cart that a ticket was given for, in whatever state it is now. */
export const saleWithTicket = (db: ReadableDB, ticket: string): TicketFound | undefined =>
  first(db, ticketRow, sql`SELECT id, label, state FROM sales WHERE ticket = ${ticket}`)
