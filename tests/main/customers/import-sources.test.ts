import { describe, expect, test } from 'vitest'
import { freshApp } from '../../harness/app.ts'
import { everyone, howMany, readAsGuessed, run, type App } from './import-kit.ts'
import { emptyDraft } from './people.ts'

async function owner(): Promise<App> {
  const app = await freshApp()
  await app.signIn('owner')
  return app
}
const create = (app: App, source: 'till' | 'instant' | 'id-scan', firstName: string) =>
  app.ask('customers/create', { requestId: app.rid(), draft: { ...emptyDraft, firstName }, consents: [], source, addToCart: false })
const card = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Dora Contact\r\nEND:VCARD\r\n'
const csv = (name: string): string => `First Name,Last Name,Phone\n${name},Roy,514-555-0199\n`
const take = async (app: App, fileName: string, content: string, source?: 'import' | 'catalog') => run(app, (await readAsGuessed(app, fileName, content, source)).id)

describe('six ways to add a customer (S1-03)', () => {
  test('each of the six stands in the list with a source of its own, found by it, and with a code that says where they came from', async () => {
    const app = await owner()
    await create(app, 'till', 'Ana')
    await create(app, 'instant', 'Bea')
    await create(app, 'id-scan', 'Cleo')
    await take(app, 'phone.vcf', card)
    await take(app, 'list.csv', csv('Eva'))
    await take(app, 'catalog.csv', csv('Fay').replace('0199', '0177'), 'catalog')
    const { ids } = await app.ask('customers/list', { filter: {}, sort: { column: 'added', down: false } })
    const rows = await app.ask('customers/list-rows', { ids: [...ids], columns: ['source', 'code'] })
    expect(rows.map(({ source }) => source)).toEqual(['till', 'instant', 'id-scan', 'contacts', 'import', 'catalog'])
    expect(rows.map(({ code }) => code)).toEqual(['POS-000001', 'POS-000002', 'POS-000003', 'IMP-000004', 'IMP-000005', 'CAT-000006'])
    expect((await everyone(app)).map(({ origin }) => origin).toSorted()).toEqual(['catalog', 'contacts', 'id-scan', 'import', 'instant', 'till'])
    for (const source of ['till', 'instant', 'id-scan', 'contacts', 'import', 'catalog'] as const) expect(await app.ask('customers/list-count', { filter: { sources: [source] } })).toEqual({ total: 1 })
    const counts = await app.ask('customers/list-options', { filter: {}, facets: ['sources'] })
    expect(counts.sources?.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1])
  })
})

describe('sign-ups of the online catalog', () => {
  test('keep what cannot be read word for word, are theirs to change, and go again with the import', async () => {
    const app = await owner()
    const batch = await readAsGuessed(app, 'catalog.csv', 'First Name,Last Name,Phone,Email,Accepts Email Marketing\nFay,Roy,12,fay@example.com,yes\n', 'catalog')
    expect(batch.source).toBe('catalog')
    expect((await run(app, batch.id)).counts).toMatchObject({ added: 1, failed: 0 })
    const [fay] = await everyone(app)
    expect(fay).toMatchObject({ source: 'catalog', code: 'CAT-000001', phones: [], extras: [{ name: 'Phone', value: '12' }] })
    expect(app.core.db.prepare('SELECT DISTINCT how FROM consent_events').pluck().all()).toEqual(['import'])
    expect(await app.reply('customers/update', { requestId: app.rid(), id: fay!.id, version: fay!.version, changes: { lastName: 'Royer' }, keepConsent: {}, consents: [] })).toMatchObject({ code: 'catalog-owned' })
    expect(await app.ask('imports/undo', { requestId: app.rid(), batchId: batch.id })).toMatchObject({ removed: 1 })
  })

  test('for a group that approves its people they wait; people of any other file do not (S2-27)', async () => {
    const app = await owner()
    app.core.db.prepare("INSERT INTO customer_groups (id, name, position, needs_approval) VALUES ('g-club', 'Club', 9, 1)").run()
    const file = (name: string) => `First Name,Last Name,Phone,Group\n${name},Roy,514-555-01${name.length}0,Club\n`
    await take(app, 'catalog.csv', file('Fay'), 'catalog')
    await take(app, 'list.csv', file('Evan'))
    expect((await everyone(app)).map(({ status }) => status)).toEqual(['pending', 'active'])
  })

  test('another file never writes over what the catalog keeps: what it adds stands among the extras', async () => {
    const app = await owner()
    await take(app, 'catalog.csv', csv('Fay'), 'catalog')
    const update = async (source: 'import' | 'catalog') => {
      const { id } = await readAsGuessed(app, 'b.csv', 'First Name,Last Name,Phone,Email,Notes\nFay,Roy,514-555-0199,fay@example.com,likes tea\n', source)
      await app.ask('imports/choose', { batchId: id, position: 0, choice: 'update' })
      expect((await run(app, id)).counts).toMatchObject({ updated: 1, added: 0 })
      return id
    }
    const id = await update('import')
    expect((await everyone(app))[0]).toMatchObject({ emails: [], notes: 'likes tea', extras: [{ name: 'EMAIL', value: 'fay@example.com' }] })
    await app.ask('imports/undo', { requestId: app.rid(), batchId: id })
    expect((await everyone(app))[0]).toMatchObject({ emails: [], notes: '', extras: [] })
    await update('catalog')
    expect((await everyone(app))[0]).toMatchObject({ emails: [{ address: 'fay@example.com' }], extras: [] })
    expect(howMany(app)).toBe(1)
  })
})
