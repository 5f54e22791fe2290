import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Reply } from '../../../src/main/core.ts'
import type { Output } from '../../../src/main/handlers.ts'
import { all, sql, value, type ReadableDB } from '../../../src/main/store/sql.ts'
import type { CustomerId, RegisterId } from '../../../src/main/vocabulary.ts'
import { till } from '../../harness/app.ts'
import { secondTill, stocked, type Stocked } from './stocked.ts'

type Luck = { readonly pick: number; readonly size: number; readonly at: RegisterId }
type Found = Output<'sales/cart'>
type Try = { readonly door: string; readonly input: object }

/** What a person at a till may do next, sensible or not. */
const acts: readonly ((app: Stocked, luck: Luck, cart: Found, people: readonly CustomerId[]) => Try)[] = [
  ({ items }, { pick, size }) => ({ door: 'sales/add-item', input: { itemId: Object.values(items)[pick % 7], quantityMilli: size } }),
  ({ items }, { pick }) => ({ door: 'sales/add-item', input: { itemId: Object.values(items)[pick % 3], quantityMilli: 1000 } }),
  (_app, { pick, size }, cart) => ({ door: 'sales/set-quantity', input: { lineId: cart?.lines[pick % cart.lines.length]?.id ?? 'none', quantityMilli: size } }),
  (_app, { pick }, cart) => ({ door: 'sales/remove-line', input: { lineId: cart?.lines[pick % cart.lines.length]?.id ?? 'none' } }),
  ({ core }, { pick }) => ({ door: 'sales/restore-line', input: { lineId: some(core.db, sql`SELECT id FROM sale_lines WHERE removed_at IS NOT NULL`, pick) } }),
  (_app, { size }) => ({ door: 'sales/discount-cart', input: { discount: size % 3 === 0 ? null : { kind: 'percent', ppm: (size * 77) % 1_000_001 }, approvalId: null } }),
  (_app, { pick, size }, cart) => ({ door: 'sales/discount-line', input: { lineId: cart?.lines[pick % cart.lines.length]?.id ?? 'none', discount: { kind: 'money', cents: size }, approvalId: null } }),
  (_app, { pick }, _cart, people) => ({ door: 'sales/attach-customer', input: { customerId: people[pick % people.length] } }),
  () => ({ door: 'sales/clear-customer', input: {} }),
  (_app, { size }) => ({ door: 'sales/park', input: { label: `cart ${size}`, note: '', dueAt: null } }),
  ({ core }, { pick, size }) => ({ door: 'sales/open-parked', input: { saleId: some(core.db, sql`SELECT id FROM sales WHERE state IN ('parked', 'open')`, pick), takeOver: size % 2 === 0, approvalId: null } }),
  () => ({ door: 'sales/discard', input: {} }),
  ({ core }, { pick }) => ({ door: 'sales/undo-discard', input: { saleId: some(core.db, sql`SELECT id FROM sales WHERE state = 'discarded'`, pick) } }),
  (_app, { pick }, cart) => ({ door: 'sales/take-back-tender', input: { tenderId: cart?.tenders[pick % cart.tenders.length]?.id ?? 'none' } }),
  (_app, { size }, cart) => payment(cart, 'card', Math.min(size, cart?.totals.dueCents ?? 0)),
  (_app, _luck, cart) => payment(cart, 'card', cart?.totals.dueCents ?? 0),
  (_app, _luck, cart) => payment(cart, 'cash', cart?.totals.dueInCashCents ?? 0),
  () => ({ door: 'sales/check-age', input: { minimumAge: 21, how: 'id-seen', birthDate: null, approvalId: null } }),
  ({ core }, { pick, size }) => ({
    door: 'sales/refund', input: {
      saleId: some(core.db, sql`SELECT l.sale_id AS id FROM sale_lines l JOIN sales s ON s.id = l.sale_id WHERE s.number IS NOT NULL AND l.removed_at IS NULL ORDER BY l.id`, pick),
      lines: [{ lineId: some(core.db, sql`SELECT l.id FROM sale_lines l JOIN sales s ON s.id = l.sale_id WHERE s.number IS NOT NULL AND l.removed_at IS NULL ORDER BY l.id`, pick), quantityMilli: size }],
      kind: size % 2 === 0 ? 'cash' : 'card', reference: 'R', reason: 'any', approvalId: null,
    },
  }),
  ({ core }, { pick }) => ({ door: 'sales/void', input: { saleId: some(core.db, sql`SELECT id FROM sales WHERE number IS NOT NULL`, pick), reason: 'any', approvalId: null } }),
  ({ core }, { pick }) => ({ door: 'sales/repeat', input: { saleId: some(core.db, sql`SELECT id FROM sales WHERE number IS NOT NULL`, pick) } }),
]

const idRow = z.object({ id: z.string() })
function some(db: ReadableDB, q: Parameters<typeof all>[2], pick: number): string {
  const rows = all(db, idRow, q)
  return rows[pick % rows.length]?.id ?? 'none'
}
const payment = (cart: Found, kind: string, amountCents: number): Try =>
  ({ door: 'sales/pay', input: { saleId: cart?.id ?? 'none', kind, amountCents, givenCents: amountCents, reference: 'T', expectedTotalCents: cart?.totals.totalCents ?? 0 } })

const luck = fc.record({
  act: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(0, 1) }, { weight: 2, arbitrary: fc.constantFrom(15, 16) }, { weight: 5, arbitrary: fc.nat(acts.length - 1) }),
  pick: fc.nat(1000), size: fc.oneof(fc.constantFrom(1000, 2000), fc.integer({ min: 1, max: 5000 })), at: fc.constantFrom(till, secondTill),
})

/** Sentences about the file that must hold whatever was done, each a query that finds nothing. */
const wrong = {
  'a number is missing or given twice': sql`SELECT register_id AS id FROM sales WHERE number IS NOT NULL GROUP BY register_id HAVING max(number) <> count(*)`,
  'a sale is not paid to the cent': sql`SELECT s.id FROM sales s WHERE s.number IS NOT NULL AND s.total_cents <> (SELECT coalesce(sum(t.amount_cents), 0) FROM tenders t
    WHERE t.sale_id = s.id AND t.refund_id IS NULL AND t.taken_back_at IS NULL)`,
  'lines do not sum to the sale': sql`SELECT s.id FROM sales s WHERE s.number IS NOT NULL AND (s.net_cents, s.tax_cents) <> (SELECT sum(l.net_cents), sum(l.tax_cents) FROM sale_lines l
    WHERE l.sale_id = s.id AND l.removed_at IS NULL)`,
  'taxes of lines do not sum to taxes of the sale': sql`SELECT t.sale_id AS id FROM sale_taxes t WHERE t.tax_cents <> (SELECT sum(x.tax_cents) FROM sale_line_taxes x
    JOIN sale_lines l ON l.id = x.line_id WHERE l.sale_id = t.sale_id AND x.tax_rate_id = t.tax_rate_id)`,
  'more came back than was paid': sql`SELECT s.id FROM sales s WHERE s.total_cents < (SELECT coalesce(sum(f.total_cents), 0) FROM refunds f WHERE f.sale_id = s.id)`,
  'more came back than was sold': sql`SELECT l.id FROM sale_lines l WHERE l.quantity_milli < (SELECT coalesce(sum(x.quantity_milli), 0) FROM refund_lines x WHERE x.line_id = l.id)`,
  'a refund and its money differ': sql`SELECT f.id FROM refunds f WHERE f.total_cents <> -(SELECT sum(t.amount_cents) FROM tenders t WHERE t.refund_id = f.id)`,
  'taxes of a refund do not sum': sql`SELECT f.id FROM refunds f WHERE f.tax_cents <> (SELECT coalesce(sum(t.tax_cents), 0) FROM refund_taxes t WHERE t.refund_id = f.id)`,
  'a refund of a void sale': sql`SELECT f.id FROM refunds f JOIN sales s ON s.id = f.sale_id WHERE s.state = 'voided'`,
  'something for adults went out unproved': sql`SELECT l.id FROM sale_lines l JOIN sales s ON s.id = l.sale_id WHERE s.number IS NOT NULL AND l.removed_at IS NULL AND l.minimum_age IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM age_checks a WHERE a.sale_id = s.id AND a.passed = 1 AND a.minimum_age >= l.minimum_age)`,
}

test('whatever two tills do, in whatever order, the books are right and nothing breaks', async () => {
  await fc.assert(fc.asyncProperty(fc.array(luck, { minLength: 60, maxLength: 160 }), async (steps) => {
    const app = await stocked()
    await app.signIn('manager')
    const people = [app.person(), app.person({ birth: '1980-01-01' }), app.person({ birth: '2012-01-01' })]
    const answers: Reply[] = []
    for (const { act, ...rest } of steps) {
      const cart: Found = await app.ask('sales/cart', null, rest.at)
      const { door, input } = acts[act]!(app, rest, cart, people)
      answers.push(await app.reply(door, { requestId: app.rid(), ...input }, rest.at))
    }
    expect(answers.filter((reply) => !reply.ok && (reply.code === 'bug' || reply.code === 'bad-input'))).toEqual([])
    expect(app.bugs).toEqual([])
    for (const [sentence, q] of Object.entries(wrong)) expect(all(app.core.db, z.object({ id: z.unknown() }), q), sentence).toEqual([])
    expect(value(app.core.db, sql`SELECT count(*) FROM pragma_foreign_key_check`)).toBe(0)
    app.close()
  }), { numRuns: 15 })
}, 60_000)
