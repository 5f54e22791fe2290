import { expect, test } from 'vitest'
import type { ApprovalId, EntryId, PlainDate, SaleId } from '../../../src/main/vocabulary.ts'
import { pins } from '../../harness/app.ts'
import { expectSums } from './proof.ts'
import { loyaltyShop, ticket, type LoyaltyShop } from './shop.ts'
import type { CustomerId } from '../../../src/main/vocabulary.ts'

const asked = (shop: LoyaltyShop, customerId: CustomerId, more: object = {}) => ({
  requestId: shop.rid(), customerId, direction: 'add' as const, points: 50, reason: 'goodwill' as const, note: '', saleId: null, countsForTier: false, expires: 'never' as const,
  approvalId: null, secondApprovalId: null, ...more,
})
const add = (customerId: CustomerId) => `points-add/${customerId}`

test('without a manager\'s PIN nobody changes points by hand, the owner not either', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  for (const who of ['cashier', 'manager', 'owner'] as const) {
    await shop.signIn(who)
    await expect(shop.ask('loyalty/adjust-points', asked(shop, ana))).rejects.toMatchObject({ code: 'needs-approval', facts: { right: 'adjust-points', target: add(ana) } })
  }
  expect(await shop.rows(ana)).toEqual([])
})
test('a manager cannot approve their own request while someone else may', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  await shop.signIn('manager')
  await expect(ticket(shop, 'adjust-points', add(ana), 'manager')).rejects.toMatchObject({ code: 'cannot-approve-own' })
  const moved = await shop.ask('loyalty/adjust-points', asked(shop, ana, { approvalId: await ticket(shop, 'adjust-points', add(ana), 'owner') }))
  expect(moved).toMatchObject({ before: 0, balance: 50 })
})
test('an approval is for one act on one customer, one way, once, and for sixty seconds', async () => {
  const shop = await loyaltyShop()
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  const approvalId = await ticket(shop, 'adjust-points', add(ana))
  await expect(shop.ask('loyalty/adjust-points', asked(shop, bea, { approvalId }))).rejects.toMatchObject({ code: 'needs-approval' })
  await expect(shop.ask('loyalty/adjust-points', asked(shop, ana, { approvalId, direction: 'remove' }))).rejects.toMatchObject({ code: 'needs-approval' })
  await shop.ask('loyalty/adjust-points', asked(shop, ana, { approvalId }))
  await expect(shop.ask('loyalty/adjust-points', asked(shop, ana, { approvalId }))).rejects.toMatchObject({ code: 'approval-used' })
  const late = await ticket(shop, 'adjust-points', add(ana))
  shop.clock.skip(61_000)
  await expect(shop.ask('loyalty/adjust-points', asked(shop, ana, { approvalId: late }))).rejects.toMatchObject({ code: 'approval-expired' })
  expect((await shop.points(ana)).balance).toBe(50)
})
test('one request has one effect, however often it is sent', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  const input = asked(shop, ana, { approvalId: await ticket(shop, 'adjust-points', add(ana)) })
  const answers = [await shop.ask('loyalty/adjust-points', input), await shop.ask('loyalty/adjust-points', input), await shop.ask('loyalty/adjust-points', input)]
  expect(new Set(answers.map(({ entryId }) => entryId)).size).toBe(1)
  expect((await shop.points(ana)).balance).toBe(50)
})
test.each([
  ['no reason', { reason: '' }, 'bad-input'], ['another reason without a note', { reason: 'other', note: '  ' }, 'reason-needed'], ['half a point', { points: 0.5 }, 'bad-input'], ['nothing', { points: 0 }, 'bad-input'],
  ['less than nothing', { points: -5 }, 'bad-input'], ['more than there is', { direction: 'remove', points: 10 }, 'not-enough-points'],
])('%s is refused and moves nothing', async (_name, more, code) => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  const direction = (more as { direction?: string }).direction ?? 'add'
  const approvalId = await ticket(shop, 'adjust-points', `points-${direction}/${ana}`)
  expect(await shop.reply('loyalty/adjust-points', { ...asked(shop, ana, { approvalId }), ...more })).toMatchObject({ ok: false, code })
  expect((await shop.points(ana)).balance).toBe(0)
})
test('a refused try does not use the approval up', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  const approvalId = await ticket(shop, 'adjust-points', add(ana))
  await expect(shop.ask('loyalty/adjust-points', asked(shop, ana, { approvalId, reason: 'other' }))).rejects.toMatchObject({ code: 'reason-needed' })
  expect((await shop.ask('loyalty/adjust-points', asked(shop, ana, { approvalId }))).balance).toBe(50)
})
test('above the limit of an act a second manager is asked, and it must be another one', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  const first = await ticket(shop, 'adjust-points', add(ana))
  const input = { points: 600, approvalId: first }
  await expect(shop.ask('loyalty/adjust-points', asked(shop, ana, input))).rejects.toMatchObject({ code: 'points-limit', facts: { limit: 'act', most: 500, left: 500, target: `${add(ana)}/second` } })
  const same = await ticket(shop, 'adjust-points', `${add(ana)}/second`)
  await expect(shop.ask('loyalty/adjust-points', asked(shop, ana, { ...input, secondApprovalId: same }))).rejects.toMatchObject({ code: 'second-approver-same' })
  const other = await ticket(shop, 'adjust-points', `${add(ana)}/second`, 'owner')
  expect((await shop.ask('loyalty/adjust-points', asked(shop, ana, { ...input, secondApprovalId: other }))).balance).toBe(600)
})
test('a manager allows 2,000 a day, both ways together; what was undone counts no more, and tomorrow is another day', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  for (const points of [500, 500, -500]) await shop.adjust(ana, points)
  const { entryId } = await shop.adjust(ana, 400)
  await expect(shop.adjust(ana, 101)).rejects.toMatchObject({ code: 'points-limit', facts: { limit: 'day', most: 2_000, left: 100 } })
  await shop.undo(entryId)
  await shop.adjust(ana, 500)
  await expect(shop.adjust(ana, 1)).rejects.toMatchObject({ code: 'points-limit', facts: { left: 0 } })
  expect((await shop.adjust(ana, 1, { by: 'owner' })).balance).toBe(1_001)
  shop.clock.skip(24 * 3_600_000)
  expect((await shop.adjust(ana, 500)).balance).toBe(1_501)
})
test('before anything is typed main says what the approver has left, by the rule that refuses: to the point, and to nobody else', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  for (const points of [500, -300, 500, 500]) await shop.adjust(ana, points)
  const approvalId = await ticket(shop, 'adjust-points', add(ana))
  expect(await shop.ask('loyalty/adjustment-room', { approvalId })).toEqual({ mostPerAct: 500, mostPerDay: 2_000, left: 200 })
  expect(await shop.ask('loyalty/adjustment-room', { approvalId: await ticket(shop, 'adjust-points', add(ana), 'owner') })).toMatchObject({ left: 2_000 })
  await expect(shop.ask('loyalty/adjust-points', asked(shop, ana, { approvalId, points: 201 }))).rejects.toMatchObject({ code: 'points-limit', facts: { left: 200 } })
  await shop.ask('loyalty/adjust-points', asked(shop, ana, { approvalId, points: 200 }))
  expect(await shop.ask('loyalty/adjustment-room', { approvalId })).toMatchObject({ left: 0 })
  await expect(shop.ask('loyalty/adjustment-room', { approvalId: 'none' as ApprovalId })).rejects.toMatchObject({ code: 'not-found' })
  await shop.signIn('manager')
  await expect(shop.ask('loyalty/adjustment-room', { approvalId })).rejects.toMatchObject({ code: 'not-found' })
})
test('a change may name the sale it is about: one of theirs and no other; the sale earns and goes back as if it were not there', async () => {
  const shop = await loyaltyShop()
  const [ana, bea] = [await shop.member('Ana'), await shop.member('Bea')]
  const [hers, theirs] = [await shop.sell(ana, { coffee: 1 }), await shop.sell(bea, { coffee: 1 })]
  const byHand = async (saleId: SaleId) => shop.ask('loyalty/adjust-points', asked(shop, ana, { saleId, approvalId: await ticket(shop, 'adjust-points', add(ana)) }))
  for (const saleId of [theirs, 'none' as SaleId]) await expect(byHand(saleId)).rejects.toMatchObject({ code: 'not-found', facts: { field: 'saleId' } })
  await byHand(hers)
  expect((await shop.rows(ana)).map(({ kind, points, saleId }) => [kind, points, saleId])).toEqual([['earn', 18, hers], ['adjust', 50, hers]])
  expect(await shop.ask('loyalty/on-sale', { saleId: hers, refundId: null })).toMatchObject({ earned: 18, spent: 0 })
  await shop.refund(hers, 'all')
  expect((await shop.points(ana)).balance).toBe(50)
  expectSums(shop, ana)
})
test('undo is free for a moment for whoever did it; later it takes a PIN; and it works once', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  const { entryId } = await shop.adjust(ana, 50)
  shop.clock.skip(30_000)
  await expect(shop.undo(entryId)).rejects.toMatchObject({ code: 'needs-approval', facts: { target: `points-reverse/${entryId}` } })
  await shop.undo(entryId, await ticket(shop, 'adjust-points', `points-reverse/${entryId}`))
  await expect(shop.undo(entryId)).rejects.toMatchObject({ code: 'already-reversed' })
  const reversing = (await shop.rows(ana))[1]!
  await expect(shop.undo(reversing.id)).rejects.toMatchObject({ code: 'cannot-reverse' })
  await expect(shop.undo('none' as EntryId)).rejects.toMatchObject({ code: 'not-found' })
})
test('an addition whose points are spent cannot be undone', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  const { entryId } = await shop.adjust(ana, 100)
  await shop.sell(ana, { bag: 1 }, { points: 100 })
  await expect(shop.undo(entryId)).rejects.toMatchObject({ code: 'not-enough-points' })
})
test('undoing a removal brings back the very buckets it took, with their days', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  await shop.adjust(ana, 40, { expires: '2026-12-31' as PlainDate })
  await shop.adjust(ana, 100)
  const before = (await shop.points(ana)).expiring
  const { entryId } = await shop.adjust(ana, -60)
  expect((await shop.points(ana)).expiring).toEqual([{ points: 80, expiresOn: null }])
  await shop.undo(entryId)
  expect((await shop.points(ana)).expiring).toEqual(before)
})
test('what is owed can be forgiven with a PIN and a reason, and nothing but what is owed', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  const saleId = await shop.sell(ana, { hundred: 1 })
  await shop.sell(ana, { bag: 1 }, { points: 100 })
  await shop.refund(saleId, 'all')
  expect((await shop.points(ana)).balance).toBe(-100)
  const waive = async () => shop.ask('loyalty/waive', { requestId: shop.rid(), customerId: ana, reason: 'our mistake', approvalId: await ticket(shop, 'adjust-points', `points-waive/${ana}`) })
  expect(await waive()).toMatchObject({ before: -100, balance: 0 })
  await expect(waive()).rejects.toMatchObject({ code: 'cannot-reverse' })
  expectSums(shop, ana)
})
test('someone who is no member is asked to join first; where joining is automatic a correction makes them one', async () => {
  const shop = await loyaltyShop()
  const bea = await shop.customer('Bea')
  expect(await shop.ask('loyalty/points', { customerId: bea })).toEqual({ member: false, joining: 'asked' })
  await expect(shop.adjust(bea, 50)).rejects.toMatchObject({ code: 'not-a-member' })
  await shop.signIn('owner')
  await shop.rules({ joining: 'automatic' })
  await shop.signIn('cashier')
  expect((await shop.adjust(bea, 50)).balance).toBe(50)
})
test('in a shop of one, the owner approves their own change, with their PIN and no less; with a second person that ends', async () => {
  const shop = await loyaltyShop()
  const ana = await shop.member()
  await shop.signIn('owner')
  const employ = (name: string, role: 'manager' | 'cashier', active: boolean) =>
    shop.ask('staff/save', { requestId: shop.rid(), id: shop.staff[role], name, role, language: 'en', active })
  await expect(ticket(shop, 'adjust-points', add(ana), 'owner')).rejects.toMatchObject({ code: 'cannot-approve-own' })
  await employ('Marc', 'manager', false)
  await expect(ticket(shop, 'adjust-points', add(ana), 'owner')).rejects.toMatchObject({ code: 'cannot-approve-own' })
  await employ('Léa', 'cashier', false)
  expect((await shop.ask('staff/names', {})).map(({ name }) => name)).toEqual(['Olive'])
  await expect(shop.ask('loyalty/adjust-points', asked(shop, ana))).rejects.toMatchObject({ code: 'needs-approval' })
  await expect(shop.ask('staff/approve', { right: 'adjust-points', target: add(ana), approverId: shop.staff.owner, pin: '9041' })).rejects.toMatchObject({ code: 'wrong-pin' })
  const approvalId = await ticket(shop, 'adjust-points', add(ana), 'owner')
  expect(await shop.ask('loyalty/adjust-points', asked(shop, ana, { approvalId }))).toMatchObject({ before: 0, balance: 50 })
  const [row] = await shop.rows(ana)
  expect(shop.core.db.prepare('SELECT staff_id AS asked, approved_by AS approved FROM loyalty_ledger WHERE id = ?').get(row!.id)).toEqual({ asked: shop.staff.owner, approved: shop.staff.owner })
  await employ('Marc', 'manager', true)
  await shop.ask('staff/set-pin', { requestId: shop.rid(), staffId: shop.staff.manager, pin: pins.manager })
  await expect(ticket(shop, 'adjust-points', add(ana), 'owner')).rejects.toMatchObject({ code: 'cannot-approve-own' })
  expect((await shop.points(ana)).balance).toBe(50)
})
