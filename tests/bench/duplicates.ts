import { performance } from 'node:perf_hooks'
import { z } from 'zod'
import { compare } from '../../src/main/customers/duplicates.ts'
import { leastLikely, type Suspect } from '../../src/main/customers/likely.ts'
import { suspectsAfter } from '../../src/main/customers/likely.sql.ts'
import { all, sql, type ReadableDB } from '../../src/main/store/sql.ts'
import { at, sorted, head, row, verdict } from './measure.ts'
import type { Person } from './people.ts'
import { fill } from './search.ts'
import type { Bench } from './shop.ts'

const plantedOneIn = 200
const slowPeople = 40
const idRow = z.object({ id: z.string() })

/** The plain way: everyone beside everyone, names and numbers by LIKE; run for a few people and counted up. */
const byLike = (db: ReadableDB, { id, firstName, lastName, phones, emails }: Suspect): number =>
  all(db, idRow, sql`SELECT c.id FROM customers c WHERE c.id <> ${id} AND (c.main_phone LIKE ${`%${(phones[0] ?? '?').slice(-7)}%`} OR c.main_email LIKE ${emails[0] ?? '?'}
    OR (c.first_name LIKE ${`${firstName.slice(0, 3)}%`} AND c.last_name LIKE ${`${lastName.slice(0, 3)}%`}))`).length

/** The usual shortcut: everyone beside everyone of the same surname, in memory. */
function bySurname(people: readonly Suspect[]): number {
  const groups = Map.groupBy(people, ({ lastName }) => lastName.toLowerCase())
  let found = 0
  for (const group of groups.values()) {
    for (let one = 0; one < group.length; one++) for (let other = one + 1; other < group.length; other++) if (compare(group[one]!, group[other]!).score >= leastLikely) found++
  }
  return found
}

/** People who are there twice: a letter lost in the name, with the same phone or the same e-mail. */
function twinsOf(people: readonly Person[]): () => Person {
  let nth = 0
  return () => {
    const person = people[nth++ * plantedOneIn]!
    const last = person.last.length > 4 ? person.last.slice(0, 2) + person.last.slice(3) : person.last
    return nth % 2 === 0 ? { ...person, last, email: '' } : { ...person, last, phone: `+1514${String(9_000_000 + nth)}`, email: person.email || `twin${nth}@example.com` }
  }
}

/** What this thread has worked, without waiting for a busy machine. */
function ownCpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** Everyone in the file is compared with whoever shares something with them, on the reader's thread; beside both plain ways. */
export async function benchDuplicates(bench: Bench, next: () => Person, size: number): Promise<void> {
  const { db } = bench.app.core
  const people: Person[] = []
  fill(bench, people, next, size)
  const planted = Math.floor(people.length / plantedOneIn)
  fill(bench, [...people], twinsOf(people), people.length + planted)
  const everyone = suspectsAfter(db, 0, people.length + planted)
  const count = everyone.length
  const began = performance.now()
  const steps: number[] = []
  let last = ownCpuMs()
  const off = bench.app.on((name) => {
    if (name === 'duplicates-found') steps.push(ownCpuMs() - last)
    last = ownCpuMs()
  })
  await bench.call('duplicates/search', { from: 'start' })
  const { open } = await bench.call('duplicates/catch-up', {})
  const ours = performance.now() - began
  off()
  const begunGroups = performance.now()
  const grouped = bySurname(everyone.slice(0, Math.min(count, 100_000)))
  const groups = performance.now() - begunGroups
  const begunLike = performance.now()
  for (const suspect of everyone.slice(-slowPeople)) byLike(db, suspect)
  const like = ((performance.now() - begunLike) / slowPeople) * count
  console.log(head(`Looking for duplicates among ${count.toLocaleString('en')} customers (on the reader's thread; main's own CPU for each stretch)`))
  console.log(row('main, for each stretch', sorted(steps)))
  console.log(`  everyone ${(ours / 1_000).toFixed(1)} s (${Math.round(count / (ours / 1_000)).toLocaleString('en')} people/s), ${open} pairs; ${planted} planted`)
  console.log(`  by surname, in memory, of ${Math.min(count, 100_000).toLocaleString('en')}: ${(groups / 1_000).toFixed(1)} s, ${grouped} pairs, none of those with a letter lost in it; LIKE, counted up from ${slowPeople}: ${(like / 1_000).toFixed(0)} s`)
  console.log(verdict('times faster than LIKE, wanted 10', like / ours, like >= 10 * ours))
  console.log(verdict('ms of main at p99 for one stretch, wanted 15', at(sorted(steps), 0.99), at(sorted(steps), 0.99) < 15))
}
