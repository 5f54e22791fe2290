import { describe, expect, test } from 'vitest'
import type { Input } from '../../../src/main/handlers.ts'
import { run, sql } from '../../../src/main/store/sql.ts'
import type { CustomerId, GroupId, Ppm, PriceListId } from '../../../src/main/vocabulary.ts'
import { stocked, type Stocked } from './stocked.ts'

// Which price list and percentage count for whoever is on the cart, what a change of them asks, and a sale without tax (B17).

const percent = (of: number) => (of * 10_000) as Ppm

async function shop() {
  const app = await stocked()
  const { ask, rid } = app
  await app.signIn('manager')
  const list = async (name: string, off: number) => (await ask('items/save-price-list', { requestId: rid(), id: null, name, discountPpm: percent(off), position: 1 })).id
  const lists = { own: await list('Own', 50), type: await list('Trade', 40), group: await list('Friends', 30) }
  const group = async (name: string, more: Partial<Input<'customers/save-group'>>) => (await ask('customers/save-group', { requestId: rid(), id: null, name, ...more })).id
  const type = async (name: string, priceListId: PriceListId) => (await ask('customers/save-type', { requestId: rid(), id: null, name, kind: 'own', priceListId })).id
  await app.signIn('cashier')
  /** Another group, list or percentage, as the customer's form saves it. */
  const change = async (id: CustomerId, changes: Input<'customers/update'>['changes']) => {
    const { version } = await ask('customers/get', { id })
    return ask('customers/update', { requestId: rid(), id, version, changes, keepConsent: {}, consents: [] })
  }
  return { ...app, lists, group, type, change }
}
type Shop = Awaited<ReturnType<typeof shop>>
const prices = (cart: Awaited<ReturnType<Stocked['cart']>>) => cart.lines.map(({ priceCents }) => priceCents)
const asManager = async <T>(app: Shop, work: () => Promise<T>): Promise<T> => {
  await app.signIn('manager')
  const done = await work()
  await app.signIn('cashier')
  return done
}

describe('which price counts', () => {
  test('their own list, else their type\'s, else their group\'s; the strip says which', async () => {
    const app = await shop()
    const groupId = await asManager(app, () => app.group('Friends', { priceListId: app.lists.group }))
    const typeId = await asManager(app, () => app.type('Trade', app.lists.type))
    const ana = app.person()
    await app.add(app.items.coffee)
    const terms = async () => {
      await app.ask('sales/clear-customer', { requestId: app.rid() }).catch(() => undefined)
      const { cart } = await app.attach(ana)
      return [prices(cart), cart.customer?.terms.listName, cart.customer?.terms.listFrom]
    }
    expect(await terms()).toEqual([[900], null, null])
    await app.change(ana, { groupId })
    expect(await terms()).toEqual([[630], 'Friends', 'group'])
    await app.change(ana, { customerTypeId: typeId })
    expect(await terms()).toEqual([[540], 'Trade', 'type'])
    await app.change(ana, { priceListId: app.lists.own })
    expect(await terms()).toEqual([[450], 'Own', 'own'])
  })
  test('a percentage comes off whatever the list says: their own where they have one, else their group\'s', async () => {
    const app = await shop()
    const groupId = await asManager(app, () => app.group('VIP', { discountPpm: percent(10) }))
    const ana = app.person()
    await app.change(ana, { groupId })
    await app.add(app.items.coffee)
    const { cart } = await app.attach(ana)
    expect(cart.lines[0]).toMatchObject({ priceCents: 810, listPriceCents: 900, priceReason: 'price-list', priceListName: 'VIP' })
    expect(cart.customer?.terms).toMatchObject({ offPpm: 100_000, offFrom: 'group' })
    await app.change(ana, { discountPpm: percent(20), priceListId: app.lists.own })
    const { cart: again } = await app.ask('sales/apply-terms', { requestId: app.rid() })
    expect(again.lines[0]).toMatchObject({ priceCents: 360, priceListName: 'Own' })
    expect(again.customer?.terms).toMatchObject({ offPpm: 200_000, offFrom: 'own' })
  })
})

describe('a change while they stand on the open cart', () => {
  const changed = async () => {
    const app = await shop()
    const groupId = await asManager(app, () => app.group('VIP', { discountPpm: percent(10) }))
    const ana = app.person()
    await app.add(app.items.coffee)
    await app.attach(ana)
    const change = () => app.change(ana, { groupId })
    return { ...app, ana, change, groupId }
  }
  test('moves no price by itself: it asks, and Apply reprices the lines', async () => {
    const app = await changed()
    await app.change()
    expect(prices(await app.cart())).toEqual([900])
    expect((await app.cart()).customer?.terms.unsettled).toBe(1)
    expect(await app.ask('sales/apply-terms', { requestId: app.rid() })).toMatchObject({ repriced: 1, priceListName: 'VIP', cart: { customer: { terms: { unsettled: 0 } } } })
    expect(prices(await app.cart())).toEqual([810])
  })
  test('Keep leaves the prices and asks no more, until the terms change again', async () => {
    const app = await changed()
    await app.change()
    expect((await app.ask('sales/keep-terms', { requestId: app.rid() })).customer?.terms.unsettled).toBe(0)
    expect(prices(await app.cart())).toEqual([900])
    await asManager(app, () => app.ask('customers/save-group', { requestId: app.rid(), id: app.groupId as GroupId, name: 'VIP', discountPpm: percent(50) }))
    expect((await app.cart()).customer?.terms.unsettled).toBe(1)
  })
  test('asks nothing where every price was set by hand or none would move', async () => {
    const app = await changed()
    await app.signIn('manager')
    const [line] = (await app.cart()).lines
    await app.ask('sales/override-price', { requestId: app.rid(), lineId: line!.id, priceCents: 700 as never, approvalId: null })
    await app.change()
    expect((await app.cart()).customer?.terms.unsettled).toBe(0)
  })
})

const exempt = (app: Stocked, id: CustomerId, until: string | null, certificate = 'EX-77') =>
  run(app.core.db, sql`UPDATE customers SET tax_exempt = 1, tax_certificate = ${certificate}, tax_exempt_until = ${until} WHERE id = ${id}`)

describe('tax exemption', () => {
  test('leaves every tax out, and the receipt says so with the certificate', async () => {
    const app = await stocked()
    const ana = app.person()
    exempt(app, ana, '2026-11-21')
    await app.add(app.items.coffee)
    const { cart } = await app.attach(ana)
    expect(cart.totals).toMatchObject({ taxCents: 0, netCents: 900, totalCents: 900, taxes: [] })
    expect(cart.customer?.exempt).toEqual({ certificate: 'EX-77', until: '2026-11-21' })
    const { saleId } = await app.payAll()
    const { text } = await app.ask('sales/receipt-text', { saleId, language: 'en', refundId: null, duplicate: false })
    expect(text).toMatch(/Tax exempt: EX-77 \(until Nov 21, 2026\)/)
    const { lines } = await app.ask('sales/get', { saleId })
    await app.signIn('manager')
    expect(await app.refund(saleId, [{ lineId: lines[0]!.id, quantityMilli: 1000 as never }])).toMatchObject({ totalCents: 900 })
  })
  test('that has run out is said and not applied', async () => {
    const app = await stocked()
    const ana = app.person()
    exempt(app, ana, '2026-11-20')
    await app.add(app.items.coffee)
    const { cart } = await app.attach(ana)
    expect(cart.totals.taxCents).toBe(135)
    expect(cart.customer).toMatchObject({ exempt: null, alerts: [{ kind: 'tax-lapsed', text: '2026-11-20' }] })
    const { saleId } = await app.payAll()
    expect((await app.ask('sales/receipt-text', { saleId, language: 'en', refundId: null, duplicate: false })).text).not.toMatch(/exempt/i)
  })
  test('takes the tax that is in a price off it', async () => {
    const app = await stocked()
    await app.signIn('owner')
    await app.ask('shop/update', { requestId: app.rid(), changes: { pricesIncludeTax: true } })
    await app.signIn('cashier')
    const ana = app.person()
    exempt(app, ana, null)
    await app.add(app.items.coffee)
    const { cart } = await app.attach(ana)
    expect(cart.totals).toMatchObject({ subtotalCents: 900, netCents: 783, taxCents: 0, totalCents: 783 })
    const { saleId } = await app.payAll()
    expect((await app.ask('sales/receipt-text', { saleId, language: 'fr', refundId: null, duplicate: false })).text).toMatch(/Exempt de taxes : EX-77\s+-1,17/)
  })
  test('is the customer\'s alone: the next one pays tax again', async () => {
    const app = await stocked()
    const ana = app.person()
    exempt(app, ana, null)
    await app.add(app.items.coffee)
    await app.attach(ana)
    expect((await app.ask('sales/clear-customer', { requestId: app.rid() })).cart.totals.taxCents).toBe(135)
  })
})
