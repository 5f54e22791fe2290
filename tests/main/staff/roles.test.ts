import { describe, expect, test } from 'vitest'
import type { Input } from '../../../src/main/handlers.ts'
import { rightNames } from '../../../src/main/staff/staff.ts'
import type { RegisterId } from '../../../src/main/vocabulary.ts'
import { freshApp } from '../../harness/app.ts'
import { byOwner, draftOf, newRole, roleOf } from './role-drafts.ts'

describe('the five roles every shop has', () => {
  test('a senior answers like a cashier but where they are trusted further, and an accountant reads', async () => {
    const app = await freshApp()
    const [cashier, senior, accountant] = [await roleOf(app, 'cashier'), await roleOf(app, 'senior'), await roleOf(app, 'accountant')]
    expect(senior.rights['override-price']).toBe('yes')
    expect(senior.rights['refund-sale']).toBe(cashier.rights['refund-sale'])
    expect(Object.entries(accountant.rights).filter(([, answer]) => answer !== 'no').map(([right]) => right)).toEqual(['see-reports', 'see-audit'])
    expect(accountant.fields).toMatchObject({ document: 'hidden', medical: 'hidden', photo: 'hidden' })
  })

  test('everyone sees and edits customers until a shop says otherwise, whatever is ticked for them; who only reads does not', async () => {
    const app = await freshApp()
    const nothing = Object.fromEntries(rightNames.map((right) => [right, 'no'])) as Record<(typeof rightNames)[number], 'no'>
    await newRole(app, 'cashier', { name: 'No ticks', rights: nothing })
    const id = await newCustomer(app)
    expect(await rename(app, id)).toBe('ok')
    await app.signIn('owner')
    await app.ask('shop/update', { requestId: app.rid(), changes: { everyoneEditsCustomers: false } })
    await app.ask('staff/sign-in', { staffId: (await app.ask('staff/names', {})).find(({ name }) => name === 'Zed')!.id, pin: '7419' })
    expect(await rename(app, id)).toBe('not-allowed')
    expect((await roleOf(app, 'accountant')).rights['edit-customers']).toBe('no')
  })
})

type App = Awaited<ReturnType<typeof freshApp>>
const blank = { type: 'personal', firstName: 'Ana', lastName: 'Ruiz', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null, language: null, customerTypeId: null, groupId: null, tags: [], notes: '', phones: [], emails: [], addresses: [], licence: null, medical: null, extras: [] } as const
const newCustomer = async (app: App, more: Partial<Input<'customers/create'>['draft']> = {}) => (await app.ask('customers/create', { requestId: app.rid(), draft: { ...blank, ...more }, consents: [], source: 'till', addToCart: false })).id
async function rename(app: App, id: Awaited<ReturnType<typeof newCustomer>>): Promise<string> {
  const { version } = await app.ask('customers/get', { id })
  const reply = await app.reply('customers/update', { requestId: app.rid(), id, version, changes: { firstName: `A${version}` }, keepConsent: {}, consents: [] })
  return reply.ok ? 'ok' : reply.code
}

describe('the matrix', () => {
  test('binds whoever is signed in at their next call, doors and guarded acts alike', async () => {
    const app = await freshApp()
    const before = await app.reply('staff/audit', { before: null, most: 10, kind: null, staffId: null })
    await byOwner(app, 'cashier', { rights: { 'see-audit': 'yes', 'open-drawer': 'no' } })
    const after = await app.reply('staff/audit', { before: null, most: 10, kind: null, staffId: null })
    expect([before.ok, after.ok]).toEqual([false, true])
    expect((await app.ask('staff/my-rights', {}))['open-drawer']).toBe('no')
  })

  test('an approval is worth nothing once its giver may not give it any more', async () => {
    const app = await freshApp()
    const other = 'till-2' as RegisterId
    const id = await newCustomer(app, { licence: { number: 'R1234-567890-12', region: 'ON', country: 'CA', expiresOn: null, source: 'typed' } })
    const target = `customer/${id}/licence`
    const give = () => app.ask('staff/approve', { right: 'reveal-document', target, approverId: app.staff.manager, pin: app.pins.manager })
    const reveal = async (approvalId: unknown) => app.reply('customers/reveal', { id, field: 'licence', reason: 'age check', approvalId })
    expect(await reveal((await give()).approvalId)).toMatchObject({ ok: true })
    const { approvalId } = await give()
    await app.signIn('owner', other)
    const role = (await app.ask('staff/roles', {}, other)).find((one) => one.id === 'manager')!
    await app.ask('staff/save-role', { requestId: app.rid(), id: role.id, name: '', base: role.base, rights: { ...role.rights, 'reveal-document': 'no' }, fields: role.fields, limits: role.limits }, other)
    expect(await reveal(approvalId)).toMatchObject({ ok: false, code: 'needs-approval' })
  })

  test('says in the audit what changed, before and after, and nothing else', async () => {
    const app = await freshApp()
    await byOwner(app, 'manager', { rights: { 'edit-items': 'no' }, fields: { phone: 'masked' }, limits: { refundCents: 5_000 } })
    await app.signIn('owner')
    const { rows } = await app.ask('staff/audit', { before: null, most: 5, kind: 'role-changed', staffId: null })
    expect(rows).toHaveLength(1)
    expect(JSON.parse(rows[0]!.before!)).toEqual({ 'right:edit-items': 'yes', 'sight:phone': 'full', 'limit:refundCents': null })
    expect(JSON.parse(rows[0]!.after!)).toEqual({ 'right:edit-items': 'no', 'sight:phone': 'masked', 'limit:refundCents': 5_000 })
  })

  test('the owner keeps the right to change roles, whatever is asked', async () => {
    const app = await freshApp()
    await byOwner(app, 'owner', { rights: { 'edit-staff': 'no', 'edit-items': 'no' } })
    await app.signIn('owner')
    expect((await roleOf(app, 'owner')).rights).toMatchObject({ 'edit-staff': 'yes', 'edit-items': 'no' })
    expect((await app.reply('staff/save-role', await draftOf(app, 'owner', { rights: { 'edit-items': 'yes' } }))).ok).toBe(true)
  })

  test('nobody raises themselves: a manager who may edit staff gives away only what they have, and leaves owners alone', async () => {
    const app = await freshApp()
    await byOwner(app, 'manager', { rights: { 'edit-staff': 'yes' } })
    await app.signIn('manager')
    const refused = async (name: string, input: unknown) => (await app.reply(name, input)) as { ok: boolean; code?: string }
    expect(await refused('staff/save-role', await draftOf(app, 'cashier', { rights: { 'edit-shop': 'yes' } }))).toMatchObject({ code: 'not-allowed' })
    expect(await refused('staff/save-role', await draftOf(app, 'owner', { rights: { 'edit-items': 'no' } }))).toMatchObject({ code: 'not-allowed' })
    expect(await refused('staff/save', { requestId: app.rid(), id: app.staff.cashier, name: 'Léa', role: 'owner', language: 'fr', active: true })).toMatchObject({ code: 'not-allowed' })
    expect(await refused('staff/save', { requestId: app.rid(), id: app.staff.owner, name: 'Olive', role: 'cashier', language: 'fr', active: false })).toMatchObject({ code: 'not-allowed' })
    expect(await refused('staff/set-pin', { requestId: app.rid(), staffId: app.staff.owner, pin: '7419' })).toMatchObject({ code: 'not-allowed' })
    expect((await refused('staff/save-role', await draftOf(app, 'cashier', { rights: { 'edit-items': 'yes' } }))).ok).toBe(true)
  })
})

describe("a shop's own roles", () => {
  test('have a name nobody else has, are given to people, and go when nobody has them', async () => {
    const app = await freshApp()
    const { id, staffId } = await newRole(app, 'senior', { name: 'Stagiaire', rights: { discount: 'pin' } })
    expect(await app.ask('staff/session', {})).toMatchObject({ role: id, roleName: 'Stagiaire' })
    expect((await app.ask('staff/my-rights', {})).discount).toBe('pin')
    await app.signIn('owner')
    expect(await app.reply('staff/save-role', await draftOf(app, 'senior', { name: 'stagiaire' }, null))).toMatchObject({ ok: false, code: 'name-taken' })
    expect(await app.reply('staff/remove-role', { requestId: app.rid(), id })).toMatchObject({ ok: false, code: 'role-in-use' })
    await app.ask('staff/save', { requestId: app.rid(), id: staffId, name: 'Zed', role: 'cashier', language: 'en', active: true })
    expect(await app.reply('staff/remove-role', { requestId: app.rid(), id })).toMatchObject({ ok: true })
    expect(await app.reply('staff/remove-role', { requestId: app.rid(), id: 'cashier' })).toMatchObject({ ok: false, code: 'not-allowed' })
  })

  test('the last owner stays one, also when another role is offered to them', async () => {
    const app = await freshApp()
    const { id } = await newRole(app, 'manager', { name: 'Almost owner' })
    await app.signIn('owner')
    expect(await app.reply('staff/save', { requestId: app.rid(), id: app.staff.owner, name: 'Olive', role: id, language: 'fr', active: true })).toMatchObject({ code: 'last-owner' })
  })
})

describe('a PIN that somebody else gave', () => {
  test('is changed before anything else, and to another one', async () => {
    const app = await freshApp()
    await app.signIn('owner')
    await app.ask('staff/set-pin', { requestId: app.rid(), staffId: app.staff.cashier, pin: '7419', mustChange: true })
    expect(await app.ask('staff/sign-in', { staffId: app.staff.cashier, pin: '7419' })).toMatchObject({ pinDue: true })
    expect(await app.reply('sales/cart', null)).toMatchObject({ ok: false, code: 'pin-change-needed' })
    expect(await app.reply('staff/change-my-pin', { requestId: app.rid(), currentPin: '7419', pin: '7419' })).toMatchObject({ code: 'pin-same' })
    await app.ask('staff/change-my-pin', { requestId: app.rid(), currentPin: '7419', pin: '8520' })
    expect((await app.reply('sales/cart', null)).ok).toBe(true)
    expect(await app.ask('staff/session', {})).toMatchObject({ pinDue: false })
  })

  test('grows old where the shop says after how many days, and is asked for at the next sign-in, not in the middle of a sale', async () => {
    const app = await freshApp()
    await app.signIn('owner')
    await app.ask('staff/set-pin-days', { requestId: app.rid(), days: 30 })
    app.clock.skip(31 * 86_400_000)
    expect(await app.reply('sales/cart', null)).toMatchObject({ ok: true })
    await app.signIn('owner')
    expect(await app.reply('sales/cart', null)).toMatchObject({ ok: false, code: 'pin-change-needed' })
    await app.ask('staff/change-my-pin', { requestId: app.rid(), currentPin: app.pins.owner, pin: '8520' })
    expect((await app.reply('sales/cart', null)).ok).toBe(true)
  })
})
