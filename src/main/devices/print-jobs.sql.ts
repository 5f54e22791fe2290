import { z } from 'zod'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { AccountEntryId, CustomerId, DeviceId, Instant, Language, LooseReturnId, PrintJobId, RefundId, RegisterId, SaleId, StaffId } from '../vocabulary.ts'
import { jobStates, type JobState, type PrintReason } from './print-job.ts'

const idOf = <T extends string>() => z.string() as unknown as z.ZodType<T>
const row = z.object({
  id: idOf<PrintJobId>(), sequence: z.number(), registerId: idOf<RegisterId>(), deviceId: idOf<DeviceId>(), kind: z.enum(['receipt', 'test-page', 'drawer', 'account', 'return']),
  returnId: idOf<LooseReturnId>().nullable(), accountOf: idOf<CustomerId>().nullable(), accountEntryId: idOf<AccountEntryId>().nullable(),
  saleId: idOf<SaleId>().nullable(), refundId: idOf<RefundId>().nullable(), language: z.enum(['en', 'fr', 'es']) as z.ZodType<Language>, copies: z.number(),
  duplicateOf: idOf<PrintJobId>().nullable(), opensDrawer: z.number(), state: z.enum(jobStates), reason: z.string() as unknown as z.ZodType<PrintReason>,
  note: z.string(), staffId: idOf<StaffId>().nullable(), approvedBy: idOf<StaffId>().nullable(), madeAt: idOf<Instant>(), updatedAt: idOf<Instant>(), deviceName: z.string(),
})
/** One job as it stands; `returnId` is the return without a receipt it is the slip of, `accountOf` whose statement it is, or with `accountEntryId` the receipt of which payment; `duplicateOf` is the job whose paper may be out already, `note` why the drawer was opened. */
export type PrintJob = z.infer<typeof row>
export type NewJob = Omit<PrintJob, 'sequence' | 'opensDrawer' | 'state' | 'reason' | 'madeAt' | 'updatedAt' | 'deviceName' | 'accountOf' | 'accountEntryId' | 'returnId'> &
  { readonly opensDrawer: boolean; readonly returnId?: LooseReturnId; readonly accountOf?: CustomerId; readonly accountEntryId?: AccountEntryId | null }

const jobs = sql`SELECT j.id, j.sequence, j.register_id AS registerId, j.device_id AS deviceId,
  CASE WHEN p.job_id IS NOT NULL THEN 'account' WHEN q.job_id IS NOT NULL THEN 'return' ELSE j.kind END AS kind, q.return_id AS returnId, p.customer_id AS accountOf, p.entry_id AS accountEntryId, j.sale_id AS saleId, j.refund_id AS refundId, j.language, j.copies,
  j.duplicate_of AS duplicateOf, j.opens_drawer AS opensDrawer, j.state, j.reason, j.note, j.staff_id AS staffId, j.approved_by AS approvedBy, j.made_at AS madeAt, j.updated_at AS updatedAt, d.name AS deviceName
  FROM print_jobs j JOIN devices d ON d.id = j.device_id LEFT JOIN account_papers p ON p.job_id = j.id LEFT JOIN return_papers q ON q.job_id = j.id`

export const getJob = (db: ReadableDB, id: PrintJobId): PrintJob | undefined => first(db, row, sql`${jobs} WHERE j.id = ${id}`)

/** Every paper of one sale, or of one of its refunds, the newest first. */
export const jobsOfSale = (db: ReadableDB, saleId: SaleId, refundId: RefundId | null): PrintJob[] =>
  all(db, row, sql`${jobs} WHERE j.sale_id = ${saleId} AND j.refund_id IS ${refundId} AND j.kind = 'receipt' ORDER BY j.made_at DESC, j.sequence DESC`)

/** Every slip of one return without a receipt, the newest first. */
export const jobsOfReturn = (db: ReadableDB, returnId: LooseReturnId): PrintJob[] => all(db, row, sql`${jobs} WHERE q.return_id = ${returnId} ORDER BY j.made_at DESC, j.sequence DESC`)

/** Every paper of one payment on an account, the newest first. */
export const jobsOfPayment = (db: ReadableDB, entryId: AccountEntryId): PrintJob[] => all(db, row, sql`${jobs} WHERE p.entry_id = ${entryId} ORDER BY j.made_at DESC, j.sequence DESC`)

/** The newest jobs of one till. */
export const recentJobs = (db: ReadableDB, registerId: RegisterId, most: number): PrintJob[] =>
  all(db, row, sql`${jobs} WHERE j.register_id = ${registerId} ORDER BY j.made_at DESC, j.sequence DESC LIMIT ${most}`)

/** What was open when the register last went down, in the order it was asked for. */
export const openJobs = (db: ReadableDB): PrintJob[] => all(db, row, sql`${jobs} WHERE j.state IN ('queued', 'sending') ORDER BY j.made_at, j.sequence`)

export function insertJob(db: WritableDB, job: NewJob, at: Instant): void {
  const next = (value<number>(db, sql`SELECT max(sequence) FROM print_jobs WHERE device_id = ${job.deviceId}`) ?? 0) + 1
  run(db, sql`INSERT INTO print_jobs (id, sequence, register_id, device_id, kind, sale_id, refund_id, language, copies, duplicate_of, opens_drawer, state, note, staff_id, approved_by, made_at, updated_at)
    VALUES (${job.id}, ${next}, ${job.registerId}, ${job.deviceId}, ${job.kind === 'account' || job.kind === 'return' ? 'drawer' : job.kind}, ${job.saleId}, ${job.refundId}, ${job.language}, ${job.copies}, ${job.duplicateOf},
      ${job.opensDrawer ? 1 : 0}, 'queued', ${job.note}, ${job.staffId}, ${job.approvedBy}, ${at}, ${at})`)
  if (job.accountOf) run(db, sql`INSERT INTO account_papers (job_id, customer_id, entry_id) VALUES (${job.id}, ${job.accountOf}, ${job.accountEntryId ?? null})`)
  if (job.returnId) run(db, sql`INSERT INTO return_papers (job_id, return_id) VALUES (${job.id}, ${job.returnId})`)
  writeState(db, job.id, { state: 'queued', reason: '' }, at)
}

/** Moves a job on, and adds the line that says so. */
export function moveJob(db: WritableDB, id: PrintJobId, to: { readonly state: JobState; readonly reason: PrintReason }, at: Instant): void {
  run(db, sql`UPDATE print_jobs SET state = ${to.state}, reason = ${to.reason}, updated_at = ${at} WHERE id = ${id}`)
  writeState(db, id, to, at)
}
const writeState = (db: WritableDB, id: PrintJobId, { state, reason }: { readonly state: JobState; readonly reason: PrintReason }, at: Instant): number =>
  run(db, sql`INSERT INTO print_job_states (job_id, state, reason, at) VALUES (${id}, ${state}, ${reason}, ${at})`)

/** The drawer is pulsed once: neither a second try nor a restart opens it again. */
export const drawerDone = (db: WritableDB, id: PrintJobId): number => run(db, sql`UPDATE print_jobs SET opens_drawer = 0 WHERE id = ${id}`)

const stateRow = z.object({ state: z.enum(jobStates), reason: z.string(), at: idOf<Instant>() })
/** Every state a job passed through, in order. */
export const statesOf = (db: ReadableDB, id: PrintJobId): z.infer<typeof stateRow>[] =>
  all(db, stateRow, sql`SELECT state, reason, at FROM print_job_states WHERE job_id = ${id} ORDER BY seq`)
