import { z } from 'zod'
import { first, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, RegisterId } from '../vocabulary.ts'

const draftRow = z.object({ body: z.string(), at: z.string() }) as unknown as z.ZodType<{ body: string; at: Instant }>

/** Keeps what is in an open form, so that a power cut costs no typing; one draft per form and till. */
export const keepDraft = (db: WritableDB, draft: { registerId: RegisterId; form: string; body: string; at: Instant }): number =>
  run(db, sql`INSERT INTO form_drafts (register_id, form, body, at) VALUES (${draft.registerId}, ${draft.form}, ${draft.body}, ${draft.at})
    ON CONFLICT DO UPDATE SET body = excluded.body, at = excluded.at`)
export const keptDraft = (db: ReadableDB, registerId: RegisterId, form: string): { body: string; at: Instant } | undefined =>
  first(db, draftRow, sql`SELECT body, at FROM form_drafts WHERE register_id = ${registerId} AND form = ${form}`)
export const dropDraft = (db: WritableDB, registerId: RegisterId, form: string): number =>
  run(db, sql`DELETE FROM form_drafts WHERE register_id = ${registerId} AND form = ${form}`)
