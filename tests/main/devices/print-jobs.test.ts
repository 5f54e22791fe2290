import { describe, expect, onTestFinished, test } from 'vitest'
import { statesOf } from '../../../src/main/devices/print-jobs.sql.ts'
import { deskOf } from '../../../src/main/flows/print-desk.ts'
import { all, run, sql } from '../../../src/main/store/sql.ts'
import { z } from 'zod'
import { reopened } from '../../harness/app.ts'
import { paperShop, quick, settings } from './paper-shop.ts'
import { textOf, until } from './printing-kit.ts'

const opened = (db: Parameters<typeof all>[0]) => all(db, z.object({ reason: z.string().nullable(), after: z.string() }), sql`SELECT reason, after FROM audit WHERE kind = 'drawer-opened' ORDER BY seq`)
const duplicates = (printer: Awaited<ReturnType<typeof paperShop>>['printer']) => printer.papers().map((paper) => textOf(paper).includes('DUPLICATE'))

describe('after a sale', () => {
  test('the drawer opens first, the receipt prints, and the printer’s own word makes it printed', async () => {
    const { printer, sellCoffee, settled, core } = await paperShop()
    const saleId = await sellCoffee()
    const job = await settled(saleId, 'printed')
    expect(job).toMatchObject({ reason: '', duplicate: false, deviceName: 'Receipt printer' })
    expect(textOf(printer.papers()[0]!)).toMatch(/Brûlerie du Coin[\s\S]*Receipt 1-000001[\s\S]*Total +\$10\.35[\s\S]*Change +\$9\.65[\s\S]*\[barcode \{B1-000001\]/)
    expect(printer.drawerOpenings()).toEqual([{ pin: 2, atLine: 0 }])
    expect(opened(core.db)).toMatchObject([{ reason: null, after: '{"for":"sale","printer":"Receipt printer"}' }])
    expect(statesOf(core.db, job.id).map(({ state }) => state)).toEqual(['queued', 'sending', 'printed'])
    expect(printer.unknown()).toEqual([])
  })
  test('the sale is answered before the printer is', async () => {
    const { sellCoffee, jobOf, settled } = await paperShop({ lineMs: 5 })
    const saleId = await sellCoffee()
    expect(['queued', 'sending', undefined]).toContain((await jobOf(saleId))?.state)
    await settled(saleId, 'printed')
  })
  test('a shop that asks prints nothing by itself, and the drawer opens all the same', async () => {
    const { printer, sellCoffee, jobOf, ask, rid, settled } = await paperShop({}, { automatic: 'ask' })
    const saleId = await sellCoffee()
    await until(() => printer.drawerOpenings().length === 1)
    expect([printer.papers(), await jobOf(saleId)]).toEqual([[], null])
    expect(await ask('print/receipt', { requestId: rid(), saleId, refundId: null, language: 'fr' })).toMatchObject({ how: 'printer' })
    await settled(saleId, 'printed')
    expect(textOf(printer.papers()[0]!)).toContain('Reçu 1-000001')
  })
  test('two copies: the second says DUPLICATE', async () => {
    const { printer, sellCoffee, settled } = await paperShop({}, { copies: 2 })
    await settled(await sellCoffee(), 'printed')
    expect(duplicates(printer)).toEqual([false, true])
  })
  test('a second print says DUPLICATE, a repeated request prints nothing twice', async () => {
    const { printer, sellCoffee, settled, ask, rid } = await paperShop()
    const saleId = await sellCoffee()
    await settled(saleId, 'printed')
    const requestId = rid()
    const again = () => ask('print/receipt', { requestId, saleId, refundId: null, language: 'en' })
    expect(await again()).toMatchObject({ job: { duplicate: true } })
    await again()
    await until(() => printer.papers().length === 2)
    await settled(saleId, 'printed')
    expect(duplicates(printer)).toEqual([false, true])
    expect(printer.drawerOpenings()).toHaveLength(1)
  })
  test('a refund in cash opens the drawer and prints its own slip', async () => {
    const { printer, sellCoffee, settled, signIn, ask, refund, jobOf, core } = await paperShop()
    const saleId = await sellCoffee()
    await settled(saleId, 'printed')
    await signIn('manager')
    const sale = await ask('sales/get', { saleId })
    const { id } = await refund(saleId, [{ lineId: sale.lines[0]!.id, quantityMilli: sale.lines[0]!.quantityMilli }], 'cash')
    await until(async () => (await jobOf(saleId, id))?.state === 'printed')
    expect(textOf(printer.papers()[1]!)).toMatch(/Refund 1-R000001[\s\S]*Of sale 1-000001[\s\S]*\[barcode \{B1-R000001\]/)
    expect(opened(core.db).map(({ after }) => (JSON.parse(after) as { for: string }).for)).toEqual(['sale', 'refund'])
  })
})

describe('the picture at the top', () => {
  test('is stored as black dots, prints above the name, and can be taken off', async () => {
    const { printer, sellCoffee, settled, signIn, ask, reply, rid } = await paperShop()
    await signIn('manager')
    const grey = Buffer.alloc(64 * 32, 40).toString('base64')
    await ask('print/save-logo', { requestId: rid(), picture: { width: 64, height: 32, grey } })
    expect(await reply('print/save-logo', { requestId: rid(), picture: { width: 64, height: 31, grey } })).toMatchObject({ code: 'bad-input' })
    await settled(await sellCoffee(), 'printed')
    expect(printer.papers()[0]![0]).toMatchObject({ kind: 'picture', width: 504, height: 32 })
    await ask('print/save-logo', { requestId: rid(), picture: null })
    await settled(await sellCoffee(), 'printed')
    expect([await ask('print/logo', null), printer.papers()[1]![0]!.kind]).toEqual([null, 'line'])
  })
})

describe('a printer in trouble', () => {
  test('out of paper from the start: nothing is lost, the drawer opened, and the retry is no duplicate', async () => {
    const { printer, sellCoffee, settled, ask, rid } = await paperShop({ paperOutAtLine: 0 })
    const saleId = await sellCoffee()
    const job = await settled(saleId, 'failed', 'paper-out')
    printer.loadPaper()
    expect(await ask('print/again', { requestId: rid(), jobId: job.id })).toMatchObject({ job: { duplicate: false } })
    await settled(saleId, 'printed')
    expect([duplicates(printer), printer.drawerOpenings().length]).toEqual([[false], 1])
  })
  test('out of paper in the middle: it says so, sells on, and prints the rest when the paper is changed', async () => {
    const { printer, sellCoffee, settled, ask } = await paperShop({ paperOutAtLine: 4 })
    const saleId = await sellCoffee()
    await settled(saleId, 'sending', 'paper-out')
    expect(await ask('print/printers', null)).toMatchObject([{ waitsFor: 'paper-out' }])
    const next = await sellCoffee()
    await until(() => printer.drawerOpenings().length === 2)
    printer.loadPaper()
    await settled(saleId, 'printed')
    await settled(next, 'printed')
    expect(duplicates(printer)).toEqual([false, false])
  })
  test('out of paper in the middle and printed again from the start: marked DUPLICATE', async () => {
    const { printer, sellCoffee, settled, ask, rid, jobOf, core } = await paperShop({ paperOutAtLine: 4 })
    const saleId = await sellCoffee()
    const job = await settled(saleId, 'sending', 'paper-out')
    const again = await ask('print/again', { requestId: rid(), jobId: job.id })
    expect(again).toMatchObject({ how: 'printer', job: { duplicate: true } })
    expect(statesOf(core.db, job.id).at(-1)).toMatchObject({ state: 'unknown', reason: 'dropped' })
    await until(async () => (await jobOf(saleId))?.reason === 'paper-out')
    expect(await jobOf(saleId)).toMatchObject({ state: 'failed', reason: 'paper-out' })
    printer.loadPaper()
    await ask('print/again', { requestId: rid(), jobId: (await jobOf(saleId))!.id })
    await until(async () => (await jobOf(saleId))?.state === 'printed')
    expect(textOf(printer.papers().at(-1)!)).toContain('DUPLICATE')
    expect(statesOf(core.db, job.id).filter(({ state }) => state === 'unknown')).toHaveLength(1)
  })
  test('power cut: nobody knows, so the next one says DUPLICATE', async () => {
    const { printer, sellCoffee, settled, ask, rid } = await paperShop({ cutPowerAtLine: 5 })
    const saleId = await sellCoffee()
    const job = await settled(saleId, 'unknown', 'connection-lost')
    await ask('print/again', { requestId: rid(), jobId: job.id })
    await settled(saleId, 'printed')
    expect(duplicates(printer).at(-1)).toBe(true)
  })
  test('switched off: the job fails in words, and later receipts wait for nobody', async () => {
    const { printer, sellCoffee, settled } = await paperShop()
    await printer.stop()
    await settled(await sellCoffee(), 'failed', 'refused')
    await settled(await sellCoffee(), 'failed', 'refused')
  })
  test('a clone that never answers is asked once, and its receipts are sent, not printed', async () => {
    const { printer, sellCoffee, settled, core, ask } = await paperShop({ mute: true }, { profile: 'pos-5890' })
    await settled(await sellCoffee(), 'sent')
    expect([...deskOf(core).silent]).toHaveLength(1)
    expect(await ask('print/printers', null)).toMatchObject([{ silent: true, columns: 32 }])
    await settled(await sellCoffee(), 'sent')
    expect(printer.connections()).toBe(2)
  })
  test('a job that waits can be dropped, and then says so', async () => {
    const { sellCoffee, settled, ask, jobOf } = await paperShop({ paperOutAtLine: 4 })
    await settled(await sellCoffee(), 'sending', 'paper-out')
    const second = await sellCoffee()
    const waiting = await settled(second, 'queued')
    await ask('print/drop', { jobId: waiting.id })
    expect(await jobOf(second)).toMatchObject({ state: 'failed', reason: 'dropped' })
  })
})

describe('the drawer without a sale', () => {
  test('opens with a reason, which is in the log', async () => {
    const { printer, ask, rid, core } = await paperShop()
    await ask('drawer/open', { requestId: rid(), reason: 'Change for the float', approvalId: null })
    await until(() => opened(core.db).length === 1)
    expect(printer.drawerOpenings()).toHaveLength(1)
    expect(opened(core.db)).toMatchObject([{ reason: 'Change for the float', after: '{"for":"no-sale","printer":"Receipt printer"}' }])
  })
  test('opens while the printer hangs with a receipt in it', async () => {
    const { printer, ask, rid, sellCoffee, settled } = await paperShop({ paperOutAtLine: 4 })
    await settled(await sellCoffee(), 'sending', 'paper-out')
    await ask('drawer/open', { requestId: rid(), reason: 'Coins', approvalId: null })
    await until(() => printer.drawerOpenings().length === 2)
  })
  test('needs a reason and a drawer', async () => {
    const { reply, rid, ask, signIn, deviceId, save } = await paperShop()
    expect(await reply('drawer/open', { requestId: rid(), reason: ' ', approvalId: null })).toMatchObject({ code: 'bad-input' })
    await signIn('manager')
    await ask('print/save-printer', { requestId: rid(), id: deviceId, ...save, settings: { ...settings, drawerPin: null } })
    expect(await reply('drawer/open', { requestId: rid(), reason: 'x', approvalId: null })).toMatchObject({ code: 'no-drawer' })
  })
})

describe('a restart', () => {
  test('what was being sent is unknown, what waited prints without the drawer, what is old is given up, and what ended stays', async () => {
    const shop = await paperShop({}, { automatic: 'never', drawerPin: null })
    const sales = [await shop.sellCoffee(), await shop.sellCoffee(), await shop.sellCoffee(), await shop.sellCoffee()]
    const insert = (id: string, at: number, saleId: string, state: string, madeAt: string) =>
      run(shop.core.db, sql`INSERT INTO print_jobs (id, sequence, register_id, device_id, kind, sale_id, language, opens_drawer, state, made_at, updated_at)
        VALUES (${id}, ${at}, 'till-1', ${shop.deviceId}, 'receipt', ${saleId}, 'en', 1, ${state}, ${madeAt}, ${madeAt})`)
    shop.close()
    const between = reopened(shop.file)
    const later = new Date(Date.parse(between.clock.now()) + 3_600_000).toISOString()
    insertAll(between.core.db)
    between.close()
    function insertAll(db: typeof shop.core.db): void {
      Object.assign(shop.core, { db })
      sales.forEach((saleId, at) => insert(`j${at}`, at + 1, saleId, ['sending', 'queued', 'queued', 'printed'][at]!, at === 2 ? '2026-01-01T00:00:00.000Z' : later))
    }
    const app = reopened(shop.file)
    onTestFinished(() => app.close())
    Object.assign(deskOf(app.core).timing, quick)
    await app.ask('staff/sign-in', { staffId: shop.staff.cashier, pin: shop.pins.cashier })
    const state = async (at: number) => app.ask('print/of-sale', { saleId: sales[at]!, refundId: null })
    await until(async () => (await state(1))?.state === 'printed')
    expect([await state(0), await state(2), await state(3)]).toMatchObject([{ state: 'unknown', reason: 'restarted' }, { state: 'failed', reason: 'too-old' }, { state: 'printed' }])
    expect(shop.printer.drawerOpenings()).toEqual([])
    expect(shop.printer.papers()).toHaveLength(1)
  })
})
