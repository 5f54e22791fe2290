import { describe, expect, test } from 'vitest'
import type { Input } from '../../../src/main/handlers.ts'
import { run, sql, value } from '../../../src/main/store/sql.ts'
import type { CustomerId, Ppm } from '../../../src/main/vocabulary.ts'
import { emptyDraft } from '../customers/people.ts'
import { byOwner } from '../staff/role-drafts.ts'
import { cents, day, one, secondTill, stocked, type Stocked } from './stocked.ts'

type Plan = Omit<Input<'sales/plan-delivery'>, 'requestId'>
const walkIn = { address1: '77 rue Fabre', address2: '', city: 'Laval', region: 'QC', postcode: 'H7A 1A1', country: 'CA' }
const plan: Plan = { name: 'Zoé Petit', phone: '514 555 0177', day: day('2026-11-22'), time: '14:30', note: 'Ring twice', feeCents: cents(500), to: { kind: 'typed', place: walkIn } }
const send = (app: Stocked, changes: Partial<Plan> = {}) => app.ask('sales/plan-delivery', { requestId: app.rid(), ...plan, ...changes })
const no = async (app: Stocked, changes: Partial<Plan>) => {
  const reply = await app.reply('sales/plan-delivery', { requestId: app.rid(), ...plan, ...changes })
  return reply.ok ? 'done' : [reply.code, (reply.facts as { field?: string }).field]
}
const home = { label: 'Home', address1: '12 rue A', address2: '', city: 'Montréal', region: 'QC', postcode: 'H2X 1Y4', country: 'CA' }
const work = { ...home, label: 'Work', address1: '900 rue B' }
async function ana(app: Stocked): Promise<CustomerId> {
  const draft = { ...emptyDraft, firstName: 'Ana', lastName: 'Ruiz', phones: [{ typed: '514 555 0142', kind: 'mobile' }], addresses: [home, work] }
  return (await app.ask('customers/create', { requestId: app.rid(), draft, consents: [], source: 'till', addToCart: false })).id
}
const receipt = async (app: Stocked, saleId: Input<'sales/receipt'>['saleId'], more: Partial<Input<'sales/receipt'>> = {}) =>
  (await app.ask('sales/receipt-text', { saleId, language: 'en', refundId: null, duplicate: false, ...more })).text

describe('a delivery', () => {
  test('goes to the address that was chosen of the customer\'s, and the receipt shows that one', async () => {
    const app = await stocked()
    await app.attach(await ana(app))
    await app.add(app.items.bread)
    const { id: saleId } = await app.cart()
    const { who, addresses, version } = await app.ask('sales/delivery-choices', { saleId })
    expect(who).toEqual({ name: 'Ana Ruiz', phone: '(514) 555-0142' })
    expect(addresses.map(({ lines }) => lines[0])).toEqual(['12 rue A', '900 rue B'])
    const cart = await send(app, { name: null, phone: null, to: { kind: 'address', at: 1, version: version! } })
    expect(cart.delivery).toEqual({ day: '2026-11-22', time: '14:30', feeCents: 500, missing: null })
    expect(JSON.stringify(cart.delivery)).not.toContain('rue')
    await app.payAll()
    expect(await app.ask('sales/delivery', { saleId })).toMatchObject({ name: 'Ana Ruiz', phone: '(514) 555-0142', address: ['900 rue B', 'Montréal, QC H2X 1Y4'], note: 'Ring twice', feeCents: 500 })
    const text = await receipt(app, saleId)
    expect(text).toMatch(/Delivery: Nov 22, 2026 2:30\sp\.?m\.?\nAna Ruiz\n\(514\) 555-0142\n900 rue B\nMontréal, QC H2X 1Y4\nRing twice\n/)
    expect(text).toMatch(/Delivery fee +\$5\.00/)
    expect(await receipt(app, saleId, { language: 'fr' })).toMatch(/Livraison : 22 nov\. 2026 14 h 30[^]*Frais de livraison/)
    expect((await app.ask('sales/receipt-pdf', { saleId, language: 'en', refundId: null, duplicate: false })).base64.length).toBeGreaterThan(1000)
  })
  test('of a Walk-In needs a name, a phone and an address, for this sale only: nobody becomes a customer', async () => {
    const app = await stocked()
    await app.add(app.items.bread)
    const people = value(app.core.db, sql`SELECT count(*) FROM customers`)
    expect(await no(app, { name: ' ' })).toEqual(['delivery-incomplete', 'name'])
    expect(await no(app, { phone: '' })).toEqual(['delivery-incomplete', 'phone'])
    expect(await no(app, { phone: '12' })).toEqual(['bad-phone', 'phone'])
    expect(await no(app, { to: { kind: 'typed', place: { ...walkIn, address1: '' } } })).toEqual(['delivery-incomplete', 'address1'])
    expect(await no(app, { to: { kind: 'address', at: 0, version: 1 } })).toEqual(['not-found', 'to'])
    expect(await no(app, { name: '•••' })).toEqual(['value-masked', 'name'])
    await send(app)
    const { saleId } = await app.payAll()
    expect(await receipt(app, saleId)).toMatch(/Zoé Petit\n\(514\) 555-0177\n77 rue Fabre\nLaval, QC H7A 1A1/)
    expect(value(app.core.db, sql`SELECT count(*) FROM customers`)).toBe(people)
    expect(await app.ask('sales/get', { saleId })).toMatchObject({ customerId: null, items: 1 })
  })
  test('is refused on an empty cart', async () => {
    const app = await stocked()
    expect(await no(app, {})).toEqual(['no-open-sale', undefined])
    const { lines } = await app.add(app.items.bread)
    await app.ask('sales/remove-line', { requestId: app.rid(), lineId: lines[0]!.id })
    expect(await no(app, {})).toEqual(['cart-empty', undefined])
  })
})

describe('its fee', () => {
  test('is a line taxed by its class, which no discount of the cart, price list or reward touches', async () => {
    const app = await stocked()
    await app.add(app.items.bread)
    expect((await send(app)).totals).toMatchObject({ subtotalCents: 1502, taxCents: 75, totalCents: 1577 })
    await app.signIn('manager')
    const { totals } = await app.ask('sales/discount-cart', { requestId: app.rid(), discount: { kind: 'percent', ppm: 500_000 as Ppm }, approvalId: null })
    expect(totals).toMatchObject({ subtotalCents: 1502, discountsCents: 501, totalCents: 501 + 575 })
    expect(await app.reply('sales/discount-cart', { requestId: app.rid(), discount: { kind: 'money', cents: cents(1003) }, approvalId: null })).toMatchObject({ code: 'discount-too-much', facts: { amountCents: 1002 } })
    const generous = await ana(app)
    run(app.core.db, sql`UPDATE customers SET discount_ppm = 100000 WHERE id = ${generous}`)
    const { cart } = await app.attach(generous)
    expect(cart.lines.map(({ kind, priceCents }) => [kind, priceCents])).toEqual([['item', 902], ['delivery', 500]])
  })
  test('follows the shop\'s settings, may be nothing, and is changed with the delivery alone', async () => {
    const app = await stocked()
    await app.signIn('owner')
    await app.ask('sales/save-delivery-settings', { requestId: app.rid(), feeCents: cents(700), taxClassId: app.untaxed })
    await app.signIn('cashier')
    expect(await app.reply('sales/save-delivery-settings', { requestId: app.rid(), feeCents: cents(1), taxClassId: null })).toMatchObject({ code: 'not-allowed' })
    await app.add(app.items.bread)
    const { id: saleId } = await app.cart()
    expect(await app.ask('sales/delivery-choices', { saleId })).toMatchObject({ feeCents: 700, planned: null, who: null })
    expect((await send(app, { feeCents: cents(700) })).totals).toMatchObject({ totalCents: 1702, taxCents: 0 })
    const fee = (await send(app, { feeCents: cents(300) })).lines.find(({ kind }) => kind === 'delivery')!
    expect(fee).toMatchObject({ name: 'Delivery fee', priceCents: 300, amountCents: 300 })
    const onFee = { requestId: app.rid(), lineId: fee.id }
    expect(await app.reply('sales/set-quantity', { ...onFee, quantityMilli: 2 * one })).toMatchObject({ code: 'delivery-fee' })
    expect(await app.reply('sales/override-price', { ...onFee, priceCents: cents(1), approvalId: null })).toMatchObject({ code: 'delivery-fee' })
    expect(await app.reply('sales/discount-line', { ...onFee, discount: null, approvalId: null })).toMatchObject({ code: 'delivery-fee' })
    await app.ask('sales/remove-line', { requestId: app.rid(), lineId: fee.id })
    expect((await app.cart()).delivery).toMatchObject({ feeCents: 0, missing: null })
    await app.ask('sales/restore-line', { requestId: app.rid(), lineId: fee.id })
    expect((await send(app, { feeCents: cents(0) })).lines).toHaveLength(1)
    await send(app, { feeCents: cents(200) })
    expect(await app.reply('sales/restore-line', { requestId: app.rid(), lineId: fee.id })).toMatchObject({ code: 'not-found' })
  })
  test('is refunded as its line, and is not sold again when the sale is repeated', async () => {
    const app = await stocked()
    await app.add(app.items.bread)
    await send(app)
    const { saleId } = await app.payAll()
    await app.signIn('manager')
    const fee = (await app.ask('sales/get', { saleId })).lines.find(({ kind }) => kind === 'delivery')!
    const refund = await app.refund(saleId, [{ lineId: fee.id, quantityMilli: one }])
    expect(refund).toMatchObject({ totalCents: 575, lines: [{ kind: 'delivery', totalCents: 575 }] })
    const paper = await receipt(app, saleId, { refundId: refund.id, language: 'es' })
    expect(paper).toMatch(/Costo de entrega/)
    expect(paper).not.toContain('77 rue Fabre')
    expect(await app.ask('sales/repeat', { requestId: app.rid(), saleId })).toMatchObject({ missing: [], cart: { lines: [{ kind: 'item' }], delivery: null } })
  })
})

describe('on the cart', () => {
  test('it waits in the queue with it, and is there when another till opens it', async () => {
    const app = await stocked()
    await app.add(app.items.bread)
    await send(app)
    const { saleId } = await app.park('Zoé')
    expect(await app.ask('sales/queue', { mine: false })).toMatchObject([{ items: 1, totalCents: 1577 }])
    const opened = await app.ask('sales/open-parked', { requestId: app.rid(), saleId, takeOver: false, approvalId: null }, secondTill)
    expect(opened).toMatchObject({ cart: { delivery: { time: '14:30', feeCents: 500, missing: null } }, priceChanges: [] })
    expect(await app.ask('sales/delivery', { saleId }, secondTill)).toMatchObject({ name: 'Zoé Petit' })
  })
  test('it is taken off with its fee and brought back; a sale that ends without it remembers nobody', async () => {
    const app = await stocked()
    await app.add(app.items.bread)
    await send(app)
    expect(await app.ask('sales/drop-delivery', { requestId: app.rid() })).toMatchObject({ delivery: null, lines: [{ kind: 'item' }] })
    expect(await app.ask('sales/restore-delivery', { requestId: app.rid() })).toMatchObject({ delivery: { feeCents: 500 }, totals: { totalCents: 1577 } })
    expect(await app.reply('sales/restore-delivery', { requestId: app.rid() })).toMatchObject({ code: 'not-found' })
    await app.ask('sales/drop-delivery', { requestId: app.rid() })
    await app.payAll()
    expect(value(app.core.db, sql`SELECT count(*) FROM deliveries`)).toBe(0)
  })
  test('what was planned for one customer is never sent to the next: it is asked for again before money is taken', async () => {
    const app = await stocked()
    await app.attach(await ana(app))
    await app.add(app.items.bread)
    const { version } = await app.ask('sales/delivery-choices', { saleId: (await app.cart()).id })
    await send(app, { name: null, phone: null, to: { kind: 'address', at: 0, version: version! } })
    const { cart } = await app.attach(app.person({ name: 'Bo Lee' }))
    expect(cart.delivery).toMatchObject({ missing: 'name', feeCents: 500 })
    expect(await app.ask('sales/delivery', { saleId: cart.id })).toMatchObject({ name: '', address: [], note: 'Ring twice' })
    const { dueCents, totalCents } = cart.totals
    expect(await app.reply('sales/pay', { requestId: app.rid(), saleId: cart.id, kind: 'card', amountCents: dueCents, givenCents: dueCents, reference: 'T', expectedTotalCents: totalCents }))
      .toMatchObject({ code: 'delivery-incomplete', facts: { field: 'name' } })
    await send(app)
    await app.payAll()
  })
  test('what was typed for a Walk-In stays when they turn out to be a customer, and an address of an older record is refused', async () => {
    const app = await stocked()
    await app.add(app.items.bread)
    await send(app)
    const id = await ana(app)
    expect((await app.attach(id)).cart.delivery).toMatchObject({ missing: null })
    const { version } = await app.ask('sales/delivery-choices', { saleId: (await app.cart()).id })
    await app.ask('customers/update', { requestId: app.rid(), id, version: version!, changes: { addresses: [work] }, keepConsent: {}, consents: [] })
    expect(await no(app, { to: { kind: 'address', at: 0, version: version! } })).toEqual(['not-found', 'to'])
  })
})

describe('afterwards', () => {
  test('it is listed, the soonest first, until it was brought; that is audited and can be taken back', async () => {
    const app = await stocked()
    const sales: Input<'sales/set-delivered'>['saleId'][] = []
    for (const changes of [{ day: null, time: '' }, { time: '16:00' }, { time: '09:00' }]) {
      await app.add(app.items.bread)
      await send(app, changes)
      sales.push((await app.payAll()).saleId)
    }
    const listed = async (delivered: boolean) => (await app.ask('sales/deliveries', { delivered, page: { after: null, most: 50 } })).rows.map(({ saleId }) => sales.indexOf(saleId))
    expect(await listed(false)).toEqual([2, 1, 0])
    const first = await app.ask('sales/deliveries', { delivered: false, page: { after: null, most: 2 } })
    expect((await app.ask('sales/deliveries', { delivered: false, page: { after: first.more, most: 2 } })).rows.map(({ saleId }) => sales.indexOf(saleId))).toEqual([0])
    await app.ask('sales/set-delivered', { requestId: app.rid(), saleId: sales[2]!, delivered: true })
    await app.ask('sales/set-delivered', { requestId: app.rid(), saleId: sales[0]!, delivered: true })
    expect([await listed(false), await listed(true)]).toEqual([[1], [0, 2]])
    expect(await app.ask('sales/delivery', { saleId: sales[2]! })).toMatchObject({ deliveredBy: 'Léa' })
    await app.ask('sales/set-delivered', { requestId: app.rid(), saleId: sales[0]!, delivered: false })
    expect(await listed(false)).toEqual([1, 0])
    await app.signIn('manager')
    await app.ask('sales/void', { requestId: app.rid(), saleId: sales[1]!, reason: 'x', approvalId: null })
    expect(await listed(false)).toEqual([0])
    expect(await app.reply('sales/set-delivered', { requestId: app.rid(), saleId: sales[1]!, delivered: true })).toMatchObject({ code: 'already-voided' })
    expect((await app.ask('staff/audit', { before: null, most: 10, kind: 'sale-delivered', staffId: null })).rows).toHaveLength(2)
  })
  test('a role that sees addresses and numbers masked plans it all the same, and reads none', async () => {
    const app = await stocked()
    await app.attach(await ana(app))
    await app.add(app.items.bread)
    await byOwner(app, 'cashier', { fields: { phone: 'masked', address: 'masked' } })
    const { id: saleId } = await app.cart()
    const { who, addresses, version } = await app.ask('sales/delivery-choices', { saleId })
    expect([who?.phone, addresses[1]?.lines, addresses[1]?.label]).toEqual(['••• 0142', ['•••', 'Montréal, QC'], ''])
    await send(app, { name: null, phone: null, to: { kind: 'address', at: 1, version: version! } })
    await send(app, { name: null, phone: null, to: { kind: 'kept' }, feeCents: cents(0) })
    await app.payAll()
    expect(await app.ask('sales/delivery', { saleId })).toMatchObject({ phone: '••• 0142', address: ['•••', 'Montréal, QC'], place: null })
    expect(JSON.stringify(await app.ask('sales/deliveries', { delivered: false, page: { after: null, most: 5 } }))).not.toMatch(/rue B|H2X|555-0142/)
    expect(await receipt(app, saleId)).not.toMatch(/rue B|555-0142/)
    await app.signIn('owner')
    expect(await receipt(app, saleId)).toMatch(/\(514\) 555-0142\n900 rue B/)
  })
  test('the way to its door opens in Waze or Google Maps; a role that sees no address is handed one that only the host reads', async () => {
    const app = await stocked()
    await app.add(app.items.bread)
    await send(app, { to: { kind: 'typed', place: { ...walkIn, country: '' } } })
    const { saleId } = await app.payAll()
    const way = (asked: 'waze' | 'google-maps') => app.ask('sales/delivery-route', { saleId, way: asked })
    const place = encodeURIComponent('77 rue Fabre, Laval, QC H7A 1A1, Canada')
    expect(await way('waze')).toEqual({ link: `https://waze.com/ul?q=${place}&navigate=yes` })
    expect(await way('google-maps')).toEqual({ link: `https://www.google.com/maps/dir/?api=1&destination=${place}` })
    await byOwner(app, 'cashier', { fields: { address: 'masked' } })
    expect((await way('waze')).link).toMatch(/^\/way\//)
    const { saleId: other } = await app.sell([[app.items.bread, 1]])
    expect(await app.reply('sales/delivery-route', { saleId: other, way: 'waze' })).toMatchObject({ code: 'cannot-reach' })
  })
})
