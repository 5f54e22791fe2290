import { z } from 'zod'
import { insertCustomer } from '../../src/main/customers/customers.sql.ts'
import { tidySearch } from '../../src/main/customers/search.sql.ts'
import { findSeqs } from '../../src/main/flows/find-customers.ts'
import { all, inTransaction, sql, type ReadableDB, type WritableDB } from '../../src/main/store/sql.ts'
import { inMemory } from './in-memory.ts'
import { at, head, megabytes, row, timeEach, verdict, type Times } from './measure.ts'
import { recordOf, typedFrom, type Person } from './people.ts'
import type { Bench } from './shop.ts'

const batchRows = 2_000
const keystrokes = 2_000
/** LIKE reads every row: fewer of them are enough, and a thousand would take minutes. */
const slowKeystrokes = 60

/** Makes the shop this many people large, through the same function a till uses. Answers rows a second. */
export function fill({ app, newId }: Bench, people: Person[], next: () => Person, size: number): number {
  const begun = performance.now()
  const before = people.length
  while (people.length < size) {
    inTransaction(app.core.db, () => {
      for (let left = Math.min(batchRows, size - people.length); left > 0; left--) {
        const person = next()
        people.push(person)
        insertCustomer(app.core.db, recordOf(person, newId()))
      }
    })
  }
  tidy(app.core.db)
  return ((size - before) / (performance.now() - begun)) * 1000
}

function tidy(db: WritableDB): void {
  for (let more = true, left = 10_000; more && left > 0; left--) more = tidySearch(db)
  db.pragma('wal_checkpoint(TRUNCATE)')
}

const seqRow = z.object({ seq: z.number() })
/** The rival: what most programs do, newest visit first. No index can help it. */
const like = (db: ReadableDB, typed: string): number[] =>
  all(db, seqRow, sql`SELECT seq FROM customers WHERE first_name || ' ' || last_name LIKE ${`%${typed}%`} OR main_phone LIKE ${`%${typed}%`} OR main_email LIKE ${`%${typed}%`} OR code LIKE ${`%${typed}%`}
    ORDER BY last_visit_at DESC, +seq DESC LIMIT 20`).map(({ seq }) => seq)

const every = <T>(list: readonly T[], most: number): T[] => list.filter((_, index) => index % Math.max(1, Math.floor(list.length / most)) === 0).slice(0, most)
const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
const adversarial = [...letters, ...letters.flatMap((a) => letters.map((b) => a + b)), 'a b c', 'm a r', 'l e s', 'ma lo', 'a bel', '514', '9']

/** One size: the register beside LIKE and beside the limit, over the same people and keystrokes: places beside places. The door also checks who asks and builds rows. */
async function measure(bench: Bench, people: readonly Person[], chance: () => number): Promise<Times> {
  const { app, call } = bench
  const typed = every(typedFrom(every(people, 600), chance), keystrokes)
  const asked = { scope: 'picker', most: 20, after: null, inactive: false } as const
  const ask = (text: string) => call('customers/find', { ...asked, text })
  const alone = (text: string) => findSeqs(app.core.db, { ...asked, text })
  await timeEach(typed.slice(0, 100), ask)
  const whole = await timeEach(typed, ask)
  const ours = await timeEach(typed, alone)
  const worst = await timeEach(adversarial, ask)
  const rival = await timeEach(every(typed, slowKeystrokes), (text) => like(app.core.db, text))
  const memory = process.memoryUsage.rss()
  const limit = await timeEach(typed, inMemory(people))
  console.log([row('the register, places only', ours), row('  through its door, with rows to show', whole), row('  single letters, pairs, "a b c"', worst), row("LIKE '%…%' over the same rows", rival), row('sorted arrays in memory (limit)', limit)].join('\n'))
  console.log(`  memory of the process: ${megabytes(memory)}`)
  const times = (share: number) => at(rival, share) / at(ours, share)
  console.log(verdict('times faster than LIKE at p50, wanted 150', times(0.5), times(0.5) >= 150))
  console.log(verdict('times faster than LIKE at p99, wanted 100', times(0.99), times(0.99) >= 100))
  console.log(verdict('times the limit at p50, wanted 15 at most', at(ours, 0.5) / at(limit, 0.5), at(ours, 0.5) <= 15 * at(limit, 0.5)))
  console.log(verdict('times the limit at p99, wanted 3 at most', at(ours, 0.99) / at(limit, 0.99), at(ours, 0.99) <= 3 * at(limit, 0.99)))
  console.log(verdict('worst query of the adversarial set, times our p99, wanted under 5', (worst.at(-1) ?? 0) / at(whole, 0.99), (worst.at(-1) ?? 0) < 5 * at(whole, 0.99)))
  return ours
}

export async function benchSearch(bench: Bench, sizes: readonly number[], next: () => Person, chance: () => number): Promise<void> {
  const people: Person[] = []
  const measured: Times[] = []
  for (const size of sizes) {
    const speed = fill(bench, people, next, size)
    console.log(head(`Search, each keystroke, among ${size.toLocaleString('en')} customers (filled at ${Math.round(speed).toLocaleString('en')} rows a second, encrypted, findable)`))
    measured.push(await measure(bench, people, chance))
  }
  const [small, large] = [measured.at(0), measured.at(-1)]
  if (!small || !large || small === large) return
  const growth = at(large, 0.99) / at(small, 0.99)
  console.log(verdict(`growth of p99 from ${sizes.at(0)} to ${sizes.at(-1)}, wanted 3 at most`, growth, growth <= 3))
}
