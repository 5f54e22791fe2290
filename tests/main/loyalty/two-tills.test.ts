import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type { CustomerId, RegisterId } from '../../../src/main/vocabulary.ts'
import { expectSums, expectVerified } from './proof.ts'
import { loyaltyShop, ticket, type LoyaltyShop } from './shop.ts'
import type { SpendAct, SpendTask } from './spend.worker.ts'

const spend = (task: SpendTask) => new Promise<(number | string)[]>((resolve, reject) => {
  const worker = new Worker(new URL('./spend.worker.ts', import.meta.url), { workerData: task })
  worker.once('message', resolve)
  worker.once('error', reject)
})

/** 500 requests: a correction up, one down, and three redemptions in turn. Each correction has an approval for this till; now and then two must make do with one. */
async function actsFor(shop: LoyaltyShop, registerId: string, customerId: CustomerId): Promise<SpendAct[]> {
  await shop.signIn('cashier', registerId as RegisterId)
  const here = { ...shop, ask: ((name, input) => shop.ask(name, input, registerId as RegisterId)) as typeof shop.ask }
  const made: SpendAct[] = []
  for (let at = 0; at < 500; at++) {
    const points = at % 5 === 0 ? 7 : at % 5 === 2 ? -(2 + (at % 4)) : -(3 + (at % 11))
    const shared = at % 25 === 5 ? made[at - 5]!.approvalId : null
    const byHand = at % 5 === 0 || at % 5 === 2
    const approvalId = byHand ? (shared ?? (await ticket(here, 'adjust-points', `points-${points > 0 ? 'add' : 'remove'}/${customerId}`))) : null
    made.push({ requestId: `act-${at}`, points, approvalId })
  }
  return made
}

type Row = { readonly key: string; readonly kind: string; readonly points: number; readonly after: number; readonly approved_by: string | null; readonly till: string }
const rowsOf = (shop: LoyaltyShop) => shop.core.db.prepare(`SELECT source_key AS key, kind, points, balance_after AS after, approved_by, register_id AS till FROM loyalty_ledger
  WHERE register_id LIKE 'worker-%' ORDER BY seq`).all() as Row[]

test('1,000 redemptions and approved corrections on one balance through two connections at once: never below zero, never twice', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  await shop.adjust(ana, 300)
  // Both send the same 500 requests, in opposite order, so that every one is sent twice and most of them meet.
  const [forth, back] = [await actsFor(shop, 'worker-0', ana), (await actsFor(shop, 'worker-1', ana)).toReversed()]
  const startsAt = shop.clock.now()
  const [one, two] = await Promise.all([forth, back].map((acts, at) => spend({ file: shop.file, registerId: `worker-${at}`, staffId: shop.staff.cashier, customerId: ana, startsAt, acts })))
  const answers = [...one!, ...two!]
  expect(answers).toHaveLength(1_000)
  expect(answers.filter((answer) => typeof answer === 'number' && answer < 0)).toEqual([])
  expect(new Set(answers.filter((answer) => typeof answer === 'string'))).toEqual(new Set(['not-enough-points', 'approval-used']))
  const rows = rowsOf(shop)
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  expect(rows.every(({ after }) => after >= 0)).toBe(true)
  expect(new Set(rows.map(({ kind, till }) => `${kind} ${till}`)).size).toBe(4)
  expect(expectSums(shop, ana).rows).toBe(300 + rows.reduce((sum, { points }) => sum + points, 0))
  // One approval, one correction: as many are used up as there are corrections, and each names who allowed it.
  const corrections = rows.filter(({ kind }) => kind === 'adjust')
  expect(corrections.filter(({ points }) => points > 0).length).toBeGreaterThan(80)
  expect(corrections.filter(({ points }) => points < 0).length).toBeGreaterThan(10)
  expect(corrections.every(({ approved_by }) => approved_by === shop.staff.manager)).toBe(true)
  expect(shop.core.db.prepare("SELECT count(*) FROM approvals WHERE used_at IS NOT NULL AND register_id LIKE 'worker-%'").pluck().get()).toBe(corrections.length)
  // A request that was refused on one till may be let through on the other; one that was let through answered both alike.
  const first = new Map(forth.map(({ requestId }, at) => [requestId, one![at]]))
  const both = back.flatMap(({ requestId }, at) => (typeof first.get(requestId) === 'number' && typeof two![at] === 'number' ? [[first.get(requestId), two![at]]] : []))
  expect(both.length).toBeGreaterThan(0)
  expect(both.every(([here, there]) => here === there)).toBe(true)
  await expectVerified(shop)
}, 120_000)
