import { describe, expect, test } from 'vitest'
import { guessColumns, recognise } from '../../../src/main/customers/csv-columns.ts'
import { amountOf } from '../../../src/main/customers/csv-terms.ts'
import type { Input } from '../../../src/main/handlers.ts'
import type { BatchId } from '../../../src/main/vocabulary.ts'
import { freshApp } from '../../harness/app.ts'
import { everyone, howMany, read, readAsGuessed, rowsOf, run, upload, type App } from './import-kit.ts'

async function owner(): Promise<App> {
  const app = await freshApp()
  await app.signIn('owner')
  return app
}
const fields = (headers: string): string[] => guessColumns(headers.split(',')).map(({ field, group }) => (group === '' ? field : `${field} ${group}`))

describe('exports of other registers are known by their headers', () => {
  test.each([
    ['shopify', 'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags'],
    ['opensourcepos', 'First Name,Last Name,Gender,Consent,Email,Phone Number,Address 1,Address2,City,State,Zip,Country,Comments,Company,Account Number,Discount,Discount_Type,Taxable'],
    ['ehopper', 'Customer Type,First Name,Last Name,Company Name,Date of Birthday,Tax Exempt,Marketing,Store,Sales Person'],
    ['lightspeed-ecom', 'Internal ID,Registered,Language,Firstname,LastnamePreposition,Lastname,E-Mail,Phone,Mobile,Customer type,Company,Coc number,Vat number,Attn,Streetname,Address 2,Number,Extension,Zipcode,City,Region,Country'],
    ['lightspeed', 'customer_code,first_name,last_name,company_name,customer_group_name,physical_address1,physical_city,mobile,email'],
    ['unicenta', 'ID,SEARCHKEY,TAXID,NAME,TAXCATEGORY,CARD,MAXDEBT,ADDRESS,ADDRESS2,POSTAL,CITY,REGION,COUNTRY,FIRSTNAME,LASTNAME,EMAIL,PHONE,PHONE2,FAX,NOTES,VISIBLE,CURDATE,CURDEBT,ISVIP,DISCOUNT,MEMODATE'],
    ['korona', 'number,active,company,customer_group,economic_zone,firstname,lastname,email,phone,tax_id,birthday,privacy_policy_accepted,marketing_contact_permitted'],
    ['kyte', 'Name,Mobile number,Second telephone number,Email,ID number,Address,Notes,Allow customer to pay later'],
    ['loyverse', 'Customer ID,Customer name,Email,Phone,Address,City,Customer code,Points balance,Note,Total visits'],
  ])('%s', (name, headers) => expect(recognise(headers.split(','))).toBe(name))

  test('what a row of uniCenta, KORONA and Kyte becomes', async () => {
    const app = await owner()
    const take = async (file: string) => run(app, (await readAsGuessed(app, 'x.csv', file)).id)
    await take('SEARCHKEY,TAXID,NAME,MAXDEBT,POSTAL,CITY,FIRSTNAME,LASTNAME,PHONE,PHONE2,DISCOUNT\nk1,T-9,Ana Ruiz,250.00,H2X 1Y4,Laval,,,514-555-0100,514-555-0101,0.1\nk2,,Brûlerie SA,0,,,Bo,Kim,514-555-0102,,\nk3,,KIM CY,0,,,Cy,Kim,514-555-0103,,\n')
    await take('number,company,customer_group,economic_zone,firstname,lastname,phone,marketing_contact_permitted\n17,Café Ng,Default,CA,Dee,Ng,514-555-0104,true\n')
    await take('Name,Mobile number,ID number,Notes\nEli Paz,514-555-0105,X-77,likes tea\n')
    expect(await everyone(app)).toMatchObject([
      { firstName: 'Ana', lastName: 'Ruiz', nickname: '', taxId: 'T-9', payLaterAllowed: true, payLaterLimitCents: 25_000, discountPpm: 0, addresses: [{ postcode: 'H2X 1Y4', city: 'Laval' }], phones: [{}, {}], extras: [{ value: 'k1' }, { value: '0.1' }] },
      { firstName: 'Bo', lastName: 'Kim', nickname: 'Brûlerie SA', payLaterAllowed: false }, { firstName: 'Cy', lastName: 'Kim', nickname: '' },
      { firstName: 'Dee', lastName: 'Ng', company: 'Café Ng', groupName: 'Default', extras: [{ value: '17' }, { value: 'CA' }, { name: 'marketing_contact_permitted', value: 'true' }] },
      { firstName: 'Eli', lastName: 'Paz', taxId: 'X-77', notes: 'likes tea', phones: [{ kind: 'mobile' }] },
    ])
    expect(app.core.db.prepare('SELECT count(*) FROM consent_events').pluck().get()).toBe(0)
  })

  test('what their own words mean', () => {
    expect(fields('Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Accepts SMS Marketing,Note,Tax Exempt')).toEqual(['extra', 'first-name', 'last-name', 'email', 'consent-email', 'consent-sms', 'notes', 'tax-exempt'])
    expect(fields('Customer Type,First Name,Last Name,Company Name,Date of Birthday,Tax Exempt,Marketing')).toEqual(['kind', 'first-name', 'last-name', 'company', 'birth-date', 'tax-exempt', 'consent-email'])
    expect(fields('First Name,Last Name,Gender,Consent,Account Number,Taxable,Phone Number,Address 1,Address2')).toEqual(['first-name', 'last-name', 'extra', 'extra', 'extra', 'extra', 'phone', 'address-1', 'address-2'])
  })
})

test.each([['1,234.50', 1234.5], ['1 234,50 $', 1234.5], ['1.234,50 €', 1234.5], ['10 %', 10], ['250', 250], ['-3', -3], ['ten', null], ['1.2.3', null], ['', null]])('%j is the amount %j', (text, amount) => expect(amountOf(text)).toBe(amount))

const shopify = 'First Name,Last Name,Email,Accepts Email Marketing,Phone,Accepts SMS Marketing,Tax Exempt,Tags\nAna,Ruiz,ana@example.com,yes,514-555-0100,no,yes,"vip, bread"\nBo,Kim,bo@example.com,no,514-555-0101,,no,\nCy,Ng,,yes,,yes,no,\n'
const consents = async (app: App, name: string) => {
  const person = (await everyone(app)).find(({ firstName }) => firstName === name)!
  return (await app.ask('messaging/consents', { customerId: person.id } as Input<'messaging/consents'>)) as unknown as { events: { how: string; channel: string; allowed: boolean }[] }
}

describe('permission in a file', () => {
  test('only a clear yes with somewhere to send to gives it, and the history says by import', async () => {
    const app = await owner()
    const { id } = await read(app, 'shopify.csv', shopify)
    expect((await run(app, id)).counts).toMatchObject({ added: 3, failed: 0 })
    const rows = app.core.db.prepare("SELECT c.first_name AS name, e.channel, e.allowed, e.how FROM consent_events e JOIN customers c ON c.id = e.customer_id GROUP BY c.first_name, e.channel ORDER BY 1, 2").all()
    expect(rows).toEqual([{ name: 'Ana', channel: 'email', allowed: 1, how: 'import' }])
    expect(await consents(app, 'Bo')).toBeDefined()
    expect((await everyone(app))[0]).toMatchObject({ taxExempt: true, tags: ['vip', 'bread'] })
  })

  test('undone, of who said yes nothing is left but an id', async () => {
    const app = await owner()
    const { id } = await read(app, 'shopify.csv', shopify)
    await run(app, id)
    expect(await app.ask('imports/undo', { requestId: app.rid(), batchId: id })).toMatchObject({ removed: 3, keptCount: 0 })
    expect(app.core.db.prepare("SELECT count(*) FROM customers WHERE status <> 'erased'").pluck().get()).toBe(0)
    expect(app.core.db.prepare("SELECT group_concat(address || wording || how, '') FROM consent_events").pluck().get()).toBe('')
    expect((await app.ask('customers/find', { text: 'ana', scope: 'picker', most: 5, after: null, inactive: true })).rows).toEqual([])
  })
})

async function mapped(app: App, content: string): Promise<BatchId> {
  const batch = await read(app, 'own.csv', content)
  if (batch.state !== 'mapping') return batch.id
  const { columns, headerRow } = await app.ask('imports/mapping', { batchId: batch.id })
  await app.ask('imports/set-mapping', { batchId: batch.id, headerRow, columns: columns.map(({ index, field, group }) => ({ index, field, group })) })
  return (await app.ask('imports/read', { batchId: batch.id })).id
}
const club = 'First Name,Last Name,Mobile,Points,Group,Discount,Pay-later limit,Shoe size\nAna,Ruiz,514-555-0100,1 200,amis,10 %,"1,500.00",42.5\nBo,Kim,514-555-0101,0,Nobody,200,x,big\nCy,Ng,514-555-0102,-5,Amis,,,\n'

async function withGroupAndAttribute(): Promise<App> {
  const app = await owner()
  app.core.db.prepare("INSERT INTO customer_groups (id, name, position) VALUES ('g-amis', 'Amis', 9)").run()
  await app.ask('customers/save-attribute', { requestId: app.rid(), id: null, convert: false, attribute: { name: 'Shoe size', kind: 'number', choices: [], seenBy: 'everyone', searchable: true, inExport: true, active: true } })
  return app
}
const balances = (app: App) => app.core.db.prepare("SELECT kind, points, balance_after AS balance FROM loyalty_ledger ORDER BY seq").all()

describe('points, groups and terms in a file', () => {
  test('an opening balance is a row of the ledger; what the shop does not know is kept, and said', async () => {
    const app = await withGroupAndAttribute()
    const id = await mapped(app, club)
    expect((await rowsOf(app, id)).map(({ problems }) => problems.map(({ code, value }) => `${code} ${value}`))).toEqual([[], ['unknown-name Nobody', 'bad-value 200', 'bad-value x', 'bad-value big'], ['bad-value -5']])
    expect((await run(app, id)).counts).toMatchObject({ added: 3 })
    const [ana, bo] = await everyone(app)
    expect(ana).toMatchObject({ groupName: 'Amis', discountPpm: 100_000, payLaterAllowed: true, payLaterLimitCents: 150_000, attributes: [{ value: '42.5' }], extras: [] })
    expect(bo).toMatchObject({ discountPpm: 0, payLaterAllowed: false, attributes: [], extras: [{ name: 'Group', value: 'Nobody' }, { name: 'Discount', value: '200' }, { name: 'Pay-later limit', value: 'x' }, { name: 'Shoe size', value: 'big' }] })
    expect(balances(app)).toEqual([{ kind: 'opening', points: 1_200, balance: 1_200 }])
  })

  test('undone, the points are taken back by a row of their own, and the ledger still proves itself', async () => {
    const app = await withGroupAndAttribute()
    const id = await mapped(app, club)
    await run(app, id)
    expect(await app.ask('imports/undo', { requestId: app.rid(), batchId: id })).toMatchObject({ removed: 3, keptCount: 0 })
    expect(balances(app)).toEqual([{ kind: 'opening', points: 1_200, balance: 1_200 }, { kind: 'reverse', points: -1_200, balance: 0 }])
    expect(await app.ask('loyalty/verify', {})).toMatchObject({ ok: true })
    expect(app.core.db.prepare("SELECT count(*) FROM customers WHERE status <> 'erased'").pluck().get()).toBe(0)
    expect((await run(app, await mapped(app, club))).counts.added).toBe(3)
  })

  test('whose points moved since stays, and is named', async () => {
    const app = await withGroupAndAttribute()
    const id = await mapped(app, club)
    await run(app, id)
    const account = app.core.db.prepare('SELECT account_id AS a, customer_id AS c, seq FROM loyalty_ledger').get() as { c: string }
    await app.ask('loyalty/adjust-points', { requestId: app.rid(), customerId: account.c, direction: 'add', points: 5, reason: 'goodwill', note: '', saleId: null, countsForTier: false, expires: 'never',
      approvalId: (await app.ask('staff/approve', { right: 'adjust-points', target: `points-add/${account.c}`, approverId: app.staff.manager, pin: app.pins.manager })).approvalId, secondApprovalId: null } as unknown as Input<'loyalty/adjust-points'>)
    expect(await app.ask('imports/undo', { requestId: app.rid(), batchId: id })).toMatchObject({ removed: 2, keptCount: 1, kept: [{ name: 'Ana Ruiz' }] })
  })
})

describe('what a person said of the columns', () => {
  const odd = 'Wer,Woher,Nummer\nAna,Laval,514-555-0100\n'
  test('is remembered for the next file with the same headers, which is read at once', async () => {
    const app = await owner()
    const batch = await read(app, 'odd.csv', odd)
    expect(batch.state).toBe('mapping')
    const told = [{ index: 0, field: 'full-name', group: '' }, { index: 1, field: 'address-city', group: '' }, { index: 2, field: 'mobile', group: '' }] as const
    await app.ask('imports/set-mapping', { batchId: batch.id, headerRow: true, columns: [...told] })
    await app.ask('imports/cancel', { batchId: batch.id })
    const next = await read(app, 'odd again.csv', odd.replace('Ana', 'Eva'))
    expect(next.state).toBe('ready')
    expect((await app.ask('imports/mapping', { batchId: next.id })).remembered).toBe(true)
    expect(await rowsOf(app, next.id)).toMatchObject([{ name: 'Eva', phone: '514-555-0100' }])
    expect((await read(app, 'other.csv', odd.replace('Wer', 'Wen'))).state).toBe('mapping')
  })
})

describe('the file to fill in', () => {
  test.each(['en', 'fr', 'es'] as const)('in %s: read back, no column of it is unknown, and the shop’s own attributes stand in it', async (language) => {
    const app = await withGroupAndAttribute()
    const { csv } = await app.ask('imports/template', { language })
    const headers = csv.replace('\ufeff', '').trim().split(',')
    const guesses = guessColumns(headers)
    expect(headers.at(-1)).toBe('Shoe size')
    expect(headers.filter((_, at) => guesses[at]?.field === 'extra')).toEqual(['Shoe size'])
    expect(new Set(guesses.map(({ field }) => field)).size).toBeGreaterThan(28)
  })

  test('is recognised, and its attribute goes where it belongs', async () => {
    const app = await withGroupAndAttribute()
    const { csv } = await app.ask('imports/template', { language: 'en' })
    const id = await upload(app, 'x.csv', `${csv}Ana,Ruiz,,,514-555-0100${','.repeat(28)}41\r\n`)
    await app.ask('imports/read', { batchId: id })
    expect((await run(app, id)).counts.added).toBe(1)
    expect((await everyone(app))[0]).toMatchObject({ firstName: 'Ana', attributes: [{ value: '41' }] })
    expect(howMany(app)).toBe(1)
  })
})
