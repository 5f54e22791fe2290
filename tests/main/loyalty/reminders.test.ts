import { expect, test } from 'vitest'
import type { CustomerId, PlainDate } from '../../../src/main/vocabulary.ts'
import { dayMs, loyaltyShop, type LoyaltyShop } from './shop.ts'

type Row = { readonly customer_id: string; readonly channel: string; readonly address: string; readonly body: string; readonly state: string; readonly consent_id: string | null; readonly source_key: string }
const outbox = (shop: LoyaltyShop) => shop.core.db.prepare('SELECT * FROM outbox ORDER BY made_at, id').all() as Row[]
const allow = (shop: LoyaltyShop, customerId: CustomerId, channel: 'sms' | 'email', allowed: boolean) =>
  shop.core.db.prepare("INSERT INTO consent_events (id, customer_id, channel, type, allowed, address, wording, language, how, staff_id, register_id, at) VALUES (?, ?, ?, 'general', ?, ?, 'May we?', 'fr', 'register', 's', 't', ?)")
    .run(shop.core.newId(), customerId, channel, Number(allowed), channel === 'sms' ? '+15145550142' : 'bea@example.com', shop.core.now())
const goOn = (shop: LoyaltyShop, days: number) => (shop.clock.skip(days * dayMs), shop.runDue())

/** Points that expire on 31 January: today is 21 November. */
async function shopWithPoints() {
  const shop = await loyaltyShop({ expiry: { rule: { kind: 'months-after-earning', months: 12 } } })
  const [ana, bea, carl] = [await shop.member('Ana'), await shop.member('Bea'), await shop.member('Carl')]
  for (const customerId of [ana, bea, carl]) await shop.adjust(customerId, 100, { expires: '2027-01-31' as PlainDate })
  allow(shop, ana, 'sms', true)
  allow(shop, bea, 'email', true)
  allow(shop, carl, 'sms', true)
  allow(shop, carl, 'sms', false)
  return { shop, ana, bea }
}

test('30 and 7 days before points expire a reminder is queued for whoever allowed it, once each, with the consent that allows it', async () => {
  const { shop, ana, bea } = await shopWithPoints()
  shop.runDue()
  expect(outbox(shop)).toEqual([])
  goOn(shop, 42)
  goOn(shop, 1)
  expect(outbox(shop).map(({ customer_id, channel, state, source_key }) => [customer_id, channel, state, source_key.split('/').at(-1)])).toEqual([[ana, 'sms', 'queued', '30'], [bea, 'email', 'queued', '30']])
  expect(outbox(shop)[0]!.body).toContain('100 de vos points expirent après le 31 janvier 2027')
  expect(outbox(shop).every(({ consent_id }) => consent_id !== null)).toBe(true)
  goOn(shop, 24)
  goOn(shop, 1)
  expect(outbox(shop).filter(({ source_key }) => source_key.endsWith('/7'))).toHaveLength(2)
  expect(outbox(shop)).toHaveLength(4)
})

test('a till that was closed on the very day reminds when it is opened; who has spent the points is not told', async () => {
  const { shop, ana } = await shopWithPoints()
  await shop.sell(ana, { bag: 1 }, { points: 100 })
  goOn(shop, 68)
  expect(outbox(shop).map(({ channel, source_key }) => [channel, source_key.split('/').at(-1)])).toEqual([['email', '7']])
})

test('where a provider is set up the waiting texts go out; without one they wait, and what waited too long is not sent', async () => {
  const { shop } = await shopWithPoints()
  goOn(shop, 43)
  goOn(shop, 35)
  expect(outbox(shop).filter(({ state }) => state === 'queued')).toEqual([])
  const second = await shopWithPoints()
  const sent: string[] = []
  Object.assign(second.shop.core, { ports: { ...second.shop.core.ports, sendText: (to: string) => Promise.resolve(void sent.push(to)) } })
  goOn(second.shop, 43)
  await new Promise((done) => void setTimeout(done, 20))
  second.shop.runDue()
  await new Promise((done) => void setTimeout(done, 20))
  expect(sent).toEqual(['+15145550142'])
  expect(outbox(second.shop).map(({ channel, state }) => [channel, state])).toEqual([['sms', 'sent'], ['email', 'queued']])
})

test('a programme may go without reminders', async () => {
  const { shop } = await shopWithPoints()
  await shop.signIn('owner')
  await shop.rules({ expiry: { rule: { kind: 'months-after-earning', months: 12 }, remind: false } })
  goOn(shop, 43)
  expect(outbox(shop)).toEqual([])
})

test('points that lapse so long after the last visit are told of too, unless the member comes by: then what waits is not sent', async () => {
  const shop = await loyaltyShop({ expiry: { rule: { kind: 'months-without-visit', months: 12 } } })
  const [ana, bea, carl] = [await shop.member('Ana'), await shop.member('Bea'), await shop.member('Carl')]
  for (const customerId of [ana, bea, carl]) await shop.sell(customerId, { hundred: 1 })
  for (const customerId of [ana, bea]) allow(shop, customerId, 'sms', true)
  goOn(shop, 300)
  expect(outbox(shop), 'it is early yet').toEqual([])
  goOn(shop, 40)
  goOn(shop, 1)
  expect(outbox(shop).map(({ customer_id, source_key }) => [customer_id, source_key.split('/').at(-1)]), 'once each, and only whoever allowed it').toEqual([[ana, '30'], [bea, '30']])
  expect(outbox(shop)[0]!.body).toContain('100 de vos points expirent après le 21 novembre 2027')
  await shop.sell(ana, { cup: 1 })
  expect(outbox(shop).map(({ customer_id, state }) => [customer_id, state])).toEqual([[ana, 'cancelled'], [bea, 'queued']])
  goOn(shop, 20)
  expect(outbox(shop).filter(({ source_key }) => source_key.endsWith('/7')).map(({ customer_id }) => customer_id)).toEqual([bea])
})
