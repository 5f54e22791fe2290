import { expect, test } from 'vitest'
import type { CustomerId } from '../../../src/main/vocabulary.ts'
import { loyaltyShop, ticket } from '../loyalty/shop.ts'
import { one, stocked, type Stocked } from '../sales/stocked.ts'
import { draftOf } from './role-drafts.ts'

const refundIt = async (app: Stocked, saleId: Parameters<Stocked['refund']>[0], approvalId: unknown = null) => {
  const { lines } = await app.ask('sales/get', { saleId })
  return app.reply('sales/refund', { requestId: app.rid(), saleId, lines: [{ lineId: lines[0]!.id, quantityMilli: one }], kind: 'card', reference: 'T1', reason: 'stale', approvalId })
}

test('a refund above the limit of a role needs the PIN of somebody whose limit reaches that far', async () => {
  const app = await stocked()
  const { saleId } = await app.sell([[app.items.bread, 1]], 'card')
  await app.signIn('owner')
  await app.ask('staff/save-role', await draftOf(app, 'senior', { rights: { 'refund-sale': 'yes' }, limits: { refundCents: 500 } }))
  await app.ask('staff/save-role', await draftOf(app, 'manager', { limits: { refundCents: 1_000 } }))
  await app.ask('staff/save', { requestId: app.rid(), id: app.staff.cashier, name: 'Léa', role: 'senior', language: 'fr', active: true })
  await app.signIn('cashier')
  const approval = async (approverId: typeof app.staff.owner, pin: string) => (await app.ask('staff/approve', { right: 'refund-sale', target: saleId, approverId, pin })).approvalId
  expect(await refundIt(app, saleId)).toMatchObject({ ok: false, code: 'needs-approval', facts: { right: 'refund-sale', target: saleId } })
  expect(await refundIt(app, saleId, await approval(app.staff.manager, app.pins.manager))).toMatchObject({ ok: false, code: 'role-limit', facts: { limit: 'refundCents', most: 1_000 } })
  expect(await refundIt(app, saleId, await approval(app.staff.owner, app.pins.owner))).toMatchObject({ ok: true })
})

test('a refund within the limit is the role\'s own to give', async () => {
  const app = await stocked()
  const { saleId } = await app.sell([[app.items.filter, 1]], 'card')
  await app.signIn('owner')
  await app.ask('staff/save-role', await draftOf(app, 'manager', { limits: { refundCents: 600 } }))
  await app.signIn('manager')
  expect(await refundIt(app, saleId)).toMatchObject({ ok: true })
})

test('points by hand end where the role of whoever approves says, or else where the programme says', async () => {
  const shop = await loyaltyShop()
  const ana: CustomerId = await shop.member()
  const add = async (points: number) => shop.reply('loyalty/adjust-points', {
    requestId: shop.rid(), customerId: ana, direction: 'add', points, reason: 'goodwill', note: '', saleId: null, countsForTier: false, expires: 'never', secondApprovalId: null,
    approvalId: await ticket(shop, 'adjust-points', `points-add/${ana}`),
  })
  expect(await add(600)).toMatchObject({ code: 'points-limit', facts: { most: 500 } })
  await shop.signIn('owner')
  await shop.ask('staff/save-role', await draftOf(shop, 'manager', { limits: { pointsPerAct: 700, pointsPerDay: 1_000 } }))
  await shop.signIn('cashier')
  expect(await add(600)).toMatchObject({ ok: true })
  expect(await add(500)).toMatchObject({ code: 'points-limit', facts: { limit: 'day', most: 1_000, left: 400 } })
})
