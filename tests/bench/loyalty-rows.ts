import type { Core } from '../../src/main/context.ts'
import { joinMember } from '../../src/main/flows/join-member.ts'
import { programNow, rowOf } from '../../src/main/flows/the-program.ts'
import { writeEntry } from '../../src/main/flows/write-entry.ts'
import type { Account } from '../../src/main/loyalty/accounts.sql.ts'
import { balanceOf } from '../../src/main/loyalty/ledger.sql.ts'
import { entry, type Entry } from '../../src/main/loyalty/ledger.ts'
import { inTransaction } from '../../src/main/store/sql.ts'
import type { Cents, CustomerId, Instant, Points, RegisterId, StaffId } from '../../src/main/vocabulary.ts'
import type { Bench } from './shop.ts'

export const desk = { registerId: 'till-1' as RegisterId, staffId: null as StaffId | null }
export type Ledger = { readonly core: Core; readonly busy: Account; readonly quiet: Account; readonly days: number; readonly rowsPerSecond: number }
const people = 5_000
const busyRows = 10_000
const batchRows = 2_000
const years = 3
const dayMs = 86_400_000

/** A row as a sale writes it: what is earned opens a bucket, what is redeemed draws them; each with a working-out as long as a real one. */
export function earnRow(core: Core, account: Account, points: number): Entry {
  const common = rowOf(core, desk, account, programNow(core))
  return entry(common, 'earn', `earn/${common.id}`, {
    points: points as Points, saleCents: (points * 100) as Cents, repeatVisits: 1, tierPoints: points as Points, lots: [{ originId: common.id, points: points as Points, expiresOn: null, earnedAt: common.at }],
    working: { kind: 'earn', points, lines: [{ lineId: common.id, name: 'Café 250 g', quantityMilli: 1_000, eligibleCents: points * 100, notCounted: null, base: `${points}/1`, multipliers: [], times: '1/1', points: `${points}/1` }] },
  })
}
function redeemRow(core: Core, account: Account, points: number): Entry {
  const common = rowOf(core, desk, account, programNow(core))
  return entry(common, 'redeem', `redeem/${common.id}`, { points: (0 - points) as Points, valueCents: (points * 5) as Cents, working: { kind: 'redeem', rewardId: null, name: '', takenCents: points * 5 } })
}

const mostEarned = 60
const redeemed = 100

/** So many rows over three years through the register's own writer: one customer has 10,000 of them, 5,000 others share the rest. */
export function fillLedger(bench: Bench, rows: number): Ledger {
  const { db } = bench.app.core
  const span = years * 365 * dayMs
  let [atMs, ids] = [Date.now() - span, 0]
  const core: Core = { ...bench.app.core, now: () => new Date(atMs).toISOString() as Instant, newId: () => `b${++ids}`, emit: () => undefined }
  const customers = db.prepare('SELECT id FROM customers ORDER BY seq LIMIT ?').pluck().all(people) as CustomerId[]
  const accounts = inTransaction(db, () => customers.map((customerId) => joinMember(core, desk, customerId)))
  const [busy, ...others] = accounts
  if (!busy || others.length === 0) throw new Error('the search bench leaves customers behind')
  const every = Math.max(2, Math.floor(rows / busyRows))
  const begun = performance.now()
  for (let done = 0; done < rows;) {
    inTransaction(db, () => {
      for (const end = Math.min(rows, done + batchRows); done < end; done++) {
        atMs += span / rows
        const account = done % every === 0 ? busy : others[(done * 7_919) % others.length]!
        const spends = done % 5 === 4 && balanceOf(db, account.id).balance >= redeemed
        writeEntry(core, desk.registerId, spends ? redeemRow(core, account, redeemed) : earnRow(core, account, 1 + (done % mostEarned)))
      }
    })
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  return { core, busy, quiet: others[1]!, days: years * 365, rowsPerSecond: rows / ((performance.now() - begun) / 1000) }
}
