import { describe, expect, test } from 'vitest'
import { run, sql } from '../../../src/main/store/sql.ts'
import type { CustomerId } from '../../../src/main/vocabulary.ts'
import { textOf, until } from '../devices/printing-kit.ts'
import { paperShop } from '../devices/paper-shop.ts'
import { cents } from '../sales/stocked.ts'
import { onAccount, usualRules } from './on-account.ts'

describe('papers of an account', () => {
  test('a payment in cash opens the drawer and prints its receipt once; again, it says DUPLICATE; the statement prints too', { timeout: 30_000 }, async () => {
    const shop = await paperShop()
    const { ask, rid, signIn, person, core, printer, add, attach, items } = shop
    await signIn('owner')
    await ask('accounts/save-rules', { requestId: rid(), rules: usualRules })
    await signIn('cashier')
    const customerId: CustomerId = person({ name: 'Ana Ruiz' })
    run(core.db, sql`UPDATE customers SET pay_later_allowed = 1, language = 'fr' WHERE id = ${customerId}`)
    await attach(customerId)
    const { id, totals } = await add(items.coffee)
    await ask('sales/pay', { requestId: rid(), saleId: id, kind: 'account', amountCents: totals.dueCents, givenCents: totals.dueCents, reference: '', expectedTotalCents: totals.totalCents })
    await until(() => printer.papers().length === 1)
    expect(printer.drawerOpenings()).toHaveLength(0)
    const asked = { requestId: rid(), customerId, method: 'cash' as const, amountCents: cents(500), givenCents: cents(1000), reference: '', chosen: [] }
    const { entryId } = await ask('accounts/pay', asked)
    await ask('accounts/pay', asked)
    await until(() => printer.papers().length === 2)
    expect(textOf(printer.papers()[1]!)).toMatch(/Paiement au compte 1-P000001[\s\S]*Payé au compte[\s\S]*Monnaie[\s\S]*Dû au compte/)
    expect(printer.drawerOpenings()).toHaveLength(1)
    const openings = () => core.db.prepare("SELECT reason FROM audit WHERE kind = 'drawer-opened'").pluck().all()
    await until(() => openings().length === 1)
    expect(openings()).toEqual(['1-P000001'])
    const answer = await ask('accounts/print', { requestId: rid(), customerId, entryId, language: 'en' })
    expect(answer).toMatchObject({ how: 'printer', job: { kind: 'account', duplicate: true } })
    await until(() => printer.papers().length === 3)
    expect(textOf(printer.papers()[2]!)).toMatch(/DUPLICATE[\s\S]*Payment on account 1-P000001/)
    await ask('accounts/print', { requestId: rid(), customerId, entryId: null, language: 'en' })
    await until(() => printer.papers().length === 4)
    expect(textOf(printer.papers()[3]!)).toMatch(/Statement of account[\s\S]*Charge 1-000001[\s\S]*Payment 1-P000001/)
    expect(printer.drawerOpenings()).toHaveLength(1)
  })
  test('credit that is paid out opens the drawer once and prints a paper to sign', { timeout: 60_000 }, async () => {
    const { ask, rid, signIn, person, core, printer, staff, pins } = await paperShop()
    await signIn('cashier')
    const customerId = person({ name: 'Ana Ruiz' })
    const approve = async (target: string) => (await ask('staff/approve', { right: 'adjust-account', target, approverId: staff.manager, pin: pins.manager })).approvalId
    await ask('accounts/adjust', { requestId: rid(), customerId, direction: 'take-off', amountCents: cents(2000), reason: 'Crates', approvalId: await approve(`account-take-off/${customerId}`) })
    const asked = { requestId: rid(), customerId, amountCents: cents(1500), reason: '', approvalId: await approve(`account-pay-out/${customerId}/1500`) }
    await ask('accounts/pay-out', asked)
    await ask('accounts/pay-out', asked)
    await until(() => printer.papers().length === 1)
    expect(textOf(printer.papers()[0]!)).toMatch(/Credit paid out 1-C000001[\s\S]*\$15\.00[\s\S]*Account in credit[\s\S]*\$5\.00[\s\S]*Received \(signature\) ___/)
    const openings = () => core.db.prepare("SELECT reason FROM audit WHERE kind = 'drawer-opened'").pluck().all()
    await until(() => openings().length === 1)
    expect(openings()).toEqual(['1-C000001'])
    expect(printer.drawerOpenings()).toHaveLength(1)
  })
  test('the statement is queued for e-mail once a request, and the word for WhatsApp is in the customer’s language', { timeout: 60_000 }, async () => {
    const { ask, reply, rid, payer, charge, core, signIn } = await onAccount()
    const customerId = payer()
    await charge(customerId)
    expect(await reply('accounts/mail-statement', { requestId: rid(), customerId, language: 'en' })).toMatchObject({ code: 'cannot-reach' })
    expect(await reply('accounts/statement-link', { customerId, language: 'en' })).toMatchObject({ code: 'cannot-reach' })
    run(core.db, sql`INSERT INTO customer_emails (customer_id, position, address, address_key) VALUES (${customerId}, 0, 'ana@example.com', 'ana@example.com')`)
    run(core.db, sql`INSERT INTO customer_phones (customer_id, position, e164, typed) VALUES (${customerId}, 0, '+15145550142', '514 555 0142')`)
    const asked = { requestId: rid(), customerId, language: 'en' as const }
    expect(await ask('accounts/mail-statement', asked)).toEqual({ address: 'ana@example.com' })
    await ask('accounts/mail-statement', asked)
    const waiting = core.db.prepare("SELECT state, channel, body, consent_id FROM outbox WHERE purpose = 'statement'").all() as { state: string; channel: string; body: string; consent_id: string | null }[]
    expect(waiting).toMatchObject([{ state: 'queued', channel: 'email', consent_id: null }])
    expect(waiting[0]!.body).toMatch(/your account stands at \$40\.00[\s\S]*attached as a PDF/)
    const files = core.db.prepare('SELECT f.customer_id AS whose, file_name AS name, content FROM outbox_files f JOIN outbox o ON o.id = f.outbox_id').all() as { whose: string; name: string; content: Buffer }[]
    expect(files).toMatchObject([{ whose: customerId, name: expect.stringMatching(/^Statement of account \d{4}-\d\d-\d\d\.pdf$/) as string }])
    expect(files[0]!.content.subarray(0, 5).toString()).toBe('%PDF-')
    await signIn('manager')
    const [line] = await ask('messaging/outbox', {})
    expect(await ask('messaging/letter', { id: line!.id })).toMatchObject({ fileName: files[0]!.name })
    expect((await ask('messaging/file', { id: line!.id })).base64).toBe(files[0]!.content.toString('base64'))
    run(core.db, sql`UPDATE roles SET fields = '{"balance":"hidden"}' WHERE id = 'manager'`)
    expect(await reply('messaging/file', { id: line!.id })).toMatchObject({ code: 'not-allowed' })
    run(core.db, sql`UPDATE roles SET fields = '{}' WHERE id = 'manager'`)
    await signIn('cashier')
    const { link, text } = await ask('accounts/statement-link', { customerId, language: 'fr' })
    expect(text).toContain('le solde de votre compte est de 40,00')
    expect(link).toMatch(/^https:\/\/wa\.me\/15145550142\?text=Br%C3%BBlerie/)
  })
})

describe('receivables', () => {
  test('list who owes by age, with totals of all, filtered and found by name; a file has them all; only who may see reports', { timeout: 60_000 }, async () => {
    const { ask, reply, clock, payer, charge, payOff, signIn, dayMs, core } = await onAccount()
    const [ana, marc, zoe] = [payer({ limitCents: 3000 }), payer({ name: 'Marc Côté', days: 10 }), payer({ name: '=Zoë Roy' })]
    run(core.db, sql`UPDATE customers SET pay_later_limit_cents = NULL WHERE id = ${ana}`)
    await charge(ana)
    clock.skip(31 * dayMs)
    await charge(marc, 2)
    await charge(ana)
    clock.skip(31 * dayMs)
    await charge(zoe)
    await payOff(zoe, 4000)
    run(core.db, sql`UPDATE customers SET pay_later_limit_cents = 3000 WHERE id = ${ana}`)
    expect(await reply('accounts/receivables', { filter: 'owing', sort: 'balance', text: '', skip: 0 })).toMatchObject({ code: 'not-allowed' })
    await signIn('manager')
    const list = (filter: 'owing' | 'overdue' | 'over-limit' | 'in-credit' | 'all', text = '', sort: 'balance' | 'name' | 'oldest' = 'name') => ask('accounts/receivables', { filter, sort, text, skip: 0 })
    const { rows, totals } = await list('owing')
    expect(rows.map(({ name, balanceCents, to30Cents, to60Cents, to90Cents, overdueCents }) => [name, balanceCents, to30Cents, to60Cents, to90Cents, overdueCents]))
      .toEqual([['Ana Ruiz', 8000, 0, 4000, 4000, 8000], ['Marc Côté', 8000, 0, 8000, 0, 8000]])
    expect(totals).toMatchObject({ people: 2, balanceCents: 16_000, to60Cents: 12_000, to90Cents: 4000, olderCents: 0, creditCents: 0 })
    expect((await list('over-limit')).rows.map(({ customerId }) => customerId)).toEqual([ana])
    expect((await list('overdue', 'cote')).rows.map(({ customerId }) => customerId)).toEqual([marc])
    expect((await list('owing', '', 'oldest')).rows[0]).toMatchObject({ customerId: ana, oldestDay: '2026-11-21' })
    expect((await list('in-credit')).rows).toEqual([])
    const { csv, rows: count } = await ask('accounts/receivables-csv', { filter: 'owing', sort: 'name', text: '' })
    expect(count).toBe(2)
    expect(csv.split('\r\n')[1]).toMatch(/,Ana Ruiz,.*,80\.00,30\.00,0\.00,40\.00,40\.00,0\.00,0\.00,80\.00,2026-11-21,2026-12-21$/)
    run(core.db, sql`INSERT INTO customer_phones (customer_id, position, e164, typed) VALUES (${ana}, 0, '+15145550142', '514 555 0142')`)
    run(core.db, sql`UPDATE customers SET main_phone = '+15145550142' WHERE id = ${ana}`)
    const phoneOf = async () => (await list('owing')).rows.find(({ customerId }) => customerId === ana)!.phone
    expect(await phoneOf()).toBe('(514) 555-0142')
    run(core.db, sql`UPDATE roles SET fields = '{"phone":"masked"}' WHERE id = 'manager'`)
    expect(await phoneOf()).toBe('••• 0142')
    run(core.db, sql`UPDATE roles SET fields = '{"balance":"hidden"}' WHERE id = 'manager'`)
    expect([await reply('accounts/receivables', { filter: 'owing', sort: 'name', text: '', skip: 0 }), await reply('accounts/receivables-csv', { filter: 'owing', sort: 'name', text: '' })]).toMatchObject([{ code: 'not-allowed' }, { code: 'not-allowed' }])
    run(core.db, sql`UPDATE roles SET fields = '{}' WHERE id = 'manager'`)
    expect(core.db.prepare("SELECT count(*) FROM audit WHERE kind = 'receivables-exported'").pluck().get()).toBe(1)
    expect(core.db.prepare('SELECT customer_id, balance_cents, over_limit FROM v_accounts ORDER BY customer_id').all()).toEqual([{ customer_id: ana, balance_cents: 8000, over_limit: 1 }, { customer_id: marc, balance_cents: 8000, over_limit: 0 }])
  })
})

test('a role that may not see balances sees none, but may still be told to take a payment', async () => {
  const { ask, reply, rid, core, payer, charge, cartOf, payOff } = await onAccount()
  const customerId = payer()
  await charge(customerId)
  run(core.db, sql`UPDATE roles SET fields = '{"balance":"hidden"}' WHERE id = 'cashier'`)
  expect(await ask('accounts/of', { customerId })).toBeNull()
  expect(await ask('accounts/rows', { customerId, before: null, most: 10 })).toEqual({ rows: [], more: null })
  await cartOf(customerId)
  expect(await ask('accounts/on-cart', null)).toBeNull()
  const paper = { customerId, entryId: null, language: 'en' as const }
  const asked = { requestId: rid(), customerId, language: 'en' as const }
  run(core.db, sql`INSERT INTO customer_emails (customer_id, position, address, address_key) VALUES (${customerId}, 0, 'ana@example.com', 'ana@example.com')`)
  run(core.db, sql`INSERT INTO customer_phones (customer_id, position, e164, typed) VALUES (${customerId}, 0, '+15145550142', '514 555 0142')`)
  const refused = [
    await reply('accounts/paper', { ...paper, duplicate: false }), await reply('accounts/paper-text', { ...paper, duplicate: false }), await reply('accounts/paper-pdf', { ...paper, duplicate: false }),
    await reply('accounts/print', { ...paper, requestId: rid() }), await reply('accounts/mail-statement', asked), await reply('accounts/statement-link', { customerId, language: 'en' }),
  ]
  expect(refused.map((answer) => !answer.ok && answer.code)).toEqual(Array.from({ length: 6 }, () => 'not-allowed'))
  expect(core.db.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(0)
  const { entryId, balanceCents } = await payOff(customerId, 1500)
  expect(balanceCents).toBeNull()
  const { text } = await ask('accounts/paper-text', { ...paper, entryId, duplicate: false })
  expect(text).toContain('$15.00')
  expect(text).not.toMatch(/Owed on account|\$25\.00/)
})
