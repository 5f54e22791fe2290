import { z } from 'zod'
import { id } from '../input.ts'
import { all, sql, type ReadableDB } from '../store/sql.ts'
import type { AccountId, Cents, CustomerId, PlainDate, Points, RefundId, SaleId } from '../vocabulary.ts'
import { kinds } from './ledger.ts'

// What other pages show of points beside their own: a number behind a name, a column of a history, a line of a receipt.

const points = z.number() as unknown as z.ZodType<Points>
const balanceRow = z.object({ customerId: id<CustomerId>(), balance: points })
/** What each of these members has; who is no member is not in the answer. */
export const balancesOf = (db: ReadableDB, customerIds: readonly CustomerId[]): z.infer<typeof balanceRow>[] =>
  all(db, balanceRow, sql`SELECT a.customer_id AS customerId,
      coalesce((SELECT l.balance_after FROM loyalty_ledger l WHERE l.account_id = a.id ORDER BY l.seq DESC LIMIT 1), 0) AS balance
    FROM loyalty_accounts a WHERE a.merged_into IS NULL AND a.customer_id IN (SELECT value FROM json_each(${JSON.stringify(customerIds)}))`)

const saleRow = z.object({ saleId: id<SaleId>(), earned: points, spent: points })
/** What each sale brought and what it cost, less what a refund or void moved back; a row of another kind that only names a sale is left out. */
export const pointsOfSales = (db: ReadableDB, saleIds: readonly SaleId[]): z.infer<typeof saleRow>[] =>
  all(db, saleRow, sql`SELECT l.sale_id AS saleId, sum(CASE coalesce(o.kind, l.kind) WHEN 'earn' THEN l.points + l.pending ELSE 0 END) AS earned,
      0 - sum(CASE coalesce(o.kind, l.kind) WHEN 'redeem' THEN l.points ELSE 0 END) AS spent
    FROM loyalty_ledger l LEFT JOIN loyalty_ledger o ON o.id = l.reverses_id
    WHERE l.sale_id IN (SELECT value FROM json_each(${JSON.stringify(saleIds)})) AND coalesce(o.kind, l.kind) IN ('earn', 'redeem') GROUP BY l.sale_id`)

const kind = z.enum(kinds)
const partRow = z.object({
  kind, origin: kind, accountId: id<AccountId>(), customerId: id<CustomerId>(), refundId: id<RefundId>().nullable(), points, pending: points, balanceAfter: points,
  valueCents: z.number() as unknown as z.ZodType<Cents>, rewardName: z.string().nullable(), also: z.number(), pendingUntil: z.string().nullable() as unknown as z.ZodType<PlainDate | null>,
})
/** Every row of one sale as a receipt shows it; `origin` is the kind of what it takes back, or its own. */
export const rowsOfSale = (db: ReadableDB, saleId: SaleId): z.infer<typeof partRow>[] =>
  all(db, partRow, sql`SELECT l.kind, coalesce(o.kind, l.kind) AS origin, l.account_id AS accountId, l.customer_id AS customerId, l.refund_id AS refundId, l.points, l.pending,
      l.balance_after AS balanceAfter, l.value_cents AS valueCents, json_extract(l.working, '$.name') AS rewardName, coalesce(json_extract(l.working, '$.also'), 0) AS also, json_extract(l.working, '$.pendingUntil') AS pendingUntil
    FROM loyalty_ledger l LEFT JOIN loyalty_ledger o ON o.id = l.reverses_id
    WHERE l.sale_id = ${saleId} AND coalesce(o.kind, l.kind) IN ('earn', 'redeem')
      -- What a move took from an earlier customer is not on the receipt of the sale any more; refunds of that time keep theirs.
      AND coalesce(json_extract(l.working, '$.kind'), '') <> 'moved' AND NOT EXISTS (SELECT 1 FROM loyalty_ledger m WHERE m.reverses_id = l.id AND json_extract(m.working, '$.kind') = 'moved')
    ORDER BY l.seq`)
