import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { AccountId, CardBatchId, CustomerId, Instant, StaffId } from '../vocabulary.ts'
import type { CodeForm } from './card-codes.ts'

const moment = z.string() as unknown as z.ZodType<Instant>
const state = z.enum(['unassigned', 'active', 'blocked', 'replaced'])
const cardRow = z.object({
  code: z.string(), batchNumber: z.number().nullable(), state, accountId: id<AccountId>().nullable(), customerId: id<CustomerId>().nullable(), customerName: z.string().nullable(),
  assignedAt: moment.nullable(), lastUsedAt: moment.nullable(), printed: z.number(), replacedBy: z.string().nullable(), reason: z.string(),
})
export type Card = z.infer<typeof cardRow>
const columns = sql`c.code, b.number AS batchNumber, c.state, c.account_id AS accountId, a.customer_id AS customerId, p.name AS customerName, c.assigned_at AS assignedAt,
  c.last_used_at AS lastUsedAt, c.printed, c.replaced_by AS replacedBy, c.reason`
const source = sql`loyalty_cards c LEFT JOIN loyalty_card_batches b ON b.id = c.batch_id LEFT JOIN loyalty_accounts a ON a.id = c.account_id LEFT JOIN v_points_people p ON p.customer_id = a.customer_id`

export const getCard = (db: ReadableDB, code: string): Card | undefined => first(db, cardRow, sql`SELECT ${columns} FROM ${source} WHERE c.code = ${code}`)
export const cardsOf = (db: ReadableDB, accountId: AccountId): Card[] =>
  all(db, cardRow, sql`SELECT ${columns} FROM ${source} WHERE c.account_id = ${accountId} ORDER BY c.assigned_at DESC, c.code LIMIT 100`)

export type CardsAsked = {
  readonly which: 'latest' | 'unassigned' | 'active' | 'blocked' | 'all'; readonly after: string; readonly most: number
  /** A piece of the code, or of whoever has it; none is everyone. */
  readonly text?: string
}
/** By code: of the latest batch, in one state, or all. 'blocked' are those that no longer work, replaced ones too. */
export const listCards = (db: ReadableDB, { which, after, most, text = '' }: CardsAsked): Card[] => {
  const only = {
    latest: sql`b.number = (SELECT max(number) FROM loyalty_card_batches)`, unassigned: sql`c.state = 'unassigned'`, active: sql`c.state = 'active'`,
    blocked: sql`c.state IN ('blocked', 'replaced')`, all: sql`1`,
  }[which]
  const code = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const named = sql`(${text} = '' OR (${code} <> '' AND instr(c.code, ${code}) > 0) OR instr(lower(p.name), lower(${text})) > 0)`
  return all(db, cardRow, sql`SELECT ${columns} FROM ${source} WHERE c.code > ${after} AND ${only} AND ${named} ORDER BY c.code LIMIT ${most}`)
}

const batchRow = z.object({ id: id<CardBatchId>(), number: z.number(), prefix: z.string(), digits: z.number(), withCheck: z.union([z.literal(0), z.literal(1)]), codes: z.number(), assigned: z.number(), madeAt: moment })
export type CardBatch = Omit<z.infer<typeof batchRow>, 'withCheck'> & { readonly withCheck: boolean }
export const listBatches = (db: ReadableDB, most: number): CardBatch[] =>
  all(db, batchRow, sql`SELECT b.id, b.number, b.prefix, b.digits, b.with_check AS withCheck, b.codes, b.made_at AS madeAt,
      (SELECT count(*) FROM loyalty_cards c WHERE c.batch_id = b.id AND c.state <> 'unassigned') AS assigned
    FROM loyalty_card_batches b ORDER BY b.number DESC LIMIT ${most}`).map((row) => ({ ...row, withCheck: row.withCheck === 1 }))
const formRow = z.object({ prefix: z.string(), digits: z.number(), withCheck: z.union([z.literal(0), z.literal(1)]) })
/** Every form of code this shop has ever made. */
export const codeForms = (db: ReadableDB): CodeForm[] =>
  all(db, formRow, sql`SELECT DISTINCT prefix, digits, with_check AS withCheck FROM loyalty_card_batches`).map((row) => ({ ...row, withCheck: row.withCheck === 1 }))
export const codesMade = (db: ReadableDB, { prefix, digits }: CodeForm): number =>
  value<number>(db, sql`SELECT coalesce(sum(codes), 0) FROM loyalty_card_batches WHERE prefix = ${prefix} AND digits = ${digits}`) ?? 0

export type NewBatch = CodeForm & { readonly id: CardBatchId; readonly codes: number; readonly madeAt: Instant; readonly staffId: StaffId }
export const insertBatch = (db: WritableDB, batch: NewBatch): number =>
  run(db, sql`INSERT INTO loyalty_card_batches (id, number, prefix, digits, with_check, codes, made_at, staff_id)
    VALUES (${batch.id}, (SELECT coalesce(max(number), 0) + 1 FROM loyalty_card_batches), ${batch.prefix}, ${batch.digits}, ${batch.withCheck ? 1 : 0}, ${batch.codes}, ${batch.madeAt}, ${batch.staffId})`)
/** Adds an unassigned code; false where it exists already. */
export const insertCode = (db: WritableDB, code: string, batchId: CardBatchId): boolean =>
  run(db, sql`INSERT INTO loyalty_cards (code, batch_id, state) VALUES (${code}, ${batchId}, 'unassigned') ON CONFLICT DO NOTHING`) === 1
/** A code that was not made here (a bought card, an old one): it enters the list when it is handed out. */
export const insertForeign = (db: WritableDB, code: string): number =>
  run(db, sql`INSERT INTO loyalty_cards (code, state) VALUES (${code}, 'unassigned') ON CONFLICT DO NOTHING`)

export const assignCard = (db: WritableDB, code: string, accountId: AccountId, by: StaffId, at: Instant): number =>
  run(db, sql`UPDATE loyalty_cards SET state = 'active', account_id = ${accountId}, assigned_at = ${at}, assigned_by = ${by}, reason = '' WHERE code = ${code} AND state = 'unassigned'`)
export const releaseCard = (db: WritableDB, code: string): number =>
  run(db, sql`UPDATE loyalty_cards SET state = 'unassigned', account_id = NULL, assigned_at = NULL, assigned_by = NULL WHERE code = ${code} AND state = 'active'`)
export const endCard = (db: WritableDB, code: string, how: 'blocked' | 'replaced', reason: string, replacedBy: string | null): number =>
  run(db, sql`UPDATE loyalty_cards SET state = ${how}, reason = ${reason}, replaced_by = ${replacedBy} WHERE code = ${code} AND state = 'active'`)
export const unblockCard = (db: WritableDB, code: string): number => run(db, sql`UPDATE loyalty_cards SET state = 'active', reason = '' WHERE code = ${code} AND state = 'blocked' AND account_id IS NOT NULL`)
export const noteCardUse = (db: WritableDB, code: string, at: Instant): number => run(db, sql`UPDATE loyalty_cards SET last_used_at = ${at} WHERE code = ${code}`)
export const notePrinted = (db: WritableDB, codes: readonly string[]): number =>
  run(db, sql`UPDATE loyalty_cards SET printed = printed + 1 WHERE code IN (SELECT value FROM json_each(${JSON.stringify(codes)}))`)
export const moveCards = (db: WritableDB, from: AccountId, to: AccountId): number => run(db, sql`UPDATE loyalty_cards SET account_id = ${to} WHERE account_id = ${from}`)
