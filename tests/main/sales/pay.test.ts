import { describe, expect, test } from 'vitest'
import { run, sql, value } from '../../../src/main/store/sql.ts'
import type { SaleId, TenderId } from '../../../src/main/vocabulary.ts'
import { cents, one, secondTill, stocked } from './stocked.ts'

describe('taking money', () => {
  test('cash is rounded to the coin, change is told, and the sale gets the next number', async () => {
    const { ask, add, items, pay } = await stocked()
    const { id, totals } = await add(items.bread)
    expect(totals).toMatchObject({ totalCents: 1002, dueCents: 1002, dueInCashCents: 1000 })
    expect(await pay(id, { kind: 'cash', amountCents: 1000, givenCents: 2000, expected: 1002 })).toEqual({ state: 'completed', saleId: id, number: '1-000001', totalCents: 1000, changeCents: 1000 })
    const sale = await ask('sales/get', { saleId: id })
    expect(sale).toMatchObject({ number: '1-000001', totalCents: 1000, roundingCents: -2, staffName: 'Léa', registerName: 'Till 1', paidBy: ['cash'], totals: { totalCents: 1002 } })
    expect(sale.tenders).toMatchObject([{ kind: 'cash', amountCents: 1000, givenCents: 2000, changeCents: 1000 }])
    expect(await ask('sales/cart', null)).toBeNull()
  })
  test('several tenders are kept as they are taken, a crash between them loses none, and only the cash that ends the sale is rounded', async () => {
    const { ask, add, items, pay, cart } = await stocked()
    const { id } = await add(items.bread)
    expect(await pay(id, { kind: 'card', amountCents: 500, expected: 1002 })).toMatchObject({ state: 'part-paid', cart: { totals: { dueCents: 502, dueInCashCents: 500 } } })
    expect((await cart()).tenders).toMatchObject([{ kind: 'card', amountCents: 500, reference: 'T1' }])
    expect(await pay(id, { kind: 'cash', amountCents: 500, givenCents: 500, expected: 1002 })).toMatchObject({ state: 'completed', totalCents: 1000 })
    expect(await ask('sales/get', { saleId: id })).toMatchObject({ roundingCents: -2, paidBy: ['card', 'cash'], totalCents: 1000 })
  })
  test('a card pays to the cent and never more than is due; without its reference it is refused', async () => {
    const { reply, rid, add, items, pay } = await stocked()
    const { id } = await add(items.bread)
    const card = { saleId: id, kind: 'card', givenCents: 0, expectedTotalCents: 1002 }
    expect(await reply('sales/pay', { ...card, requestId: rid(), amountCents: 1003, reference: 'X' })).toMatchObject({ code: 'tender-too-much' })
    expect(await reply('sales/pay', { ...card, requestId: rid(), amountCents: 1002, reference: ' ' })).toMatchObject({ code: 'reference-needed' })
    expect(await reply('sales/pay', { ...card, requestId: rid(), amountCents: 0, reference: 'X' })).toMatchObject({ code: 'tender-too-little' })
    expect(await pay(id, { kind: 'card', amountCents: 1002, expected: 1002 })).toMatchObject({ state: 'completed', totalCents: 1002, changeCents: 0 })
  })
  test('cash that is less than put to the sale, or more than due, is refused', async () => {
    const { reply, rid, add, items } = await stocked()
    const { id } = await add(items.bread)
    const cash = { saleId: id, kind: 'cash', reference: '', expectedTotalCents: 1002 }
    expect(await reply('sales/pay', { ...cash, requestId: rid(), amountCents: 1000, givenCents: 999 })).toMatchObject({ code: 'tender-too-little' })
    expect(await reply('sales/pay', { ...cash, requestId: rid(), amountCents: 1003, givenCents: 2000 })).toMatchObject({ code: 'tender-too-much' })
  })
  test('a total that changed since the screen showed it is refused', async () => {
    const { reply, rid, add, items } = await stocked()
    const { id } = await add(items.bread)
    const request = { requestId: rid(), saleId: id, kind: 'card', amountCents: 900, givenCents: 900, reference: 'X', expectedTotalCents: 900 }
    expect(await reply('sales/pay', request)).toMatchObject({ code: 'total-changed', facts: { totalCents: 1002 } })
  })
  test('a part-paid cart refuses every edit until the tender is taken back', async () => {
    const { ask, reply, rid, add, items, pay, person } = await stocked()
    const { id, lines } = await add(items.bread)
    await pay(id, { kind: 'card', amountCents: 500, expected: 1002 })
    const lineId = lines[0]!.id
    const edits: [string, object][] = [
      ['sales/add-item', { itemId: items.coffee, quantityMilli: one }], ['sales/set-quantity', { lineId, quantityMilli: one }], ['sales/remove-line', { lineId }],
      ['sales/discount-cart', { discount: null, approvalId: null }], ['sales/attach-customer', { customerId: person() }], ['sales/discard', {}],
      ['sales/park', { label: 'x', note: '', dueAt: null }], ['sales/scan-item', { code: '4006381333931' }], ['sales/clear-customer', {}],
    ]
    for (const [door, input] of edits) expect(await reply(door, { requestId: rid(), ...input }), door).toMatchObject({ code: 'sale-part-paid' })
    const tenderId = (await ask('sales/cart', null))!.tenders[0]!.id
    expect((await ask('sales/take-back-tender', { requestId: rid(), tenderId })).tenders).toEqual([])
    expect(await reply('sales/take-back-tender', { requestId: rid(), tenderId })).toMatchObject({ code: 'not-found' })
    expect((await add(items.coffee)).lines).toHaveLength(2)
    expect(await reply('sales/take-back-tender', { requestId: rid(), tenderId: 'no' as TenderId }, secondTill)).toMatchObject({ code: 'no-open-sale' })
  })
  test('a sale of nothing ends with no cash at all', async () => {
    const { add, items, pay } = await stocked()
    const { id } = await add(items.gift)
    expect(await pay(id, { kind: 'cash', amountCents: 0, expected: 0 })).toMatchObject({ state: 'completed', totalCents: 0 })
  })
  test('two cents that no coin can pay end the sale with nothing put down', async () => {
    const { add, items, pay } = await stocked()
    const { id } = await add(items.bread)
    await pay(id, { kind: 'card', amountCents: 1000, expected: 1002 })
    expect(await pay(id, { kind: 'cash', amountCents: 0, expected: 1002 })).toMatchObject({ state: 'completed', totalCents: 1000 })
  })
  test('an empty cart, another till and an unknown sale are refused', async () => {
    const { ask, reply, rid, add, items } = await stocked()
    const { id, lines } = await add(items.bread)
    const pay = { saleId: id, kind: 'card', amountCents: 1002, givenCents: 1002, reference: 'X', expectedTotalCents: 1002 }
    expect(await reply('sales/pay', { ...pay, requestId: rid() }, secondTill)).toMatchObject({ code: 'sale-not-open' })
    expect(await reply('sales/pay', { ...pay, requestId: rid(), saleId: 'none' as SaleId })).toMatchObject({ code: 'not-found' })
    await ask('sales/remove-line', { requestId: rid(), lineId: lines[0]!.id })
    expect(await reply('sales/pay', { ...pay, requestId: rid() })).toMatchObject({ code: 'cart-empty' })
  })
  test('a customer is required where the shop or an item says so', async () => {
    const { ask, reply, rid, add, items, attach, person, payAll, signIn } = await stocked()
    const { id, totals } = await add(items.bound)
    const pay = { saleId: id, kind: 'card', amountCents: totals.totalCents, givenCents: 0, reference: 'X', expectedTotalCents: totals.totalCents }
    expect(await reply('sales/pay', { ...pay, requestId: rid() })).toMatchObject({ code: 'customer-required' })
    await attach(person())
    await payAll()
    await signIn('owner')
    await ask('shop/update', { requestId: rid(), changes: { customerRequired: 'required' } })
    const bread = await add(items.bread)
    expect(await reply('sales/pay', { ...pay, requestId: rid(), saleId: bread.id, amountCents: 1002, expectedTotalCents: 1002 })).toMatchObject({ code: 'customer-required' })
  })
})

describe('once and for all', () => {
  test('the same payment twice has one effect and one answer', async () => {
    const { ask, rid, add, items, core } = await stocked()
    const { id } = await add(items.bread)
    const request = { requestId: rid(), saleId: id, kind: 'card' as const, amountCents: cents(1002), givenCents: cents(1002), reference: 'X', expectedTotalCents: cents(1002) }
    const [first, second] = await Promise.all([ask('sales/pay', request), ask('sales/pay', request)])
    expect(second).toEqual(first)
    expect(value(core.db, sql`SELECT count(*) FROM tenders`)).toBe(1)
  })
  test('of two payments of one sale the second is refused', async () => {
    const { reply, rid, add, items } = await stocked()
    const { id } = await add(items.bread)
    const pay = () => reply('sales/pay', { requestId: rid(), saleId: id, kind: 'card', amountCents: 1002, givenCents: 1002, reference: 'X', expectedTotalCents: 1002 })
    const replies = await Promise.all([pay(), pay()])
    expect(replies).toMatchObject([{ ok: true }, { ok: false, code: 'sale-not-open' }])
  })
  test('a request id of another door is refused', async () => {
    const { reply, rid, items } = await stocked()
    const requestId = rid()
    expect(await reply('sales/add-item', { requestId, itemId: items.bread, quantityMilli: 1000 })).toMatchObject({ ok: true })
    expect(await reply('sales/note-cart', { requestId, note: '' })).toMatchObject({ code: 'request-reused' })
  })
  test('numbers run without gaps on each till, also past refused payments', async () => {
    const { reply, rid, sell, items, add, payAll } = await stocked()
    const numbers = [(await sell([[items.bread, 1]])).number]
    const { id } = await add(items.coffee)
    await reply('sales/pay', { requestId: rid(), saleId: id, kind: 'card', amountCents: 1, givenCents: 1, reference: 'X', expectedTotalCents: 7 })
    numbers.push((await payAll()).number, (await sell([[items.bread, 1]], 'cash', secondTill)).number, (await sell([[items.gift, 1]], 'cash')).number)
    expect(numbers).toEqual(['1-000001', '1-000002', '2-000001', '1-000003'])
  })
  test('a finished sale cannot be changed, not even by SQL', async () => {
    const { sell, items, core } = await stocked()
    const { saleId } = await sell([[items.bread, 1]])
    for (const attempt of [sql`UPDATE sales SET total_cents = 1`, sql`UPDATE sale_lines SET net_cents = 1`, sql`DELETE FROM sale_lines`, sql`DELETE FROM sales`, sql`UPDATE sales SET state = 'open'`]) {
      expect(() => run(core.db, attempt)).toThrow(/never/)
    }
    expect(value(core.db, sql`SELECT state FROM sales WHERE id = ${saleId}`)).toBe('completed')
  })
  test('screens hear of a finished sale after it is on disk', async () => {
    const { on, ask, add, items, payAll } = await stocked()
    await add(items.bread)
    const heard: string[] = []
    on((name) => void heard.push(name))
    const { saleId } = await payAll()
    expect(heard).toContain('sale-completed')
    expect((await ask('sales/get', { saleId })).state).toBe('completed')
  })
})
