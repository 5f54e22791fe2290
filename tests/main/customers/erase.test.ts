import path from 'node:path'
import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ApprovalId, CustomerId } from '../../../src/main/vocabulary.ts'
import { reopened, scratchFolder } from '../../harness/app.ts'
import { loyaltyShop, ticket } from '../loyalty/shop.ts'
import { columnsHolding, erased, planted, shopWithZolka, wordsLeft } from './erase-kit.ts'
import { read, run } from './import-kit.ts'

describe('erasing a person', () => {
  test('leaves none of forty values of theirs in any byte of the data folder, and the money whole', async () => {
    const { shop, id, others } = await shopWithZolka()
    const folder = path.dirname(shop.file)
    shop.core.db.pragma('wal_checkpoint(TRUNCATE)')
    const before = wordsLeft(folder)
    expect(new Set(before.map((line) => line.replace(/^[^:]+: /, ''))).size).toBeGreaterThanOrEqual(36)
    const sold = shop.core.db.prepare("SELECT count(*) AS sales, sum(total_cents) AS cents, sum(tax_cents) AS tax FROM sales WHERE number IS NOT NULL").get()
    const { certificate } = await eraseNow()
    expect(columnsHolding(shop, Object.values(planted))).toEqual([])
    expect(wordsLeft(folder)).toEqual([])
    expect(shop.core.db.prepare("SELECT count(*) AS sales, sum(total_cents) AS cents, sum(tax_cents) AS tax FROM sales WHERE number IS NOT NULL").get()).toEqual(sold)
    expect(await shop.ask('loyalty/verify', {})).toMatchObject({ ok: true })
    expect(Object.values(planted).filter((word) => JSON.stringify(certificate).includes(word))).toEqual([])
    for (const other of others.slice(0, 3)) expect((await shop.ask('customers/get', { id: other })).phones).toHaveLength(1)
    expect(shop.bugs).toEqual([])

    async function eraseNow() {
      await shop.ask('customers/erase', { requestId: shop.rid(), id, approvalId: null })
      await erased(shop)
      return { certificate: await shop.ask('customers/certificate', { number: 1, language: 'en' }) }
    }
  }, 60_000)

  const erase = (shop: Awaited<ReturnType<typeof loyaltyShop>>, id: CustomerId, approvalId: ApprovalId | null = null) => shop.ask('customers/erase', { requestId: shop.rid(), id, approvalId })
  const name = (shop: Pick<Awaited<ReturnType<typeof loyaltyShop>>, 'core'>, id: CustomerId) => shop.core.db.prepare('SELECT first_name FROM customers WHERE id = ?').pluck().get(id)

  test('waits ten seconds in which it can be taken back, and says so on every screen', async () => {
    const shop = await loyaltyShop()
    const id = await shop.customer('Ana', { lastName: 'Ruiz' })
    const { actId } = await erase(shop, id)
    expect(await shop.ask('customers/erase-waiting', null)).toMatchObject([{ actId, count: 1, name: 'Ana Ruiz' }])
    await expect(erase(shop, id)).rejects.toMatchObject({ code: 'being-erased' })
    shop.clock.skip(5_000)
    shop.runDue()
    expect(await shop.ask('customers/erase-cancel', { requestId: shop.rid(), actId })).toEqual({ cancelled: 1 })
    await erased(shop)
    expect(name(shop, id)).toBe('Ana')
    await erase(shop, id)
    await erased(shop)
    expect(name(shop, id)).toBe('')
    await expect(shop.ask('customers/erase-cancel', { requestId: shop.rid(), actId })).rejects.toMatchObject({ code: 'erase-too-late' })
    await expect(shop.ask('customers/get', { id })).rejects.toMatchObject({ code: 'not-found' })
    expect((await shop.ask('customers/find', { text: 'Ana', scope: 'all', most: 10, after: null, inactive: true })).rows).toEqual([])
  })

  test('a power cut within the ten seconds leaves the person whole; one after it has begun leaves them gone', async () => {
    const shop = await loyaltyShop()
    const [whole, gone] = [await shop.customer('Whole'), await shop.customer('Gone', { notes: 'ZkSecretNote' })]
    await erase(shop, whole)
    shop.core.db.pragma('wal_checkpoint(TRUNCATE)')
    const cut = path.join(scratchFolder(), 'shop.db')
    copyFileSync(shop.file, cut)
    const again = reopened(cut)
    onTestFinished(() => again.close())
    again.clock.skip(60_000)
    again.runDue()
    expect(name(again, whole)).toBe('Whole')
    // The moment after the first transaction: the row is empty, the rest of it is not done.
    again.core.db.prepare(`INSERT INTO erasures (id, act_id, customer_id, number, state, asked_at, commits_at, erased_at, register_id, staff_id)
      VALUES ('cut', 'cut', ?, 1, 'erasing', ?, ?, ?, 'till-1', ?)`).run(gone, again.clock.now(), again.clock.now(), again.clock.now(), shop.staff.owner)
    again.core.db.prepare("UPDATE customers SET status = 'erased', first_name = '', sort_name = '' WHERE id = ?").run(gone)
    again.core.db.pragma('wal_checkpoint(TRUNCATE)')
    const later = path.join(scratchFolder(), 'shop.db')
    copyFileSync(cut, later)
    const third = reopened(later)
    onTestFinished(() => third.close())
    for (let tries = 0; tries < 100 && third.core.db.prepare("SELECT state FROM erasures WHERE id = 'cut'").pluck().get() !== 'done'; tries++) await new Promise((done) => setTimeout(done, 20))
    expect(third.core.db.prepare("SELECT count(*) FROM audit WHERE target = 'customer/' || ? AND after IS NOT NULL").pluck().get(gone)).toBe(0)
    expect(columnsHolding(third as never, ['ZkSecretNote'])).toEqual(['customers.notes'])
  })

  test('nobody is erased from under an open cart, with money owed, or with many points without a PIN', async () => {
    const shop = await loyaltyShop()
    const id = await shop.member('Ana', { lastName: 'Ruiz' })
    await shop.fill(id, { coffee: 1 })
    expect(await shop.ask('customers/erase-preview', { id })).toMatchObject({ kept: 'customer-on-cart', points: 0, sales: 0 })
    await expect(erase(shop, id)).rejects.toMatchObject({ code: 'customer-on-cart' })
    await shop.pay()
    await shop.adjust(id, 240)
    expect(await shop.ask('customers/erase-preview', { id })).toMatchObject({ kept: null, points: 258, sales: 1, answer: 'pin' })
    await expect(erase(shop, id)).rejects.toMatchObject({ code: 'needs-approval', facts: { right: 'delete-customers' } })
    await erase(shop, id, (await ticket(shop, 'delete-customers' as never, `customer/${id}`)))
    await shop.fill(id, { filter: 1 })
    await erased(shop)
    expect(name(shop, id)).toBe('Ana')
    await shop.pay()
    await shop.signIn('manager')
    await erase(shop, id)
    await erased(shop)
    expect(name(shop, id)).toBe('')
    expect((await shop.ask('loyalty/verify', {})).ok).toBe(true)
    const sale = shop.core.db.prepare('SELECT id FROM sales WHERE number IS NOT NULL').pluck().get() as never
    expect((await shop.ask('sales/receipt-text', { saleId: sale, language: 'en', refundId: null, duplicate: false })).text).toContain('Deleted customer')
    expect((await shop.ask('sales/receipt-text', { saleId: sale, language: 'fr', refundId: null, duplicate: false })).text).toContain('Client supprimé')
  })

  test('many are erased by the very same steps, and who is kept is named with the reason', async () => {
    const shop = await loyaltyShop()
    const ids = [await shop.customer('One', { phones: [{ typed: '+15145559001', kind: 'mobile' }] }), await shop.customer('Two', { notes: 'ZkTwo' }), await shop.customer('Kept')]
    await shop.fill(ids[2]!, { coffee: 1 })
    const selection = { kind: 'ids', ids } as const
    const plan = await shop.ask('customers/erase-plan', { selection: { ...selection, ids: [...ids] } })
    expect(plan).toMatchObject({ going: 2, keptCount: 1, needsPin: false, kept: [{ name: 'Kept', why: 'customer-on-cart' }] })
    const { actId } = await shop.ask('customers/erase-many', { requestId: shop.rid(), selection: { ...selection, ids: [...ids] }, approvalId: null })
    expect(await shop.ask('customers/erase-waiting', null)).toMatchObject([{ actId, count: 2 }])
    await erased(shop)
    expect(await shop.ask('customers/erase-outcome', { actId })).toMatchObject({ state: 'done', erased: 2 })
    expect(ids.map((id) => name(shop, id))).toEqual(['', '', 'Kept'])
    expect(wordsLeft(path.dirname(shop.file), ['+15145559001', 'ZkTwo'])).toEqual([])
    await shop.signIn('manager')
    expect(await shop.ask('customers/certificates', { before: null, most: 10 })).toHaveLength(2)
    const { base64 } = await shop.ask('customers/certificate-pdf', { number: 1, language: 'fr' })
    expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('reaches rows of an import, a file that still waits, and old copies of the shop', async () => {
    const shop = await loyaltyShop()
    await shop.signIn('manager')
    const card = (first: string, last: string, tel: string, note: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nN:${last};${first};;;\r\nFN:${first} ${last}\r\nTEL;TYPE=CELL:${tel}\r\nNOTE:${note}\r\nEND:VCARD\r\n`
    const person = card('Zkimport', 'Zkfamily', '+15145558123', 'ZkImportedNote') + card('Other', 'Person', '+15145558124', 'stays')
    const done = await read(shop as never, 'zk people.vcf', person)
    await run(shop as never, done.id)
    const waits = await read(shop as never, 'again.vcf', person)
    const old = `${shop.file}.before-130-2026-11-20T10-00-00.backup`
    writeFileSync(old, 'a copy with ZkImportedNote in it')
    const id = shop.core.db.prepare("SELECT id FROM customers WHERE first_name = 'Zkimport'").pluck().get() as CustomerId
    await erase(shop, id)
    shop.clock.skip(3 * 86_400_000)
    await erased(shop)
    expect(wordsLeft(path.dirname(shop.file), ['Zkimport', 'Zkfamily', '+15145558123', 'ZkImportedNote'])).toEqual([])
    expect(existsSync(old)).toBe(false)
    expect(readdirSync(path.dirname(shop.file)).some((file) => file.includes('.after-erase-') && file.endsWith('.backup'))).toBe(true)
    expect((await shop.ask('imports/state', { batchId: waits.id })).state).toBe('cancelled')
    expect(shop.core.db.prepare("SELECT count(*) FROM customers WHERE first_name = 'Other'").pluck().get()).toBe(1)
    expect((await shop.ask('customers/certificate', { number: 1, language: 'es' })).lines).toContainEqual({ kind: 'pair', text: 'Copias antiguas del archivo reemplazadas', figure: '1' })
  })
})
