import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../store/sql.ts'
import type { Instant, StaffId } from '../vocabulary.ts'
import { rulesShape, type Rules, type RuleVersion } from './program.ts'

const moment = z.string() as unknown as z.ZodType<Instant>
const row = z.object({ version: z.number(), startsAt: moment, rules: z.string(), madeAt: moment, staffId: id<StaffId>().nullable() })
const columns = sql`version, starts_at AS startsAt, rules, made_at AS madeAt, staff_id AS staffId`

// Rules are the longest JSON that is read on every change of a cart; a version never changes, so its text is read once.
const read = new Map<string, Rules>()
const mostKept = 50
function rulesFrom(text: string): Rules {
  const known = read.get(text)
  if (known) return known
  if (read.size >= mostKept) read.clear()
  const rules = rulesShape.parse(JSON.parse(text))
  read.set(text, rules)
  return rules
}
const opened = (found: z.infer<typeof row>): RuleVersion => ({ ...found, rules: rulesFrom(found.rules) })

/** The version that holds at a moment; the rule is versionAt of program.ts. */
export const programAt = (db: ReadableDB, at: Instant): RuleVersion | undefined => {
  const found = first(db, row, sql`SELECT ${columns} FROM loyalty_programs WHERE starts_at <= ${at} ORDER BY starts_at DESC, version DESC LIMIT 1`)
  return found && opened(found)
}
export const programVersion = (db: ReadableDB, version: number): RuleVersion | undefined => {
  const found = first(db, row, sql`SELECT ${columns} FROM loyalty_programs WHERE version = ${version}`)
  return found && opened(found)
}
export const listPrograms = (db: ReadableDB): RuleVersion[] =>
  all(db, row, sql`SELECT ${columns} FROM loyalty_programs ORDER BY version DESC LIMIT 200`).map(opened)

export function insertProgram(db: WritableDB, startsAt: Instant, rules: Rules, staffId: StaffId, madeAt: Instant): number {
  const version = (value<number>(db, sql`SELECT max(version) FROM loyalty_programs`) ?? 0) + 1
  run(db, sql`INSERT INTO loyalty_programs (version, starts_at, rules, made_at, staff_id) VALUES (${version}, ${startsAt}, ${JSON.stringify(rules)}, ${madeAt}, ${staffId})`)
  return version
}
