import { describe, expect, test } from 'vitest'
import { freshApp } from '../../harness/app.ts'
import { everyone, howMany, read, rowsOf, run, upload, type App } from './import-kit.ts'

const card = (name: string, tel = '', more = '') => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nN:${name.split(' ').reverse().join(';')};;;\r\n${tel && `TEL;TYPE=CELL:${tel}\r\n`}${more}END:VCARD\r\n`
const five = ['Ana Ruiz', 'Béa Roy', 'Carl Dion', 'Dora Paz', 'Emil Vos'].map((name, at) => card(name, `514-555-010${at}`)).join('')

async function manager(): Promise<App> {
  const app = await freshApp()
  await app.signIn('manager')
  return app
}

describe('importing contacts', () => {
  test('a card file of five, three ticked, makes exactly three customers and says so', async () => {
    const app = await manager()
    const batch = await read(app, 'five.vcf', five)
    expect(batch).toMatchObject({ state: 'ready', kind: 'vcard', counts: { heaps: { new: { rows: 5, tickable: 5, ticked: 5 }, twin: { rows: 0 }, problem: { rows: 0 } } } })
    expect(howMany(app)).toBe(0)
    await app.ask('imports/choose', { batchId: batch.id, position: 1, ticked: false })
    await app.ask('imports/choose', { batchId: batch.id, position: 3, ticked: false })
    const done = await run(app, batch.id)
    expect(done).toMatchObject({ state: 'done', counts: { added: 3, notSelected: 2, skipped: 0, failed: 0 } })
    expect((await everyone(app)).map(({ displayName }) => displayName)).toEqual(['Ana Ruiz', 'Carl Dion', 'Emil Vos'])
    expect((await everyone(app))[0]).toMatchObject({ source: 'import', importBatchId: batch.id, phones: [{ e164: '+15145550100', kind: 'mobile' }] })
    expect(app.bugs).toEqual([])
  })

  test('the square ticks and unticks every row', async () => {
    const app = await manager()
    const { id } = await read(app, 'five.vcf', five)
    const none = await app.ask('imports/choose', { batchId: id, position: null, ticked: false })
    expect(none.counts.heaps.new.ticked).toBe(0)
    await expect(run(app, id)).rejects.toMatchObject({ code: 'nothing-chosen' })
    const all = await app.ask('imports/choose', { batchId: id, position: null, ticked: true })
    expect(all.counts.heaps.new.ticked).toBe(5)
    expect((await run(app, id)).counts.added).toBe(5)
  })

  test('an imported customer is found by name, phone and what their card carried', async () => {
    const app = await manager()
    const { id } = await read(app, 'one.vcf', card('Ana Ruiz', '514-555-0100', 'X-SPOUSE:Maximiliano\r\n'))
    await run(app, id)
    for (const text of ['ana', '0100']) expect((await app.ask('customers/find', { text, scope: 'picker', most: 10, after: null, inactive: false })).rows).toHaveLength(1)
    expect((await app.ask('customers/find', { text: 'maximiliano', scope: 'all', most: 10, after: null, inactive: false })).rows).toHaveLength(1)
  })

  test('the same file a second time adds nobody unless told to', async () => {
    const app = await manager()
    await run(app, (await read(app, 'five.vcf', five)).id)
    const again = await read(app, 'five.vcf', five)
    expect(again.counts.heaps).toMatchObject({ new: { rows: 0 }, twin: { rows: 5, ticked: 0 } })
    expect((await rowsOf(app, again.id))[0]).toMatchObject({ choice: 'skip', ticked: false, twin: { name: 'Ana Ruiz', why: ['phone', 'name'] } })
    await expect(run(app, again.id)).rejects.toMatchObject({ code: 'nothing-chosen' })
    expect(howMany(app)).toBe(5)
    await app.ask('imports/choose', { batchId: again.id, position: 0, choice: 'add' })
    expect((await run(app, again.id)).counts).toMatchObject({ added: 1, skipped: 4 })
    expect(howMany(app)).toBe(6)
  })

  test('a twin within the file is skipped, and names its line', async () => {
    const app = await manager()
    const batch = await read(app, 'two.csv', 'First Name,Last Name,Phone\nAna,Ruiz,514-555-0100\nANA,RUIZ,(514) 555 0100\n')
    await app.ask('imports/set-mapping', { batchId: batch.id, headerRow: true, columns: [] })
    await app.ask('imports/read', { batchId: batch.id })
    expect((await rowsOf(app, batch.id, 'twin'))).toMatchObject([{ line: 3, twin: { customerId: null, line: 2, name: 'Ana Ruiz' }, choice: 'skip' }])
  })

  test('a family that shares a phone stays a family', async () => {
    const app = await manager()
    const batch = await read(app, 'family.vcf', card('Ana Ruiz', '514-555-0100') + card('Zacharie Tremblay', '514-555-0100'))
    expect(await rowsOf(app, batch.id)).toMatchObject([{ ticked: true }, { ticked: true, choice: 'add', twin: { name: 'Ana Ruiz', why: ['phone'] } }])
    expect((await run(app, batch.id)).counts.added).toBe(2)
  })

  test('updating a twin fills empty fields and adds new numbers, and changes nothing that was there', async () => {
    const app = await manager()
    await run(app, (await read(app, 'a.vcf', card('Ana Ruiz', '514-555-0100', 'TITLE:Baker\r\n'))).id)
    const second = await read(app, 'b.vcf', card('Ana Ruiz', '514-555-0100', 'TEL;TYPE=HOME:514-555-0199\r\nEMAIL:ana@example.com\r\nTITLE:Chief\r\nBDAY:1990-04-03\r\n'))
    await app.ask('imports/choose', { batchId: second.id, position: 0, choice: 'update' })
    expect((await run(app, second.id)).counts).toMatchObject({ updated: 1, added: 0 })
    const [ana] = await everyone(app)
    expect(ana).toMatchObject({ jobTitle: 'Baker', birthDate: '1990-04-03', emails: [{ address: 'ana@example.com' }], phones: [{ e164: '+15145550100' }, { e164: '+15145550199' }] })
    const report = await app.ask('imports/undo', { requestId: app.rid(), batchId: second.id })
    expect(report).toMatchObject({ removed: 0, reverted: 1, keptCount: 0 })
    expect((await everyone(app))[0]).toMatchObject({ jobTitle: 'Baker', birthDate: null, emails: [], phones: [{ e164: '+15145550100' }] })
  })

  test('only who may import may', async () => {
    const app = await freshApp()
    expect(await app.reply('imports/begin', { requestId: 'r-x', fileName: 'a.vcf', sizeBytes: 5 })).toMatchObject({ ok: false, code: 'not-allowed' })
  })
})

describe('undoing an import', () => {
  test('everyone who was added goes, and the search forgets them', async () => {
    const app = await manager()
    const { id } = await read(app, 'five.vcf', five)
    expect((await run(app, id)).undoUntil).not.toBeNull()
    const request = { requestId: app.rid(), batchId: id }
    expect(await app.ask('imports/undo', request)).toMatchObject({ removed: 5, keptCount: 0 })
    expect(howMany(app)).toBe(0)
    expect((await app.ask('customers/find', { text: 'ana', scope: 'picker', most: 10, after: null, inactive: false })).rows).toEqual([])
    expect(await app.ask('imports/undo', request)).toMatchObject({ removed: 5 })
    await expect(app.ask('imports/undo', { ...request, requestId: app.rid() })).rejects.toMatchObject({ code: 'import-done' })
    expect((await app.ask('imports/state', { batchId: id })).state).toBe('undone')
  })

  test('whoever was edited since stays and is named', async () => {
    const app = await manager()
    const { id } = await read(app, 'five.vcf', five)
    await run(app, id)
    const [ana] = await everyone(app)
    await app.ask('customers/update', { requestId: app.rid(), id: ana!.id, version: ana!.version, changes: { jobTitle: 'Baker' }, keepConsent: {}, consents: [] })
    expect(await app.ask('imports/undo', { requestId: app.rid(), batchId: id })).toMatchObject({ removed: 4, keptCount: 1, kept: [{ customerId: ana!.id, name: 'Ana Ruiz', why: 'edited' }] })
    expect(howMany(app)).toBe(1)
  })

  test('when it can no longer be undone, the copies of the rows go; that there was an import stays', async () => {
    const app = await manager()
    const { id } = await read(app, 'five.vcf', five)
    await run(app, id)
    const abandoned = await read(app, 'left.vcf', card('Nobody Came', '514-555-0111'))
    const staged = () => app.core.db.prepare('SELECT (SELECT count(*) FROM import_rows) + (SELECT count(*) FROM import_chunks) + (SELECT count(*) FROM import_keys)').pluck().get()
    app.runDue()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(staged()).toBeGreaterThan(5)
    app.clock.skip(8 * 24 * 3_600_000)
    app.runDue()
    await expect.poll(staged).toBe(0)
    expect(howMany(app)).toBe(5)
    await app.signIn('manager')
    expect((await app.ask('imports/list', null)).map(({ state }) => state)).toEqual(['done'])
    expect((await app.ask('imports/state', { batchId: abandoned.id })).state).toBe('cancelled')
  })

  test('after 24 hours it is too late', async () => {
    const app = await manager()
    const { id } = await read(app, 'five.vcf', five)
    await run(app, id)
    app.clock.skip(24 * 3_600_000 + 60_000)
    await expect(app.ask('imports/undo', { requestId: app.rid(), batchId: id })).rejects.toMatchObject({ code: 'undo-too-late' })
    expect(howMany(app)).toBe(5)
  })
})

describe('an import that is stopped', () => {
  const many = Array.from({ length: 3_000 }, (_, at) => card(`Ana${at} Ruiz${at}`, `514-555-${String(at).padStart(4, '0')}`)).join('')

  test('cancelling a run leaves nobody, and the list stands as before', { timeout: 60_000 }, async () => {
    const app = await manager()
    const { id } = await read(app, 'many.vcf', many)
    const running = run(app, id)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(howMany(app)).toBeGreaterThan(0)
    const state = await app.ask('imports/cancel', { batchId: id })
    await running
    expect(state).toMatchObject({ state: 'ready', counts: { added: 0, heaps: { new: { rows: 3_000, ticked: 3_000 } } } })
    expect(howMany(app)).toBe(0)
    expect((await run(app, id)).counts.added).toBe(3_000)
  })

  test('cancelling before the run throws the file away', async () => {
    const app = await manager()
    const { id } = await read(app, 'five.vcf', five)
    expect((await app.ask('imports/cancel', { batchId: id })).state).toBe('cancelled')
    expect(app.core.db.prepare('SELECT (SELECT count(*) FROM import_rows) + (SELECT count(*) FROM import_chunks) + (SELECT count(*) FROM import_keys)').pluck().get()).toBe(0)
    await expect(run(app, id)).rejects.toMatchObject({ code: 'import-done' })
  })

  test('a repeated request to run adds nobody twice', async () => {
    const app = await manager()
    const { id } = await read(app, 'five.vcf', five)
    const request = { requestId: app.rid(), batchId: id }
    const [first, second] = await Promise.all([app.ask('imports/run', request), app.ask('imports/run', request)])
    expect([first.counts.added, second.counts.added]).toEqual([5, 5])
    expect((await app.ask('imports/run', request)).counts.added).toBe(5)
    expect(howMany(app)).toBe(5)
  })
})

describe('files that cannot be read', () => {
  test.each([
    ['an empty file', new Uint8Array(), 'file-empty'], ['a spreadsheet', Buffer.from('PK\u0003\u0004\u0000\u0000\u0000'), 'file-unreadable'],
    ['nothing but headers', 'First Name,Last Name,Phone 1 - Value\n', 'file-empty'],
  ])('%s is refused', async (_, content, code) => {
    const app = await manager()
    await expect(read(app, 'x.csv', content)).rejects.toMatchObject({ code })
  })

  test('a file of which a piece is missing is refused, and can be sent on', async () => {
    const app = await manager()
    const { batchId } = await app.ask('imports/begin', { requestId: app.rid(), fileName: 'a.vcf', sizeBytes: five.length })
    const bytes = Buffer.from(five)
    await app.ask('imports/chunk', { batchId, position: 0, base64: bytes.subarray(0, 100).toString('base64') })
    await expect(app.ask('imports/read', { batchId })).rejects.toMatchObject({ code: 'file-unreadable', facts: { why: 'not-whole' } })
    expect(await app.reply('imports/chunk', { batchId, position: 1, base64: Buffer.alloc(bytes.length).toString('base64') })).toMatchObject({ ok: false, code: 'file-unreadable' })
    const batch = await upload(app, 'b.vcf', five)
    expect((await app.ask('imports/read', { batchId: batch })).state).toBe('ready')
  })
})

test('a row that cannot be saved does not stop the others, and is handed back with its reason', async () => {
  const app = await manager()
  const { id } = await read(app, 'five.vcf', five)
  app.core.db.exec("CREATE TRIGGER fails BEFORE INSERT ON customers WHEN NEW.first_name = 'Carl' BEGIN SELECT RAISE(ABORT, 'no'); END")
  const done = await run(app, id)
  expect(done).toMatchObject({ state: 'done', counts: { added: 4, failed: 1 } })
  expect((await everyone(app)).map(({ displayName }) => displayName)).toEqual(['Ana Ruiz', 'Béa Roy', 'Dora Paz', 'Emil Vos'])
  const refused = await app.ask('imports/refused', { batchId: id, from: 0, language: 'fr' })
  expect(refused.fileName).toBe('five - lignes refusées.csv')
  expect(refused.csv).toContain('Ligne,Raison\r\n13,Cette ligne n’a pas pu être enregistrée : bug,Carl Dion\r\n')
})

test('a refused row of a CSV comes back as it was, harmless in a spreadsheet', async () => {
  const app = await manager()
  const { id } = await read(app, 'a.csv', 'First Name,Last Name,E-mail 1 - Value\n=1+1,"Smith, ""J""",a@example.com,surplus\nAna,Ruiz,\n')
  const { csv } = await app.ask('imports/refused', { batchId: id, from: 0, language: 'en' })
  const reason = '"This row has more cells than there are headers; left over: surplus"'
  expect(csv).toBe(`\ufeffLine,Reason,First Name,Last Name,E-mail 1 - Value\r\n2,${reason},"'=1+1","Smith, ""J""",a@example.com,surplus\r\n`)
})
