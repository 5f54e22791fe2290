import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, sql, type ReadableDB, type Sql } from '../store/sql.ts'
import type { Cents, CustomerId, PlainDate } from '../vocabulary.ts'
import type { Cuts } from './ageing.ts'

const money = z.number() as unknown as z.ZodType<Cents>
const day = (z.string() as unknown as z.ZodType<PlainDate>).nullable()
const sums = { balanceCents: money, to30Cents: money, to60Cents: money, to90Cents: money, olderCents: money, creditCents: money, overdueCents: money }
const row = z.object({
  customerId: id<CustomerId>(), name: z.string().nullable(), code: z.string(), phone: z.string(), status: z.string(), limitCents: money.nullable(), oldestDay: day, oldestDueOn: day, ...sums,
})
/** Someone who owes or is in credit, by the age of what is open. */
export type Receivable = z.infer<typeof row>
const totals = z.object({ people: z.number(), ...sums })
export type ReceivableTotals = z.infer<typeof totals>

export type ReceivableFilter = 'owing' | 'overdue' | 'over-limit' | 'in-credit' | 'all'
export type ReceivableSort = 'balance' | 'name' | 'oldest' | 'overdue'
export type ReceivablesAsked = { readonly filter: ReceivableFilter; readonly text: string; readonly sort: ReceivableSort }
export type Days = Cuts & { readonly today: PlainDate }

/** One row for each account where something is open, read along an index that holds all it needs. */
const accounts = ({ from30, from60, from90, today }: Days): Sql => sql`SELECT customer_id, sum(open_cents) AS balance, min(CASE WHEN open_cents > 0 THEN day END) AS oldest_day,
    min(CASE WHEN open_cents > 0 THEN due_on END) AS oldest_due_on, sum(CASE WHEN open_cents > 0 AND day >= ${from30} THEN open_cents ELSE 0 END) AS to30,
    sum(CASE WHEN open_cents > 0 AND day < ${from30} AND day >= ${from60} THEN open_cents ELSE 0 END) AS to60,
    sum(CASE WHEN open_cents > 0 AND day < ${from60} AND day >= ${from90} THEN open_cents ELSE 0 END) AS to90,
    sum(CASE WHEN open_cents > 0 AND day < ${from90} THEN open_cents ELSE 0 END) AS older, sum(CASE WHEN open_cents < 0 THEN 0 - open_cents ELSE 0 END) AS credit,
    sum(CASE WHEN open_cents > 0 AND due_on < ${today} THEN open_cents ELSE 0 END) AS overdue FROM account_open GROUP BY customer_id`

const filters: { readonly [F in ReceivableFilter]: Sql } = {
  owing: sql`a.balance > 0`, overdue: sql`a.overdue > 0`, 'over-limit': sql`a.balance > p.limit_cents`, 'in-credit': sql`a.balance < 0`, all: sql`1`,
}
const orders: { readonly [S in ReceivableSort]: Sql } = {
  balance: sql`a.balance DESC, a.customer_id`, name: sql`p.sort_name, a.customer_id`, oldest: sql`a.oldest_day IS NULL, a.oldest_day, a.customer_id`, overdue: sql`a.overdue DESC, a.customer_id`,
}
/** People are looked up only where the question is about them: over 100,000 accounts that is what takes the time. */
const asksPeople = ({ filter, text }: ReceivablesAsked): boolean => filter === 'over-limit' || text !== ''
const matching = (asked: ReceivablesAsked, withPeople: boolean): Sql => {
  const { filter, text } = asked
  const people = withPeople ? sql`JOIN v_account_people p ON p.customer_id = a.customer_id` : sql``
  return sql`FROM a ${people} WHERE ${filters[filter]} ${text === '' ? sql`` : sql`AND (instr(fold(p.name), ${text}) > 0 OR instr(lower(p.code), ${text}) > 0)`}`
}

/** Who owes, in the order asked for; `text` is folded already. */
export const receivables = (db: ReadableDB, asked: ReceivablesAsked, days: Days, most: number, skip: number): Receivable[] =>
  all(db, row, sql`WITH a AS (${accounts(days)}), t AS (SELECT a.* ${matching(asked, asksPeople(asked) || asked.sort === 'name')} ORDER BY ${orders[asked.sort]} LIMIT ${most} OFFSET ${skip})
    SELECT a.customer_id AS customerId, p.name, p.code, p.main_phone AS phone, p.status, p.limit_cents AS limitCents, a.oldest_day AS oldestDay, a.oldest_due_on AS oldestDueOn,
      a.balance AS balanceCents, a.to30 AS to30Cents, a.to60 AS to60Cents, a.to90 AS to90Cents, a.older AS olderCents, a.credit AS creditCents, a.overdue AS overdueCents
    FROM t a JOIN v_account_people p ON p.customer_id = a.customer_id ORDER BY ${orders[asked.sort]}`)

/** The same added up over everyone who fits, however many are shown. */
export const receivableTotals = (db: ReadableDB, asked: ReceivablesAsked, days: Days): ReceivableTotals =>
  first(db, totals, sql`WITH a AS (${accounts(days)}) SELECT count(*) AS people, coalesce(sum(a.balance), 0) AS balanceCents, coalesce(sum(a.to30), 0) AS to30Cents, coalesce(sum(a.to60), 0) AS to60Cents,
      coalesce(sum(a.to90), 0) AS to90Cents, coalesce(sum(a.older), 0) AS olderCents, coalesce(sum(a.credit), 0) AS creditCents, coalesce(sum(a.overdue), 0) AS overdueCents ${matching(asked, asksPeople(asked))}`)!

const taking = z.object({ method: z.enum(['cash', 'card']), source: z.enum(['sale', 'refund', 'account', 'payout', 'return']), count: z.number(), cents: money })
export type Taking = z.infer<typeof taking>
/** The money between two moments: what sales took, refunds gave back, was paid on accounts and paid out of them, in cash and by card. */
export const takings = (db: ReadableDB, from: string, to: string): Taking[] =>
  all(db, taking, sql`SELECT method, source, count(*) AS count, sum(amount_cents) AS cents FROM v_takings WHERE at >= ${from} AND at < ${to} GROUP BY method, source ORDER BY method, source`)
