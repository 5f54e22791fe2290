import { z } from 'zod'
import { all, sql, type ReadableDB } from '../../src/main/store/sql.ts'
import { at, head, row, timeEach, verdict } from './measure.ts'
import type { Person } from './people.ts'
import { fill } from './search.ts'
import type { Bench } from './shop.ts'

const questions = 200
const slowQuestions = 8
const found = z.object({ id: z.string() })

/** The rival: every field of every person read for every letter typed. */
const like = (db: ReadableDB, typed: string): string[] =>
  all(db, found, sql`SELECT c.id FROM customers c WHERE c.first_name || ' ' || c.last_name || ' ' || c.nickname || ' ' || c.company || ' ' || c.code || ' ' || c.notes || ' ' || c.tags || ' ' || c.tax_id LIKE ${`%${typed}%`}
    OR EXISTS (SELECT 1 FROM customer_phones p WHERE p.customer_id = c.id AND p.e164 LIKE ${`%${typed}%`}) OR EXISTS (SELECT 1 FROM customer_emails e WHERE e.customer_id = c.id AND e.address LIKE ${`%${typed}%`})
    OR EXISTS (SELECT 1 FROM customer_addresses a WHERE a.customer_id = c.id AND a.address_1 || a.city || a.postcode LIKE ${`%${typed}%`}) OR EXISTS (SELECT 1 FROM customer_extras x WHERE x.customer_id = c.id AND x.value LIKE ${`%${typed}%`})
    ORDER BY c.seq DESC LIMIT 50`).map(({ id }) => id)

const every = (people: readonly Person[], most: number): Person[] => Array.from({ length: most }, (_, index) => people[Math.floor((index * people.length) / most)]!)

/** The search at the top over everything known of `size` people: beginnings of words, pieces from their middle, whole matches; beside LIKE over the same fields. */
export async function benchTopSearch(bench: Bench, next: () => Person, size: number): Promise<void> {
  const people: Person[] = []
  fill(bench, people, next, size)
  const some = every(people.filter(({ email }) => email !== ''), questions)
  const ask = (text: string) => bench.call('customers/search', { text, scope: 'any', most: 50, inactive: true })
  const beginnings = some.map(({ first, last }) => `${first} ${last}`.trim().slice(0, 9))
  const middles = some.map(({ email }) => email.slice(2, 9).replace(/@.*$/, '')).filter((piece) => piece.length > 2)
  await timeEach(beginnings.slice(0, 10), ask)
  console.log(head(`The search at the top, any field, among ${people.length.toLocaleString('en')} customers (on the reader's thread)`))
  const begun = await timeEach(beginnings, ask)
  const inside = await timeEach(middles.slice(0, 40), ask)
  const whole = await timeEach(some.map(({ email }) => email), ask)
  const rival = await timeEach([...beginnings.slice(0, slowQuestions), ...middles.slice(0, slowQuestions)], (text) => like(bench.app.core.db, text))
  console.log([row('beginnings of words', begun), row('a piece from the middle of a word', inside), row('a whole e-mail address', whole), row("LIKE '%…%' over the same fields", rival)].join('\n'))
  console.log(verdict('times faster than LIKE at p50, by beginnings, wanted 10', at(rival, 0.5) / at(begun, 0.5), at(rival, 0.5) >= 10 * at(begun, 0.5)))
  console.log(verdict('times faster than LIKE at p50, by pieces, wanted 1.5', at(rival, 0.5) / at(inside, 0.5), at(rival, 0.5) >= 1.5 * at(inside, 0.5)))
}
