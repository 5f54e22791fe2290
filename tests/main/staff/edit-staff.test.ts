import { expect, test } from 'vitest'
import type { Role, StaffId } from '../../../src/main/vocabulary.ts'
import { freshApp, pins, till } from '../../harness/app.ts'

type App = Awaited<ReturnType<typeof freshApp>>
const asOwner = async () => {
  const app = await freshApp()
  await app.signIn('owner')
  return app
}
const save = (app: App, id: StaffId | null, over: { name?: string; role?: Role; active?: boolean } = {}) =>
  app.ask('staff/save', { requestId: app.rid(), id, name: 'Zoé', role: 'cashier', language: 'fr', active: true, ...over })
const setPin = (app: App, staffId: StaffId, pin: string) => app.ask('staff/set-pin', { requestId: app.rid(), staffId, pin })

test('only an owner may change staff', async () => {
  const app = await freshApp()
  for (const who of ['cashier', 'manager'] as const) {
    await app.signIn(who)
    await expect(save(app, null)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(setPin(app, app.staff.owner, '4826')).rejects.toMatchObject({ code: 'not-allowed' })
  }
})

test('someone new cannot sign in before they have a PIN', async () => {
  const app = await asOwner()
  const { id } = await save(app, null)
  expect((await app.ask('staff/names', {})).map(({ name }) => name)).not.toContain('Zoé')
  expect((await app.ask('staff/list', {})).find((one) => one.id === id)).toMatchObject({ name: 'Zoé', pinLength: 0, active: true })
  await setPin(app, id, '90417')
  expect((await app.ask('staff/names', {})).find((one) => one.id === id)).toMatchObject({ pinLength: 5 })
  expect(await app.ask('staff/sign-in', { staffId: id, pin: '90417' })).toMatchObject({ name: 'Zoé', role: 'cashier' })
})

test('a PIN that another active person has is refused without saying whose, one of somebody who left is free', async () => {
  const app = await asOwner()
  const { id } = await save(app, null)
  await expect(setPin(app, id, pins.manager)).rejects.toMatchObject({ code: 'pin-taken', facts: { field: 'pin' } })
  await save(app, app.staff.manager, { name: 'Marc', role: 'manager', active: false })
  expect(await setPin(app, id, pins.manager)).toBeNull()
})

test('two people given the same PIN at the same moment do not both get it', async () => {
  const app = await asOwner()
  const people = [await save(app, null), await save(app, null)]
  const replies = await Promise.allSettled(people.map(({ id }) => setPin(app, id, '730582')))
  expect(replies.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test.each(['1234', '0000', '2580', '1990'])('the PIN %s is refused as too simple', async (pin) => {
  const app = await asOwner()
  await expect(setPin(app, app.staff.cashier, pin)).rejects.toMatchObject({ code: 'pin-too-simple' })
})

test.each(['123', '123456789', '12a4', '', '１２３４'])('%j is no PIN at all', async (pin) => {
  const app = await asOwner()
  await expect(setPin(app, app.staff.cashier, pin)).rejects.toMatchObject({ code: 'bad-input', facts: { field: 'pin' } })
})

test('the last owner can be neither demoted nor deactivated', async () => {
  const app = await asOwner()
  await expect(save(app, app.staff.owner, { name: 'Olive', role: 'manager' })).rejects.toMatchObject({ code: 'last-owner' })
  await expect(save(app, app.staff.owner, { name: 'Olive', role: 'owner', active: false })).rejects.toMatchObject({ code: 'last-owner' })
  const { id } = await save(app, null, { role: 'owner' })
  await expect(save(app, app.staff.owner, { name: 'Olive', role: 'manager' }), 'an owner without a PIN does not count').rejects.toMatchObject({ code: 'last-owner' })
  await setPin(app, id, '730582')
  expect(await save(app, app.staff.owner, { name: 'Olive', role: 'manager' })).toEqual({ id: app.staff.owner })
})

test('whoever is deactivated is signed out at once, on every till, and comes back without a PIN', async () => {
  const app = await asOwner()
  const second = 'till-2' as Parameters<typeof app.signIn>[1]
  await app.signIn('cashier', second)
  await save(app, app.staff.cashier, { name: 'Léa', active: false })
  expect(await app.ask('staff/session', {}, second)).toBeNull()
  await save(app, app.staff.cashier, { name: 'Léa', active: true })
  expect((await app.ask('staff/list', {})).find(({ id }) => id === app.staff.cashier)).toMatchObject({ active: true, pinLength: 0 })
})

test('a new PIN lifts the lock of its owner', async () => {
  const app = await asOwner()
  for (let count = 0; count < 5; count++) await app.reply('staff/sign-in', { staffId: app.staff.cashier, pin: '9041' })
  await setPin(app, app.staff.cashier, '730582')
  expect(await app.ask('staff/sign-in', { staffId: app.staff.cashier, pin: '730582' })).toMatchObject({ name: 'Léa' })
})

test('a person changes their own PIN with the one they have', async () => {
  const app = await freshApp()
  const change = (currentPin: string, pin: string) => app.ask('staff/change-my-pin', { requestId: app.rid(), currentPin, pin })
  await expect(change('9041', '730582')).rejects.toMatchObject({ code: 'wrong-pin' })
  expect(await change(pins.cashier, '730582')).toBeNull()
  expect(await app.ask('staff/sign-in', { staffId: app.staff.cashier, pin: '730582' })).toMatchObject({ name: 'Léa' })
})

test('a repeated request adds nobody twice', async () => {
  const app = await asOwner()
  const input = { requestId: app.rid(), id: null, name: 'Zoé', role: 'cashier', language: 'fr', active: true } as const
  expect(await app.ask('staff/save', input)).toEqual(await app.ask('staff/save', input))
  expect((await app.ask('staff/list', {})).filter(({ name }) => name === 'Zoé')).toHaveLength(1)
})

test('changes are audited before and after, and the audit is paged, filtered and for managers only', async () => {
  const app = await asOwner()
  await save(app, app.staff.cashier, { name: 'Léa-Rose', role: 'manager' })
  const { rows } = await app.ask('staff/audit', { before: null, most: 1, kind: 'staff-changed', staffId: null })
  expect(rows[0]).toMatchObject({ staffName: 'Olive', targetName: 'Léa-Rose', target: `staff/${app.staff.cashier}`, registerId: till, outcome: 'done' })
  expect(JSON.parse(rows[0]!.before!)).toMatchObject({ name: 'Léa', role: 'cashier' })
  expect(JSON.parse(rows[0]!.after!)).toMatchObject({ name: 'Léa-Rose', role: 'manager' })
  const all = await app.ask('staff/audit', { before: null, most: 2, kind: null, staffId: null })
  expect(all).toMatchObject({ more: true, rows: [{}, {}] })
  expect((await app.ask('staff/audit', { before: all.rows[1]!.seq, most: 200, kind: null, staffId: null })).rows[0]!.seq).toBeLessThan(all.rows[1]!.seq)
  expect(await app.ask('staff/audit-kinds', {})).toContain('pin-set')
  await app.ask('staff/sign-out', null)
  expect(await app.reply('staff/audit', { before: null, most: 1, kind: null, staffId: null })).toMatchObject({ code: 'not-signed-in' })
})

test('the audit cannot be rewritten', async () => {
  const app = await freshApp()
  expect(() => app.core.db.exec(`UPDATE audit SET outcome = 'done'`)).toThrow('audit rows never change')
  expect(() => app.core.db.exec('DELETE FROM audit')).toThrow('audit rows never change')
})

test('a changed badge stands in the audit by its last two letters, and a save without one leaves it', async () => {
  const app = await freshApp()
  await app.signIn('owner')
  const save = (more: object) => app.ask('staff/save', { requestId: app.rid(), id: app.staff.cashier, name: 'Léa', role: 'cashier', language: 'fr', active: true, ...more })
  await save({ badge: 'B-0007' })
  await save({})
  await save({ badge: null })
  const { rows } = await app.ask('staff/audit', { before: null, most: 3, kind: 'staff-changed', staffId: null })
  expect(rows.map(({ before, after }) => [before, after].map((facts) => (JSON.parse(facts ?? '{}') as { badge: string | null }).badge))).toEqual([['••07', null], ['••07', '••07'], [null, '••07']])
})
