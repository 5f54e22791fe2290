import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { AccountEntryId, Cents, CustomerId, Instant, PlainDate, RefundId, RegisterId, SaleId, StaffId } from '../vocabulary.ts'
import type { Entry, NewEntry, OpenItem } from './account.ts'
import type { Match } from './matching.ts'

const money = z.number() as unknown as z.ZodType<Cents>
const plainDay = z.string() as unknown as z.ZodType<PlainDate>
const entryRow = z.object({
  id: id<AccountEntryId>(), seq: z.number(), customerId: id<CustomerId>(), kind: z.enum(['charge', 'payment', 'adjustment', 'refund', 'void', 'write-off']), amountCents: money,
  day: plainDay, dueOn: plainDay.nullable(), at: z.string() as unknown as z.ZodType<Instant>, registerId: id<RegisterId>(), staffId: id<StaffId>(), approvedBy: id<StaffId>().nullable(),
  saleId: id<SaleId>().nullable(), refundId: id<RefundId>().nullable(), number: z.number().nullable(), method: z.enum(['cash', 'card']).nullable(),
  moneyCents: money.nullable(), givenCents: money.nullable(), changeCents: money.nullable(), reference: z.string(), reason: z.string(),
  payoutNumber: z.number().nullable(), payoutCents: money.nullable(),
})
const columns = sql`id, seq, customer_id AS customerId, kind, amount_cents AS amountCents, day, due_on AS dueOn, at, register_id AS registerId, staff_id AS staffId, approved_by AS approvedBy,
  sale_id AS saleId, refund_id AS refundId, number, method, money_cents AS moneyCents, given_cents AS givenCents, change_cents AS changeCents, reference, reason,
  (SELECT p.number FROM account_payouts p WHERE p.entry_id = account_entries.id) AS payoutNumber, (SELECT p.money_cents FROM account_payouts p WHERE p.entry_id = account_entries.id) AS payoutCents`

/** Adds a row; the same source a second time is a bug of the caller's and fails. */
export function insertEntry(db: WritableDB, e: NewEntry): Entry {
  run(db, sql`INSERT INTO account_entries (id, source_key, customer_id, kind, amount_cents, day, due_on, at, register_id, staff_id, approved_by, sale_id, refund_id, number, method,
      money_cents, given_cents, change_cents, reference, reason)
    VALUES (${e.id}, ${e.sourceKey}, ${e.customerId}, ${e.kind}, ${e.amountCents}, ${e.day}, ${e.dueOn}, ${e.at}, ${e.registerId}, ${e.staffId}, ${e.approvedBy}, ${e.saleId}, ${e.refundId},
      ${e.number}, ${e.method}, ${e.moneyCents}, ${e.givenCents}, ${e.changeCents}, ${e.reference}, ${e.reason})`)
  return getEntry(db, e.id)!
}

export const getEntry = (db: ReadableDB, entryId: AccountEntryId): Entry | undefined => first(db, entryRow, sql`SELECT ${columns} FROM account_entries WHERE id = ${entryId}`)

/** What the customer owes; below zero they are in credit. Always the sum of every row. */
export const balanceOf = (db: ReadableDB, customerId: CustomerId): Cents =>
  (value<number>(db, sql`SELECT coalesce(sum(amount_cents), 0) FROM account_entries WHERE customer_id = ${customerId}`) ?? 0) as Cents

/** The balance right after this row was written. */
export const balanceAfter = (db: ReadableDB, { customerId, seq }: Pick<Entry, 'customerId' | 'seq'>): Cents =>
  (value<number>(db, sql`SELECT coalesce(sum(amount_cents), 0) FROM account_entries WHERE customer_id = ${customerId} AND seq <= ${seq}`) ?? 0) as Cents

const openRow = z.object({ entryId: id<AccountEntryId>(), seq: z.number(), day: plainDay, dueOn: plainDay.nullable(), openCents: money })
/** What nothing is matched to yet, the oldest first. */
export const openItems = (db: ReadableDB, customerId: CustomerId): OpenItem[] =>
  all(db, openRow, sql`SELECT entry_id AS entryId, seq, day, due_on AS dueOn, open_cents AS openCents FROM account_open WHERE customer_id = ${customerId} ORDER BY day, seq`)

/** The rows of an account, the newest first. */
export const entriesPage = (db: ReadableDB, customerId: CustomerId, before: number | null, most: number): Entry[] =>
  all(db, entryRow, sql`SELECT ${columns} FROM account_entries WHERE customer_id = ${customerId} AND seq < ${before ?? Number.MAX_SAFE_INTEGER} ORDER BY seq DESC LIMIT ${most}`)

/** The rows of an account between two days of the shop, the oldest first. */
export const entriesBetween = (db: ReadableDB, customerId: CustomerId, from: PlainDate, to: PlainDate, most: number): Entry[] =>
  all(db, entryRow, sql`SELECT ${columns} FROM account_entries WHERE customer_id = ${customerId} AND day >= ${from} AND day <= ${to} ORDER BY seq LIMIT ${most}`)

/** What a sale, its refunds and its void did to an account, in order. */
export const entriesOfSale = (db: ReadableDB, saleId: SaleId): Entry[] => all(db, entryRow, sql`SELECT ${columns} FROM account_entries WHERE sale_id = ${saleId} ORDER BY seq`)

export const insertMatch = (db: WritableDB, { creditId, debitId, cents, how }: Match, at: Instant): number =>
  run(db, sql`INSERT INTO account_matches (credit_id, debit_id, amount_cents, how, at) VALUES (${creditId}, ${debitId}, ${cents}, ${how}, ${at})`)
/** Takes a match back by a row below zero; both sides are open for so much again. */
export const undoMatch = (db: WritableDB, { creditId, debitId, cents }: Pick<Match, 'creditId' | 'debitId' | 'cents'>, at: Instant): number =>
  run(db, sql`INSERT INTO account_matches (credit_id, debit_id, amount_cents, how, at) VALUES (${creditId}, ${debitId}, ${0 - cents}, 'undone', ${at})`)

const matchRow = z.object({ creditId: id<AccountEntryId>(), debitId: id<AccountEntryId>(), cents: money, creditSeq: z.number(), debitSeq: z.number() })
export type Matched = z.infer<typeof matchRow>
/** What pays what around one entry, taken-back matches left out. */
export const matchesOf = (db: ReadableDB, entryId: AccountEntryId): Matched[] =>
  all(db, matchRow, sql`SELECT m.credit_id AS creditId, m.debit_id AS debitId, sum(m.amount_cents) AS cents, c.seq AS creditSeq, d.seq AS debitSeq
    FROM account_matches m JOIN account_entries c ON c.id = m.credit_id JOIN account_entries d ON d.id = m.debit_id
    WHERE m.credit_id = ${entryId} OR m.debit_id = ${entryId} GROUP BY m.credit_id, m.debit_id HAVING sum(m.amount_cents) > 0 ORDER BY min(m.seq)`)

/** Matches between what are two people's rows now: left over where merged records were parted again. */
export const matchesAcross = (db: ReadableDB, customerId: CustomerId): Matched[] =>
  all(db, matchRow, sql`SELECT m.credit_id AS creditId, m.debit_id AS debitId, sum(m.amount_cents) AS cents, c.seq AS creditSeq, d.seq AS debitSeq
    FROM account_entries o JOIN account_matches m ON m.credit_id = o.id OR m.debit_id = o.id JOIN account_entries c ON c.id = m.credit_id JOIN account_entries d ON d.id = m.debit_id
    WHERE o.customer_id = ${customerId} AND c.customer_id <> d.customer_id GROUP BY m.credit_id, m.debit_id HAVING sum(m.amount_cents) > 0`)

export const nextPaymentNumber = (db: ReadableDB, registerId: RegisterId): number =>
  (value<number>(db, sql`SELECT max(number) FROM account_entries WHERE register_id = ${registerId}`) ?? 0) + 1

export const nextPayoutNumber = (db: ReadableDB, registerId: RegisterId): number =>
  (value<number>(db, sql`SELECT max(number) FROM account_payouts WHERE register_id = ${registerId}`) ?? 0) + 1
/** What was handed out of the drawer for a row that was just written. */
export const insertPayout = (db: WritableDB, { id: entryId, registerId, at }: Pick<Entry, 'id' | 'registerId' | 'at'>, number: number, moneyCents: Cents): number =>
  run(db, sql`INSERT INTO account_payouts (entry_id, register_id, number, money_cents, at) VALUES (${entryId}, ${registerId}, ${number}, ${moneyCents}, ${at})`)

/** What this customer has put on account on carts that are not finished, but for one of them. */
export const heldOnCarts = (db: ReadableDB, customerId: CustomerId, exceptSale: SaleId | null): Cents =>
  (value<number>(db, sql`SELECT coalesce(sum(amount_cents), 0) FROM v_account_holds WHERE customer_id = ${customerId} AND sale_id IS NOT ${exceptSale}`) ?? 0) as Cents
