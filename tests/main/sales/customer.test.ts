import { describe, expect, test } from 'vitest'
import type { CustomerId, Ppm, PriceListId } from '../../../src/main/vocabulary.ts'
import { value, sql } from '../../../src/main/store/sql.ts'
import { cents, stocked, type Stocked } from './stocked.ts'

async function wholesale(app: Stocked): Promise<PriceListId> {
  await app.signIn('manager')
  const { id } = await app.ask('items/save-price-list', { requestId: app.rid(), id: null, name: 'Wholesale', discountPpm: 150_000 as Ppm, position: 1 })
  const { id: _id, active: _active, ...coffee } = await app.ask('items/get', { id: app.items.coffee })
  await app.ask('items/save', { requestId: app.rid(), id: app.items.coffee, draft: { ...coffee, prices: [{ priceListId: id, priceCents: cents(700) }] } })
  await app.signIn('cashier')
  return id
}

describe('a customer on the sale', () => {
  test('prices the lines by their list: the item\'s own price, else so much off; clearing turns it back', async () => {
    const app = await stocked()
    const { ask, rid, add, items, attach, person } = app
    const listId = await wholesale(app)
    await add(items.coffee)
    await add(items.filter)
    const { cart, repriced, priceListName } = await attach(person({ listId }))
    expect({ repriced, priceListName }).toEqual({ repriced: 2, priceListName: 'Wholesale' })
    expect(cart.lines.map(({ priceCents, listPriceCents, priceReason }) => [priceCents, listPriceCents, priceReason])).toEqual([[700, 900, 'price-list'], [383, 450, 'price-list']])
    expect(cart.customer).toMatchObject({ name: 'Ana Ruiz', initial: 'A', groupName: 'VIP', age: null, alerts: [] })
    expect((await add(items.bread)).lines[2]).toMatchObject({ priceCents: 852, priceListName: 'Wholesale' })
    const cleared = await ask('sales/clear-customer', { requestId: rid() })
    expect(cleared).toMatchObject({ repriced: 3, was: cart.customer?.id, cart: { customer: null } })
    expect(cleared.cart.lines.map(({ priceCents }) => priceCents)).toEqual([900, 450, 1002])
  })
  test('a line with a price list raises its quantity like any other', async () => {
    const app = await stocked()
    await app.attach(app.person({ listId: await wholesale(app) }))
    await app.add(app.items.coffee)
    expect((await app.add(app.items.coffee)).lines).toMatchObject([{ quantityMilli: 2000, priceCents: 700, amountCents: 1400 }])
  })
  test('a medical number that ran out takes the medical prices away', async () => {
    const app = await stocked()
    const listId = await wholesale(app)
    expect((await app.attach(app.person({ medical: { until: '2026-11-21', listId } }))).priceListName).toBe('Wholesale')
    expect((await app.attach(app.person({ medical: { until: '2026-11-20', listId } }))).priceListName).toBeNull()
  })
  test('someone else may take their place; nobody unknown, inactive or absent', async () => {
    const { ask, reply, rid, attach, person } = await stocked()
    await attach(person())
    expect((await attach(person({ name: 'Bo Lee' }))).cart.customer?.name).toBe('Bo Lee')
    expect(await reply('sales/attach-customer', { requestId: rid(), customerId: 'none' as CustomerId })).toMatchObject({ code: 'not-found' })
    expect(await reply('sales/attach-customer', { requestId: rid(), customerId: person({ status: 'inactive' }) })).toMatchObject({ code: 'customer-inactive' })
    await ask('sales/clear-customer', { requestId: rid() })
    expect(await reply('sales/clear-customer', { requestId: rid() })).toMatchObject({ code: 'not-found' })
  })
  test('a finished sale keeps their name as it was, and counts as a visit', async () => {
    const { ask, core, add, items, attach, person, payAll } = await stocked()
    const customerId = person()
    await attach(customerId)
    await add(items.bread)
    const { saleId } = await payAll()
    core.db.exec(`UPDATE customers SET first_name = 'Anna' WHERE id = '${customerId}'`)
    expect((await ask('sales/get', { saleId })).customerName).toBe('Ana Ruiz')
    expect(value(core.db, sql`SELECT visits FROM customers WHERE id = ${customerId}`)).toBe(1)
    expect(value(core.db, sql`SELECT last_visit_at FROM customers WHERE id = ${customerId}`)).toBe((await ask('sales/get', { saleId })).completedAt)
  })
})
