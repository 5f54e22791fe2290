import { describe, expect, test } from 'vitest'
import { run, sql } from '../../../src/main/store/sql.ts'
import type { ItemId, LineId, Milli, Ppm, SaleId } from '../../../src/main/vocabulary.ts'
import { reopened, till } from '../../harness/app.ts'
import { cents, one, secondTill, stocked } from './stocked.ts'

describe('a cart', () => {
  test('begins with its first item and raises the quantity when the same comes again', async () => {
    const { ask, add, items } = await stocked()
    expect(await ask('sales/cart', null)).toBeNull()
    await add(items.coffee)
    const cart = await add(items.coffee, 2)
    expect(cart.lines.map(({ name, quantityMilli, amountCents }) => [name, quantityMilli, amountCents])).toEqual([['Café Élodie 250 g', 3000, 2700]])
    expect(cart.totals).toMatchObject({ subtotalCents: 2700, taxCents: 404, totalCents: 3104, dueCents: 3104, dueInCashCents: 3105 })
  })
  test('keeps apart a line with a note or a discount of its own', async () => {
    const { ask, rid, add, items } = await stocked()
    const first = await add(items.coffee)
    await ask('sales/note-line', { requestId: rid(), lineId: first.lines[0]!.id, note: 'ground' })
    const second = await add(items.coffee)
    expect(second.lines).toHaveLength(2)
    await ask('sales/discount-line', { requestId: rid(), lineId: second.lines[1]!.id, discount: { kind: 'percent', ppm: 100_000 as Ppm }, approvalId: null })
    expect((await add(items.coffee)).lines).toHaveLength(3)
  })
  test('finds what is scanned, as UPC or EAN, with or without spaces, and says when nobody knows the code', async () => {
    const { ask, rid } = await stocked()
    for (const code of ['012345678905', '0012345678905', ' 0 12345 67890 5 ']) {
      expect(await ask('sales/scan-item', { requestId: rid(), code })).toMatchObject({ found: true })
    }
    expect((await ask('sales/cart', null))?.lines[0]?.quantityMilli).toBe(3000)
    expect(await ask('sales/scan-item', { requestId: rid(), code: '999' })).toEqual({ found: false })
  })
  test('survives a crash: another process finds it as it was', async () => {
    const { add, items, file, close, pins, staff } = await stocked()
    const before = await add(items.coffee, 2)
    close()
    const again = reopened(file)
    await again.ask('staff/sign-in', { staffId: staff.cashier, pin: pins.cashier })
    expect(await again.ask('sales/cart', null)).toEqual(before)
    again.close()
  })
  test('is one per till', async () => {
    const { add, items, cart } = await stocked()
    await add(items.coffee)
    await add(items.bread, 1, secondTill)
    expect([(await cart()).lines[0]?.name, (await cart(secondTill)).lines[0]?.name]).toEqual(['Café Élodie 250 g', 'Bread'])
  })
  test('a request that is repeated moves nothing and gets the same answer', async () => {
    const { ask, rid, items } = await stocked()
    const request = { requestId: rid(), itemId: items.coffee, quantityMilli: one }
    const first = await ask('sales/add-item', request)
    expect(await ask('sales/add-item', request)).toEqual(first)
    expect((await ask('sales/cart', null))?.lines[0]?.quantityMilli).toBe(1000)
  })
})

describe('editing a line', () => {
  test('quantity, removal and its undo', async () => {
    const { ask, rid, add, items } = await stocked()
    const lineId = (await add(items.coffee)).lines[0]!.id
    expect((await ask('sales/set-quantity', { requestId: rid(), lineId, quantityMilli: 500 as Milli })).lines[0]).toMatchObject({ quantityMilli: 500, amountCents: 450 })
    expect((await ask('sales/remove-line', { requestId: rid(), lineId })).lines).toEqual([])
    expect((await ask('sales/restore-line', { requestId: rid(), lineId })).lines[0]).toMatchObject({ id: lineId, quantityMilli: 500 })
  })
  test('a price by hand needs a manager, is for that line once, and stays when a customer comes', async () => {
    const { ask, rid, reply, add, items, attach, person, signIn, staff, pins } = await stocked()
    const lineId = (await add(items.coffee)).lines[0]!.id
    const override = { lineId, priceCents: cents(700), approvalId: null }
    expect(await reply('sales/override-price', { ...override, requestId: rid() })).toMatchObject({ code: 'needs-approval', facts: { right: 'override-price', target: lineId } })
    const { approvalId } = await ask('staff/approve', { right: 'override-price', target: lineId, approverId: staff.manager, pin: pins.manager })
    const cart = await ask('sales/override-price', { ...override, requestId: rid(), approvalId })
    expect(cart.lines[0]).toMatchObject({ priceCents: 700, listPriceCents: 900, priceReason: 'override' })
    expect(await reply('sales/override-price', { ...override, requestId: rid(), approvalId })).toMatchObject({ code: 'approval-used' })
    expect((await attach(person())).cart.lines[0]).toMatchObject({ priceCents: 700 })
    await signIn('owner')
    const { rows } = await ask('staff/audit', { before: null, most: 20, kind: 'price-overridden', staffId: null })
    expect(rows).toMatchObject([{ kind: 'price-overridden', approvedByName: 'Marc', staffName: 'Léa' }])
  })
  test('a discount is never more than there is', async () => {
    const { ask, rid, reply, add, items } = await stocked()
    const lineId = (await add(items.coffee)).lines[0]!.id
    const tooMuch = { kind: 'money' as const, cents: cents(901) }
    expect(await reply('sales/discount-line', { requestId: rid(), lineId, discount: tooMuch, approvalId: null })).toMatchObject({ code: 'discount-too-much' })
    expect(await reply('sales/discount-cart', { requestId: rid(), discount: tooMuch, approvalId: null })).toMatchObject({ code: 'discount-too-much' })
    const cart = await ask('sales/discount-cart', { requestId: rid(), discount: { kind: 'money', cents: cents(900) }, approvalId: null })
    expect(cart.totals).toMatchObject({ subtotalCents: 900, discountsCents: 900, totalCents: 0 })
    expect((await ask('sales/discount-cart', { requestId: rid(), discount: null, approvalId: null })).totals.discountsCents).toBe(0)
  })
  test('refuses what cannot be', async () => {
    const { rid, reply, add, items, ask, signIn } = await stocked()
    const lineId = 'nowhere' as LineId
    expect(await reply('sales/set-quantity', { requestId: rid(), lineId, quantityMilli: one })).toMatchObject({ code: 'no-open-sale' })
    await add(items.coffee)
    expect(await reply('sales/set-quantity', { requestId: rid(), lineId, quantityMilli: one })).toMatchObject({ code: 'not-found' })
    expect(await reply('sales/restore-line', { requestId: rid(), lineId })).toMatchObject({ code: 'not-found' })
    expect(await reply('sales/add-item', { requestId: rid(), itemId: 'none' as ItemId, quantityMilli: one })).toMatchObject({ code: 'not-found' })
    expect(await reply('sales/add-item', { requestId: rid(), itemId: items.coffee, quantityMilli: 0 })).toMatchObject({ code: 'bad-input' })
    await signIn('manager')
    await ask('items/deactivate', { requestId: rid(), id: items.bread })
    expect(await reply('sales/add-item', { requestId: rid(), itemId: items.bread, quantityMilli: one })).toMatchObject({ code: 'item-inactive' })
  })
  test('a line that is too dear to add up is refused', async () => {
    const { reply, rid, save, draft, signIn } = await stocked()
    await signIn('manager')
    const itemId = await save(draft('Dear', 99_999_999_999))
    expect(await reply('sales/add-item', { requestId: rid(), itemId, quantityMilli: 2000 })).toMatchObject({ code: 'quantity-wrong' })
  })
  test('a cart takes a thousand lines and no more', async () => {
    const { reply, rid, add, items, core } = await stocked()
    const { id } = await add(items.bread)
    run(core.db, sql`WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
      INSERT INTO sale_lines (id, sale_id, position, item_id, name, quantity_milli, list_price_cents, price_cents, price_reason, tax_class_id, earns_points, added_at, note)
      SELECT 'copy-' || i, sale_id, i, item_id, name, 1000, 1002, 1002, 'list', tax_class_id, 1, added_at, 'apart' FROM sale_lines, n WHERE sale_id = ${id}`)
    expect(await reply('sales/add-item', { requestId: rid(), itemId: items.coffee, quantityMilli: one })).toMatchObject({ code: 'too-large', facts: { most: 1000 } })
    expect((await add(items.bread)).totals.totalCents).toBe(1001 * 1002)
  })
  test('notes on the cart and on a line are kept', async () => {
    const { ask, rid, add, items } = await stocked()
    await add(items.coffee)
    expect((await ask('sales/note-cart', { requestId: rid(), note: 'call first' })).note).toBe('call first')
  })
})

describe('putting a cart away', () => {
  test('discard can be undone, unless another cart was begun', async () => {
    const { ask, rid, reply, add, items } = await stocked()
    await add(items.coffee, 2)
    const { saleId } = await ask('sales/discard', { requestId: rid() })
    expect(await ask('sales/cart', null)).toBeNull()
    expect((await ask('sales/undo-discard', { requestId: rid(), saleId }))?.lines[0]?.quantityMilli).toBe(2000)
    await ask('sales/discard', { requestId: rid() })
    await add(items.bread)
    expect(await reply('sales/undo-discard', { requestId: rid(), saleId })).toMatchObject({ code: 'cart-in-use', facts: { register: 'Till 1', staff: 'Léa' } })
    expect(await reply('sales/undo-discard', { requestId: rid(), saleId: 'none' as SaleId })).toMatchObject({ code: 'cart-gone' })
  })
  test('the screens of this till, and no other, hear of every change', async () => {
    const { on, add, items } = await stocked()
    const heard: unknown[] = []
    on((name, event) => heard.push([name, event]))
    await add(items.coffee)
    expect(heard).toEqual([['sale-changed', { registerId: till }]])
  })
})
