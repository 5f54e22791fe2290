import { describe, expect, test } from 'vitest'
import type { Input } from '../../../src/main/handlers.ts'
import { run, sql, value } from '../../../src/main/store/sql.ts'
import type { LooseReturnId, SaleId } from '../../../src/main/vocabulary.ts'
import { cents, stocked, type Stocked } from './stocked.ts'

// loyalty.md 5.8, "No receipt": a return stands on a sale of the customer's history, or a manager signs for goods that no sale stands behind.

type Asked = Input<'sales/return-cart'>
const give = async (app: Stocked, cartId: SaleId, total: number, more: Partial<Asked> = {}) =>
  app.ask('sales/return-cart', { requestId: app.rid(), cartId, kind: 'cash', reference: '', reason: 'No receipt', expectedTotalCents: cents(total), approvalId: null, ...more })
const refused = (app: Stocked, cartId: SaleId, total: number, more: Partial<Asked> = {}) =>
  app.reply('sales/return-cart', { requestId: app.rid(), cartId, kind: 'cash', reference: '', reason: 'No receipt', expectedTotalCents: cents(total), approvalId: null, ...more })
const approved = async (app: Stocked, cartId: SaleId) =>
  (await app.ask('staff/approve', { right: 'refund-sale', target: `return/${cartId}`, approverId: app.staff.manager, pin: app.pins.manager })).approvalId

describe('goods without a receipt', () => {
  test('come back by a manager’s PIN, to the coin in cash, with their taxes; the cart is gone and comes back no more', async () => {
    const app = await stocked()
    await app.add(app.items.coffee)
    const { id } = await app.add(app.items.bread)
    // 9.00 + GST 0.45 + QST 0.90 + bread 10.02 = 20.37
    expect(await app.ask('sales/return-preview', null)).toMatchObject({ cartId: id, pieces: 2, netCents: 1902, taxCents: 135, totalCents: 2037, totalInCashCents: 2035, bought: [] })
    expect(await refused(app, id, 2035)).toMatchObject({ code: 'needs-approval', facts: { right: 'refund-sale', target: `return/${id}` } })
    expect((await app.cart()).id, 'nothing was taken back').toBe(id)
    const given = await give(app, id, 2035, { approvalId: await approved(app, id) })
    expect(given).toMatchObject({ number: '1-N000001', totalCents: 2035 })
    expect(await app.ask('sales/cart', null)).toBeNull()
    expect(await app.reply('sales/undo-discard', { requestId: app.rid(), saleId: id })).toMatchObject({ code: 'cart-gone' })
    expect(value(app.core.db, sql`SELECT count(*) FROM sales WHERE number IS NOT NULL`), 'no sale was made up for it').toBe(0)
    expect(value(app.core.db, sql`SELECT sum(tax_cents) FROM loose_return_taxes`)).toBe(135)
  })
  test('by card need the terminal’s reference and come to the cent; a total that is not the cart’s any more is refused', async () => {
    const app = await stocked()
    await app.signIn('manager')
    const { id } = await app.add(app.items.bread)
    expect(await refused(app, id, 1002, { kind: 'card', reference: ' ' })).toMatchObject({ code: 'reference-needed' })
    expect(await refused(app, id, 1000, { kind: 'card', reference: 'R1' })).toMatchObject({ code: 'total-changed', facts: { totalCents: 1002 } })
    expect(await refused(app, 'none' as SaleId, 1002)).toMatchObject({ code: 'sale-not-open' })
    expect(await give(app, id, 1002, { kind: 'card', reference: 'R1' })).toMatchObject({ totalCents: 1002 })
    const { rows } = await app.ask('staff/audit', { before: null, most: 5, kind: 'goods-returned', staffId: null })
    expect(rows).toMatchObject([{ staffName: 'Marc', approvedByName: 'Marc', reason: 'No receipt' }])
  })
  test('are refused where nothing was rung up, where money was put to the cart, and above what a role may give back', async () => {
    const app = await stocked()
    expect(await app.reply('sales/return-preview', null)).toMatchObject({ code: 'no-open-sale' })
    const { id } = await app.add(app.items.bread)
    await app.pay(id, { kind: 'card', amountCents: 500, expected: 1002 })
    expect(await app.reply('sales/return-preview', null)).toMatchObject({ code: 'sale-part-paid' })
    expect(await refused(app, id, 1002)).toMatchObject({ code: 'sale-part-paid' })
  })
  test('move no points, and the sale the customer bought them in is pointed at', async () => {
    const app = await stocked()
    const ana = app.person()
    await app.add(app.items.coffee)
    await app.attach(ana)
    const { number, saleId } = await app.payAll()
    const before = value(app.core.db, sql`SELECT count(*) FROM loyalty_ledger`)
    await app.signIn('manager')
    const { id } = await app.add(app.items.coffee)
    await app.attach(ana)
    expect((await app.ask('sales/return-preview', null)).bought).toMatchObject([{ saleId, number, name: 'Café Élodie 250 g' }])
    await give(app, id, 1035)
    expect(value(app.core.db, sql`SELECT count(*) FROM loyalty_ledger`)).toBe(before)
    const { lines } = await app.ask('sales/get', { saleId })
    await app.refund(saleId, [{ lineId: lines[0]!.id, quantityMilli: lines[0]!.quantityMilli }])
    await app.add(app.items.coffee)
    await app.attach(ana)
    expect((await app.ask('sales/return-preview', null)).bought, 'what came back already is not pointed at').toEqual([])
  })
})

describe('what is left of a return', () => {
  test('a slip with the reason and no sale, a list a page at a time, and the day’s money', async () => {
    const app = await stocked()
    await app.signIn('manager')
    const ids: LooseReturnId[] = []
    for (let at = 0; at < 3; at++) {
      app.clock.skip(1_000)
      ids.unshift((await give(app, (await app.add(app.items.bread)).id, 1000)).id)
    }
    const { rows, more } = await app.ask('sales/returns', { after: null, most: 2 })
    expect([rows.map(({ id }) => id), (await app.ask('sales/returns', { after: more, most: 2 })).rows.map(({ number }) => number)]).toEqual([ids.slice(0, 2), ['1-N000001']])
    const slip = await app.ask('sales/return-slip', { returnId: ids[0]!, language: 'fr', duplicate: false })
    expect(slip.title).toContain('1-N000003')
    expect(JSON.stringify(slip.rows)).toContain('Retour sans reçu · No receipt')
    expect((await app.ask('sales/return-pdf', { returnId: ids[0]!, language: 'en', duplicate: true })).fileName).toBe('1-N000003.pdf')
    expect(await app.ask('sales/return-print', { requestId: app.rid(), returnId: ids[0]!, language: 'en' })).toEqual({ how: 'none' })
    const takings = await app.ask('accounts/takings', { day: '2026-11-21' as never })
    expect(takings.filter(({ source }) => source === 'return')).toEqual([{ method: 'cash', source: 'return', count: 3, cents: -3000 }])
    expect(await app.reply('sales/return-slip', { returnId: 'none', language: 'en', duplicate: false })).toMatchObject({ code: 'not-found' })
  })
  test('never changes but for its words, which are only ever emptied', async () => {
    const app = await stocked()
    await app.signIn('manager')
    const { id } = await give(app, (await app.add(app.items.bread)).id, 1000)
    expect(() => run(app.core.db, sql`UPDATE loose_returns SET total_cents = 1 WHERE id = ${id}`)).toThrow('a refund never changes')
    expect(() => run(app.core.db, sql`DELETE FROM loose_returns WHERE id = ${id}`)).toThrow('a refund never changes')
    expect(() => run(app.core.db, sql`UPDATE loose_returns SET reason = 'other' WHERE id = ${id}`)).toThrow('only ever emptied')
    expect(() => run(app.core.db, sql`UPDATE loose_return_lines SET quantity_milli = 1 WHERE return_id = ${id}`)).toThrow('a refund never changes')
    expect(run(app.core.db, sql`UPDATE loose_returns SET reason = '' WHERE id = ${id}`)).toBe(1)
  })
})
