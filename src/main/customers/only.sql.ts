import { z } from 'zod'
import { id } from '../input.ts'
import { all, sql, type ReadableDB } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'
import { memberOf, owes } from './list-where.sql.ts'

/** What the picker may be narrowed to: members of the programme, or whoever owes. */
export const onlyWho = ['members', 'owing'] as const
export type OnlyWho = (typeof onlyWho)[number]

const fits = { members: sql`EXISTS (${memberOf})`, owing: owes }
const idRow = z.object({ id: id<CustomerId>() })
const seqRow = z.object({ seq: z.number() })

/** Which of these people fit. */
export const idsWho = (db: ReadableDB, who: OnlyWho, ids: readonly CustomerId[]): Set<CustomerId> =>
  new Set(all(db, idRow, sql`SELECT c.id FROM json_each(${JSON.stringify(ids)}) j CROSS JOIN customers c ON c.id = j.value WHERE ${fits[who]}`).map((row) => row.id))

// As many are looked at before anything is typed, so that the picker opens as fast among a million.
const mostLookedAt = 2_000
const candidates = {
  members: sql`SELECT id FROM customers ORDER BY seq DESC LIMIT ${mostLookedAt}`,
  owing: sql`SELECT DISTINCT customer_id AS id FROM v_list_open WHERE open_cents > 0 LIMIT ${mostLookedAt}`,
}
/** The places in recency of who fits among the last people of the shop, or among those with something open; the last served first. */
export const latestWho = (db: ReadableDB, who: OnlyWho, inactive: boolean, most: number): number[] =>
  all(db, seqRow, sql`SELECT c.seq FROM (${candidates[who]}) x CROSS JOIN customers c ON c.id = x.id
    WHERE c.status NOT IN ('merged', 'erased') AND (${Number(inactive)} OR c.status <> 'inactive') AND ${fits[who]} ORDER BY c.seq DESC LIMIT ${most}`).map(({ seq }) => seq)
