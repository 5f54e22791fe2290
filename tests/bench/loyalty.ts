import { writeEntry } from '../../src/main/flows/write-entry.ts'
import type { Account } from '../../src/main/loyalty/accounts.sql.ts'
import { inTransaction } from '../../src/main/store/sql.ts'
import type { PlainDate } from '../../src/main/vocabulary.ts'
import { desk, earnRow, fillLedger, type Ledger } from './loyalty-rows.ts'
import { blockHead, blockRow, longestBlock, printBlocks } from './loop.ts'
import { at, head, row, timeEach, verdict, type Times } from './measure.ts'
import type { Bench } from './shop.ts'

const span = { from: '2000-01-01' as PlainDate, to: '2100-01-01' as PlainDate }
const many = 200
const few = 5
const times = <T>(count: number, work: () => T): Promise<Times> => timeEach(Array.from({ length: count }), work)
type Row = { readonly points: number; readonly day: string; readonly kind: string }

/** The obvious ways, over the same rows in the same file: SUM where no index helps, and every row fetched and added up in JavaScript. */
function rivals({ app }: Bench, { busy }: Ledger) {
  const { db } = app.core
  const sum = db.prepare('SELECT sum(points) FROM loyalty_ledger NOT INDEXED WHERE customer_id = ?').pluck()
  const own = db.prepare('SELECT points FROM loyalty_ledger WHERE account_id = ?').pluck()
  const grouped = db.prepare("SELECT day, sum(points * (kind = 'earn')), -sum(points * (kind = 'redeem')), count(*) FROM loyalty_ledger NOT INDEXED GROUP BY day")
  const rows = db.prepare('SELECT points, day, kind FROM loyalty_ledger')
  return {
    sum: () => sum.get(busy.customerId), added: () => (own.all(busy.id) as number[]).reduce((total, points) => total + points, 0), grouped: () => grouped.all(),
    dayByDay: () => {
      const days = new Map<string, { earned: number; redeemed: number }>()
      for (const { points, day, kind } of rows.iterate() as IterableIterator<Row>) {
        const found = days.get(day) ?? { earned: 0, redeemed: 0 }
        days.set(day, kind === 'redeem' ? { ...found, redeemed: found.redeemed - points } : { ...found, earned: found.earned + points })
      }
      return days.size
    },
  }
}

/** One customer with 10,000 rows, the report of every day, and Verify, each beside the obvious way, over this many rows. */
export async function benchLoyalty(bench: Bench, rows: number): Promise<void> {
  const ledger = fillLedger(bench, rows)
  const other = rivals(bench, ledger)
  const counted = Number(bench.app.core.db.prepare('SELECT count(*) FROM loyalty_ledger WHERE account_id = ?').pluck().get(ledger.busy.id))
  console.log(head(`Points: ${rows.toLocaleString('en')} rows of ledger, one customer with ${counted.toLocaleString('en')} (written at ${Math.round(ledger.rowsPerSecond).toLocaleString('en')} rows a second, hashed, with buckets)`))
  await benchBalance(bench, ledger, other)
  await benchReport(bench, rows, other)
  await benchViews(bench)
  await benchVerify(bench, rows, other)
}
type Rivals = ReturnType<typeof rivals>

async function benchBalance(bench: Bench, ledger: Ledger, other: Rivals): Promise<void> {
  const { customerId } = ledger.busy
  const points = await times(many, () => bench.call('loyalty/points', { customerId }))
  const [sum, added] = [await times(few, other.sum), await times(many / 4, other.added)]
  const earn = (account: Account) => () => inTransaction(bench.app.core.db, () => writeEntry(ledger.core, desk.registerId, earnRow(ledger.core, account, 33)))
  const [busy, quiet] = [await times(many, earn(ledger.busy)), await times(many, earn(ledger.quiet))]
  console.log([
    row('balance, expiry and tier, by its door', points), row('  SUM without an index', sum), row('  rows added up in JavaScript', added), row('earn, committed: 10,000 rows', busy), row('  the same for a quiet customer', quiet),
  ].join('\n'))
  console.log(verdict('times faster than SUM without an index at p50, wanted 10', at(sum, 0.5) / at(points, 0.5), at(sum, 0.5) >= 10 * at(points, 0.5)))
  console.log(verdict('times a quiet customer’s earn at p50, wanted under 1.5', at(busy, 0.5) / at(quiet, 0.5), at(busy, 0.5) < 1.5 * at(quiet, 0.5)))
}

const million = 1_000_000
async function benchReport(bench: Bench, rows: number, other: Rivals): Promise<void> {
  const report = await times(many / 10, () => bench.call('reports/loyalty', span))
  const month = await times(many, () => bench.call('reports/loyalty', { from: '2026-01-01' as PlainDate, to: '2026-01-31' as PlainDate }))
  const [grouped, js] = [await times(few, other.grouped), await times(few, other.dayByDay)]
  console.log([row('report of three years, by its door', report), row('  of one month', month), row('  GROUP BY without an index', grouped), row('  rows recomputed in JavaScript', js)].join('\n'))
  // The report costs the same however many rows there are; GROUP BY does not.
  if (rows >= million) console.log(verdict('times faster than GROUP BY at p50, wanted 5', at(grouped, 0.5) / at(report, 0.5), at(grouped, 0.5) >= 5 * at(report, 0.5)))
}

/** Adding up alone is no proof: it says what Verify costs above the least that must be read. */
async function benchVerify(bench: Bench, rows: number, other: Rivals): Promise<void> {
  const { answer, ms, ...block } = await longestBlock(() => bench.call('loyalty/verify', {}))
  const addedMs = at(await times(1, other.dayByDay), 0.5)
  const perSecond = (took: number) => Math.round(rows / (took / 1000)).toLocaleString('en')
  console.log(`  Verify: ${answer.ok ? 'whole' : `BROKEN (${answer.broken.what})`}, ${perSecond(ms)} rows a second, every hash, balance, bucket, day and seal; only added up in JavaScript: ${perSecond(addedMs)}`)
  console.log(verdict('rows a second, wanted 10,000', rows / (ms / 1000), rows / (ms / 1000) >= 10_000))
  console.log([blockHead, blockRow('Verify', ms, block)].join('\n'))
  console.log(verdict('ms main’s loop computed at most in one go during Verify, wanted under 50', block.cpuMs, block.cpuMs < 50))
}

const year = { from: '2026-01-01' as PlainDate, to: '2026-12-31' as PlainDate }
/** Every view of the report over all rows, read on the reader's thread: how long each takes there, and how long main's loop waits at most. */
async function benchViews({ call }: Bench): Promise<void> {
  const views: readonly [string, () => Promise<unknown>][] = [
    ['by customer, all years', () => call('reports/loyalty-by-customer', span)], ['by staff, all years', () => call('reports/loyalty-by-staff', span)], ['by reward, all years', () => call('reports/loyalty-by-reward', span)],
    ['days of one till, all years', () => call('reports/loyalty', { ...span, registerId: desk.registerId })], ['days of one name, all years', () => call('reports/loyalty', { ...span, text: 'mar' })],
    ['members, all years', () => call('reports/members', span)], ['multiplier cost, one year', () => call('reports/multiplier-cost', year)], ['repeat rate, all years', () => call('reports/repeat-rate', span)],
    ['points liability', () => call('reports/points-liability', {})], ['reconciliation', () => call('reports/reconciliation', {})], ['the report as a file', () => call('reports/loyalty-csv', span)],
  ]
  console.log(blockHead)
  const longest = await printBlocks(views)
  console.log(verdict('ms main’s loop computed at most in one go for any report, wanted under 50', longest, longest < 50))
}
