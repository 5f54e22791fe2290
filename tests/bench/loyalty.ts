import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Core } from '../../src/main/context.ts'
import { programNow, rowOf } from '../../src/main/flows/the-program.ts'
import { memberPoints } from '../../src/main/flows/member-points.ts'
import { joinMember } from '../../src/main/flows/join-member.ts'
import { verifyLedger } from '../../src/main/flows/verify-ledger.ts'
import { writeEntry } from '../../src/main/flows/write-entry.ts'
import { balanceOf } from '../../src/main/loyalty/ledger.sql.ts'
import { entry } from '../../src/main/loyalty/ledger.ts'
import { loyaltyReport } from '../../src/main/flows/loyalty-report.ts'
import { openStore } from '../../src/main/store/open.ts'
import { saveShop, insertRegister } from '../../src/main/shop/shop.sql.ts'
import { inTransaction } from '../../src/main/store/sql.ts'
import { brulerie } from '../harness/shop.ts'
import type { CustomerId, Instant, Points, RegisterId } from '../../src/main/vocabulary.ts'

// Run under Node 24: node tests/bench/loyalty.ts [rows]. Each figure of a read stands beside the plain way to get it.
const file = path.join(mkdtempSync(path.join(tmpdir(), 'speed-')), 'shop.db')
const { db } = openStore({ file, key: null, stamp: 's' })
let ids = 0
let clock = Date.UTC(2024, 0, 1)
const core: Core = { db, now: () => new Date(clock += 60_000).toISOString() as Instant, newId: () => `id-${++ids}`, emit: () => undefined, ports: { hashPin: () => Promise.reject(new Error()), pinMatches: () => Promise.resolve(false) } }
saveShop(db, brulerie, core.now())
insertRegister(db, { id: 'till-1' as RegisterId, name: 'Till 1' }, core.now())
const desk = { registerId: 'till-1' as RegisterId, staffId: null }
const people = 200
const accounts = inTransaction(db, () => Array.from({ length: people }, (_, at) => {
  db.prepare("INSERT INTO customers (id, code, seq, source, type, first_name, sort_name, made_at, updated_at) VALUES (?, ?, ?, 'till', 'personal', ?, ?, 'x', '2020-01-01T00:00:00.000Z')").run(`c${at}`, `C${at}`, at + 1, `N${at}`, `n${at}`)
  return joinMember(core, desk, `c${at}` as CustomerId)
}))
const total = Number(process.argv[2] ?? 40_000)
const began = performance.now()
for (let done = 0; done < total; done += 1000) inTransaction(db, () => {
  for (let at = 0; at < 1000; at++) {
    const account = (done + at) % 4 === 0 ? accounts[0]! : accounts[(done + at) % people]!
    const common = rowOf(core, desk, account, programNow(core))
    const spend = at % 5 === 4
    const points = (spend ? -3 : 10) as Points
    if (spend && balanceOf(db, account.id).balance < 3) continue
    writeEntry(core, desk.registerId, entry(common, spend ? 'redeem' : 'earn', `k/${common.id}`, { points, working: { kind: 'x' }, lots: spend ? [] : [{ originId: common.id, points, expiresOn: null, earnedAt: common.at }] }))
  }
})
const ms = performance.now() - began
const say = (text: string) => process.stdout.write(`${text}\n`)
const count = (text: string): number => Number(db.prepare(text).pluck().get(accounts[0]!.id))
say(`append ${total} rows: ${((ms / total) * 1000).toFixed(0)} us each; the first account has ${count('SELECT count(*) FROM loyalty_ledger WHERE account_id = ?')} rows, ${count('SELECT count(*) FROM loyalty_lots_left WHERE account_id = ?')} open buckets`)
const time = (name: string, times: number, work: () => unknown) => { for (let i = 0; i < 20; i++) work(); const t = performance.now(); for (let i = 0; i < times; i++) work(); say(`${name}: ${(((performance.now() - t) / times) * 1000).toFixed(1)} us`) }
time('balance, last row', 2000, () => balanceOf(db, accounts[0]!.id))
const sum = db.prepare('SELECT sum(points) FROM loyalty_ledger WHERE account_id = ?').pluck()
time('balance, sum of rows', 50, () => sum.get(accounts[0]!.id))
time('the whole member view', 100, () => memberPoints(core, accounts[0]!.customerId))
time('one more row, committed', 100, () => inTransaction(db, () => { const common = rowOf(core, desk, accounts[0]!, programNow(core)); return writeEntry(core, desk.registerId, entry(common, 'earn', `k/${common.id}`, { points: 10 as Points, lots: [{ originId: common.id, points: 10 as Points, expiresOn: null, earnedAt: common.at }] })) }))
time('spend 500', 20, () => inTransaction(db, () => { const common = rowOf(core, desk, accounts[0]!, programNow(core)); return writeEntry(core, desk.registerId, entry(common, 'redeem', `k/${common.id}`, { points: -500 as Points })) }))
const from = performance.now()
let longest = 0
let last = performance.now()
const watch = setInterval(() => undefined, 0)
const { broken, walk } = await verifyLedger(db, () => { const t = performance.now(); longest = Math.max(longest, t - last); last = t })
clearInterval(watch)
say(`verify: ${broken ? 'BROKEN' : 'ok'}, ${Math.round(walk.rows / ((performance.now() - from) / 1000))} rows/s, longest piece ${longest.toFixed(1)} ms`)
const t = performance.now()
const report = await loyaltyReport(core, { from: '2020-01-01' as never, to: '2030-01-01' as never })
say(`report of ${report.rows.length} days: ${(performance.now() - t).toFixed(0)} ms`)
db.close()
