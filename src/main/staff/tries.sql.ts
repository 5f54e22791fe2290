import { z } from 'zod'
import { first, run, sql, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, RegisterId, StaffId } from '../vocabulary.ts'
import type { Tries } from './pin.ts'

const triesRow = z.object({ wrongCount: z.number(), lockedUntil: z.string().nullable() }) as unknown as z.ZodType<Tries>
type Who = StaffId | RegisterId

export const triesOf = (db: ReadableDB, who: Who): Tries =>
  first(db, triesRow, sql`SELECT wrong_count AS wrongCount, locked_until AS lockedUntil FROM pin_tries WHERE who = ${who}`) ?? { wrongCount: 0, lockedUntil: null }

export const saveTries = (db: WritableDB, who: Who, tries: Tries, at: Instant): number =>
  run(db, sql`INSERT INTO pin_tries (who, wrong_count, last_wrong_at, locked_until) VALUES (${who}, ${tries.wrongCount}, ${at}, ${tries.lockedUntil})
    ON CONFLICT (who) DO UPDATE SET wrong_count = excluded.wrong_count, last_wrong_at = excluded.last_wrong_at, locked_until = excluded.locked_until`)

export const clearTries = (db: WritableDB, who: Who): number => run(db, sql`DELETE FROM pin_tries WHERE who = ${who}`)
