import { describe, expect, test } from 'vitest'
import { freshApp } from '../../harness/app.ts'
import { everyone, readAsGuessed, run, type App } from './import-kit.ts'
import type { BatchId } from '../../../src/main/vocabulary.ts'

const head = 'First Name,Last Name,Mobile,Email,Points,Group,Discount,Pay-later limit,Shoe size,Tax exempt,Text messages allowed,Emails allowed\n'
const full = `${head}Ana,Ruiz,514-555-0100,ana@example.com,1200,amis,10 %,1500,42.5,yes,yes,oui\n`
const bare = 'First Name,Last Name,Mobile\nAna,Ruiz,514-555-0100\n'

async function withAna(content = bare): Promise<App> {
  const app = await freshApp()
  await app.signIn('owner')
  app.core.db.prepare("INSERT INTO customer_groups (id, name, position) VALUES ('g-amis', 'Amis', 9), ('g-own', 'Own', 10)").run()
  await app.ask('customers/save-attribute', { requestId: app.rid(), id: null, convert: false, attribute: { name: 'Shoe size', kind: 'number', choices: [], seenBy: 'everyone', searchable: true, inExport: true, active: true } })
  await run(app, (await readAsGuessed(app, 'a.csv', content)).id)
  return app
}
async function update(app: App, content = full): Promise<BatchId> {
  const { id } = await readAsGuessed(app, 'b.csv', content)
  await app.ask('imports/choose', { batchId: id, position: 0, choice: 'update' })
  expect((await run(app, id)).counts).toMatchObject({ updated: 1, added: 0, failed: 0 })
  return id
}
const ana = async (app: App) => (await everyone(app))[0]!
const undo = (app: App, batchId: BatchId) => app.ask('imports/undo', { requestId: app.rid(), batchId })
const balance = (app: App) => app.core.db.prepare('SELECT balance_after FROM loyalty_ledger ORDER BY seq DESC LIMIT 1').pluck().get() ?? 0
const said = (app: App) => app.core.db.prepare("SELECT channel, allowed, address, wording, how FROM consent_events WHERE type = 'marketing' ORDER BY seq").all()
const everything = async (app: App) => ({ ...(await ana(app)), version: 0, updatedAt: '', updatedBy: null })

describe('a row that is put into somebody on file', () => {
  test('brings group, terms, attributes, points and permission where they had none; undone, they are as they were', async () => {
    const app = await withAna()
    const before = await everything(app)
    const id = await update(app)
    expect(await ana(app)).toMatchObject({ groupName: 'Amis', discountPpm: 100_000, payLaterAllowed: true, payLaterLimitCents: 150_000, taxExempt: true, attributes: [{ value: '42.5' }] })
    expect(balance(app)).toBe(1_200)
    expect(said(app)).toEqual([
      { channel: 'sms', allowed: 1, address: '+15145550100', wording: 'Text messages allowed: yes', how: 'import' }, { channel: 'email', allowed: 1, address: 'ana@example.com', wording: 'Emails allowed: oui', how: 'import' },
    ])
    expect(await undo(app, id)).toMatchObject({ reverted: 1, keptCount: 0 })
    expect(await everything(app)).toEqual(before)
    expect(balance(app)).toBe(0)
    expect(said(app).slice(2)).toMatchObject([{ channel: 'sms', allowed: 0, how: 'import undone' }, { channel: 'email', allowed: 0, how: 'import undone' }])
    expect(await app.ask('loyalty/verify', {})).toMatchObject({ ok: true })
    await update(app)
    expect(balance(app)).toBe(1_200)
  })

  test('nothing that was agreed, given or refused before is changed', async () => {
    const app = await withAna(`${head}Ana,Ruiz,514-555-0100,ana@example.com,300,own,5,20,38,,,\n`)
    const { id, version } = await ana(app)
    await app.ask('customers/update', { requestId: app.rid(), id, version, changes: {}, keepConsent: {}, consents: [{ channel: 'sms', allowed: true }] })
    await app.ask('customers/update', { requestId: app.rid(), id, version: (await ana(app)).version, changes: {}, keepConsent: {}, consents: [{ channel: 'sms', allowed: false }] })
    await update(app)
    expect(await ana(app)).toMatchObject({ groupName: 'Own', discountPpm: 50_000, payLaterLimitCents: 2_000, taxExempt: true, attributes: [{ value: '38' }] })
    expect(balance(app)).toBe(300)
    expect(said(app).filter((event) => (event as { channel: string }).channel === 'sms').at(-1)).toMatchObject({ allowed: 0, how: 'register' })
  })

  test('credit that was taken away is not given back, and a yes is only for the number the file itself has', async () => {
    const app = await withAna()
    const { id, version } = await ana(app)
    await app.ask('customers/update', { requestId: app.rid(), id, version, changes: { payLaterAllowed: false, payLaterLimitCents: 5_000 as never }, keepConsent: {}, consents: [] })
    await update(app, 'First Name,Last Name,Mobile,Pay-later limit,Text messages allowed,Emails allowed\nAna,Ruiz,514-555-0100,1500,yes,yes\n')
    expect(await ana(app)).toMatchObject({ payLaterAllowed: false, payLaterLimitCents: 5_000 })
    expect(said(app)).toMatchObject([{ channel: 'sms', address: '+15145550100' }])
  })

  test('what was changed by hand since stays as it was left, and points that moved since keep their owner named', async () => {
    const app = await withAna()
    const id = await update(app)
    const now = await ana(app)
    await app.ask('customers/update', { requestId: app.rid(), id: now.id, version: now.version, changes: { discountPpm: 200_000 as never }, keepConsent: {}, consents: [] })
    await app.ask('loyalty/adjust-points', { requestId: app.rid(), customerId: now.id, direction: 'add', points: 5, reason: 'goodwill', note: '', saleId: null, countsForTier: false, expires: 'never',
      approvalId: (await app.ask('staff/approve', { right: 'adjust-points', target: `points-add/${now.id}`, approverId: app.staff.manager, pin: app.pins.manager })).approvalId, secondApprovalId: null } as never)
    expect(await undo(app, id)).toMatchObject({ reverted: 1, kept: [{ name: 'Ana Ruiz', why: 'sales' }] })
    expect(await ana(app)).toMatchObject({ groupName: 'Default', discountPpm: 200_000, payLaterAllowed: false })
    expect(balance(app)).toBe(1_205)
  })

  test('who may import but not give credit gives none by a file; what it said is kept under its header', async () => {
    const app = await withAna()
    app.core.db.prepare(`UPDATE roles SET rights = json_set(rights, '$."set-pay-later"', 'pin') WHERE id = 'manager'`).run()
    await app.signIn('manager')
    await update(app)
    expect(await ana(app)).toMatchObject({ payLaterAllowed: false, payLaterLimitCents: null, extras: [{ name: 'Pay-later limit', value: '1500.00' }] })
    const { id } = await readAsGuessed(app, 'c.csv', full.replaceAll('Ana', 'Zoe').replaceAll('0100', '0177').replace('ana@', 'zoe@'))
    await run(app, id)
    expect((await everyone(app))[1]).toMatchObject({ firstName: 'Zoe', payLaterAllowed: false, extras: [{ name: 'Pay-later limit', value: '1500.00' }] })
  })
})
