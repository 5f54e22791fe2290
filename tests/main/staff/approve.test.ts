import { expect, test } from 'vitest'
import { slipFor } from '../../../src/main/flows/approve.ts'
import { inTransaction } from '../../../src/main/store/sql.ts'
import type { ApprovalId, Caller, RegisterId, Right } from '../../../src/main/vocabulary.ts'
import { freshApp, pins, till } from '../../harness/app.ts'

type App = Awaited<ReturnType<typeof freshApp>>
const sale = 'sale/s-1'
const lea = (app: App): Caller => ({ registerId: till, staffId: app.staff.cashier, role: 'cashier' })
const byMarc = (app: App, over: { right?: Right; target?: string; pin?: string } = {}) =>
  ({ right: 'void-sale' as const, target: sale, approverId: app.staff.manager, pin: pins.manager, ...over })
const voidSlip = (app: App, id: ApprovalId | null, caller = lea(app), right: Right = 'void-sale', target = sale) =>
  inTransaction(app.core.db, () => slipFor(app.core, caller, right, target, id))
const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'done'
  } catch (error) {
    return (error as { code: string }).code
  }
}
const approvals = (app: App) => app.core.db.prepare(`SELECT staff_id, target, approved_by, outcome FROM audit WHERE kind = 'approval' ORDER BY seq`).all()

test('one approval is for one act on one thing: it is used once', async () => {
  const app = await freshApp()
  const { approvalId } = await app.ask('staff/approve', byMarc(app))
  expect(voidSlip(app, approvalId)).toEqual({ approvedBy: app.staff.manager, right: 'void-sale', target: sale })
  expect(codeOf(() => voidSlip(app, approvalId))).toBe('approval-used')
  expect(await app.ask('staff/session', {})).toMatchObject({ name: 'Léa' })
})

test('an act that fails gives its approval back', async () => {
  const app = await freshApp()
  const { approvalId } = await app.ask('staff/approve', byMarc(app))
  expect(codeOf(() => inTransaction(app.core.db, () => {
    slipFor(app.core, lea(app), 'void-sale', sale, approvalId)
    throw Object.assign(new Error('the act failed'), { code: 'act-failed' })
  }))).toBe('act-failed')
  expect(codeOf(() => voidSlip(app, approvalId))).toBe('done')
})

test('an approval is worth nothing for another thing, right, person or till, or after 60 s', async () => {
  const app = await freshApp()
  const { approvalId } = await app.ask('staff/approve', byMarc(app))
  expect(codeOf(() => voidSlip(app, approvalId, lea(app), 'void-sale', 'sale/s-2'))).toBe('needs-approval')
  expect(codeOf(() => voidSlip(app, approvalId, lea(app), 'refund-sale'))).toBe('needs-approval')
  expect(codeOf(() => voidSlip(app, approvalId, { ...lea(app), registerId: 'till-2' as RegisterId }))).toBe('needs-approval')
  expect(codeOf(() => voidSlip(app, 'made-up' as ApprovalId))).toBe('needs-approval')
  app.clock.skip(60_000)
  expect(codeOf(() => voidSlip(app, approvalId))).toBe('approval-expired')
})

test('a cashier with nothing in hand is told what is needed, a manager goes on', async () => {
  const app = await freshApp()
  expect(codeOf(() => voidSlip(app, null))).toBe('needs-approval')
  const marc: Caller = { registerId: till, staffId: app.staff.manager, role: 'manager' }
  expect(voidSlip(app, null, marc)).toMatchObject({ approvedBy: app.staff.manager })
  expect(codeOf(() => voidSlip(app, null, lea(app), 'edit-items'))).toBe('not-allowed')
})

test.each([
  ['a wrong PIN', { pin: '9041' }, 'wrong-pin'],
  ['a right that no PIN gives a cashier', { right: 'edit-items' as const }, 'not-allowed'],
])('%s is refused and audited', async (_, over, code) => {
  const app = await freshApp()
  await expect(app.ask('staff/approve', byMarc(app, over))).rejects.toMatchObject({ code })
  expect(approvals(app)).toEqual([{ staff_id: app.staff.cashier, target: sale, approved_by: null, outcome: code }])
})

test('someone whose own role does not suffice cannot approve, even with the right PIN', async () => {
  const app = await freshApp()
  await app.signIn('manager')
  await expect(app.ask('staff/approve', { right: 'void-sale', target: sale, approverId: app.staff.cashier, pin: pins.cashier })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('nobody approves their own act unless they are the whole shop: with one cashier there are two people', async () => {
  const app = await freshApp()
  await app.signIn('manager')
  await expect(app.ask('staff/approve', byMarc(app))).rejects.toMatchObject({ code: 'cannot-approve-own' })
  await app.signIn('owner')
  await app.ask('staff/save', { requestId: app.rid(), id: app.staff.manager, name: 'Marc', role: 'manager', language: 'en', active: false })
  const byOlive = { right: 'void-sale' as const, target: sale, approverId: app.staff.owner, pin: pins.owner }
  await expect(app.ask('staff/approve', byOlive)).rejects.toMatchObject({ code: 'cannot-approve-own' })
  expect(await app.ask('staff/approvers', { right: 'void-sale' })).toEqual([])
  await app.ask('staff/save', { requestId: app.rid(), id: app.staff.cashier, name: 'Léa', role: 'cashier', language: 'fr', active: false })
  expect((await app.ask('staff/approvers', { right: 'void-sale' })).map(({ name }) => name)).toEqual(['Olive'])
  expect(await app.ask('staff/approve', byOlive)).toHaveProperty('approvalId')
})

test('the cashier asks and the owner approves, where the owner has no manager', async () => {
  const app = await freshApp()
  await app.signIn('owner')
  await app.ask('staff/save', { requestId: app.rid(), id: app.staff.manager, name: 'Marc', role: 'manager', language: 'en', active: false })
  await app.signIn('cashier')
  expect(await app.ask('staff/approve', { right: 'void-sale', target: sale, approverId: app.staff.owner, pin: pins.owner })).toHaveProperty('approvalId')
})

test('wrong PINs at the pad and at sign-in are counted together', async () => {
  const app = await freshApp()
  for (const pin of ['9041', '9042', '9043']) await app.reply('staff/approve', byMarc(app, { pin }))
  expect(await app.reply('staff/sign-in', { staffId: app.staff.manager, pin: '9044' })).toMatchObject({ code: 'wrong-pin', facts: { left: 1 } })
  expect(await app.reply('staff/approve', byMarc(app, { pin: '9045' }))).toMatchObject({ code: 'pin-locked' })
  expect(await app.reply('staff/approve', byMarc(app))).toMatchObject({ code: 'pin-locked' })
})

test('a granted approval is audited with who asked and who approved', async () => {
  const app = await freshApp()
  await app.ask('staff/approve', byMarc(app))
  expect(approvals(app)).toEqual([{ staff_id: app.staff.cashier, target: sale, approved_by: app.staff.manager, outcome: 'done' }])
})

test('the pad lists those who may, and only those', async () => {
  const app = await freshApp()
  expect((await app.ask('staff/approvers', { right: 'void-sale' })).map(({ name }) => name)).toEqual(['Marc', 'Olive'])
  expect((await app.ask('staff/approvers', { right: 'edit-shop' })).map(({ name }) => name)).toEqual(['Olive'])
  await app.signIn('manager')
  expect((await app.ask('staff/approvers', { right: 'adjust-points' })).map(({ name }) => name)).toEqual(['Olive'])
})
