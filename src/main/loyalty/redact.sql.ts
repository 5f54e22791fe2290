import { z } from 'zod'
import { id } from '../input.ts'
import { all, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { AccountId, CustomerId, EntryId, Instant } from '../vocabulary.ts'

const accountRow = z.object({ id: id<AccountId>() })
export const accountsOf = (db: ReadableDB, customers: readonly CustomerId[]): AccountId[] =>
  all(db, accountRow, sql`SELECT id FROM loyalty_accounts WHERE customer_id IN (SELECT value FROM json_each(${JSON.stringify(customers)}))`).map((row) => row.id)

const seqRow = z.object({ seq: z.number() })
/** Rows of these accounts that still say something in words. */
export const wordyRows = (db: ReadableDB, accounts: readonly AccountId[], most: number): number[] =>
  all(db, seqRow, sql`SELECT seq FROM loyalty_ledger WHERE account_id IN (SELECT value FROM json_each(${JSON.stringify(accounts)})) AND (reason <> '' OR note <> '') LIMIT ${most}`).map(({ seq }) => seq)

/** Takes the words out of one row; what is left of it stays provable by its digest. */
export function emptyWords(db: WritableDB, entryId: EntryId, digest: string, at: Instant): void {
  run(db, sql`INSERT INTO loyalty_redactions (entry_id, digest, at) VALUES (${entryId}, ${digest}, ${at})`)
  run(db, sql`UPDATE loyalty_ledger SET reason = '', note = '' WHERE id = ${entryId}`)
}

const emptiedRow = z.object({ entryId: id<EntryId>(), digest: z.string() })
/** The digests of rows that lost their words, of a piece of the file. It counts only for people who were erased. */
export const emptiedBetween = (db: ReadableDB, after: number, upTo: number): z.infer<typeof emptiedRow>[] =>
  all(db, emptiedRow, sql`SELECT r.entry_id AS entryId, r.digest FROM loyalty_ledger e JOIN loyalty_redactions r ON r.entry_id = e.id
    JOIN v_points_people p ON p.customer_id = e.customer_id AND p.status = 'erased' WHERE e.seq > ${after} AND e.seq <= ${upTo}`)

/** Every card of theirs is blocked for good: whoever scans one hears so. Answers how many there were. */
export const blockCards = (db: WritableDB, accounts: readonly AccountId[]): number =>
  run(db, sql`UPDATE loyalty_cards SET state = CASE WHEN state = 'active' THEN 'blocked' ELSE state END, reason = ''
    WHERE account_id IN (SELECT value FROM json_each(${JSON.stringify(accounts)})) AND (state = 'active' OR reason <> '')`)

/** Names of households in which nobody is left but erased people. */
export const unnameHouseholds = (db: WritableDB, accounts: readonly AccountId[]): number =>
  run(db, sql`UPDATE loyalty_households SET name = '' WHERE name <> ''
    AND id IN (SELECT household_id FROM loyalty_household_members WHERE account_id IN (SELECT value FROM json_each(${JSON.stringify(accounts)})))
    AND NOT EXISTS (SELECT 1 FROM loyalty_household_members m JOIN loyalty_accounts a ON a.id = m.account_id JOIN v_points_people p ON p.customer_id = a.customer_id
      WHERE m.household_id = loyalty_households.id AND m.left_at IS NULL AND p.status <> 'erased')`)

/** How many of their cards still work. */
export const countCards = (db: ReadableDB, accounts: readonly AccountId[]): number =>
  value<number>(db, sql`SELECT count(*) FROM loyalty_cards WHERE state = 'active' AND account_id IN (SELECT value FROM json_each(${JSON.stringify(accounts)}))`) ?? 0
