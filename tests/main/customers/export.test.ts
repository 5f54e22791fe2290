import { existsSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csvReader } from '../../../src/main/customers/csv.ts'
import { csvRow, textCell, unmarked } from '../../../src/main/customers/export-csv.ts'
import { columnIds } from '../../../src/main/customers/export-columns.ts'
import { headOf } from '../../../src/main/customers/export-words.ts'
import type { Input } from '../../../src/main/handlers.ts'
import { freshApp } from '../../harness/app.ts'
import { loyaltyShop, type LoyaltyShop } from '../loyalty/shop.ts'
import { everyone, readAsGuessed, run } from './import-kit.ts'
import { erased, filesIn, planted, shopWithZolka, withPin, wordsLeft } from './erase-kit.ts'

type Asked = Partial<Input<'exports/begin'>>
/** Begins an export, waits for it, and takes the whole file. */
async function exported(shop: LoyaltyShop, more: Asked = {}): Promise<{ text: string; exportId: string; fileName: string }> {
  const { exportId } = await withPin(shop)('exports/begin', {
    requestId: shop.rid(), selection: { kind: 'filter', filter: {}, except: [] }, kind: 'csv', columns: ['code', 'first-name', 'last-name', 'mobile', 'email', 'notes'], email: null, reason: 'yearly letter', approvalId: null, ...more,
  })
  for (let tries = 0; tries < 200 && (await state(shop, exportId)) === 'making'; tries++) await new Promise((done) => setTimeout(done, 20))
  expect(await state(shop, exportId)).toBe('ready')
  const pieces: Buffer[] = []
  let [at, of, fileName] = [0, 1, '']
  for (; at < of; at++) {
    const piece = await shop.ask('exports/piece', { exportId, piece: at })
    pieces.push(Buffer.from(piece.base64, 'base64'))
    of = piece.pieces
    fileName = piece.fileName
  }
  return { text: Buffer.concat(pieces).toString(), exportId, fileName }
}
const state = async (shop: LoyaltyShop, exportId: string) => (await shop.ask('exports/list', null)).find(({ id }) => id === exportId)?.state
/** Read by somebody else's reader. */
const readBy = (text: string, delimiter = ','): string[][] => Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: true }).data
const own = (text: string): string[][] => {
  const reader = csvReader(',')
  const binary = Buffer.from(text.replace(/^\uFEFF/, '')).toString('latin1')
  return [...reader.push(binary), ...reader.end()].map(({ cells }) => cells.map((cell) => Buffer.from(cell, 'latin1').toString()))
}
async function managed() {
  const shop = await loyaltyShop()
  await shop.signIn('manager')
  return shop
}

describe('exporting customers', () => {
  test('one row for each person, in UTF-8 with its mark, dates as ISO, zeros and accents kept, and no formula', async () => {
    const shop = await managed()
    await shop.customer('Élodie', { lastName: 'Côté', notes: 'first line\nsecond "line"; end', phones: [{ typed: '+15145550142', kind: 'mobile' }], tags: ['0042'], birthDate: '1990-04-03' as never })
    await shop.customer('=HYPERLINK("http://x")', { lastName: '@SUM(A1)', company: '-2+3', nickname: '\t=1' })
    const { text, fileName } = await exported(shop, { columns: ['first-name', 'last-name', 'company', 'mobile', 'tags', 'birth-date', 'notes', 'points'] })
    expect(text.startsWith('\uFEFFFirst Name,')).toBe(true)
    expect(fileName).toBe('customers-2026-11-21.csv')
    const [heads, ...rows] = readBy(text)
    expect(heads).toEqual(['First Name', 'Last Name', 'Company', 'Mobile', 'Date of Birth', 'Tags', 'Notes', 'Points'])
    const row = rows.find(([name]) => name === 'Élodie')
    expect(row).toEqual(['Élodie', 'Côté', '', "'+15145550142", '1990-04-03', '0042', 'first line\nsecond "line"; end', ''])
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(rows).toHaveLength(2)
  })

  test('every text comes back as it was, read by our own reader and by another', () => {
    const hostile = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '"', '""', 'a,b', 'a;b', 'a\nb', 'a\r\nb', '\u00A0=1', '＝1', "'=1", "''@x", "'t Hooft", "'\t1", '0042', ' =2'))
    fc.assert(fc.property(fc.array(hostile, { minLength: 2, maxLength: 6 }), (cells) => {
      const line = csvRow(['x', ...cells.map(textCell), 'y'], ',')
      const expected = ['x', ...cells.map((cell) => { const clean = cell.replaceAll('\u0000', '').toWellFormed(); return /^'*(?:[\s\u00A0\uFEFF\u200B-\u200D]*[=+\-@＝＋－＠]|[\t\r\n])/.test(clean) ? `'${clean}` : clean }), 'y']
      expect(readBy(line)).toEqual([expected])
      expect(own(line)).toEqual([expected.map((cell) => cell.replaceAll(/\r\n|\r/g, '\n'))])
      expect(readBy(line).flat().some((cell) => /^[=+\-@\t\r]/.test(cell))).toBe(false)
      expect(readBy(line).map((row) => row.map(unmarked))).toEqual([['x', ...cells.map((cell) => cell.replaceAll('\u0000', '').toWellFormed()), 'y']])
    }), { numRuns: 500 })
  })

  test('a file that is taken into another shop makes the same people there: names that look like formulas, numbers with a plus, and none with an apostrophe more', async () => {
    const [shop, other] = [await managed(), await freshApp()]
    const names = ['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', "'=1", "''@x", "'t Hooft", '＝1', 'Élodie; "Lo"']
    for (const [at, name] of names.entries()) await shop.customer(name, { lastName: `Roy${at}`, notes: `-${name}`, phones: [{ typed: `+1514555014${at}`, kind: 'mobile' }] })
    const { text } = await exported(shop)
    await other.signIn('owner')
    expect((await run(other, (await readAsGuessed(other, 'customers.csv', text)).id)).counts).toMatchObject({ added: names.length, failed: 0 })
    const there = await everyone(other)
    expect(there.map(({ firstName }) => firstName).toSorted()).toEqual(names.toSorted())
    for (const [at, name] of names.entries()) expect(there.find(({ firstName }) => firstName === name)).toMatchObject({ lastName: `Roy${at}`, notes: `-${name}`, phones: [{ e164: `+1514555014${at}`, typed: `+1514555014${at}` }] })
  })

  test('each language has a head for every column, and no two alike', () => {
    for (const language of ['en', 'fr', 'es'] as const) {
      const heads = columnIds.map((id) => headOf(id, language) ?? '')
      expect(heads.every((head) => head !== '')).toBe(true)
      expect(new Set(heads).size).toBe(heads.length)
    }
  })

  test('documents and medical numbers are off, need a PIN, and stand in nobody else’s file; attributes have columns', async () => {
    const { shop, id } = await shopWithZolka()
    await shop.signIn('cashier')
    await expect(shop.ask('exports/offer', null)).rejects.toMatchObject({ code: 'not-allowed' })
    await shop.signIn('manager')
    const { columns } = await shop.ask('exports/offer', null)
    expect(columns.filter(({ first }) => first).some(({ secret }) => secret)).toBe(false)
    expect(columns.filter(({ secret }) => secret).map((column) => column.id)).toContain('licence-number')
    const everything = columns.map((column) => column.id)
    const { text } = await exported(shop, { columns: everything, selection: { kind: 'ids', ids: [id] } })
    const [heads = [], row = []] = readBy(text)
    const cell = (head: string) => row[heads.indexOf(head)]
    expect(cell('Drivers License Number')).toBe(planted.licence)
    expect(cell('Shoe')).toBe(planted.attribute)
    expect(cell('Notes')).toBe(`${planted.notes} and more`)
    expect(cell('Address 1')).toBe(planted.street)
    expect(cell('Other contacts')).toContain(planted.contactName)
    expect(cell('Emails: marketing')).toBe('No')
    const kinds = shop.core.db.prepare("SELECT kind, reason FROM audit WHERE target LIKE 'export/%' ORDER BY seq").all()
    expect(kinds).toEqual([{ kind: 'customers-exported', reason: 'yearly letter' }, { kind: 'export-taken', reason: null }])
  })

  test('many people with a way to reach them need a reason, a role has its most, and what may not be seen is not in the file', async () => {
    const shop = await managed()
    shop.core.db.prepare('UPDATE erase_settings SET reason_above = 1').run()
    await shop.customer('Ana', { phones: [{ typed: '+15145550142', kind: 'mobile' }], notes: 'private words' })
    await shop.customer('Bea')
    await expect(exported(shop, { reason: '' })).rejects.toMatchObject({ code: 'reason-needed' })
    await expect(exported(shop, { reason: '', columns: ['code'] })).resolves.toBeDefined()
    shop.core.db.prepare(`UPDATE roles SET limits = '{"exportRows":1}', fields = '{"phone":"masked","notes":"hidden"}' WHERE id = 'manager'`).run()
    await expect(exported(shop)).rejects.toMatchObject({ code: 'export-too-many', facts: { most: 1, people: 2 } })
    shop.core.db.prepare(`UPDATE roles SET limits = '{}' WHERE id = 'manager'`).run()
    const { text } = await exported(shop)
    expect(text).toContain('0142')
    expect(text).not.toContain('5145550142')
    expect(text).not.toContain('private words')
  })

  test('the file is locked beside the shop, goes after its days, and at once when somebody in it is erased', async () => {
    const shop = await managed()
    const id = await shop.customer('Zkexported', { notes: 'ZkNote' })
    const folder = path.join(path.dirname(shop.file), 'exports')
    const { exportId, text } = await exported(shop)
    expect(text).toContain('Zkexported')
    expect(filesIn(folder)).toHaveLength(1)
    expect(wordsLeft(folder, ['Zkexported', 'ZkNote', 'First Name'])).toEqual([])
    await shop.ask('customers/erase', { requestId: shop.rid(), id, approvalId: null })
    await erased(shop)
    expect(filesIn(folder)).toEqual([])
    await expect(shop.ask('exports/piece', { exportId, piece: 0 })).rejects.toMatchObject({ code: 'export-gone' })
    await shop.customer('Later')
    await exported(shop)
    shop.clock.skip(9 * 86_400_000)
    shop.runDue()
    expect(filesIn(folder)).toEqual([])
  })

  test('by e-mail it waits in the outbox with the file, since no mail is set up, and the address is kept for the next time', async () => {
    const shop = await managed()
    await shop.customer('Ana')
    await exported(shop, { email: 'marc@shop.example' })
    expect(await shop.ask('exports/outbox', null)).toMatchObject([{ address: 'marc@shop.example', fileName: 'customers-2026-11-21.csv', state: 'queued' }])
    expect((await shop.ask('exports/offer', null)).email).toBe('marc@shop.example')
  })

  test('as vCards, another program and our own import find everybody again', async () => {
    const shop = await managed()
    await shop.customer('Ana', { lastName: 'Ruiz', phones: [{ typed: '+15145550142', kind: 'mobile' }], emails: [{ address: 'ana@x.ca', kind: 'home' }] })
    const { text, fileName } = await exported(shop, { kind: 'vcard' })
    expect(fileName).toBe('customers-2026-11-21.vcf')
    expect(text).toMatch(/BEGIN:VCARD[\s\S]*N:Ruiz;Ana;;;[\s\S]*TEL;TYPE=CELL:\+15145550142[\s\S]*END:VCARD/)
  })

  test('one that is stopped leaves no file, and only who made one takes it', async () => {
    const shop = await managed()
    for (let at = 0; at < 40; at++) await shop.customer(`P${at}`)
    const { exportId } = await shop.ask('exports/begin', { requestId: shop.rid(), selection: { kind: 'filter', filter: {}, except: [] }, kind: 'csv', columns: ['code'], email: null, reason: 'x', approvalId: null })
    await shop.ask('exports/cancel', { exportId })
    for (let tries = 0; tries < 100 && (await state(shop, exportId)) === 'making'; tries++) await new Promise((done) => setTimeout(done, 20))
    expect(await state(shop, exportId)).toBe('cancelled')
    expect(existsSync(path.join(path.dirname(shop.file), 'exports')) ? filesIn(path.join(path.dirname(shop.file), 'exports')) : []).toEqual([])
    const { exportId: made } = await exported(shop)
    await shop.signIn('owner')
    await expect(shop.ask('exports/piece', { exportId: made, piece: 0 })).rejects.toMatchObject({ code: 'not-found' })
  })
})
