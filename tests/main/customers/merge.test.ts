import { expect, test } from 'vitest'
import type { CustomerId, PlainDate } from '../../../src/main/vocabulary.ts'
import { expectVerified } from '../loyalty/proof.ts'
import { dump, mergeShop, type MergeShop } from './merge-shop.ts'

const ana = { lastName: 'Ruiz', phones: [{ typed: '514-555-0142', kind: 'mobile' }], birthDate: '1990-04-03' as PlainDate, tags: ['decaf'], notes: 'prefers decaf' }
const anna = { lastName: 'Ruis', phones: [{ typed: '514-555-0199', kind: 'home' }], emails: [{ address: 'ana@x.ca', kind: 'home' }], tags: ['local'], notes: 'rings twice' }
const both = async (shop: MergeShop): Promise<[CustomerId, CustomerId]> => [await shop.member('Ana', ana), await shop.member('Anna', anna)]
const findIds = async (shop: MergeShop, text: string): Promise<CustomerId[]> => (await shop.ask('customers/find', { text, scope: 'picker', most: 10, after: null, inactive: true })).rows.map(({ id }) => id)

test('the oldest stays, blanks are filled from the other, and what one may have several of is united', async () => {
  const shop = await mergeShop()
  const [one, other] = await both(shop)
  const { keepId, goneId } = await shop.merge(other, one)
  expect([keepId, goneId]).toEqual([one, other])
  const { customer } = await shop.ask('customers/card', { id: one })
  expect(customer).toMatchObject({ firstName: 'Ana', lastName: 'Ruiz', birthDate: '1990-04-03', tags: ['decaf', 'local'], notes: 'prefers decaf\nrings twice' })
  expect(customer.phones.map(({ e164 }) => e164)).toEqual(['+15145550142', '+15145550199'])
  expect(customer.emails.map(({ address }) => address)).toEqual(['ana@x.ca'])
  expect(shop.bugs).toEqual([])
})

test('each field can be chosen, and one of several left out', async () => {
  const shop = await mergeShop()
  const [one, other] = await both(shop)
  await shop.merge(one, other, { choice: { picks: { name: 'gone' }, left: ['phones.0', 'notes.1'] } })
  const { customer } = await shop.ask('customers/card', { id: one })
  expect(customer).toMatchObject({ firstName: 'Anna', lastName: 'Ruis', notes: 'prefers decaf' })
  expect(customer.phones.map(({ e164 }) => e164)).toEqual(['+15145550199'])
})

test('sales, carts, points with their buckets, cards and money owed go over, and everything that finds the other answers the survivor', async () => {
  const shop = await mergeShop()
  const [one, other] = await both(shop)
  await shop.sell(one, { coffee: 1 })
  const sold = await shop.sell(other, { coffee: 2 })
  await shop.adjust(other, 50, { expires: '2027-01-31' as PlainDate })
  await shop.ask('loyalty/assign-card', { requestId: shop.rid(), customerId: other, code: 'KLUB-7788', takeUnknown: true })
  await shop.fill(other, { tool: 1 })
  await shop.ask('sales/park', { requestId: shop.rid(), label: 'later', note: '', dueAt: null })
  const [{ balance: mine }, { balance: theirs }] = [await shop.points(one), await shop.points(other)]
  const preview = await shop.preview(one, other)
  expect(preview.holds.gone).toMatchObject({ sales: 1, carts: 1, points: theirs, buckets: 2, cards: 1 })
  await shop.merge(one, other)
  expect((await shop.points(one)).balance).toBe(mine + theirs)
  const { rows } = await shop.ask('sales/of-customer', { customerId: one, page: { after: null, most: 10 } })
  expect(rows.map(({ id }) => id)).toContain(sold)
  expect(await findIds(shop, 'Anna Ruis')).toEqual([one])
  expect(await findIds(shop, preview.gone.code)).toEqual([one])
  expect(await findIds(shop, 'ana@x.ca')).toEqual([one])
  expect((await shop.ask('customers/card', { id: other })).customer.id).toBe(one)
  expect((await shop.ask('customers/search', { text: 'Anna Ruis', scope: 'any', most: 5, inactive: false })).rows.map(({ id }) => id)).toEqual([one])
  expect((await shop.ask('loyalty/cards-of', { customerId: one })).map(({ code }) => code)).toEqual(['KLUB7788'])
  const [queued] = await shop.ask('sales/queue', { mine: false })
  expect((await shop.ask('sales/open-parked', { requestId: shop.rid(), saleId: queued!.id, takeOver: false, approvalId: null })).cart.customer?.id).toBe(one)
  await expectVerified(shop)
  expect(shop.bugs).toEqual([])
})

test('undone with nothing in between, every row, sum, card and search is as it was', async () => {
  const shop = await mergeShop()
  const [one, other] = await both(shop)
  await shop.sell(one, { coffee: 1 })
  await shop.sell(other, { coffee: 2, tool: 1 })
  await shop.adjust(other, 40, { expires: '2027-01-31' as PlainDate })
  const before = await dump(shop, [one, other])
  const { mergeId } = await shop.merge(one, other)
  expect(await dump(shop, [one, other])).not.toEqual(before)
  expect(await shop.unmerge(mergeId)).toMatchObject({ stays: { sales: 0, details: false } })
  expect(await dump(shop, [one, other])).toEqual(before)
  await expectVerified(shop)
})

test('what was sold and written since stays with the survivor, and the answer says so', async () => {
  const shop = await mergeShop()
  const [one, other] = await both(shop)
  const theirs = await shop.sell(other, { coffee: 1 })
  const start = (await shop.points(other)).balance
  const { mergeId } = await shop.merge(one, other)
  const since = await shop.sell(one, { tool: 1 })
  const { customer } = await shop.ask('customers/card', { id: one })
  await shop.ask('customers/update', { requestId: shop.rid(), id: one, version: customer.version, keepConsent: {}, consents: [],
    changes: { lastName: 'Ruiz-Roy', phones: [...customer.phones.map(({ typed, kind }) => ({ typed, kind })), { typed: '514-555-0177', kind: 'work' }] } })
  expect(await shop.unmerge(mergeId)).toMatchObject({ stays: { sales: 1, details: true } })
  const after = (await shop.ask('customers/card', { id: one })).customer
  expect(after).toMatchObject({ lastName: 'Ruiz-Roy', tags: ['decaf'], notes: 'prefers decaf' })
  expect(after.phones.map(({ e164 }) => e164)).toEqual(['+15145550142', '+15145550177'])
  expect((await shop.points(other)).balance).toBe(start)
  expect((await shop.points(one)).balance).toBe(20)
  const salesOf = async (customerId: CustomerId) => (await shop.ask('sales/of-customer', { customerId, page: { after: null, most: 10 } })).rows.map(({ id }) => id)
  expect([await salesOf(one), await salesOf(other)]).toEqual([[since], [theirs]])
  await expectVerified(shop)
})
