import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemsApi } from '../../../src/main/sales/items.api.ts'
import { saleFlows } from '../../../src/main/flows/sale-doors.ts'
import { sql, value } from '../../../src/main/store/sql.ts'
import { stocked } from './stocked.ts'

const nasty = fc.oneof(
  fc.constantFrom('\u0000', '\ud800', "'; DROP TABLE sales; --", '__proto__', 'x'.repeat(100_000), '', 'NaN', '1e999', '-1', '🧾'.repeat(500), '"* OR NEAR(', '9'.repeat(30)),
  fc.constantFrom(-1, 0, 0.5, 1e308, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER + 2, -0), fc.constantFrom(true, null), fc.jsonValue({ maxDepth: 6 }),
)
const names = ['requestId', 'itemId', 'quantityMilli', 'lineId', 'saleId', 'customerId', 'code', 'discount', 'note', 'label', 'kind', 'lines', 'page', 'text', 'most', 'id', 'draft', 'approvalId', 'language', 'number', 'day', '__proto__']

test('nothing that can be sent to a sales door breaks it or changes the file', async () => {
  const { core, reply, signIn } = await stocked()
  await signIn('manager')
  const doors = [...Object.keys(saleFlows(core)), ...Object.keys(itemsApi(core))]
  const before = value(core.db, sql`SELECT total_changes()`)
  await fc.assert(fc.asyncProperty(fc.constantFrom(...doors), fc.oneof(nasty, fc.dictionary(fc.constantFrom(...names), nasty)), async (door, input) => {
    const answer = await reply(door, input)
    if (!answer.ok) expect(answer.code).not.toBe('bug')
  }), { numRuns: 3000 })
  expect(value(core.db, sql`SELECT total_changes()`)).toBe(before)
}, 60_000)
