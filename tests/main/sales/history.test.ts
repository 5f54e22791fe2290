import { describe, expect, test } from 'vitest'
import type { SaleId } from '../../../src/main/vocabulary.ts'
import { day, one, secondTill, stocked } from './stocked.ts'

const page = { after: null, most: 50 }

describe('sales that were made', () => {
  test('are listed newest first, page by page, each once', async () => {
    const { ask, sell, items } = await stocked()
    for (let at = 0; at < 5; at++) await sell([[items.bread, 1]])
    const first = await ask('sales/list', { page: { after: null, most: 2 }, text: null, day: null })
    const second = await ask('sales/list', { page: { after: first.more, most: 2 }, text: null, day: null })
    const third = await ask('sales/list', { page: { after: second.more, most: 2 }, text: null, day: null })
    expect([first, second, third].flatMap(({ rows }) => rows.map(({ number }) => number))).toEqual(['1-000005', '1-000004', '1-000003', '1-000002', '1-000001'])
    expect(third.more).toBeNull()
    expect(first.rows[0]).toMatchObject({ registerName: 'Till 1', staffName: 'Léa', customerName: null, items: 1, totalCents: 1002, paidBy: ['card'], refundedCents: 0, state: 'completed' })
  })
  test('are found by number, by customer and by the shop\'s day', async () => {
    const { ask, sell, items, attach, person, clock, rid } = await stocked()
    const { id: anaId } = await ask('customers/create', { requestId: rid(), addToCart: true, source: 'till', consents: [], draft: draftOf('Ana', 'Ruiz') } as never)
    expect(anaId).toBeTruthy()
    await sell([[items.bread, 1]])
    await attach(person({ name: 'Bo Lee' }))
    await sell([[items.coffee, 1]])
    await sell([[items.coffee, 1]], 'cash', secondTill)
    const find = async (text: string | null, on: string | null = null) => (await ask('sales/list', { page, text, day: on === null ? null : day(on) })).rows.map(({ number }) => number)
    expect(await find('2-1')).toEqual(['2-000001'])
    expect((await find('1')).toSorted()).toEqual(['1-000001', '2-000001'])
    expect(await find('ruiz ana')).toEqual(['1-000001'])
    expect(await find('nobody at all')).toEqual([])
    expect(await find(null, '2026-11-21')).toHaveLength(3)
    expect(await find(null, '2026-11-22')).toEqual([])
    clock.skip(11 * 3_600_000) // 02:00 UTC on the 22nd is still the 21st in Montréal
    await sell([[items.bread, 1]])
    expect(await find(null, '2026-11-21')).toHaveLength(4)
  })
  test('can be opened by number', async () => {
    const { ask, sell, items } = await stocked()
    const { saleId, number } = await sell([[items.bread, 1]])
    expect((await ask('sales/by-number', { number }))?.id).toBe(saleId)
    expect((await ask('sales/by-number', { number: '1' }))?.id).toBe(saleId)
    expect(await ask('sales/by-number', { number: '1-000099' })).toBeNull()
    expect(await ask('sales/by-number', { number: 'rubbish' })).toBeNull()
  })
  test('of a customer are summed without what was voided or refunded', async () => {
    const { ask, rid, sell, items, attach, person, refund, signIn } = await stocked()
    const customerId = person()
    const buy = async (pieces: number) => {
      await attach(customerId)
      return sell([[items.bread, pieces]])
    }
    const [kept, back, gone] = [await buy(2), await buy(1), await buy(3)]
    await signIn('manager')
    const { lines } = await ask('sales/get', { saleId: back.saleId })
    await refund(back.saleId, [{ lineId: lines[0]!.id, quantityMilli: one }])
    await ask('sales/void', { requestId: rid(), saleId: gone.saleId, reason: 'x', approvalId: null })
    const history = await ask('sales/of-customer', { customerId, page })
    expect(history).toMatchObject({ count: 2, spentCents: 2004, averageCents: 1002 })
    expect(history.rows.map(({ number, state, refundedCents }) => [number, state, refundedCents])).toEqual([[gone.number, 'voided', 0], [back.number, 'completed', 1002], [kept.number, 'completed', 0]])
    expect((await ask('sales/of-customer', { customerId, page, state: 'voided' })).rows).toHaveLength(1)
    expect((await ask('sales/of-customer', { customerId, page, state: 'refunded' })).rows.map(({ number }) => number)).toEqual([back.number])
    expect(await ask('sales/of-customer', { customerId: person(), page })).toEqual({ rows: [], more: null, count: 0, spentCents: 0, averageCents: 0, lastAt: null })
  })
  test('can be repeated at today\'s prices; what is no longer sold is named', async () => {
    const { ask, rid, sell, items, signIn } = await stocked()
    const { saleId } = await sell([[items.coffee, 2], [items.bread, 1]])
    await signIn('manager')
    await ask('items/deactivate', { requestId: rid(), id: items.bread })
    const { cart, missing } = await ask('sales/repeat', { requestId: rid(), saleId })
    expect(cart.lines.map(({ name, quantityMilli }) => [name, quantityMilli])).toEqual([['Café Élodie 250 g', 2000]])
    expect(missing).toEqual(['Bread'])
  })
  test('repeating what has an age limit asks for the age again', async () => {
    const { ask, reply, rid, sell, items } = await stocked()
    await ask('sales/check-age', { requestId: rid(), minimumAge: 18, how: 'id-seen', birthDate: null, approvalId: null })
    const { saleId } = await sell([[items.wine, 1]])
    expect(await reply('sales/repeat', { requestId: rid(), saleId })).toMatchObject({ code: 'age-check-needed' })
    expect(await reply('sales/get', { saleId: 'none' as SaleId })).toMatchObject({ code: 'not-found' })
  })
})

describe('a receipt through the door', () => {
  test('is in the customer\'s language, with the money of the shop', async () => {
    const { ask, sell, items, attach, person } = await stocked()
    await attach(person())
    const { saleId } = await sell([[items.coffee, 2], [items.bread, 1]], 'cash')
    const asked = { saleId, refundId: null, duplicate: false }
    const { text } = await ask('sales/receipt-text', { ...asked, language: 'fr' })
    for (const words of ['Brûlerie du Coin', '123456789 RT0001', 'Reçu 1-000001', 'Client : Ana Ruiz', 'Café Élodie 250 g', '2 × 9,00 $', 'QST 9,975 %', '30,72 $', 'Arrondi au comptant', '-0,02 $', '30,70 $', 'Merci!']) expect(text).toContain(words)
    expect((await ask('sales/receipt-text', { ...asked, language: 'en', duplicate: true })).text).toContain('DUPLICATE')
    const document = await ask('sales/receipt', { ...asked, language: 'es' })
    expect(document.title).toBe('Recibo 1-000001')
    const pdf = await ask('sales/receipt-pdf', { ...asked, language: 'en' })
    expect(pdf.fileName).toBe('1-000001.pdf')
    expect(Buffer.from(pdf.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  })
  test('of a refund names the sale and the reason', async () => {
    const { ask, reply, sell, items, refund, signIn } = await stocked()
    const { saleId } = await sell([[items.coffee, 2]])
    await signIn('manager')
    const { lines } = await ask('sales/get', { saleId })
    const { id: refundId } = await refund(saleId, [{ lineId: lines[0]!.id, quantityMilli: one }])
    const { text } = await ask('sales/receipt-text', { saleId, language: 'en', refundId, duplicate: false })
    for (const words of ['Refund 1-R000001', 'Of sale 1-000001', 'Reason: torn', 'GST 5%', '$10.35', 'Card R1']) expect(text).toContain(words)
    expect((await ask('sales/receipt-text', { saleId, language: 'en', refundId: null, duplicate: true })).text).toMatch(/Refunded since +-\$10\.35/)
    expect(await reply('sales/receipt-text', { saleId, language: 'en', refundId: 'none', duplicate: false })).toMatchObject({ code: 'not-found' })
  })
})

const draftOf = (firstName: string, lastName: string) => ({
  type: 'personal', firstName, lastName, nickname: '', company: '', industry: '', jobTitle: '', website: '', taxId: '', birthDate: null, language: null, customerTypeId: null, groupId: null,
  tags: [], notes: '', phones: [], emails: [], addresses: [], licence: null, medical: null, extras: [],
})
