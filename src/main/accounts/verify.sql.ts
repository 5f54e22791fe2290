import { z } from 'zod'
import { all, first, sql, value, type ReadableDB } from '../store/sql.ts'

const sealedRow = z.object({ seq: z.number(), kind: z.enum(['entry', 'match', 'payout']), id: z.string(), digest: z.string(), seal: z.string(), body: z.string().nullable(), at: z.string().nullable() })
export type SealedRow = z.infer<typeof sealedRow>
/** The next seals in their order, each with what its row says now; a row that is gone has no body. */
export const sealsAfter = (db: ReadableDB, seq: number, most: number): SealedRow[] =>
  all(db, sealedRow, sql`SELECT s.seq, s.kind, s.id, s.digest, s.seal, coalesce(e.at, m.at, p.at) AS at,
      CASE WHEN e.id IS NOT NULL THEN json_array(e.seq, e.source_key, e.kind, e.amount_cents, e.day, e.due_on, e.at, e.register_id, e.staff_id, e.approved_by, e.sale_id, e.refund_id, e.number,
          e.method, e.money_cents, e.given_cents, e.change_cents)
        WHEN m.seq IS NOT NULL THEN json_array(m.credit_id, m.debit_id, m.amount_cents, m.how, m.at)
        WHEN p.entry_id IS NOT NULL THEN json_array(p.register_id, p.number, p.money_cents, p.at) END AS body
    FROM account_seals s LEFT JOIN account_entries e ON s.kind = 'entry' AND e.id = s.id LEFT JOIN account_matches m ON s.kind = 'match' AND m.seq = CAST(s.id AS INTEGER)
      LEFT JOIN account_payouts p ON s.kind = 'payout' AND p.entry_id = s.id
    WHERE s.seq > ${seq} ORDER BY s.seq LIMIT ${most}`)

export const countSealed = (db: ReadableDB): number => value<number>(db, sql`SELECT count(*) FROM account_seals`) ?? 0

const stray = z.object({ id: z.string(), at: z.string() })
/** A row that was written behind the register's back: nothing sealed it. */
export const unsealed = (db: ReadableDB): z.infer<typeof stray> | undefined =>
  first(db, stray, sql`SELECT id, at FROM account_entries e WHERE NOT EXISTS (SELECT 1 FROM account_seals s WHERE s.kind = 'entry' AND s.id = e.id)
    UNION ALL SELECT 'match ' || m.seq, m.at FROM account_matches m WHERE NOT EXISTS (SELECT 1 FROM account_seals s WHERE s.kind = 'match' AND s.id = CAST(m.seq AS TEXT))
    UNION ALL SELECT p.entry_id, p.at FROM account_payouts p WHERE NOT EXISTS (SELECT 1 FROM account_seals s WHERE s.kind = 'payout' AND s.id = p.entry_id) LIMIT 1`)

/** The first entry whose open amount is not what it is less what is matched to it, or that two people's accounts disagree on. */
export const wrongOpen = (db: ReadableDB): z.infer<typeof stray> | undefined =>
  first(db, stray, sql`SELECT e.id, e.at FROM account_entries e LEFT JOIN account_open o ON o.entry_id = e.id
    LEFT JOIN (SELECT debit_id AS id, sum(0 - amount_cents) AS cents FROM account_matches GROUP BY debit_id UNION ALL SELECT credit_id, sum(amount_cents) FROM account_matches GROUP BY credit_id) m ON m.id = e.id
    WHERE coalesce(o.open_cents, 0) <> e.amount_cents + coalesce(m.cents, 0) OR (o.customer_id IS NOT NULL AND o.customer_id <> e.customer_id)
      OR (e.amount_cents > 0 AND e.amount_cents + coalesce(m.cents, 0) < 0) OR (e.amount_cents < 0 AND e.amount_cents + coalesce(m.cents, 0) > 0) ORDER BY e.seq LIMIT 1`)

/** Rows at the end are gone: the file has counted further than they reach. */
export const cutOff = (db: ReadableDB): boolean =>
  ['account_entries', 'account_matches'].some((table) => (value<number>(db, sql`SELECT seq FROM sqlite_sequence WHERE name = ${table}`) ?? 0) !==
    (value<number>(db, table === 'account_entries' ? sql`SELECT coalesce(max(seq), 0) FROM account_entries` : sql`SELECT coalesce(max(seq), 0) FROM account_matches`) ?? 0))

/** An open amount that belongs to no entry. */
export const strayOpen = (db: ReadableDB): string | undefined => value<string>(db, sql`SELECT o.entry_id FROM account_open o WHERE NOT EXISTS (SELECT 1 FROM account_entries e WHERE e.id = o.entry_id) LIMIT 1`)
