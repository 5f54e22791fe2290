import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Customer } from '../../../src/main/customers/customer.ts'
import { freshApp } from '../../harness/app.ts'
import { everyone, read, realFile, realFiles, realNames, rowsOf, run, type App } from './import-kit.ts'

async function imported(name: string, content: Buffer): Promise<{ app: App; people: Customer[] }> {
  const app = await freshApp()
  await app.signIn('manager')
  const batch = await read(app, name, content)
  expect(batch.state, name).toBe('ready')
  await app.ask('imports/choose', { batchId: batch.id, position: null, only: 'twin', choice: 'add' })
  const done = await run(app, batch.id)
  expect(done.counts.failed, name).toBe(0)
  expect(app.bugs).toEqual([])
  return { app, people: await everyone(app) }
}

/** What a file must give: each person as name, numbers, addresses, day; read from the file by eye. */
type Expected = {
  readonly names: readonly string[]; readonly phones?: readonly string[]; readonly emails?: readonly string[]; readonly addresses?: readonly string[]
  readonly birthDates?: readonly (string | null)[]; readonly notes?: readonly string[]; readonly tags?: readonly string[]; readonly photos?: number; readonly companies?: readonly string[]
  readonly extras?: Readonly<Record<string, string>>
}
const n = 'Ñ'
const ns = (count: number) => Array.from({ length: count }, () => n).join(' ')
const licence = /^THIS SOFTWARE IS PROVIDED BY .*DAMAGE\./s

const expectations: Readonly<Record<string, Expected>> = {
  'vcard/ez-John_Doe_ANDROID.vcf': {
    names: ['john.doe@company.com', 'jane.doe@company.com', ns(4), ns(11), `${ns(3)} ${ns(2)}`, n.repeat(4)],
    phones: ['123456789', '123456', '234567', '3456789', '45678901', '123456', '123456', '123456', '55556666'],
    emails: ['john.doe@company.com', 'jane.doe@company.com', 'bob@company.com', 'henry@company.com'], photos: 1, companies: ['', '', '', '', n.repeat(12), n.repeat(44)],
    tags: ['My Contacts', 'My Contacts', 'My Contacts', 'My Contacts', 'My Contacts'], extras: { EMAIL: n.repeat(14), URL: 'http://www.company.com' },
  },
  'vcard/ez-John_Doe_BLACK_BERRY.vcf': { names: ['john Doe'], phones: ['+96123456789'], companies: ['Acme Solutions'], photos: 1, extras: { FN: 'John Doe' } },
  'vcard/ez-John_Doe_EVOLUTION.vcf': {
    names: ['John Richter, James Doe'], phones: ['905-666-1234', '905-555-1234'], emails: ['john.doe@ibm.com'], birthDates: ['1980-03-22'], tags: ['VIP'], companies: ['IBM'],
    addresses: ['15 Crescent moon drive|ASB-123|Albaney|New York|12345|United States of America'],
    extras: { 'X-AIM (home)': 'johnny5@aol.com', 'X-EVOLUTION-SPOUSE': 'Maria', 'N (prefix)': 'Mr.', 'N (suffix)': 'Sr.', UID: '477343c8e6bf375a9bac1f96a5000837' },
  },
  'vcard/ez-John_Doe_GMAIL.vcf': {
    names: ['John Richter, James Doe'], phones: ['905-555-1234', '905-666-1234'], emails: ['john.doe@ibm.com'], birthDates: ['1980-03-22'], companies: ['IBM'],
    addresses: ['Crescent moon drive|555-asd, Nice Area, Albaney, New York 12345, United States of America||||'],
    extras: { 'X-ABDATE (Anniversary)': '1975-03-01', 'X-ABRELATEDNAMES (Spouse)': 'Jenny', 'X-PHONETIC-FIRST-NAME': 'Jon' },
  },
  'vcard/ez-John_Doe_IPHONE.vcf': {
    names: ['John Richter James Doe'], emails: ['john.doe@ibm.com'], birthDates: ['2012-06-06'], photos: 1, companies: ['IBM'],
    phones: ['905-555-1234', '905-666-1234', '905-777-1234', '905-888-1234', '905-999-1234', '905-111-1234', '905-222-1234'],
    addresses: ['Silicon Alley 5,||New York|New York|12345|United States of America', 'Street4|Building 6, Floor 8|New York||12345|USA'], extras: { 'ORG (unit)': 'Accounting' },
  },
  'vcard/ez-John_Doe_LOTUS_NOTES.vcf': {
    names: ['John Johny Doe'], phones: ['+1 (212) 204-34456', '00-1-212-555-7777'], emails: ['john.doe@ibm.com', 'billy_bob@gmail.com'], birthDates: ['1980-05-21'], photos: 1,
    addresses: ['25334|South cresent drive, Building 5, 3rd floo r|New York|New York|NYC887|U.S.A.'], companies: ['IBM'],
    extras: { GEO: '-2.600000;3.400000', ROLE: 'Counting Money', TZ: '1:00', MAILER: 'Mozilla Thunderbird', 'X-ABUID': '0E7602CC-443E-4B82-B4B1-90F62F99A199:ABPerson' },
  },
  'vcard/ez-John_Doe_MAC_ADDRESS_BOOK.vcf': {
    names: ['John Richter,James Doe'], emails: ['john.doe@ibm.com'], birthDates: ['2012-06-06'], photos: 1, companies: ['IBM'],
    phones: ['905-777-1234', '905-666-1234', '905-555-1234', '905-888-1234', '905-999-1234', '905-111-1234', '905-222-1234'],
    addresses: ['Silicon Alley 5,||New York|New York|12345|United States of America', 'Street4|Building 6, Floor 8|New York||12345|USA'], extras: { 'X-ABRELATEDNAMES (Spouse)': 'Jenny' },
  },
  'vcard/ez-John_Doe_MS_OUTLOOK.vcf': {
    names: ['John Richter,James Doe'], phones: ['(905) 555-1234', '(905) 666-1234'], emails: ['john.doe@ibm.cm'], birthDates: ['1980-03-22'], photos: 1, companies: ['IBM'],
    addresses: ['Cresent moon drive||Albaney|New York|12345|United States of America', 'Silicon Alley 5,||New York|New York|12345|United States of America'],
    extras: { 'LABEL (work)': 'Cresent moon drive\nAlbaney, New York  12345', 'X-MS-MANAGER': 'Big Blue', ROLE: 'Counting Money', 'N;LANGUAGE': 'en-us' },
  },
  'vcard/ez-fullcontact.vcf': {
    names: ['FirstName MiddleName LastName'], birthDates: ['2016-08-01'], notes: ['Notes line 1\nNotes line 2'], tags: ['Tag'], photos: 0, companies: ['Organization1'],
    phones: ['1111', '1112', '1113', '1114', '1115', '1116', '1117', '1118', '1119'].map((tail) => `555-555-${tail}`),
    emails: ['home@example.com', 'work@example.com', 'school@example.com', 'other@example.com', 'custom@example.com'],
    addresses: ['Home', 'Work', 'Other', 'Custom'].map((kind) => ['Street', 'Extended', 'City', 'State', 'Postal', 'Country'].map((part) => kind + part).join('|')),
    extras: { TITLE: 'Title2', ORG: 'Organization2', GENDER: 'M', PHOTO: 'https://d3m0kzytmr41b1.cloudfront.net/c335e945d1b60edd9d75eb4837c432f637e95c8a' },
  },
  'vcard/ez-gmail-list.vcf': { names: ['Arnold Smith', 'Chris Beatle', 'Doug White'], emails: ['asmithk@example.com', 'chrisy55d@example.com', 'dwhite@example.com'], photos: 0 },
  'vcard/ez-gmail-single.vcf': {
    names: ['Greg Dartmouth'], phones: ['555 555 1111', '555 555 2222'], emails: ['gdartmouth@hotmail.com'], birthDates: ['1960-09-10'], companies: ['TheCompany'],
    notes: ['This is GMail\'s note field.\nIt should be added as a NOTE type.\nACustomField: CustomField'],
    addresses: ['123 Home St|Home City, HM 12345||||', '321 Custom St||Custom City|TX|98765|USA'], extras: { 'URL (PROFILE)': 'http://TheProfile.com', 'X-ABRELATEDNAMES (CustomRelationship)': 'MyCustom' },
  },
  'vcard/ez-gmail-single2.vcf': {
    names: ['VCard Test'], birthDates: ['1912-06-23'], phones: Array.from({ length: 11 }, (_, at) => String(5_555_551_111 + at)), notes: ['note line 1\nnote line 2\nCustomField: field value'],
    emails: ['email', 'homeemail', 'workemail', 'otheremail', 'customcategory'].map((name) => `${name}@example.com`), companies: ['TheCompany'],
    addresses: [111, 112, 113, 114, 115].map((number) => `${number} Main St||NY|New York|10011|`), extras: { 'X-SKYPE': 'IM5', 'X-ABRELATEDNAMES (Mother)': 'Name4', 'X-ABDATE': '1776-07-04' },
  },
  'vcard/ez-issue114.vcf': {
    names: ['Dummy Dummy'], phones: ['+49 1234 56789', '+49 9876 54321'], emails: ['dummy.dummy@dummy.com'], companies: ['Dummy GmbH'],
    addresses: ['Dummy-Dummy-Strasse 1|BHG01:|Bad Homburg||61352|Germany'], extras: { FN: 'Dummy, Dummy', UID: '8b574c60-fd7f-4e99-b584-c5db131ae687' },
  },
  'vcard/ez-outlook-2003.vcf': {
    names: ['John Doe'], emails: ['jdoe@hotmail.com'], birthDates: ['1980-03-21'], companies: ['Company, The'], notes: ['This is the note field!!\nSecond line\n\nThird line is empty'], phones: [],
    addresses: ['123 Main St|TheOffice|Austin|TX|12345|United States of America'], extras: { 'TEL (work, voice)': 'BusinessPhone', ROLE: 'TheProfession', 'ORG (unit)': 'TheDepartment' },
  },
  'vcard/ez-thunderbird-MoreFunctionsForAddressBook-extension.vcf': {
    names: ['John Doe'], phones: ['555-555-1111', '555-555-2222', '555-555-5555', '555-555-3333', '555-555-4444'], birthDates: ['1970-09-21'], photos: 1, companies: ['TheOrganization'],
    emails: ['doe.john@hotmail.com', 'additional-email@company.com', 'additional-email1@company.com', 'additional-email2@company.com', 'additional-email3@company.com'],
    addresses: ['Suite 100|222 Broadway|New York|NY|98765|USA', 'Apt 10|123 Main St|Austin|TX|12345|USA'], tags: ['category1', 'category2', 'category3'],
    notes: ['This is the notes field.\nSecond Line\n\nFourth Line\nYou can put anything in the "note" field; even curse words.'], extras: { 'X-SPOUSE': 'TheSpouse', 'X-ANNIVERSARY': '1990-04-30' },
  },
  'vcard/made-21-qp.vcf': { names: ['Ayşe Öztürk'], phones: ['+90 555 010 00 05'], birthDates: ['1991-03-15'], addresses: ['Uzun Sokak 12|Daire 3|Trabzon||61000|Türkiye'] },
  'vcard/made-40.vcf': {
    names: ['Noël Ünïcode'], phones: ['+1-555-010-0004 ext. 7'], emails: ['noel@example.com'], birthDates: [null], tags: ['VIP', 'Newsletter'],
    addresses: ['1 Long Street||Testville|TS|12345|US'], extras: { BDAY: '--0229', KIND: 'individual', 'ADR;LABEL': '1 Long\nStreet' },
    notes: ['a very long note that is folded because it is more than seventy-five octets long and goes on, with commas; semicolons and\nnew lines'],
  },
  'csv/made-google-2024.csv': {
    names: ["Zoë O'Test-Brontë", 'Zoe OTest Bronte', '太郎 田中', 'Test, "Quoted" & Sons', '=HYPERLINK("http://x.invalid") Formula', 'Spaces Tab Name', '(555) 010-0099', 'Bad Email'],
    phones: ['+1 (555) 010-0001', '5550100001', '+81 90-0000-0000', '555 0100 ext. 12', '(555) 010-0099'], notes: ['', '', '', '', '+cmd|calc', '', '', ''],
    emails: ['zoe@example.com', 'zoe@example.com', 'taro@example.jp', 'taro2@example.jp', 'office@example.org', 'formula@example.com'], tags: ['VIP', 'myContacts', 'myContacts'],
    birthDates: ['1990-02-28', null, null, null, null, null, null, '1985-12-31'], addresses: ['1 Main St||Testville|TS|12345|US'],
    extras: { Birthday: '--02-29', 'E-mail 1 - Value': 'not-an-email', 'address 1': '1 Main St\nSuite 2\nTestville, TS 12345\nUS' },
  },
  'csv/made-outlook-cp1252.csv': {
    names: ['Jörg Prüfer', 'Ann Sample'], phones: ['0170 0000000', '(555) 010-0002'], emails: ['joerg@example.de', 'ann@example.com'], birthDates: [null, '1992-02-29'],
    notes: ['Zeile 1\nZeile 2', ''], tags: ['Loyalty', 'Newsletter'], addresses: ['Teststraße 1||Köln||50667|Deutschland', '5 Side St, Apt 3||Testville|TS|01234|'],
  },
  'csv/made-outlook-semicolon-utf16.csv': {
    names: ['Jörg Prüfer', 'Ann Sample'], phones: ['0170 0000000', '(555) 010-0002'], emails: ['joerg@example.de', 'ann@example.com'], birthDates: [null, '1992-02-29'],
    notes: ['Zeile 1\nZeile 2', ''], tags: ['Loyalty', 'Newsletter'], addresses: ['Teststraße 1||Köln||50667|Deutschland', '5 Side St, Apt 3||Testville|TS|01234|'],
  },
  'csv/made-pos-export.csv': {
    names: ['Sam Example', 'Sam Example', 'Käte Löyal'], phones: ['+15550100003', '5550100003'], emails: ['sam@example.com', 'kaete@example.de'], notes: ['', 'negative balance', 'comma decimal'],
    addresses: ['1 A St||Testville|TS|12345|US'], extras: { 'Customer code': '2000000000015', 'Points balance': '1.250,75', 'Total spent': '$1,234.50', Country: 'DE' },
  },
}

const line = (a: Customer['addresses'][number]): string => [a.address1, a.address2, a.city, a.region, a.postcode, a.country].join('|')

describe.skipIf(!realFiles)('contacts of real phones and programs', () => {
  test('there is an expectation for every file', () => {
    expect([...realNames('vcard'), ...realNames('csv')].toSorted()).toEqual(Object.keys(expectations).toSorted())
  })

  test.each(Object.entries(expectations))('%s comes in whole', async (name, expected) => {
    const { people } = await imported(name, realFile(name))
    const personal = (person: Customer): string => (person.company !== '' && person.type === 'personal' ? person.displayName.replace(` (${person.company})`, '') : person.displayName)
    expect(people.map(personal)).toEqual(expected.names)
    expect(people.flatMap(({ phones }) => phones.map(({ typed }) => typed))).toEqual(expected.phones ?? [])
    expect(people.flatMap(({ emails }) => emails.map(({ address }) => address))).toEqual(expected.emails ?? [])
    expect(people.flatMap(({ addresses }) => addresses.map(line))).toEqual(expected.addresses ?? [])
    expect(people.map(({ birthDate }) => birthDate)).toEqual(expected.birthDates ?? people.map(() => null))
    expect(people.flatMap(({ tags }) => tags)).toEqual(expected.tags ?? [])
    if (expected.notes) expect(people.map(({ notes }) => notes)).toEqual(expected.notes)
    else if (/John_Doe_(?:EVO|GMAIL|LOTUS|MAC|MS)/.test(name)) expect(people[0]?.notes).toMatch(licence)
    if (expected.companies) expect(people.map(({ company }) => company)).toEqual(expected.companies)
    expect(people.filter(({ hasPhoto }) => hasPhoto)).toHaveLength(expected.photos ?? 0)
    const extras = people.flatMap((person) => person.extras)
    for (const [field, value] of Object.entries(expected.extras ?? {})) expect(extras, `${field} of ${name}`).toContainEqual({ name: field, value })
  })

  test.each([...realNames('vcard'), ...realNames('csv')])('%s: nothing is lost and nothing is garbled', async (name) => {
    const { app, people } = await imported(name, realFile(name))
    const kept = JSON.stringify(people).toLowerCase() + JSON.stringify(app.core.db.prepare('SELECT media_type, hex(bytes) FROM customer_photos UNION ALL SELECT kind, points FROM loyalty_ledger').raw().all()).toLowerCase()
    expect(JSON.stringify(people)).not.toMatch(/\ufffd|Ã©|Ã¶|Â |â€/)
    const words = new Set(kept.split(/[^\p{L}\p{N}]+/u))
    for (const word of wordsIn(name, realFile(name))) expect(words.has(word) || kept.includes(word), `${word} of ${name}`).toBe(true)
  })
})

/** An independent look at a file: every word of every value, decoded without any of our readers. Photos are told by their first bytes. */
function wordsIn(name: string, bytes: Buffer): string[] {
  const values = name.endsWith('.csv') ? [textOf(bytes)] : valuesIn(bytes)
  return values.flatMap((value) => value.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== '')
}

function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bodyOf(bytes.toString('utf16le'))
  const utf8 = bytes.toString('utf8')
  return bodyOf(utf8.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : utf8)
}
/** Headers name fields; what Outlook writes for "no date" says nothing. */
const bodyOf = (text: string): string => text.replace(/^[^\n]*\n/, '').replaceAll('0/0/00', '').replace(/\b(19\d\d|31|2)[-/](\d+)[-/](\d+)\b/g, (_, a: string, b: string, c: string) => `${a.padStart(2, '0')} ${b.padStart(2, '0')} ${c}`)

const aboutTheFile = /^(?:VERSION|PRODID|BEGIN|END)$/i
function valuesIn(bytes: Buffer): string[] {
  const lines = bytes.toString('latin1').replace(/\r+\n/g, '\n').replace(/=\n(?=[=\w ]|\n)/g, '=\n').split('\n')
  const logical: string[] = []
  for (const one of lines) {
    const last = logical.at(-1) ?? ''
    if (/QUOTED-PRINTABLE/.test(last) && last.endsWith('=')) logical[logical.length - 1] = last.slice(0, -1) + one
    else if (/^[ \t]/.test(one) && logical.length > 0) logical[logical.length - 1] = last + (/base64|encoding=b/i.test(last) ? one.trim() : one.slice(1))
    else logical.push(one)
  }
  return logical.filter((one) => one.includes(':')).flatMap(valueOf)
}

function valueOf(logical: string): string[] {
  const quoted = /^((?:"[^"]*"|[^":])*):(.*)$/s.exec(logical)
  const head = quoted?.[1] ?? ''
  const value = quoted?.[2] ?? ''
  if (aboutTheFile.test(head.split(/[;.]/).at(-1) ?? '') || aboutTheFile.test(head)) return []
  if (/base64|encoding=b/i.test(head)) return head.startsWith('KEY') ? [value.toLowerCase()] : [Buffer.from(value, 'base64').subarray(0, 40).toString('hex')]
  const decoded = /QUOTED-PRINTABLE/i.test(head) ? value.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : value
  const utf8 = Buffer.from(decoded, 'latin1')
  const text = utf8.toString('utf8').includes('\ufffd') ? utf8.subarray(0, utf8.length - 1).toString('utf8') : utf8.toString('utf8')
  if (head.startsWith('BDAY')) return [text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')]
  if (/LABEL$/i.test(head) && /HomePage/.test(text)) return []
  return [text.replace(/\\[nN]/g, '\n').replace(/\^n/g, '\n').replace(/^tel:/, '')]
}

test('the fixtures of this test are read where they lie', () => {
  if (realFiles) expect(readFileSync(path.join(realFiles.contacts, 'vcard/made-40.vcf'), 'utf8')).toContain('VERSION:4.0')
})

test('a photo is the very bytes of the card', async () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 3_000 }, (_, at) => at % 251)])
  const folded = (jpeg.toString('base64').match(/.{1,74}/g) ?? []).join('\r\n ')
  const { app, people } = await imported('photo.vcf', Buffer.from(`BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ruiz;Ana;;;\r\nPHOTO;ENCODING=b;TYPE=JPEG:${folded}\r\nEND:VCARD\r\n`))
  const photo = await app.ask('customers/photo', { id: people[0]!.id })
  expect(photo).toEqual({ mediaType: 'image/jpeg', base64: jpeg.toString('base64') })
})

test('a photo of more than 1 MB is left out, and said', async () => {
  const app = await freshApp()
  await app.signIn('manager')
  const big = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(1_100_000, 7)]).toString('base64')
  const batch = await read(app, 'big.vcf', `BEGIN:VCARD\nVERSION:3.0\nN:Ruiz;Ana;;;\nPHOTO;ENCODING=b:${big}\nEND:VCARD\n`)
  expect(await rowsOf(app, batch.id)).toMatchObject([{ name: 'Ana Ruiz', ticked: true, problems: [{ code: 'photo-too-large', blocks: false }] }])
})
