import { describe, expect, test } from 'vitest'
import { run, sql } from '../../../src/main/store/sql.ts'
import type { Ppm, SaleId } from '../../../src/main/vocabulary.ts'
import { reopened } from '../../harness/app.ts'
import { cents, secondTill, stocked, type Stocked } from './stocked.ts'

const open = (app: Stocked, saleId: SaleId, more: { takeOver?: boolean; approvalId?: never } = {}, at?: typeof secondTill) =>
  app.ask('sales/open-parked', { requestId: app.rid(), saleId, takeOver: false, approvalId: null, ...more }, at)
const raise = async (app: Stocked, priceCents: number) => {
  await app.signIn('manager')
  const { id, active: _active, ...coffee } = await app.ask('items/get', { id: app.items.coffee })
  await app.ask('items/save', { requestId: app.rid(), id, draft: { ...coffee, priceCents: cents(priceCents) } })
  await app.signIn('cashier')
}

describe('the queue', () => {
  test('takes a cart under a label and gives it back whole', async () => {
    const app = await stocked()
    const { ask, rid, add, items, attach, person, park } = app
    await attach(person())
    const before = await add(items.coffee, 2)
    await add(items.bread)
    const { saleId } = await park('Blue jacket')
    expect(await ask('sales/cart', null)).toBeNull()
    expect(await ask('sales/waiting', null)).toEqual({ waiting: 1 })
    expect(await ask('sales/queue', { mine: false })).toMatchObject([
      { id: saleId, label: 'Blue jacket', customerName: 'Ana Ruiz', items: 3, totalCents: 3072, registerName: 'Till 1', staffName: 'Léa', openOn: null, note: '' },
    ])
    const opened = await open(app, saleId)
    expect(opened).toMatchObject({ autoParked: null, priceChanges: [], customerGone: false, cart: { id: before.id, label: 'Blue jacket', customer: { name: 'Ana Ruiz' } } })
    expect(opened.cart.lines).toHaveLength(2)
    expect(await ask('sales/queue', { mine: true })).toMatchObject([{ id: saleId, openOn: 'Till 1' }])
    await ask('sales/discard', { requestId: rid() })
    expect(await ask('sales/queue', { mine: false })).toEqual([])
  })
  test('refuses an empty cart, no cart, no label', async () => {
    const { reply, rid, add, items, ask } = await stocked()
    const park = (label: string) => reply('sales/park', { requestId: rid(), label, note: '', dueAt: null })
    expect(await park('x')).toMatchObject({ code: 'no-open-sale' })
    const { lines } = await add(items.bread)
    await ask('sales/remove-line', { requestId: rid(), lineId: lines[0]!.id })
    expect(await park('x')).toMatchObject({ code: 'cart-empty' })
    expect(await park('  ')).toMatchObject({ code: 'bad-input' })
  })
  test('survives a restart', async () => {
    const app = await stocked()
    await app.add(app.items.coffee)
    await app.park('Blue jacket')
    const before = await app.ask('sales/queue', { mine: false })
    app.close()
    const again = reopened(app.file)
    await again.ask('staff/sign-in', { staffId: app.staff.cashier, pin: app.pins.cashier })
    expect(await again.ask('sales/queue', { mine: false })).toEqual(before)
    again.close()
  })
  test('saves what is open on the till first, under its customer\'s name or Walk-In and the time', async () => {
    const app = await stocked()
    const { add, items, attach, person, park, ask } = app
    await add(items.coffee)
    const { saleId: first } = await park('A')
    await add(items.bread)
    expect((await open(app, first)).autoParked).toMatch(/^Walk-In 10:00$/)
    const queue = await ask('sales/queue', { mine: false })
    expect(new Map(queue.map(({ label, openOn }) => [label, openOn]))).toEqual(new Map([['A', 'Till 1'], ['Walk-In 10:00', null]]))
    await attach(person({ name: 'Bo Lee' }))
    const waiting = queue.find(({ openOn }) => openOn === null)!
    expect((await open(app, waiting.id)).autoParked).toBe('A')
    expect((await ask('sales/cart', null))?.lines[0]?.name).toBe('Bread')
  })
  test('an empty cart makes way without waiting', async () => {
    const app = await stocked()
    await app.add(app.items.coffee)
    const { saleId } = await app.park('A')
    await app.attach(app.person())
    expect((await open(app, saleId)).autoParked).toBeNull()
    expect(await app.ask('sales/queue', { mine: false })).toHaveLength(1)
  })
  test('is opened by one till at a time; taking over needs a manager and is audited', async () => {
    const app = await stocked()
    const { ask, reply, rid, add, items, park, staff, pins, cart } = app
    await add(items.coffee)
    const { saleId } = await park('A')
    await open(app, saleId, {}, secondTill)
    const again = { saleId, takeOver: false, approvalId: null }
    expect(await reply('sales/open-parked', { ...again, requestId: rid() })).toMatchObject({ code: 'cart-in-use', facts: { register: 'Till 2', staff: 'Marc' } })
    expect(await reply('sales/open-parked', { ...again, requestId: rid(), takeOver: true })).toMatchObject({ code: 'needs-approval', facts: { right: 'take-over-cart', target: saleId } })
    const { approvalId } = await ask('staff/approve', { right: 'take-over-cart', target: saleId, approverId: staff.manager, pin: pins.manager })
    await ask('sales/open-parked', { requestId: rid(), saleId, takeOver: true, approvalId })
    expect((await cart()).id).toBe(saleId)
    expect(await ask('sales/cart', null, secondTill)).toBeNull()
    await app.payAll()
    expect(await reply('sales/open-parked', { ...again, requestId: rid() }, secondTill)).toMatchObject({ code: 'cart-gone' })
  })
  test('of two tills that open one cart at the same time, one gets it', async () => {
    const app = await stocked()
    await app.add(app.items.coffee)
    const { saleId } = await app.park('A')
    const ask = (at?: typeof secondTill) => app.reply('sales/open-parked', { requestId: app.rid(), saleId, takeOver: false, approvalId: null }, at)
    expect(await Promise.all([ask(), ask(secondTill)])).toMatchObject([{ ok: true }, { code: 'cart-in-use' }])
  })
  test('keeps prices as saved, says what is dearer now, and updates when asked', async () => {
    const app = await stocked()
    const { ask, rid, add, items, park } = app
    await add(items.coffee)
    const { saleId } = await park('A')
    await raise(app, 990)
    const opened = await open(app, saleId)
    expect(opened.priceChanges).toEqual([{ lineId: opened.cart.lines[0]!.id, name: 'Café Élodie 250 g', savedCents: 900, nowCents: 990 }])
    expect((await ask('sales/keep-prices', { requestId: rid() })).lines[0]?.priceCents).toBe(900)
    expect((await ask('sales/update-prices', { requestId: rid() })).lines[0]).toMatchObject({ priceCents: 990, listPriceCents: 990 })
  })
  test('a price set by hand is neither reported nor updated', async () => {
    const app = await stocked()
    const { ask, rid, add, items, park, staff, pins } = app
    const lineId = (await add(items.coffee)).lines[0]!.id
    const { approvalId } = await ask('staff/approve', { right: 'override-price', target: lineId, approverId: staff.manager, pin: pins.manager })
    await ask('sales/override-price', { requestId: rid(), lineId, priceCents: cents(500), approvalId })
    const { saleId } = await park('A')
    await raise(app, 990)
    expect((await open(app, saleId)).priceChanges).toEqual([])
    expect((await ask('sales/update-prices', { requestId: rid() })).lines[0]?.priceCents).toBe(500)
  })
  test('a customer who is gone leaves it as Walk-In at everyone\'s prices', async () => {
    const app = await stocked()
    const { ask, rid, add, items, attach, person, park, signIn, core } = app
    await signIn('manager')
    const { id: listId } = await ask('items/save-price-list', { requestId: rid(), id: null, name: 'Wholesale', discountPpm: 100_000 as Ppm, position: 1 })
    await signIn('cashier')
    const customerId = person({ listId })
    await attach(customerId)
    await add(items.coffee)
    const { saleId } = await park('A')
    run(core.db, sql`UPDATE customers SET status = 'inactive' WHERE id = ${customerId}`)
    const opened = await open(app, saleId)
    expect(opened).toMatchObject({ customerGone: true, cart: { customer: null } })
    expect(opened.cart.lines[0]?.priceCents).toBe(900)
  })
  test('a waiting cart can be thrown away, and brought back', async () => {
    const { ask, reply, rid, add, items, park } = await stocked()
    await add(items.coffee)
    const { saleId } = await park('A')
    await ask('sales/discard-parked', { requestId: rid(), saleId })
    expect(await ask('sales/queue', { mine: false })).toEqual([])
    expect(await reply('sales/discard-parked', { requestId: rid(), saleId })).toMatchObject({ code: 'cart-gone' })
    expect(await ask('sales/undo-discard', { requestId: rid(), saleId })).toBeNull()
    expect(await ask('sales/queue', { mine: false })).toMatchObject([{ label: 'A' }])
  })
  test('shows this till\'s carts alone when asked', async () => {
    const { ask, add, items, park } = await stocked()
    await add(items.coffee)
    await park('here')
    await add(items.coffee, 1, secondTill)
    await park('there', secondTill)
    expect((await ask('sales/queue', { mine: true })).map(({ label }) => label)).toEqual(['here'])
    expect((await ask('sales/queue', { mine: false })).map(({ label }) => label)).toEqual(['here', 'there'])
  })
})
