import fc from 'fast-check'
import { expect, test } from 'vitest'
import { insertCustomer, touchCustomer } from '../../../src/main/customers/customers.sql.ts'
import { readRecord } from '../../../src/main/customers/record.sql.ts'
import { saveNewCustomer } from '../../../src/main/flows/save-customer.ts'
import { inTransaction } from '../../../src/main/store/sql.ts'
import type { CustomerDraft } from '../../../src/main/customers/customer.ts'
import type { CustomerId } from '../../../src/main/vocabulary.ts'
import { freshApp } from '../../harness/app.ts'
import { oracle, type Known } from './oracle.ts'
import { dice, emptyDraft, madeUpDraft, type Dice } from './people.ts'

type App = Awaited<ReturnType<typeof freshApp>>
const picker = { scope: 'picker', most: 20, after: null, inactive: false } as const

function fill(app: App, drafts: readonly CustomerDraft[]): CustomerId[] {
  return inTransaction(app.core.db, () => drafts.map((draft) => saveNewCustomer(app.core, null, { draft, consents: [], source: 'import',
    importBatchId: null })))
}

function knownOf(app: App, id: CustomerId): Known {
  const record = readRecord(app.core.db, id)!
  return {
    id, seq: record.seq, code: record.code, inactive: record.status === 'inactive', firstName: record.firstName, lastName: record.lastName,
      nickname: record.nickname, company: record.company,
    phones: record.phones.map(({ e164 }) => e164), emails: record.emails.map(({ address }) => address),
    others: [...record.addresses.flatMap((one) => [one.city, one.address1, one.region, one.postcode]), ...record.tags, record.birthDate ?? ''],
  }
}

async function crowd(seed: number, count: number) {
  const app = await freshApp()
  const roll = dice(seed)
  const ids = fill(app, Array.from({ length: count }, () => madeUpDraft(roll)))
  inTransaction(app.core.db, () => {
    for (let turn = 0; turn < count / 5; turn++) touchCustomer(app.core.db, roll.pick(ids), app.clock.now())
    for (let turn = 0; turn < count / 20; turn++) {
      const { code: _, ...record } = readRecord(app.core.db, roll.pick(ids))!
      insertCustomer(app.core.db, { ...record, id: app.core.newId() as CustomerId, status: 'inactive' })
    }
  })
  return { app, roll, ids, people: ids.map((id) => knownOf(app, id)) }
}

const alphabet = Array.from('abcdefghijklmnopqrstuvwxyz')
const mistyped = (word: string, { below, pick }: Dice): string => {
  const letters = Array.from(word)
  const at = below(letters.length)
  const how = below(4)
  if (how === 0) letters.splice(at, 1)
  else if (how === 1) letters.splice(at, 0, pick(alphabet))
  else if (how === 2) letters[at] = pick(alphabet)
  else if (at + 1 < letters.length) letters.splice(at, 2, letters[at + 1]!, letters[at]!)
  return letters.join('')
}

/** What somebody might type on the way to this person. */
function typedFor(person: Known, roll: Dice): string {
  const { pick, below, next } = roll
  const first = person.firstName || person.nickname
  const last = person.lastName || person.company || person.nickname
  const phone = person.phones[0] ?? '+15145550142'
  const whole = pick([
    first, last, `${first} ${last}`, `${last}, ${first}`, `${last} ${first.slice(0, 1)}`, person.nickname || first, person.company || last,
      `${first}${last}`, phone, phone.slice(1), phone.slice(2),
    `(${phone.slice(2, 5)}) ${phone.slice(5, 8)}-${phone.slice(8)}`, `00${phone.slice(1)}`, phone.slice(-7), phone.slice(-4),
      `${last} ${phone.slice(-4)}`, person.emails[0] ?? first, person.emails[0]?.split('@')[0] ?? last, person.code,
    person.code.slice(4), `${person.code.slice(0, 3)} ${Number(person.code.slice(4))}`, mistyped(last, roll), mistyped(`${first} ${last}`, roll), person.others[0] ?? last,
  ])
  const cut = next() < 0.5 ? whole : whole.slice(0, 1 + below(whole.length))
  return next() < 0.6 ? cut.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase() : cut
}

test('the first twenty are the same, in the same order, as when every person is looked at for every question', async () => {
  const { app, roll, people } = await crowd(11, 2_000)
  const everyone = oracle(allKnown(app))
  const odd = ['', ' ', '@', '+', '-', 'a', 'e', '5', '0', '00', '@example', 'a b', 'm e r', 'pos', 'imp', 'imp-', 'x y z', 'ж', '李', 'ø',
    "o'", '514 ', '..', '-a', '+a', '-@e', '+15', '-montreal', '+montreal', '-+a', '"', '*']
  const texts = [...odd, ...Array.from({ length: 2_050 }, () => typedFor(roll.pick(people), roll))]
  const counts = { found: 0, near: 0, none: 0 }
  for (const text of texts) {
    const question = { ...picker, text, scope: roll.next() < 0.2 ? 'all' : 'picker', inactive: roll.next() < 0.2 } as const
    const expected = everyone(question)
    const found = await app.ask('customers/find', question)
    expect({ text, ids: found.rows.map(({ id }) => id), near: found.near }).toEqual({ text, ...expected })
    counts[found.near ? 'near' : found.rows.length > 0 ? 'found' : 'none']++
  }
  expect([counts.found > 1_500, counts.near > 50, counts.none > 20]).toEqual([true, true, true])
}, 120_000)

const allKnown = (app: App): Known[] => app.core.db.prepare('SELECT id FROM customers').pluck().all().map((id) => knownOf(app, id as CustomerId))

test('everyone is found by full name, surname first, phone in five formats, last four, e-mail and code', async () => {
  const { app, people } = await crowd(12, 200)
  const finds = async (text: string, id: string) => {
    for (let after: string | null = null; ;) {
      const page: { rows: readonly { id: string }[]; more: string | null } = await app.ask('customers/find', { ...picker, most: 200, after, text })
      if (page.rows.some((row) => row.id === id)) return true
      if (page.more === null) return false
      after = page.more
    }
  }
  for (const person of people) {
    const asked = [`${person.firstName} ${person.lastName} ${person.nickname}`,
      person.lastName ? `${person.lastName}, ${person.firstName}` : person.nickname, person.company, person.code, person.code.slice(4)]
    for (const phone of person.phones) {
      const digits = phone.slice(1)
      asked.push(phone, `00${digits}`, `011 ${digits}`, `+${digits.slice(0, 2)} (${digits.slice(2, 5)}) ${digits.slice(5)}`,
        `${digits.slice(0, 4)}-${digits.slice(4, 7)}.${digits.slice(7)}`, digits.slice(-7), digits.slice(-4))
    }
    for (const text of [...asked, ...person.emails, ...person.emails.map((email) => email.toUpperCase())].filter((one) => one.trim() !== '')) {
      expect({ text, found: await finds(text, person.id) }).toEqual({ text, found: true })
    }
  }
}, 120_000)

test.each([
  ['Łukasz Größler', 'lukasz grossler'], ['Søren Ødegård', 'soren odegard'], ['Đorđe Æbelø', 'dorde aebelo'], ['Œdipe Cœur', 'oedipe coeur'],
    ['İbrahim Yılmaz', 'ibrahim yilmaz'],
  ["Niamh O'Brien", 'obrien niamh'], ['Niamh O’Brien', "o'brien"], ['Niamh O’Brien', 'o brien'], ['Jean-Pierre Roy', 'jean pierre'],
    ['Jean-Pierre Roy', 'jeanpierre'], ['Jean Pierre Roy', 'jean-pierre'],
  ['Jeanpierre Roy', 'jean pierre roy'], ['Ana Ruiz', 'anaruiz'], ['Ana Ruiz', 'RUIZ, ana'], ['Ana Ruiz', 'ＡＮＡ ｒｕｉｚ'], ['Ana de la Cruz',
    'delacruz'], ['Ana de la Cruz', 'cruz ana'], ['Γιώργος Παπαδόπουλος', 'γιωργος παπαδοπουλος'],
  ['Иван Петров', 'петров иван'], ['مُحَمَّد علي', 'محمد'], ['田中 太郎', '田中'], ['김 민수', '김민'], ['नरेश शर्मा', 'नरेश'], ['สมชาย ใจดี', 'สมชาย'],
    ['Zoë Müller', 'zoe muller'], ['Ana Ruiz', 'riuz'], ['Ana Ruiz', 'ruizz'], ['Tremblay Léa', 'trembley'],
  ['Christophe Bouchard', 'cristophe bouchadr'],
])('%s is found by "%s"', async (name, text) => {
  const app = await freshApp()
  const parts = await app.ask('customers/split-name', { text: name, language: null })
  const [id] = fill(app, [{ ...emptyDraft, ...parts }])
  const found = await app.ask('customers/find', { ...picker, text })
  expect(found.rows.map((row) => row.id)).toEqual([id])
})

test('one typing mistake is forgiven only where nothing matches as typed, and the answer says so', async () => {
  const app = await freshApp()
  fill(app, [{ ...emptyDraft, firstName: 'Ana', lastName: 'Smith' }, { ...emptyDraft, firstName: 'Bo', lastName: 'Smyth' }])
  const exact = await app.ask('customers/find', { ...picker, text: 'smith' })
  expect([exact.near, exact.rows.map((row) => row.displayName)]).toEqual([false, ['Ana Smith']])
  const near = await app.ask('customers/find', { ...picker, text: 'smtih' })
  expect([near.near, near.rows.map((row) => row.displayName)]).toEqual([true, ['Ana Smith']])
  expect(await app.ask('customers/find', { ...picker, text: 'smtxh' })).toEqual({ rows: [], near: false, more: null })
  expect(await app.ask('customers/find', { ...picker, text: 'sim' })).toEqual({ rows: [], near: false, more: null })
})

test('a name given a moment ago is forgiven its mistakes too', async () => {
  const app = await freshApp()
  await app.ask('customers/find', { ...picker, text: 'nobody' })
  fill(app, [{ ...emptyDraft, firstName: 'Wilhelmina', lastName: 'Vandersloot' }])
  expect((await app.ask('customers/find', { ...picker, text: 'vandersloto' })).rows).toHaveLength(1)
})

test('whoever was served last comes first among namesakes, and a page goes on where the last one ended', async () => {
  const app = await freshApp()
  const ids = fill(app, Array.from({ length: 45 }, (_, at) => ({ ...emptyDraft, firstName: `Ana${String.fromCharCode(97 + (at % 26))}`,
    lastName: 'Ruiz' })))
  touchCustomer(app.core.db, ids[3]!, app.clock.now())
  const seen: string[] = []
  for (let after: string | null = null; ;) {
    const page: { rows: readonly { id: string }[]; more: string | null } = await app.ask('customers/find', { ...picker, text: 'ruiz', after })
    seen.push(...page.rows.map(({ id }) => id))
    if (page.more === null) break
    after = page.more
  }
  expect(seen[0]).toBe(ids[3])
  expect(seen).toHaveLength(45)
  expect(new Set(seen).size).toBe(45)
})

test('cities, tags and own fields answer a search of everything and not the picker', async () => {
  const app = await freshApp()
  const place = { label: '', address1: '1 Rue Principale', address2: '', city: 'Trois-Rivières', region: 'QC', postcode: '', country: 'CA' }
  fill(app, [{ ...emptyDraft, firstName: 'Ana', addresses: [place], tags: ['decaf'], extras: [{ name: 'Dog', value: 'Rex' }] }])
  for (const text of ['trois', 'troisrivieres', 'decaf', 'rex', 'ana decaf']) {
    expect((await app.ask('customers/find', { ...picker, scope: 'all', text })).rows).toHaveLength(1)
    expect((await app.ask('customers/find', { ...picker, text })).rows).toHaveLength(0)
  }
})

test('an address is found by what stands before its @, and by its domain', async () => {
  const app = await freshApp()
  fill(app, [{ ...emptyDraft, nickname: 'Zed', emails: [{ address: 'info.desk+shop@brulerie.example', kind: 'work' }] }])
  for (const text of ['info.d', 'info.desk+shop', 'info', 'INFO.DESK+SHOP@', '@brulerie', 'info.desk+shop@brulerie.example', 'zed info.desk']) {
    expect({ text, rows: (await app.ask('customers/find', { ...picker, text })).rows.length }).toEqual({ text, rows: 1 })
  }
})

test('inactive people show when asked for; merged and erased ones never', async () => {
  const app = await freshApp()
  const [gone] = fill(app, [{ ...emptyDraft, firstName: 'Ana', lastName: 'Ruiz' }])
  await app.ask('customers/update', { requestId: app.rid(), id: gone!, version: 1, changes: { status: 'inactive' }, keepConsent: {}, consents: [] })
  for (const status of ['merged', 'erased'] as const) {
    const { code: _, ...record } = readRecord(app.core.db, gone!)!
    insertCustomer(app.core.db, { ...record, id: app.core.newId() as CustomerId, status })
  }
  expect((await app.ask('customers/find', { ...picker, text: 'ruiz' })).rows).toEqual([])
  expect((await app.ask('customers/find', { ...picker, inactive: true, text: 'ruiz' })).rows.map(({ id }) => id)).toEqual([gone])
  expect((await app.ask('customers/find', { ...picker, inactive: true, text: 'riuz' })).rows.map(({ id }) => id)).toEqual([gone])
  expect((await app.ask('customers/recent', { most: 8 }))).toEqual([])
  expect((await app.ask('customers/page', { after: null, most: 50, letter: null, inactive: true })).total).toBe(1)
})

test('nothing that can be typed makes the search fail', async () => {
  const app = await freshApp()
  fill(app, [{ ...emptyDraft, firstName: 'Ana', lastName: "O'Brien", phones: [{ typed: '+15145550142', kind: 'mobile' }], emails: [{ address: 'ana@example.com', kind: 'home' }] }])
  const syntax = fc.array(fc.constantFrom('"', "'", '*', '(', ')', 'AND ', 'OR ', 'NOT ', 'NEAR', ':', '^', '+', '-', '{', '}', '@', '.', '_', 'ana', '5', '\\', '%', ';', ' ', '👩‍🍳', 'é', '\u0301', '\u200d', '﷽', 'ｱ', '٣')).map((parts) => parts.join(''))
  const anything = fc.oneof(syntax, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 100 }))
  await fc.assert(fc.asyncProperty(anything, fc.boolean(), fc.boolean(), async (typed, all, inactive) => {
    const reply = await app.reply('customers/find', { ...picker, scope: all ? 'all' : 'picker', inactive, text: typed.slice(0, 200) })
    if (!reply.ok) expect(reply.code).toBe('bad-input')
  }), { numRuns: 1_500 })
  expect(await app.reply('customers/find', { ...picker, text: 'a'.repeat(10_000) })).toMatchObject({ ok: false, code: 'bad-input' })
  expect(app.bugs).toEqual([])
})
