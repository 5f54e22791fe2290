import { z } from 'zod'
import { all, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, RegisterId } from '../vocabulary.ts'

const vote = z.object({ article: z.string(), helpful: z.union([z.literal(0), z.literal(1)]) })
export type Vote = { readonly article: string; readonly helpful: boolean }

/** What this till answered so far, article by article. */
export const votesOf = (db: ReadableDB, register: RegisterId): Vote[] =>
  all(db, vote, sql`SELECT article, helpful FROM help_votes WHERE register_id = ${register} ORDER BY article`).map((row) => ({ article: row.article, helpful: row.helpful === 1 }))

/** Keeps the first vote of a till on an article (S5-41: stored once); a later one changes nothing. */
export const keepVote = (db: WritableDB, register: RegisterId, { article, helpful }: Vote, at: Instant): number =>
  run(db, sql`INSERT INTO help_votes (article, register_id, helpful, at) VALUES (${article}, ${register}, ${helpful ? 1 : 0}, ${at}) ON CONFLICT DO NOTHING`)
