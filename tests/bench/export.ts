import { stringify } from 'csv-stringify/sync'
import { insertCustomer } from '../../src/main/customers/customers.sql.ts'
import { all, inTransaction } from '../../src/main/store/sql.ts'
import { z } from 'zod'
import type { CustomerId } from '../../src/main/vocabulary.ts'
import { blockHead, blockRow, idleBlock, longestBlock } from './loop.ts'
import { megabytes, verdict } from './measure.ts'
import { chanceFrom, peopleFrom, recordOf } from './people.ts'
import type { Bench } from './shop.ts'

const everyone = { kind: 'filter', filter: {}, except: [] } as const
const columns = ['code', 'first-name', 'last-name', 'mobile', 'email', 'address-city', 'points', 'balance', 'last-visit', 'notes', 'email-marketing', 'sms-marketing']
const mostBlockMs = 50
const idleMs = 3_000

type Peak = { readonly bytes: () => number; readonly stop: () => void }
function peakMemory(): Peak {
  const before = process.memoryUsage.rss()
  let peak = before
  const timer = setInterval(() => void (peak = Math.max(peak, process.memoryUsage.rss())), 20)
  return { bytes: () => peak - before, stop: () => clearInterval(timer) }
}

/** The file through the door: made on the reader's thread, piece by piece, and then taken piece by piece. */
async function ours({ call, rid }: Bench): Promise<number> {
  const { exportId } = await call('exports/begin', { requestId: rid(), selection: { ...everyone, except: [] }, kind: 'csv', columns, email: null, reason: 'bench', approvalId: null })
  const job = async () => (await call('exports/list', null)).find(({ id }) => id === exportId)
  while ((await job())?.state === 'making') await new Promise((done) => setTimeout(done, 50))
  const made = await job()
  for (let piece = 0; piece < (made?.pieces ?? 0); piece++) await call('exports/piece', { exportId, piece })
  await call('exports/forget', { exportId })
  return made?.people ?? 0
}

const anyRow = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
/** What one would write first: one big SELECT on main, and the file put together in memory. */
function plain({ app: { core: { db } } }: Bench): number {
  const text = `SELECT c.code, c.first_name, c.last_name, c.main_phone, c.main_email, c.main_city, (SELECT v.points FROM v_list_members v WHERE v.customer_id = c.id) AS points,
    (SELECT sum(o.open_cents) FROM v_list_open o WHERE o.customer_id = c.id) AS balance, c.last_visit_at, c.notes,
    (SELECT allowed FROM v_export_consents e WHERE e.customer_id = c.id AND e.channel = 'email' AND e.type = 'marketing') AS email_marketing,
    (SELECT allowed FROM v_export_consents e WHERE e.customer_id = c.id AND e.channel = 'sms' AND e.type = 'marketing') AS sms_marketing
    FROM customers c WHERE c.status NOT IN ('merged', 'erased')`
  const rows = all(db, anyRow, { text, values: [] })
  return Buffer.from(stringify(rows, { bom: true, header: true })).length > 0 ? rows.length : 0
}

const gone = { sales: 5_000 }
/** Somebody with 5,000 sales is erased while main's loop is watched. */
async function eraseLoaded(bench: Bench): Promise<void> {
  const id = `loaded-${Date.now()}` as CustomerId
  inTransaction(bench.app.core.db, () => {
    insertCustomer(bench.app.core.db, recordOf({ first: 'Loaded', last: 'Zzbench', phone: '+15145550000', email: 'loaded@example.com', city: 'Laval' }, id))
    const write = bench.app.core.db.prepare(`INSERT INTO sales (id, register_id, staff_id, state, number, customer_id, customer_copy, note, currency, prices_include_tax, subtotal_cents, discounts_cents, net_cents,
      tax_cents, rounding_cents, total_cents, made_at, completed_at) VALUES (?, (SELECT id FROM registers LIMIT 1), 's', 'completed', ?, ?, '{"name":"Loaded Zzbench"}', 'a note', 'CAD', 0, 100, 0, 100, 0, 0, 100, ?, ?)`)
    const from = bench.app.core.db.prepare('SELECT coalesce(max(number), 0) FROM sales').pluck().get() as number
    for (let at = 0; at < gone.sales; at++) write.run(`loaded-${id}-${String(at).padStart(5, '0')}`, from + 1 + at, id, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')
  })
  const { number } = await untilErased(bench, id)
  if (number === null) throw new Error('nobody was erased')
}

async function untilErased({ call, rid }: Bench, id: CustomerId): Promise<{ number: number | null }> {
  const { actId } = await call('customers/erase', { requestId: rid(), id, approvalId: null })
  for (;;) {
    const outcome = await call('customers/erase-outcome', { actId })
    if (outcome.state === 'done') return outcome
    await new Promise((done) => setTimeout(done, 100))
  }
}

/** Export of everyone through the door beside the plain way on main, and the erasing of one person with 5,000 sales. */
export async function benchExport(bench: Bench, people: number): Promise<void> {
  const next = peopleFrom(chanceFrom(99))
  const have = bench.app.core.db.prepare('SELECT count(*) FROM customers').pluck().get() as number
  for (let made = have; made < people; made += 2_000) {
    inTransaction(bench.app.core.db, () => { for (let at = made; at < Math.min(people, made + 2_000); at++) insertCustomer(bench.app.core.db, recordOf(next(), `export-${at}`)) })
  }
  console.log(`\nexport and erase, ${Math.max(have, people).toLocaleString('en')} customers\n${blockHead}       memory`)
  const print = async (name: string, work: () => Promise<unknown>): Promise<number> => {
    const memory = peakMemory()
    const { ms, ...block } = await longestBlock(work)
    memory.stop()
    console.log(`${blockRow(name, ms, block)}   ${megabytes(memory.bytes()).padStart(8)}`)
    return block.cpuMs
  }
  const blocked = await print('through the door, a file', () => ours(bench))
  const naive = await print('plain: one SELECT and a text on main', () => Promise.resolve(plain(bench)))
  const erasing = await print('erasing one with 5,000 sales', () => eraseLoaded(bench))
  console.log(blockRow('nothing asked, for comparison', idleMs, await idleBlock(idleMs)))
  console.log(verdict(`export holds main for ms in one go (the plain way ${naive.toFixed(0)})`, blocked, blocked < mostBlockMs))
  console.log(verdict('erasing holds main for ms in one go', erasing, erasing < mostBlockMs))
}
