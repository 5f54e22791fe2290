import { z } from 'zod'
import { all, sql, value, type ReadableDB, type Sql } from '../store/sql.ts'
import type { CustomerId, Instant } from '../vocabulary.ts'

const memberRow = z.object({
  seq: z.number(), id: z.string() as unknown as z.ZodType<CustomerId>, type: z.enum(['personal', 'business']), firstName: z.string(), lastName: z.string(), nickname: z.string(), company: z.string(),
  address: z.string(), since: z.string() as unknown as z.ZodType<Instant>, how: z.string(),
})
/** One who gets the newsletter: where it goes, since when and by what act. */
export type AudienceMember = z.infer<typeof memberRow>

/** The last word of everyone on marketing by e-mail, where it is a yes and they may still be written to. */
const standing: Sql = sql`(SELECT customer_id, max(seq) AS seq, allowed FROM consent_events WHERE channel = 'email' AND type = 'marketing' GROUP BY customer_id) e
  JOIN v_audience c ON c.id = e.customer_id WHERE e.allowed = 1`

/** How many get the newsletter. It looks at everyone: for the reader's thread. */
export const countAudience = (db: ReadableDB): number => value<number>(db, sql`SELECT count(*) FROM ${standing}`) ?? 0

export type AudienceAsked = { readonly before: number | null; readonly most: number }
/** The newest members first; the next page ends before `before`. */
export const audiencePage = (db: ReadableDB, { before, most }: AudienceAsked): AudienceMember[] =>
  all(db, memberRow, sql`SELECT x.seq, c.id, c.type, c.first_name AS firstName, c.last_name AS lastName, c.nickname, c.company, e.address, e.at AS since, e.how
    FROM (SELECT e.seq FROM ${standing} AND (${before} IS NULL OR e.seq < ${before}) ORDER BY e.seq DESC LIMIT ${most}) x
      JOIN consent_events e ON e.seq = x.seq JOIN v_audience c ON c.id = e.customer_id ORDER BY x.seq DESC`)
