import { z } from 'zod'
import { first, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { ApprovalId, Instant } from '../vocabulary.ts'
import type { Ticket } from './approval.ts'

const ticketRow = z.object({
  id: z.string(), right: z.string(), target: z.string(), registerId: z.string(), requestedBy: z.string(), approvedBy: z.string(),
  expiresAt: z.string(), usedAt: z.string().nullable(),
}) as unknown as z.ZodType<Ticket>

export const insertTicket = (db: WritableDB, ticket: Ticket, at: Instant): number =>
  run(db, sql`INSERT INTO approvals (id, right_name, target, register_id, requested_by, approved_by, at, expires_at)
    VALUES (${ticket.id}, ${ticket.right}, ${ticket.target}, ${ticket.registerId}, ${ticket.requestedBy}, ${ticket.approvedBy}, ${at}, ${ticket.expiresAt})`)

export const getTicket = (db: ReadableDB, id: ApprovalId): Ticket | undefined =>
  first(db, ticketRow, sql`SELECT id, right_name AS right, target, register_id AS registerId, requested_by AS requestedBy, approved_by AS approvedBy,
    expires_at AS expiresAt, used_at AS usedAt FROM approvals WHERE id = ${id}`)

export const useTicket = (db: WritableDB, id: ApprovalId, at: Instant): number =>
  run(db, sql`UPDATE approvals SET used_at = ${at} WHERE id = ${id} AND used_at IS NULL`)
