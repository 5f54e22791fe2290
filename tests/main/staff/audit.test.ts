import { describe, expect, test } from 'vitest'
import type { Input, Output } from '../../../src/main/handlers.ts'
import { appendAudit } from '../../../src/main/staff/audit.sql.ts'
import type { Cents, CustomerId, PlainDate, RegisterId, SaleId } from '../../../src/main/vocabulary.ts'
import { stocked, type Stocked } from '../sales/stocked.ts'
import { byOwner, draftOf } from './role-drafts.ts'

type Asked = Partial<Input<'staff/audit'>>
const lines = async (app: Stocked, asked: Asked = {}): Promise<Output<'staff/audit'>['rows']> =>
  (await app.ask('staff/audit', { before: null, most: 200, kind: null, staffId: null, ...asked })).rows
const draft = {
  type: 'personal', firstName: 'Ana', lastName: 'Ruiz', nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null, language: null, customerTypeId: null,
  groupId: null, tags: [], notes: '', phones: [{ typed: '(514) 555-0142', kind: 'mobile' }], emails: [], addresses: [], licence: null, medical: null, extras: [],
} satisfies Input<'customers/create'>['draft']
const newCustomer = async (app: Stocked, firstName = 'Ana') => (await app.ask('customers/create', { requestId: app.rid(), draft: { ...draft, firstName }, consents: [], source: 'till', addToCart: false })).id
async function change(app: Stocked, id: CustomerId, changes: Input<'customers/update'>['changes']) {
  const { version } = await app.ask('customers/get', { id })
  await app.ask('customers/update', { requestId: app.rid(), id, version, changes, keepConsent: {}, consents: [] })
}

describe('the audit', () => {
  test('shows everything done to one customer, whoever did it and however it was named', async () => {
    const app = await stocked()
    const [ana, bea] = [await newCustomer(app), await newCustomer(app, 'Béa')]
    await change(app, ana, { phones: [{ typed: '(514) 555-0199', kind: 'mobile' }] })
    await change(app, bea, { lastName: 'Roy' })
    await app.reply('staff/approve', { right: 'adjust-points', target: `points-add/${ana}`, approverId: app.staff.manager, pin: app.pins.manager })
    await app.signIn('owner')
    const rows = await lines(app, { customerId: ana })
    expect(rows.map(({ kind, customerName, staffName, tillName }) => [kind, customerName, staffName, tillName])).toEqual([
      ['approval', 'Ana Ruiz', 'Léa', 'Till 1'], ['customer-changed', 'Ana Ruiz', 'Léa', 'Till 1'], ['customer-created', 'Ana Ruiz', 'Léa', 'Till 1'],
    ])
  })

  test('is filtered by person, kind, till, day and receipt, together', async () => {
    const app = await stocked()
    const { saleId } = await app.sell([[app.items.bread, 1]], 'card')
    await app.signIn('manager')
    await app.ask('sales/void', { requestId: app.rid(), saleId, reason: 'wrong item', approvalId: null })
    await app.signIn('owner')
    const [voided] = await lines(app, { saleId })
    expect(voided).toMatchObject({ kind: 'sale-voided', saleNumber: '1-000001', reason: 'wrong item' })
    const today = '2026-11-21' as PlainDate
    expect(await lines(app, { kind: 'sale-voided', staffId: app.staff.manager, registerId: voided!.registerId, from: today, to: today })).toHaveLength(1)
    expect(await lines(app, { kind: 'sale-voided', from: '2026-11-22' as PlainDate })).toEqual([])
    expect(await lines(app, { kind: 'sale-voided', to: '2026-11-20' as PlainDate })).toEqual([])
    expect(await lines(app, { kind: 'sale-voided', registerId: 'till-2' as RegisterId })).toEqual([])
    expect(await lines(app, { kind: 'sale-voided', staffId: app.staff.cashier })).toEqual([])
    expect(await lines(app, { saleId: 'nothing' as SaleId })).toEqual([])
  })

  test('comes a hundred at a time, the newest first, none twice and none left out', async () => {
    const app = await stocked()
    await app.signIn('owner')
    for (let at = 0; at < 250; at++) appendAudit(app.core.db, { id: `x${at}`, at: app.core.now(), registerId: null, staffId: at % 3 === 0 ? app.staff.manager : null, kind: 'drawer-opened', target: at % 5 === 0 ? `staff/${app.staff.manager}` : '' })
    const pages: number[][] = []
    let before: number | null = null
    for (let more = true; more;) {
      const page: Output<'staff/audit'> = await app.ask('staff/audit', { before, most: 100, kind: 'drawer-opened', staffId: app.staff.manager })
      pages.push(page.rows.map(({ seq }) => seq))
      ;({ more } = page)
      before = page.rows.at(-1)!.seq
    }
    const all = pages.flat()
    expect(pages.map(({ length }) => length)).toEqual([100, 17])
    expect(all).toEqual([...new Set(all)].toSorted((one, other) => other - one))
  })

  test('says what there is to filter by, with counts', async () => {
    const app = await stocked()
    await app.signIn('owner')
    const { kinds, staff, tills } = await app.ask('staff/audit-options', {})
    expect(kinds.find(({ value }) => value === 'item-saved')!.count).toBe(Object.keys(app.items).length)
    expect(staff.map(({ value }) => value)).toContain(app.staff.manager)
    expect(tills.map(({ value }) => value)).toEqual(['till-1', 'till-2'])
  })

  test('masks of a customer what the reader may not see', async () => {
    const app = await stocked()
    const ana = await newCustomer(app)
    await change(app, ana, { phones: [{ typed: '(438) 555-0111', kind: 'mobile' }], lastName: 'Roy', notes: 'Owes a favour' })
    await byOwner(app, 'accountant', { fields: { phone: 'masked' } })
    await app.signIn('owner')
    await app.ask('staff/save', { requestId: app.rid(), id: app.staff.manager, name: 'Marc', role: 'accountant', language: 'en', active: true })
    await app.signIn('manager')
    const [row] = await lines(app, { customerId: ana, kind: 'customer-changed' })
    expect(JSON.parse(row!.before!)).toMatchObject({ phones: [{ typed: '••• 0142', kind: 'mobile' }], lastName: 'Ruiz' })
    expect(JSON.parse(row!.after!)).toMatchObject({ phones: [{ typed: '••• 0111', kind: 'mobile' }], lastName: 'Roy', notes: '•••' })
  })

  test('goes into a file that no spreadsheet runs, is itself audited, and keeps to the limit of the role', async () => {
    const app = await stocked()
    await app.signIn('owner')
    await app.ask('items/save', { requestId: app.rid(), id: null, draft: app.draft('Formula', 100) })
    appendAudit(app.core.db, { id: 'evil', at: app.core.now(), registerId: null, staffId: null, kind: 'drawer-opened', target: 'x', reason: '=HYPERLINK("http://x")' })
    const file = { requestId: app.rid(), kind: 'drawer-opened', staffId: null }
    const begun = await app.ask('staff/audit-file', file)
    expect(begun).toMatchObject({ rows: 1, separator: ',', day: '2026-11-21' })
    expect(await app.ask('staff/audit-file', file)).toEqual(begun)
    expect(await lines(app, { kind: 'audit-exported' })).toMatchObject([{ staffName: 'Olive' }])
    const all = await app.ask('staff/audit-file', { requestId: app.rid(), kind: null, staffId: null })
    expect(await lines(app, { before: all.before })).toHaveLength(all.rows)
    const mine = await app.ask('staff/audit-file', { requestId: app.rid(), kind: null, staffId: app.staff.owner })
    expect(await lines(app, { before: mine.before, staffId: app.staff.owner })).toHaveLength(mine.rows)
    expect(mine.rows).toBeLessThan(all.rows)
    await app.ask('staff/save-role', await draftOf(app, 'owner', { limits: { exportRows: 1 } }))
    expect(await app.reply('staff/audit-file', { requestId: app.rid(), kind: null, staffId: null })).toMatchObject({ code: 'role-limit', facts: { most: 1 } })
  })

  test('is for those who may: nobody else reads a line, an option or a file', async () => {
    const app = await stocked()
    for (const [name, input] of [['staff/audit', { before: null, most: 1, kind: null, staffId: null }], ['staff/audit-options', {}], ['staff/audit-kinds', {}], ['staff/audit-file', { requestId: app.rid(), kind: null, staffId: null }]] as const) {
      expect(await app.reply(name, input)).toMatchObject({ ok: false, code: 'not-allowed', facts: { right: 'see-audit' } })
    }
  })
})

describe('what changes in the catalogue', () => {
  test('is in the audit with what differs, before and after; a repeat and a save of nothing leave no line', async () => {
    const app = await stocked()
    await app.signIn('owner')
    const requestId = app.rid()
    const asked = { requestId, id: app.items.bread, draft: { ...app.draft('Bread', 1_100), taxClassId: app.untaxed } }
    await app.ask('items/save', asked)
    await app.ask('items/save', asked)
    await app.ask('items/save', { ...asked, requestId: app.rid() })
    await app.ask('items/deactivate', { requestId: app.rid(), id: app.items.bread })
    const [off, saved, ...others] = (await lines(app)).filter(({ target }) => target === `item/${app.items.bread}`)
    expect([saved!.kind, JSON.parse(saved!.before!), JSON.parse(saved!.after!)]).toEqual(['item-saved', { priceCents: 1_002 as Cents }, { priceCents: 1_100 as Cents }])
    expect([off!.kind, JSON.parse(off!.after!)]).toEqual(['item-deactivated', { active: false }])
    expect(others.map(({ kind }) => kind)).toEqual(['item-saved'])
  })

  test("a customer's picture leaves a line when it comes and when it goes, and is not in it", async () => {
    const app = await stocked()
    const id = await newCustomer(app)
    await app.ask('customers/save-photo', { requestId: app.rid(), id, photo: { mediaType: 'image/png', base64: 'iVBORw0KGgo=' } })
    await app.ask('customers/save-photo', { requestId: app.rid(), id, photo: null })
    await app.signIn('owner')
    const rows = await lines(app, { customerId: id, kind: 'photo-changed' })
    expect(rows.map(({ before, after }) => [before, after])).toEqual([['{"photo":"image/png, 12"}', null], [null, '{"photo":"image/png, 12"}']])
  })
})

test('nothing in the audit is ever changed or taken out by a statement', async () => {
  const app = await stocked()
  expect(() => app.core.db.exec("UPDATE audit SET reason = 'x' WHERE kind = 'sign-in'")).toThrow()
  expect(() => app.core.db.exec('DELETE FROM audit')).toThrow()
})
