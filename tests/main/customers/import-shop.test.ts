import { readFileSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { importShop, shopFileNames, type ShopFiles } from '../../../src/main/flows/import-shop.ts'
import { emptyApp, freshApp, till } from '../../harness/app.ts'
import { realFiles } from './import-kit.ts'

const file = (name: string): Buffer => readFileSync(path.join(realFiles?.chinook ?? '', name))
const files = (): ShopFiles => ({
  customers: file(shopFileNames.customers), products: file(shopFileNames.products), invoices: file(shopFileNames.invoices), invoiceLines: file(shopFileNames.invoiceLines),
})
const table = (name: string): Record<string, string>[] => Papa.parse<Record<string, string>>(file(name).toString('utf8'), { header: true, skipEmptyLines: true }).data
const inCents = (text: string | undefined): number => Math.round(Number(text) * 100)
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

describe.skipIf(!realFiles)('a shop from other files', () => {
  test('customers, items and past sales come in, to the cent: in all, per customer and per line', async () => {
    const app = await freshApp()
    const report = await importShop(app.core, till, files())
    const invoices = table('invoice.csv')
    const totalCents = sum(invoices.map((invoice) => inCents(invoice['Total'])))
    expect(report).toEqual({ customers: { added: 59, known: 0 }, items: { added: 3_503, known: 0 }, sales: { added: 412, known: 0 }, fileCents: totalCents, shopCents: totalCents })
    const rows = (sql: string) => app.core.db.prepare(sql).raw().all() as [string, number][]
    const perCustomer = Map.groupBy(invoices, (invoice) => invoice['CustomerId'] ?? '')
    const found = new Map(rows("SELECT e.value, sum(s.total_cents) FROM sales s JOIN customer_extras e ON e.customer_id = s.customer_id AND e.name = 'chinook/customer' GROUP BY e.value"))
    expect(found.size).toBe(59)
    for (const [id, theirs] of perCustomer) expect(found.get(id), `customer ${id}`).toBe(sum(theirs.map((invoice) => inCents(invoice['Total']))))
    const lines = table('invoiceline.csv').map((line) => `chinook/invoice/${line['InvoiceId']} CHINOOK-${line['TrackId']} ${inCents(line['UnitPrice']) * Number(line['Quantity'])}`)
    const saved = rows('SELECT s.source_key, i.sku, l.total_cents FROM sale_lines l JOIN sales s ON s.id = l.sale_id JOIN items i ON i.id = l.item_id').map((row) => row.join(' '))
    expect(saved.toSorted()).toEqual(lines.toSorted())
    expect(app.bugs).toEqual([])
  })

  test('a second run adds nothing', async () => {
    const app = await freshApp()
    await importShop(app.core, till, files())
    expect(await importShop(app.core, till, files())).toMatchObject({ customers: { added: 0, known: 59 }, items: { added: 0, known: 3_503 }, sales: { added: 0, known: 412 } })
  })

  test('a customer of it is found with all they bought, at the times of the shop', async () => {
    const app = await freshApp()
    await importShop(app.core, till, files())
    const { rows } = await app.ask('customers/find', { text: 'goncalves', scope: 'picker', most: 5, after: null, inactive: false })
    expect(rows).toMatchObject([{ displayName: 'Luís Gonçalves', email: 'luisg@example.com' }])
    const luis = await app.ask('customers/get', { id: rows[0]!.id })
    expect(luis).toMatchObject({ company: 'Embraer - Empresa Brasileira de Aeronáutica S.A.', visits: 7, phones: [{ e164: '+551239235555' }, { e164: '+551239235566', kind: 'fax' }] })
    const history = await app.ask('sales/of-customer', { customerId: luis.id, page: { after: null, most: 50 } })
    expect(history).toMatchObject({ count: 7, spentCents: 3_962 })
  })

  test('an amount that does not add up stops it, and names the invoice', async () => {
    const app = await freshApp()
    const wrong = Buffer.from(file('invoice.csv').toString('utf8').replace(',1.98', ',1.99'))
    await expect(importShop(app.core, till, { ...files(), invoices: wrong })).rejects.toMatchObject({ code: 'totals-differ', facts: { invoice: '1', fileCents: 199, shopCents: 198 } })
  })

  test('a register without a shop is set up for an owner with a PIN, and refused without one', async () => {
    const app = emptyApp()
    await expect(importShop(app.core, till, files())).rejects.toMatchObject({ code: 'shop-not-set-up' })
    await importShop(app.core, till, files(), '8264')
    expect((await app.ask('shop/status', {})).shop).toMatchObject({ currency: 'USD' })
  })
})
