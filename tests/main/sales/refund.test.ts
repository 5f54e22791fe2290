import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sql, value } from '../../../src/main/store/sql.ts'
import type { LineId, Milli, Ppm, SaleId } from '../../../src/main/vocabulary.ts'
import { one, stocked, type Stocked } from './stocked.ts'

async function sold(app: Stocked, kind: 'cash' | 'card' = 'card') {
  const { saleId } = await app.sell([[app.items.coffee, 3], [app.items.bread, 1]], kind)
  await app.signIn('manager')
  return { saleId, ...(await app.ask('sales/get', { saleId })) }
}

describe('voiding a sale', () => {
  test('takes it back whole, with a manager\'s approval, and is audited', async () => {
    const { ask, reply, rid, sell, items, staff, pins, signIn } = await stocked()
    const { saleId } = await sell([[items.bread, 1]])
    const request = { saleId, reason: 'wrong item', approvalId: null }
    expect(await reply('sales/void', { ...request, requestId: rid() })).toMatchObject({ code: 'needs-approval', facts: { right: 'void-sale', target: saleId } })
    const { approvalId } = await ask('staff/approve', { right: 'void-sale', target: saleId, approverId: staff.manager, pin: pins.manager })
    const voided = await ask('sales/void', { ...request, requestId: rid(), approvalId })
    expect(voided).toMatchObject({ state: 'voided', number: '1-000001', voided: { by: 'Léa', approvedBy: 'Marc', reason: 'wrong item' } })
    await signIn('manager')
    expect(await reply('sales/void', { ...request, requestId: rid() })).toMatchObject({ code: 'already-voided' })
    expect(await reply('sales/refund-preview', { saleId, lines: [{ lineId: voided.lines[0]!.id, quantityMilli: one }] })).toMatchObject({ code: 'already-voided' })
    const { rows } = await ask('staff/audit', { before: null, most: 5, kind: 'sale-voided', staffId: null })
    expect(rows).toMatchObject([{ target: `sale/${saleId}`, staffName: 'Léa', approvedByName: 'Marc', reason: 'wrong item' }])
  })
  test('is refused after a refund, for an open cart and for nothing', async () => {
    const app = await stocked()
    const { saleId, lines } = await sold(app)
    await app.refund(saleId, [{ lineId: lines[0]!.id, quantityMilli: one }])
    const request = { reason: 'x', approvalId: null }
    expect(await app.reply('sales/void', { ...request, requestId: app.rid(), saleId })).toMatchObject({ code: 'already-refunded' })
    expect(await app.reply('sales/void', { ...request, requestId: app.rid(), saleId: 'none' as SaleId })).toMatchObject({ code: 'not-found' })
    const cart = await app.add(app.items.bread)
    expect(await app.reply('sales/void', { ...request, requestId: app.rid(), saleId: cart.id })).toMatchObject({ code: 'sale-not-completed' })
  })
})

describe('refunding', () => {
  test('by quantity and by line comes to what was paid, tax and all', async () => {
    const app = await stocked()
    const { saleId, lines, totalCents } = await sold(app) // 27.00 + GST 1.35 + QST 2.69 + 10.02 = 41.06
    expect(totalCents).toBe(4106)
    const [coffee, bread] = lines
    expect(await app.ask('sales/refund-preview', { saleId, lines: [{ lineId: coffee!.id, quantityMilli: one }] }))
      .toMatchObject({ netCents: 900, taxCents: 135, roundingCents: 0, totalCents: 1035, totalInCashCents: 1035 })
    const first = await app.refund(saleId, [{ lineId: coffee!.id, quantityMilli: one }])
    expect(first).toMatchObject({ number: '1-R000001', totalCents: 1035, staffName: 'Marc', approvedByName: 'Marc', reason: 'torn', tenders: [{ kind: 'card', amountCents: 1035, reference: 'R1' }] })
    const rest = await app.refund(saleId, [{ lineId: coffee!.id, quantityMilli: 2000 as Milli }, { lineId: bread!.id, quantityMilli: one }])
    expect(first.totalCents + rest.totalCents).toBe(4106)
    expect(await app.ask('sales/get', { saleId })).toMatchObject({ refundedCents: 4106, refunds: [{ number: '1-R000001' }, { number: '1-R000002' }] })
    expect(value(app.core.db, sql`SELECT sum(amount_cents) FROM tenders WHERE sale_id = ${saleId}`)).toBe(0)
    expect(value(app.core.db, sql`SELECT sum(t.tax_cents) FROM refund_taxes t`)).toBe(value(app.core.db, sql`SELECT tax_cents FROM sales WHERE id = ${saleId}`))
  })
  test('in cash is rounded to the coin, and gives back what was paid in cash', async () => {
    const app = await stocked()
    const { saleId, lines } = await sold(app, 'cash')
    const refund = await app.refund(saleId, lines.map(({ id, quantityMilli }) => ({ lineId: id, quantityMilli })), 'cash')
    expect(refund.totalCents).toBe(4105)
  })
  test('of more than is there, twice, or of nothing sold is refused', async () => {
    const app = await stocked()
    const { saleId, lines } = await sold(app)
    const lineId = lines[0]!.id
    const refund = (pieces: { lineId: LineId; quantityMilli: number }[], more: object = {}) =>
      app.reply('sales/refund', { requestId: app.rid(), saleId, lines: pieces, kind: 'card', reference: 'R', reason: 'x', approvalId: null, ...more })
    expect(await refund([{ lineId, quantityMilli: 3001 }])).toMatchObject({ code: 'refund-too-much', facts: { lineId, leftMilli: 3000 } })
    expect(await refund([{ lineId, quantityMilli: 1000 }, { lineId, quantityMilli: 1000 }])).toMatchObject({ code: 'bad-input' })
    expect(await refund([{ lineId: 'none' as LineId, quantityMilli: 1000 }])).toMatchObject({ code: 'not-found' })
    expect(await refund([{ lineId, quantityMilli: 1000 }], { reference: '' })).toMatchObject({ code: 'reference-needed' })
    expect(await refund([], {})).toMatchObject({ code: 'bad-input' })
    await app.refund(saleId, lines.map(({ id, quantityMilli }) => ({ lineId: id, quantityMilli })))
    expect(await refund([{ lineId, quantityMilli: 1 }])).toMatchObject({ code: 'already-refunded' })
    await app.signIn('cashier')
    expect(await refund([{ lineId, quantityMilli: 1 }])).toMatchObject({ code: 'already-refunded' })
  })
  test('needs a manager, for this sale, once; a repeated request gives nothing twice', async () => {
    const app = await stocked()
    const { saleId, lines } = await sold(app)
    await app.signIn('cashier')
    const pieces = [{ lineId: lines[0]!.id, quantityMilli: one }]
    const request = { saleId, lines: pieces, kind: 'card' as const, reference: 'R', reason: 'torn' }
    expect(await app.reply('sales/refund', { ...request, requestId: app.rid(), approvalId: null })).toMatchObject({ code: 'needs-approval', facts: { right: 'refund-sale', target: saleId } })
    const { approvalId } = await app.ask('staff/approve', { right: 'refund-sale', target: saleId, approverId: app.staff.manager, pin: app.pins.manager })
    const once = { ...request, requestId: app.rid(), approvalId }
    const [first, second] = await Promise.all([app.ask('sales/refund', once), app.ask('sales/refund', once)])
    expect(second).toEqual(first)
    expect(first).toMatchObject({ staffName: 'Léa', approvedByName: 'Marc' })
    expect((await app.ask('sales/get', { saleId })).refunds).toHaveLength(1)
    expect(await app.reply('sales/refund', { ...once, requestId: app.rid() })).toMatchObject({ code: 'approval-used' })
  })
  test('of whatever was sold, cut into whatever pieces, is exactly what was paid and never more', async () => {
    const app = await stocked()
    await app.signIn('manager')
    const items = [app.items.coffee, app.items.filter, app.items.bread]
    const cart = fc.array(fc.record({ item: fc.nat(2), milli: fc.integer({ min: 1, max: 4000 }) }), { minLength: 1, maxLength: 4 })
    const cuts = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    await fc.assert(fc.asyncProperty(cart, cuts, fc.integer({ min: 0, max: 500_000 }), fc.constantFrom('cash', 'card'), async (wanted, parts, off, kind) => {
      for (const { item, milli } of wanted) await app.ask('sales/add-item', { requestId: app.rid(), itemId: items[item]!, quantityMilli: milli as Milli })
      await app.ask('sales/discount-cart', { requestId: app.rid(), discount: { kind: 'percent', ppm: off as Ppm }, approvalId: null })
      const { totals } = await app.cart()
      const { saleId, totalCents } = await app.payAll(totals.totalCents === 0 ? 'cash' : kind)
      let back = 0
      for (const part of [...parts, [1, 1, 1, 1]]) {
        const { lines } = await app.ask('sales/get', { saleId })
        const pieces = lines.map((line, at) => ({ lineId: line.id, quantityMilli: Math.floor((line.quantityMilli - line.returnedMilli) * (part[at] ?? 1)) as Milli })).filter(({ quantityMilli }) => quantityMilli > 0)
        if (pieces.length > 0) back += (await app.refund(saleId, pieces, kind)).totalCents
        expect(back).toBeLessThanOrEqual(totalCents)
      }
      expect(back).toBe(totalCents)
    }), { numRuns: 40 })
  })
})
