import { expect, test } from 'vitest'
import { checkHolds } from '../../../src/main/loyalty/card-codes.ts'
import { loyaltyShop, type LoyaltyShop } from './shop.ts'

const wanted = (shop: LoyaltyShop, more: object = {}) => ({ requestId: shop.rid(), count: 50, prefix: 'C', digits: 8, withCheck: true, anyway: false, ...more })
const codes = async (shop: LoyaltyShop) => (await shop.ask('loyalty/cards', { which: 'all', page: { after: null, most: 200 } })).rows.map(({ code }) => code)
async function withCards(more: object = {}) {
  const shop = await loyaltyShop()
  await shop.signIn('manager')
  await shop.ask('loyalty/make-cards', wanted(shop, more))
  const made = await codes(shop)
  await shop.signIn('cashier')
  return { shop, made }
}

test('fifty codes are made: unassigned, each with its check digit, none to be guessed from another', async () => {
  const { shop, made } = await withCards()
  expect(new Set(made).size).toBe(50)
  expect(made.every((code) => /^C\d{8}$/.test(code) && checkHolds(code.slice(1)))).toBe(true)
  const numbers = made.map((code) => Number(code.slice(1, -1))).toSorted((a, b) => a - b)
  expect(numbers.filter((number, at) => at > 0 && number - numbers[at - 1]! === 1).length).toBeLessThan(2)
  expect(await shop.ask('loyalty/card-batches', {})).toMatchObject([{ number: 1, codes: 50, assigned: 0 }])
})
test('while most of the last batch lies unused, a second one is asked about', async () => {
  const { shop, made } = await withCards()
  const ana = await shop.customer()
  for (const code of made.slice(0, 20)) await shop.ask('loyalty/assign-card', { requestId: shop.rid(), code, customerId: ana, takeUnknown: false })
  await shop.signIn('manager')
  await expect(shop.ask('loyalty/make-cards', wanted(shop))).rejects.toMatchObject({ code: 'codes-unused', facts: { unused: 30, codes: 50, assigned: 20, number: 1 } })
  expect(await shop.ask('loyalty/make-cards', wanted(shop, { anyway: true }))).toMatchObject({ number: 2, codes: 50 })
})
test('so few digits that codes could be guessed are refused', async () => {
  const shop = await loyaltyShop()
  await expect(shop.ask('loyalty/make-cards', wanted(shop))).rejects.toMatchObject({ code: 'not-allowed' })
  await shop.signIn('owner')
  await expect(shop.ask('loyalty/make-cards', wanted(shop, { digits: 5 }))).rejects.toMatchObject({ code: 'codes-too-many', facts: { most: 10 } })
})
test('a blank card is handed out in one tap, makes a member, and names its holder when it is scanned again', async () => {
  const { shop, made } = await withCards()
  const ana = await shop.customer('Ana', { lastName: 'Ruiz' })
  const code = made[0]!
  expect(await shop.ask('loyalty/card', { code: ` ${code.slice(0, 5)} ${code.slice(5)} ` })).toMatchObject({ kind: 'unassigned', code })
  await shop.ask('loyalty/assign-card', { requestId: shop.rid(), code, customerId: ana, takeUnknown: false })
  expect(await shop.ask('loyalty/card', { code: code.toLowerCase() })).toMatchObject({ kind: 'active', customerId: ana, name: 'Ana Ruiz' })
  expect(await shop.points(ana)).toMatchObject({ balance: 0, cards: 1 })
  expect((await shop.ask('loyalty/cards-of', { customerId: ana }))[0]).toMatchObject({ state: 'active', lastUsedAt: expect.any(String) as string })
})
test('a card that someone has says whose it is; several cards may open one account', async () => {
  const { shop, made } = await withCards()
  const [ana, bea] = [await shop.customer('Ana'), await shop.customer('Bea')]
  const assign = (code: string, customerId: typeof ana) => shop.ask('loyalty/assign-card', { requestId: shop.rid(), code, customerId, takeUnknown: false })
  await assign(made[0]!, ana)
  await assign(made[1]!, ana)
  await expect(assign(made[0]!, bea)).rejects.toMatchObject({ code: 'card-taken', facts: { customerId: ana, name: 'Ana' } })
  expect((await shop.points(ana)).cards).toBe(2)
})
test('a lost card is replaced: the old one says so and opens nothing, the points stay', async () => {
  const { shop, made } = await withCards()
  const ana = await shop.member()
  await shop.sell(ana, { coffee: 1 })
  await shop.ask('loyalty/assign-card', { requestId: shop.rid(), code: made[0]!, customerId: ana, takeUnknown: false })
  await shop.ask('loyalty/block-card', { requestId: shop.rid(), code: made[0]!, reason: 'lost' })
  expect(await shop.ask('loyalty/card', { code: made[0]! })).toMatchObject({ kind: 'blocked', reason: 'lost' })
  await shop.ask('loyalty/unblock-card', { requestId: shop.rid(), code: made[0]! })
  await shop.ask('loyalty/replace-card', { requestId: shop.rid(), code: made[0]!, newCode: made[1]!, reason: 'lost', takeUnknown: false })
  expect([(await shop.ask('loyalty/card', { code: made[0]! })).kind, (await shop.ask('loyalty/card', { code: made[1]! })).kind]).toEqual(['replaced', 'active'])
  await expect(shop.ask('loyalty/assign-card', { requestId: shop.rid(), code: made[0]!, customerId: ana, takeUnknown: false })).rejects.toMatchObject({ code: 'card-blocked' })
  expect((await shop.points(ana))).toMatchObject({ balance: 18, cards: 1 })
})
test('handing out is undone, and the card is blank again', async () => {
  const { shop, made } = await withCards()
  const ana = await shop.member()
  await shop.ask('loyalty/assign-card', { requestId: shop.rid(), code: made[0]!, customerId: ana, takeUnknown: false })
  await shop.ask('loyalty/unassign-card', { requestId: shop.rid(), code: made[0]! })
  expect((await shop.ask('loyalty/card', { code: made[0]! })).kind).toBe('unassigned')
})
test('a mistyped code is told from an unknown one, and a bought card is taken only if asked', async () => {
  const { shop, made } = await withCards()
  const ana = await shop.member()
  const wrong = made[0]!.slice(0, -1) + String((Number(made[0]!.at(-1)) + 1) % 10)
  expect((await shop.ask('loyalty/card', { code: wrong })).kind).toBe('mistyped')
  expect((await shop.ask('loyalty/card', { code: 'GIFT-77' })).kind).toBe('unknown')
  const assign = (code: string, takeUnknown: boolean) => shop.ask('loyalty/assign-card', { requestId: shop.rid(), code, customerId: ana, takeUnknown })
  await expect(assign(wrong, true)).rejects.toMatchObject({ code: 'card-mistyped' })
  await expect(assign('GIFT-77', false)).rejects.toMatchObject({ code: 'card-unknown' })
  await assign('GIFT-77', true)
  expect(await shop.ask('loyalty/card', { code: 'gift77' })).toMatchObject({ kind: 'active', customerId: ana })
})
test('a member\'s phone number works as a card; a family\'s shared number names each', async () => {
  const shop = await loyaltyShop()
  const phones = [{ typed: '514 555 0142', kind: 'mobile' }]
  const [ana, bea] = [await shop.member('Ana', { phones }), await shop.member('Bea', { phones })]
  await shop.customer('Cas', { phones })
  const found = await shop.ask('loyalty/card', { code: '(514) 555-0142' })
  expect(found).toMatchObject({ kind: 'phone' })
  expect(new Set('customerIds' in found ? found.customerIds : [])).toEqual(new Set([ana, bea]))
})
test('codes go out as a file, and whoever took it is written down', async () => {
  const { shop, made } = await withCards()
  await shop.signIn('manager')
  const { csv, fileName, codes: count } = await shop.ask('loyalty/export-cards', { which: 'latest' })
  expect([count, fileName, csv.trim().split('\n').length]).toEqual([50, 'customer-codes-latest.csv', 51])
  expect(made.every((code) => csv.includes(code))).toBe(true)
  expect((await shop.ask('staff/audit', { before: null, most: 5, kind: 'cards-exported', staffId: null })).rows).toHaveLength(1)
})
