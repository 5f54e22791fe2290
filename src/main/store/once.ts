import { z } from 'zod'
import { Refusal } from '../errors.ts'
import type { Instant, Json, RequestId } from '../vocabulary.ts'
import { first, inTransaction, run, sql, type WritableDB } from './sql.ts'

const answered = z.object({ door: z.string(), answer: z.string() })

/**
 * One request id, one effect: does the work and keeps its answer in the same transaction; a repeated request gets the kept answer
 * and moves nothing. The same id used for another door is refused ('request-reused').
 */
export function once<T extends Json>(db: WritableDB, request: { id: RequestId; door: string; at: Instant }, work: () => T): T {
  return inTransaction(db, () => {
    const kept = first(db, answered, sql`SELECT door, answer FROM requests WHERE id = ${request.id}`)
    if (kept && kept.door !== request.door) throw new Refusal('request-reused')
    if (kept) return JSON.parse(kept.answer) as T
    const answer = work()
    run(db, sql`INSERT INTO requests (id, door, at, answer) VALUES (${request.id}, ${request.door}, ${request.at}, ${JSON.stringify(answer)})`)
    return answer
  })
}

/** Answers of long ago are dropped; sales and ledgers have unique keys of their own and stay safe without them. */
export const forgetOldRequests = (db: WritableDB, before: string): number => run(db, sql`DELETE FROM requests WHERE at < ${before}`)
