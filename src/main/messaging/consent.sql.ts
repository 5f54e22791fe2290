import { z } from 'zod'
import { all, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { CustomerId } from '../vocabulary.ts'
import type { ConsentEvent, ConsentState } from './consent.ts'

const eventRow = z.object({
  id: z.string(), customerId: z.string(), channel: z.string(), type: z.string(), allowed: z.number(), address: z.string(), wording: z.string(),
  language: z.string(),
  how: z.string(), staffId: z.string(), registerId: z.string(), at: z.string(),
})
const stateRow = z.object({ channel: z.string(), type: z.string(), allowed: z.number(), address: z.string(), how: z.string(), at: z.string() })

/** Adds one event; none is ever changed or taken out. */
export const appendConsent = (db: WritableDB, e: ConsentEvent): number =>
  run(db, sql`INSERT INTO consent_events (id, customer_id, channel, type, allowed, address, wording, language, how, staff_id, register_id, at)
    VALUES (${e.id}, ${e.customerId}, ${e.channel}, ${e.type}, ${Number(e.allowed)}, ${e.address}, ${e.wording}, ${e.language}, ${e.how},
      ${e.staffId}, ${e.registerId}, ${e.at})`)

/** How each channel and type stands: its last event. What nobody ever asked is not in the list, and counts as no. */
export const consentStates = (db: ReadableDB, id: CustomerId): ConsentState[] =>
  all(db, stateRow, sql`SELECT e.channel, e.type, e.allowed, e.address, e.how, e.at FROM consent_events e WHERE e.seq IN
    (SELECT max(seq) FROM consent_events WHERE customer_id = ${id} GROUP BY channel, type) ORDER BY e.channel, e.type`)
    .map((row) => ({ ...row, allowed: row.allowed === 1 }) as ConsentState)

const mostEvents = 500
/** What was said and when, newest first. */
export const consentHistory = (db: ReadableDB, id: CustomerId): ConsentEvent[] =>
  all(db, eventRow, sql`SELECT id, customer_id AS customerId, channel, type, allowed, address, wording, language, how, staff_id AS staffId,
    register_id AS registerId, at
    FROM consent_events WHERE customer_id = ${id} ORDER BY seq DESC LIMIT ${mostEvents}`)
    .map((row) => ({ ...row, allowed: row.allowed === 1 }) as ConsentEvent)
