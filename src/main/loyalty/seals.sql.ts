import { z } from 'zod'
import { all, first, sql, type ReadableDB, type Sql } from '../store/sql.ts'

// What Verify reads of rule versions, tier moves, rewards, cards and closed months. Their triggers (migration 0120) seal each state they have been in.

const sealRow = z.object({ seq: z.number(), kind: z.string(), id: z.string(), digest: z.string(), seal: z.string() })
export const sealsAfter = (db: ReadableDB, after: number, most: number): z.infer<typeof sealRow>[] =>
  all(db, sealRow, sql`SELECT seq, kind, id, digest, seal FROM loyalty_seals WHERE seq > ${after} ORDER BY seq LIMIT ${most}`)
const endRow = z.object({ seq: z.number(), seal: z.string() })
export const sealEnd = (db: ReadableDB): z.infer<typeof endRow> => first(db, endRow, sql`SELECT seq, seal FROM loyalty_seal_end`) ?? { seq: 0, seal: '' }

export const sealedKinds = ['rules', 'tier', 'reward', 'card', 'close', 'erased'] as const
export type SealedKind = (typeof sealedKinds)[number]
/** Each kind's key and the digest of what it says now, in the words of the migration. */
const sealed: { readonly [K in SealedKind]: Sql } = {
  rules: sql`SELECT CAST(version AS TEXT) AS id, sha256(json_array(starts_at, rules, made_at, staff_id)) AS digest FROM loyalty_programs`,
  tier: sql`SELECT CAST(seq AS TEXT) AS id, sha256(json_array(account_id, kind, tier_id, since, review_on, drops_on, manual_until, rule_version, score, reason, staff_id, approved_by, at)) AS digest FROM loyalty_tier_moves`,
  reward: sql`SELECT id, sha256(json_array(name, points, what, tier_ids, minimum_spend_cents, starts_on, ends_on, active)) AS digest FROM loyalty_rewards`,
  card: sql`SELECT code AS id, sha256(json_array(batch_id, state, account_id, assigned_at, assigned_by, replaced_by, reason)) AS digest FROM loyalty_cards`,
  close: sql`SELECT month AS id, sha256(json_array(closed_at, points, cents, rate_points, rate_cents, breakage_ppm, members, buckets)) AS digest FROM loyalty_closes`,
  erased: sql`SELECT entry_id AS id, sha256(json_array(digest, at)) AS digest FROM loyalty_redactions`,
}
const idRow = z.object({ id: z.string() })
/** The first of a kind that does not say what it was last sealed with, was put in unsealed, or is gone though its last seal says that it is there. */
export const wrongSeal = (db: ReadableDB, kind: SealedKind): string | null =>
  first(db, idRow, sql`WITH lasts AS (SELECT id, digest, max(seq) FROM loyalty_seals WHERE kind = ${kind} GROUP BY id), there AS (${sealed[kind]})
    SELECT coalesce(there.id, lasts.id) AS id FROM there FULL JOIN lasts ON lasts.id = there.id WHERE coalesce(lasts.digest, '') IS NOT coalesce(there.digest, '') ORDER BY 1 LIMIT 1`)?.id ?? null
