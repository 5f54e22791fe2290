import { z } from 'zod'
import { all, sql, value, type ReadableDB } from '../store/sql.ts'
import type { CustomerId, Instant } from '../vocabulary.ts'
import type { CustomerStatus, LetterCount } from './customer.ts'
import { letterOf } from './names.ts'

const nullText = z.string().nullable()
const personRow = z.object({
  id: z.string(), code: z.string(), seq: z.number(), type: z.enum(['personal', 'business']), status: z.string(), firstName: z.string(),
  lastName: z.string(), nickname: z.string(),
  company: z.string(), phone: z.string(), email: z.string(), city: z.string(), groupName: nullText, lastVisitAt: nullText, sortName: z.string(),
  hasPhoto: z.number(),
})
/** One person of a list, as stored: the screen's row is made of it by rows.ts. */
export type Person = {
  readonly id: CustomerId; readonly code: string; readonly seq: number; readonly type: 'personal' | 'business'; readonly status: CustomerStatus
  readonly firstName: string; readonly lastName: string; readonly nickname: string; readonly company: string
  readonly phone: string; readonly email: string; readonly city: string; readonly groupName: string | null; readonly lastVisitAt: Instant | null;
  readonly sortName: string; readonly hasPhoto: number
}
const shape = personRow as unknown as z.ZodType<Person>

const columns = {
  text: `c.id, c.code, c.seq, c.type, c.status, c.first_name AS firstName, c.last_name AS lastName, c.nickname, c.company,
    c.main_phone AS phone, c.main_email AS email, c.main_city AS city, g.name AS groupName, c.last_visit_at AS lastVisitAt, c.sort_name AS sortName,
    EXISTS (SELECT 1 FROM customer_photos x WHERE x.customer_id = c.id) AS hasPhoto`,
  values: [],
}
const group = { text: 'LEFT JOIN customer_groups g ON g.id = c.group_id', values: [] }

// Put in order here: asked to sort rows this wide, SQLite takes twice as long as to find them.
const inOrder = <K>(keys: readonly K[], people: readonly Person[], keyOf: (person: Person) => K): Person[] => {
  const byKey = new Map(people.map((person) => [keyOf(person), person]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}
/** The people at these places, in that order. */
export const peopleBySeq = (db: ReadableDB, seqs: readonly number[]): Person[] =>
  inOrder(seqs, all(db, shape, sql`SELECT ${columns} FROM json_each(${JSON.stringify(seqs)}) j CROSS JOIN customers c ON c.seq = j.value ${group}`),
    ({ seq }) => seq)
export const peopleById = (db: ReadableDB, ids: readonly string[]): Person[] =>
  inOrder(ids, all(db, shape, sql`SELECT ${columns} FROM json_each(${JSON.stringify(ids)}) j CROSS JOIN customers c ON c.id = j.value ${group}`),
    ({ id }): string => id)

/** Who was served or written last. */
export const latestPeople = (db: ReadableDB, most: number): Person[] =>
  all(db, shape, sql`SELECT ${columns} FROM customers c ${group} WHERE c.status NOT IN ('inactive', 'merged', 'erased')
    ORDER BY c.seq DESC LIMIT ${most}`)

/** Where a page of the A-Z list begins: behind somebody, or at a letter ('{' holds all that is no letter). */
export type From = { readonly sortName: string; readonly id: string }
/** A page by name. Who is on it is read off the index alone, so that skipping a hundred thousand reads no row. */
export const peopleByName = (db: ReadableDB, from: From & { readonly skip: number }, inactive: boolean, most: number): Person[] =>
  all(db, shape, sql`SELECT ${columns} FROM (
      SELECT rowid AS place FROM customers WHERE (sort_name, id) > (${from.sortName}, ${from.id})
        AND status NOT IN ('merged', 'erased') AND (${Number(inactive)} OR status <> 'inactive')
          ORDER BY sort_name, id LIMIT ${most} OFFSET ${from.skip}
    ) x CROSS JOIN customers c ON c.rowid = x.place ${group} ORDER BY c.sort_name, c.id`)

const letterRow = z.object({ letter: z.string(), count: z.number() })
/** How many people stand under each letter that has any, '#' last. */
export const letterCounts = (db: ReadableDB, inactive: boolean): LetterCount[] =>
  all(db, letterRow, sql`SELECT letter, sum(count) AS count FROM customer_letters
    WHERE status NOT IN ('merged', 'erased') AND (${Number(inactive)} OR status <> 'inactive') GROUP BY letter HAVING sum(count) > 0 ORDER BY letter`)
    .map(({ letter, count }) => ({ letter: letterOf(letter), count }))
export const countPeople = (db: ReadableDB, inactive: boolean): number =>
  value<number>(db, sql`SELECT coalesce(sum(count), 0) FROM customer_letters WHERE status NOT IN ('merged', 'erased')
    AND (${Number(inactive)} OR status <> 'inactive')`) ?? 0
