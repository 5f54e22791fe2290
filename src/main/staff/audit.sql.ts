import { z } from 'zod'
import { all, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, Json, RegisterId, StaffId } from '../vocabulary.ts'
import type { AuditRow } from './staff.ts'

export type AuditEntry = {
  readonly id: string; readonly at: Instant
  readonly registerId: RegisterId | null; readonly staffId: StaffId | null
  /** What was done, in kebab case and the past or a noun: 'sale-voided', 'sign-in'. */
  readonly kind: string
  /** What it was done to, as 'noun/id': 'sale/0193…'. */
  readonly target: string
  readonly before?: Json; readonly after?: Json
  readonly approvedBy?: StaffId | null; readonly reason?: string | null
  /** 'done', or the Refusal code of a try that was not let through. */
  readonly outcome?: string
}

const asText = (facts: Json | undefined): string | null => (facts === undefined || facts === null ? null : JSON.stringify(facts))

/** Adds one line to the audit; it can never be changed. Leave PINs, licence and medical numbers out of before and after. */
export const appendAudit = (db: WritableDB, entry: AuditEntry): number =>
  run(db, sql`INSERT INTO audit (id, at, register_id, staff_id, kind, target, before, after, approved_by, reason, outcome)
    VALUES (${entry.id}, ${entry.at}, ${entry.registerId}, ${entry.staffId}, ${entry.kind}, ${entry.target}, ${asText(entry.before)},
      ${asText(entry.after)}, ${entry.approvedBy ?? null}, ${entry.reason ?? null}, ${entry.outcome ?? 'done'})`)

const auditRow = z.object({
  seq: z.number(), at: z.string() as unknown as z.ZodType<Instant>, kind: z.string(), target: z.string(), outcome: z.string(),
  staffId: z.string().nullable() as unknown as z.ZodType<StaffId | null>, staffName: z.string().nullable(), targetName: z.string().nullable(),
  registerId: z.string().nullable() as unknown as z.ZodType<RegisterId | null>,
  approvedByName: z.string().nullable(), before: z.string().nullable(), after: z.string().nullable(), reason: z.string().nullable(),
})
const kindRow = z.object({ kind: z.string() })
export type AuditAsked = { readonly before: number | null; readonly most: number; readonly kind: string | null; readonly staffId: StaffId | null }

/** The newest first; the next page ends before `before`. A person's lines are those they did, asked for, approved or tried to sign in for. */
export const readAudit = (db: ReadableDB, { before, most, kind, staffId }: AuditAsked): AuditRow[] =>
  all(db, auditRow, sql`SELECT a.seq, a.at, a.kind, a.target, a.outcome, a.staff_id AS staffId, s.name AS staffName, a.register_id AS registerId,
      m.name AS approvedByName, o.name AS targetName, a.before, a.after, a.reason
    FROM audit a LEFT JOIN staff s ON s.id = a.staff_id LEFT JOIN staff m ON m.id = a.approved_by LEFT JOIN staff o ON a.target = 'staff/' || o.id
    WHERE a.seq < ${before ?? Number.MAX_SAFE_INTEGER} AND (${kind} IS NULL OR a.kind = ${kind})
      AND (${staffId} IS NULL OR a.staff_id = ${staffId} OR a.approved_by = ${staffId} OR a.target = 'staff/' || ${staffId})
    ORDER BY a.seq DESC LIMIT ${most}`)

/** The kinds that occur, for the filter. */
export const auditKinds = (db: ReadableDB): string[] => all(db, kindRow, sql`SELECT DISTINCT kind FROM audit ORDER BY kind`).map(({ kind }) => kind)
