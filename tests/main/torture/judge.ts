import { z } from 'zod'
import { all, sql, value, type WritableDB } from '../../../src/main/store/sql.ts'
import type { Promised } from './acts.ts'

const saleRow = z.object({ id: z.string(), state: z.string(), number: z.number().nullable(), total_cents: z.number().nullable(), lines: z.number(), line_cents: z.number(), paid_cents: z.number() })
type SaleRow = z.infer<typeof saleRow>

const readSales = (db: WritableDB): Map<string, SaleRow> =>
  new Map(all(db, saleRow, sql`
    SELECT s.id, s.state, s.number, s.total_cents,
      (SELECT count(*) FROM sale_lines l WHERE l.sale_id = s.id AND l.removed_at IS NULL) AS lines,
      (SELECT coalesce(sum(l.total_cents), 0) FROM sale_lines l WHERE l.sale_id = s.id AND l.removed_at IS NULL) + coalesce(s.rounding_cents, 0) AS line_cents,
      (SELECT coalesce(sum(t.amount_cents), 0) FROM tenders t WHERE t.sale_id = s.id AND t.taken_back_at IS NULL) AS paid_cents
    FROM sales s`).map((row) => [row.id, row]))

/** Everything that is not as it was promised, one sentence each. */
export function brokenPromises(db: WritableDB, so: Promised): string[] {
  const sales = readSales(db)
  return [...fileProblems(db), ...lostCustomers(db, so), ...lostSales(sales, so), ...lostCarts(sales, so), ...halfSales(sales), ...badNumbers(sales)]
}

/** What the end left open is settled by what is there now; the next life is held to that. */
export function settle(db: WritableDB, so: Promised): void {
  const sales = readSales(db)
  for (const id of [...so.carts.keys(), ...(so.underWay === null ? [] : [so.underWay])]) {
    const row = sales.get(id)
    if (row?.state === 'open' || row?.state === 'parked') so.carts.set(id, { state: row.state, lines: row.lines })
    else so.carts.delete(id)
    if (row?.state === 'completed') so.sold.set(id, { is: 'sold', saleId: id, number: String(row.number), totalCents: row.total_cents ?? 0, lines: row.lines })
  }
}

function fileProblems(db: WritableDB): string[] {
  const found = String(db.pragma('integrity_check', { simple: true }))
  const strays = db.pragma('foreign_key_check') as unknown[]
  return [...(found === 'ok' ? [] : [`the file is not intact: ${found}`]), ...(strays.length === 0 ? [] : [`${strays.length} rows point nowhere`])]
}

const lostCustomers = (db: WritableDB, { customers }: Promised): string[] =>
  [...customers].filter(([id, name]) => value(db, sql`SELECT first_name FROM customers WHERE id = ${id}`) !== name
    || value(db, sql`SELECT count(*) FROM customer_phones WHERE customer_id = ${id}`) !== 1).map(([, name]) => `the customer ${name} is lost or cut`)

const lostSales = (sales: Map<string, SaleRow>, { sold }: Promised): string[] =>
  [...sold.values()].flatMap(({ saleId, number, totalCents, lines }) => {
    const row = sales.get(saleId)
    const fine = row?.state === 'completed' && number.endsWith(String(row.number)) && row.total_cents === totalCents && row.lines === lines
    return fine ? [] : [`sale ${number} over ${totalCents} with ${lines} lines is now ${JSON.stringify(row)}`]
  })

/** The act under way may have happened; everything before it must have. */
const lostCarts = (sales: Map<string, SaleRow>, { carts, underWay }: Promised): string[] =>
  [...carts].flatMap(([id, { state, lines }]) => {
    const row = sales.get(id)
    const moved = underWay === id && row !== undefined && ['open', 'parked', 'completed'].includes(row.state)
    const fine = row !== undefined && (row.state === state || moved) && (row.lines === lines || (state === 'open' && row.lines === lines + 1))
    return fine ? [] : [`the ${state} cart ${id} with ${lines} lines is now ${JSON.stringify(row)}`]
  })

const halfSales = (sales: Map<string, SaleRow>): string[] =>
  [...sales.values()].filter(({ number, lines, total_cents: total, line_cents: ofLines, paid_cents: paid }) => number !== null && (lines === 0 || ofLines !== total || paid !== total))
    .map((row) => `sale ${row.number} is half: ${JSON.stringify(row)}`)

function badNumbers(sales: Map<string, SaleRow>): string[] {
  const numbers = [...sales.values()].flatMap(({ number }) => (number === null ? [] : [number])).toSorted((a, b) => a - b)
  const wrong = numbers.find((number, at) => number !== at + 1)
  return wrong === undefined ? [] : [`sale numbers have a gap or a repeat before ${wrong}`]
}
