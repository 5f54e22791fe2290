import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type Sql, type WritableDB } from '../store/sql.ts'
import type { CustomerId, Instant, Json, RegisterId, SaleId, StaffId } from '../vocabulary.ts'
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
  registerId: z.string().nullable() as unknown as z.ZodType<RegisterId | null>, tillName: z.string().nullable(),
  customerId: z.string().nullable() as unknown as z.ZodType<CustomerId | null>, customerName: z.string().nullable(), saleNumber: z.string().nullable(),
  approvedByName: z.string().nullable(), before: z.string().nullable(), after: z.string().nullable(), reason: z.string().nullable(),
})
/** Null is everyone, everything, everywhere. A staff person's lines are those they did, approved, or that are about them. */
export type AuditFilter = {
  readonly kind: string | null; readonly staffId: StaffId | null; readonly customerId: CustomerId | null; readonly saleId: SaleId | null
  readonly registerId: RegisterId | null; readonly from: Instant | null; readonly until: Instant | null
}
export type AuditAsked = AuditFilter & { readonly before: number | null; readonly most: number }

const seqRow = z.object({ seq: z.number() })
const boundsRow = z.object({ first: z.number().nullable(), last: z.number().nullable() })
const none: Sql = sql``
const earliest = '0000'
const latest = '9999'

/** The stretch of lines that the days asked for lie in: their order is that of the clock, but for the hour a clock was set back. */
function stretchOf(db: ReadableDB, { from, until, before }: Omit<AuditAsked, 'most'>): { first: number; last: number } {
  const last = before === null ? Number.MAX_SAFE_INTEGER : before - 1
  if (from === null && until === null) return { first: 0, last }
  const bounds = first(db, boundsRow, sql`SELECT min(seq) AS first, max(seq) AS last FROM audit WHERE at >= ${from ?? earliest} AND at < ${until ?? latest}`)
  return { first: bounds?.first ?? 1, last: Math.min(last, bounds?.last ?? 0) }
}

/** The newest first; the next page ends before `before`. Every way in is an index, so that a page of a million lines is found at once. */
export function readAudit(db: ReadableDB, asked: AuditAsked): AuditRow[] {
  const { staffId, most } = asked
  const rest = restOf(db, asked)
  const seqs = staffId === null ? all(db, seqRow, sql`SELECT a.seq FROM audit a WHERE ${rest} ORDER BY a.seq DESC LIMIT ${most}`) : ofPerson(db, staffId, rest, most)
  return rowsAt(db, seqs.map(({ seq }) => seq))
}

/** How many lines there are, and which is the newest of them all: what is written down afterwards is not among them. */
export function countAudit(db: ReadableDB, filter: AuditFilter): { readonly rows: number; readonly newest: number } {
  const newest = value<number>(db, sql`SELECT max(seq) FROM audit`) ?? 0
  const rest = restOf(db, { ...filter, before: newest + 1 })
  const { staffId } = filter
  const lines = staffId === null ? sql`SELECT a.seq FROM audit a WHERE ${rest}`
    : sql`SELECT a.seq FROM audit a WHERE a.staff_id = ${staffId} AND ${rest} UNION SELECT a.seq FROM audit a WHERE a.approved_by = ${staffId} AND ${rest} UNION SELECT a.seq FROM audit a WHERE a.about = ${staffId} AND ${rest}`
  return { rows: value<number>(db, sql`SELECT count(*) FROM (${lines})`) ?? 0, newest }
}

/** Everything that is asked but whose lines they are. */
function restOf(db: ReadableDB, asked: Omit<AuditAsked, 'most'>): Sql {
  const { kind, registerId, customerId, saleId, from, until } = asked
  const stretch = stretchOf(db, asked)
  return sql`a.seq BETWEEN ${stretch.first} AND ${stretch.last} ${kind === null ? none : sql`AND a.kind = ${kind}`}
    ${registerId === null ? none : sql`AND a.register_id = ${registerId}`} ${customerId === null ? none : sql`AND a.about = ${customerId}`}
    ${saleId === null ? none : sql`AND a.about = ${saleId}`} ${from === null && until === null ? none : sql`AND a.at >= ${from ?? earliest} AND a.at < ${until ?? latest}`}`
}

/** Three ways to be in a line, each by its own index, put together. */
const ofPerson = (db: ReadableDB, staffId: StaffId, rest: Sql, most: number): { seq: number }[] =>
  all(db, seqRow, sql`SELECT seq FROM (SELECT a.seq FROM audit a WHERE a.staff_id = ${staffId} AND ${rest} ORDER BY a.seq DESC LIMIT ${most})
    UNION SELECT seq FROM (SELECT a.seq FROM audit a WHERE a.approved_by = ${staffId} AND ${rest} ORDER BY a.seq DESC LIMIT ${most})
    UNION SELECT seq FROM (SELECT a.seq FROM audit a WHERE a.about = ${staffId} AND ${rest} ORDER BY a.seq DESC LIMIT ${most})
    ORDER BY seq DESC LIMIT ${most}`)

const rowsAt = (db: ReadableDB, seqs: readonly number[]): AuditRow[] =>
  all(db, auditRow, sql`SELECT a.seq, a.at, a.kind, a.target, a.outcome, a.staff_id AS staffId, s.name AS staffName, a.register_id AS registerId, t.name AS tillName,
      m.name AS approvedByName, coalesce(o.name, nullif(r.name, '')) AS targetName, a.before, a.after, a.reason,
      c.customer_id AS customerId, c.name AS customerName, CASE WHEN v.sale_id IS NOT NULL THEN printf('%d-%06d', v.till_number, v.number) END AS saleNumber
    FROM json_each(${JSON.stringify(seqs)}) j CROSS JOIN audit a ON a.seq = j.value
      LEFT JOIN staff s ON s.id = a.staff_id LEFT JOIN staff m ON m.id = a.approved_by LEFT JOIN staff o ON o.id = a.about LEFT JOIN roles r ON r.id = a.about
      LEFT JOIN v_points_tills t ON t.register_id = a.register_id LEFT JOIN v_points_people c ON c.customer_id = a.about LEFT JOIN v_audit_sales v ON v.sale_id = a.about
    ORDER BY a.seq DESC`)

const countRow = z.object({ value: z.string(), count: z.number() })
export type AuditOption = { readonly value: string; readonly count: number }
/** What occurs, and how often, for the filters: each is counted on its index alone. */
export const auditOptions = (db: ReadableDB): { kinds: AuditOption[]; staff: AuditOption[]; tills: AuditOption[] } => ({
  kinds: all(db, countRow, sql`SELECT kind AS value, count(*) AS count FROM audit GROUP BY kind`),
  staff: all(db, countRow, sql`SELECT staff_id AS value, count(*) AS count FROM audit WHERE staff_id IS NOT NULL GROUP BY staff_id`),
  tills: all(db, countRow, sql`SELECT register_id AS value, count(*) AS count FROM audit WHERE register_id IS NOT NULL GROUP BY register_id`),
})

/** The kinds that occur, for the filter. */
export const auditKinds = (db: ReadableDB): string[] => auditOptions(db).kinds.map(({ value }) => value).toSorted()
