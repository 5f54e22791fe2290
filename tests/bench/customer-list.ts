import { z } from 'zod'
import type { ListFilter, ListSort } from '../../src/main/customers/list-filter.ts'
import { namesAfter } from '../../src/main/customers/list-scan.sql.ts'
import type { Output } from '../../src/main/handlers.ts'
import { all, first, run, sql, value, type ReadableDB, type WritableDB } from '../../src/main/store/sql.ts'
import { longestBlock } from './loop.ts'
import { at, head, row, timeEach, verdict, type Times } from './measure.ts'
import type { Person } from './people.ts'
import { fill } from './search.ts'
import type { Bench } from './shop.ts'

const [asks, slowAsks] = [20, 4]
const byName: ListSort = { column: 'name', down: false }
type Case = { readonly name: string; readonly filter: ListFilter; readonly sort: ListSort }
const cases: readonly Case[] = [
  { name: 'everyone, A to Z', filter: {}, sort: byName },
  { name: 'one in five (a group), A to Z', filter: { groupIds: ['g-bench' as never] }, sort: byName },
  { name: 'one in 5,000 (a tag), A to Z', filter: { tags: ['rare'] }, sort: byName },
  { name: 'without e-mail, latest visit first', filter: { email: 'without' }, sort: { column: 'last-visit', down: true } },
  { name: 'typed, without mobile, by points', filter: { text: 'ma', mobile: 'without' }, sort: { column: 'points', down: true } },
]

/** Groups, tags, visits: what filters look at, written past the doors. */
function mixIn(db: WritableDB): void {
  run(db, sql`INSERT OR IGNORE INTO customer_groups (id, name, position) VALUES ('g-bench', 'Bench', 99)`)
  run(db, sql`UPDATE customers SET group_id = 'g-bench' WHERE seq % 5 = 0`)
  run(db, sql`UPDATE customers SET last_visit_at = strftime('%Y-%m-%dT%H:%M:%fZ', '2026-11-01', '-' || (seq * 7919 % 900000) || ' minutes') WHERE seq % 3 <> 0`)
  run(db, sql`INSERT OR IGNORE INTO customer_tags (customer_id, key, tag) SELECT id, 'rare', 'rare' FROM customers WHERE seq % 5000 = 7`)
  run(db, sql`DELETE FROM customer_phones WHERE customer_id IN (SELECT id FROM customers WHERE seq % 10 = 1)`)
}

const plainRow = z.object({ id: z.string(), name: z.string(), groupId: z.string().nullable(), email: z.string(), visit: z.string().nullable(), tags: z.string(), first: z.string(), last: z.string(), mobile: z.number() })
/** The rival: every row brought into the program, filtered and sorted there, as a list does that loads its table. */
function inJavaScript(db: ReadableDB, { filter, sort }: Case): string[] {
  const rows = all(db, plainRow, sql`SELECT c.id, c.sort_name AS name, c.group_id AS groupId, c.main_email AS email, c.last_visit_at AS visit, c.first_name AS first, c.last_name AS last,
    coalesce((SELECT group_concat(t.key) FROM customer_tags t WHERE t.customer_id = c.id), '') AS tags, EXISTS (SELECT 1 FROM customer_phones p WHERE p.customer_id = c.id) AS mobile FROM customers c`)
  const found = rows.filter((one) => (!filter.groupIds || one.groupId === 'g-bench') && (!filter.tags || one.tags.includes('rare')) && (!filter.email || one.email === '')
    && (!filter.mobile || one.mobile === 0) && (!filter.text || `${one.first} ${one.last}`.toLowerCase().includes(filter.text)))
  found.sort((a, b) => (sort.column === 'last-visit' ? (b.visit ?? '').localeCompare(a.visit ?? '') : a.name < b.name ? -1 : 1))
  return found.slice(0, 1_000).map(({ id }) => id)
}

const pageRows = 200
const idRow = z.object({ id: z.string() })
const lastRow = z.object({ name: z.string(), id: z.string() })
/** The other rival: a page far down the list by OFFSET. */
const byOffset = (db: ReadableDB, offset: number): string[] =>
  all(db, idRow, sql`SELECT id FROM customers WHERE status NOT IN ('merged', 'erased') ORDER BY sort_name, id LIMIT ${pageRows} OFFSET ${offset}`).map(({ id }) => id)

/** The next page behind a person in the A-Z order, by keyset and by OFFSET. */
async function pages(db: ReadableDB, total: number): Promise<void> {
  const offsets = Array.from({ length: asks }, (_, nth) => Math.floor((total * (nth + 1)) / (asks + 1)))
  const last = offsets.map((offset) => first(db, lastRow, sql`SELECT sort_name AS name, id FROM customers WHERE status NOT IN ('merged', 'erased') ORDER BY sort_name, id LIMIT 1 OFFSET ${offset - 1}`)!)
  const keyset = await timeEach(last, (after) => namesAfter(db, after, false, pageRows))
  const offset = await timeEach(offsets, (from) => byOffset(db, from))
  console.log([row(`a page of ${pageRows}, behind somebody`, keyset), row('  by OFFSET', offset), verdict('  times faster, wanted 10', at(offset, 0.5) / at(keyset, 0.5), at(offset, 0.5) >= 10 * at(keyset, 0.5))].join('\n'))
}

/** The Customer List over `size` people through its door: filter and sort together, the count, somebody who types on; beside the same in JavaScript and by OFFSET. */
export async function benchCustomerList(bench: Bench, next: () => Person, size: number): Promise<void> {
  const { db } = bench.app.core
  fill(bench, [], next, Math.max(0, size - (value<number>(db, sql`SELECT count(*) FROM customers`) ?? 0)))
  mixIn(db)
  const total = value<number>(db, sql`SELECT count(*) FROM customers`) ?? 0
  console.log(head(`The Customer List of ${total.toLocaleString('en')} customers, the first thousand rows (on the reader's thread)`))
  const list = ({ filter, sort }: Case) => bench.call('customers/list', { filter, sort })
  for (const each of cases) await compare(bench, each, list)
  await pages(db, total)
  await countAndType(bench)
}

async function compare({ app }: Bench, each: Case, list: (asked: Case) => Promise<Output<'customers/list'>>): Promise<void> {
  await list(each)
  const ours: Times = await timeEach(Array.from({ length: each.sort.column === 'name' ? asks : slowAsks }, () => each), list)
  const rival = await timeEach(Array.from({ length: slowAsks }, () => each), (asked) => inJavaScript(app.core.db, asked))
  console.log([row(each.name, ours), row('  in JavaScript, on main', rival), verdict('  times faster, wanted 1, and main is free meanwhile', at(rival, 0.5) / at(ours, 0.5), at(rival, 0.5) >= at(ours, 0.5))].join('\n'))
}

const lettersTyped = ['m', 'ma', 'mar', 'mart', 'marti']
const keyGapMs = 90
/** A count over everyone, and a word typed on while each letter's list is still being read: the last answer is what is waited for. */
async function countAndType(bench: Bench): Promise<void> {
  const count = () => bench.call('customers/list-count', { filter: { email: 'without', mobile: 'with' } })
  const counted = await timeEach(Array.from({ length: slowAsks }, () => null), count)
  const list = (text: string) => bench.call('customers/list', { filter: { text, email: 'without' }, sort: { column: 'last-visit', down: true } })
  const typed = await timeEach(Array.from({ length: slowAsks }, () => null), async () => {
    const answers = lettersTyped.map((text, nth) => new Promise<unknown>((done) => void setTimeout(() => done(list(text).catch(() => null)), nth * keyGapMs)))
    await answers.at(-1)
  })
  const last = typed.map((ms) => ms - keyGapMs * (lettersTyped.length - 1))
  const { blockMs, cpuMs } = await longestBlock(() => count())
  console.log([row('counting two filters over everyone', counted), row('typed on: last letter to its list', last)].join('\n'))
  console.log(`${verdict("main's loop meanwhile, ms in one go of its own CPU, wanted under 50", cpuMs, cpuMs < 50)} (${blockMs.toFixed(1)} by the clock)`)
}
