import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { expectSums, expectVerified } from './proof.ts'
import { loyaltyShop } from './shop.ts'
import type { SpendTask } from './spend.worker.ts'

const spend = (task: SpendTask) => new Promise<(number | string)[]>((resolve, reject) => {
  const worker = new Worker(new URL('./spend.worker.ts', import.meta.url), { workerData: task })
  worker.once('message', resolve)
  worker.once('error', reject)
})

test('1,000 redemptions and corrections on one balance through two connections at once: never below zero, never twice', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  await shop.adjust(ana, 300)
  // Both send the same 500 requests, in opposite order, so that every one is sent twice and most of them meet.
  const acts = Array.from({ length: 500 }, (_, at) => ({ requestId: `act-${at}`, points: at % 5 === 0 ? 7 : 0 - (3 + (at % 11)) }))
  const tasks = [acts, acts.toReversed()].map((each, at) => ({ file: shop.file, registerId: `worker-${at}`, customerId: ana, acts: each }))
  const [one, two] = await Promise.all(tasks.map(spend))
  const answers = [...one!, ...two!]
  expect(answers).toHaveLength(1_000)
  expect(answers.filter((answer) => typeof answer === 'number' && answer < 0)).toEqual([])
  expect(new Set(answers.filter((answer) => typeof answer === 'string'))).toEqual(new Set(['not-enough-points']))
  const rows = shop.core.db.prepare("SELECT source_key, points, balance_after FROM loyalty_ledger WHERE source_key LIKE 'test/%' ORDER BY seq").all() as { source_key: string; points: number; balance_after: number }[]
  expect(new Set(rows.map(({ source_key }) => source_key)).size).toBe(rows.length)
  expect(rows.every(({ balance_after }) => balance_after >= 0)).toBe(true)
  expect(rows.filter(({ points }) => points > 0)).toHaveLength(100)
  const found = expectSums(shop, ana)
  expect(found.rows).toBe(300 + rows.reduce((sum, { points }) => sum + points, 0))
  // A request that was refused on one till may be let through on the other; one that was let through answered both alike.
  const first = new Map(acts.map(({ requestId }, at) => [requestId, one![at]]))
  const both = acts.toReversed().flatMap(({ requestId }, at) => (typeof first.get(requestId) === 'number' && typeof two![at] === 'number' ? [[first.get(requestId), two![at]]] : []))
  expect(both.length).toBeGreaterThan(0)
  expect(both.every(([here, there]) => here === there)).toBe(true)
  expect(new Set(shop.core.db.prepare("SELECT DISTINCT register_id FROM loyalty_ledger WHERE source_key LIKE 'test/%'").pluck().all())).toEqual(new Set(['worker-0', 'worker-1']))
  await expectVerified(shop)
}, 60_000)
