import { describe, expect, test } from 'vitest'
import { plainBarcode } from '../../../src/main/sales/barcode.ts'
import { foldWords, queryFor } from '../../../src/main/sales/item-words.ts'
import { readSaleNumber, saleNumber } from '../../../src/main/sales/sale-number.ts'
import type { CategoryId, ItemId, PriceListId, TaxClassId } from '../../../src/main/vocabulary.ts'
import { cents, stocked } from './stocked.ts'

test('a barcode is one however it is written', () => {
  expect(['012345678905', '0 12345-67890 5', '0012345678905'].map(plainBarcode)).toEqual(['0012345678905', '0012345678905', '0012345678905'])
  expect(['4006381333931', ' 96385074 ', 'ab-12 3', '２１'].map(plainBarcode)).toEqual(['4006381333931', '96385074', 'ab-123', '21'])
})
test('a sale number is read with or without its till', () => {
  expect([saleNumber(1, 42), saleNumber(2, 1_234_567)]).toEqual(['1-000042', '2-1234567'])
  expect([readSaleNumber('1-000042'), readSaleNumber(' 42 '), readSaleNumber('x42'), readSaleNumber('')]).toEqual([{ till: 1, number: 42 }, { till: null, number: 42 }, null, null])
})
test('words fold without accents or case, and a query cannot be made to mean something else', () => {
  expect(foldWords('Café  ÉLODIE—Straße 250g')).toEqual(['cafe', 'elodie', 'strasse', '250g'])
  expect([queryFor('  "; OR -x* NEAR('), queryFor(' .,- ')]).toEqual(['"or"* "x"* "near"*', null])
})

describe('the catalogue', () => {
  test('finds by words in any order, without accents, by SKU and by barcode', async () => {
    const { ask, items } = await stocked()
    const find = async (text: string) => (await ask('items/find', { text, most: 10 })).map(({ id }) => id)
    for (const text of ['elodie cafe', 'CAFÉ', '250 caf', 'caf-250', 'CAF250', '0 12345 67890 5', '012345678905', '0012345678905', '01234567']) expect(await find(text), text).toEqual([items.coffee])
    expect(await find('tea')).toEqual([])
    expect((await find('')).length).toBe(7)
    expect(await find('"* OR')).toEqual([])
  })
  test('names the item that holds a barcode already', async () => {
    const { ask, reply, rid, draft, items, signIn } = await stocked()
    await signIn('manager')
    const twice = draft('Copy', 100, { barcodes: ['7', '012345678905'] })
    expect(await reply('items/save', { requestId: rid(), id: null, draft: twice })).toMatchObject({ code: 'barcode-taken', facts: { field: 'barcodes.1', itemId: items.coffee, name: 'Café Élodie 250 g' } })
    const { id: _id, active: _active, ...coffee } = await ask('items/get', { id: items.coffee })
    expect(await ask('items/save', { requestId: rid(), id: items.coffee, draft: { ...coffee, name: 'House coffee', barcodes: ['012345678905', '0012345678905', '555'] } })).toEqual({ id: items.coffee })
    expect(await ask('items/get', { id: items.coffee })).toMatchObject({ name: 'House coffee', barcodes: ['0012345678905', '555'], sku: 'CAF-250' })
    expect(await ask('items/find', { text: 'elodie', most: 5 })).toEqual([])
    expect(await ask('items/find', { text: 'house', most: 5 })).toHaveLength(1)
  })
  test('shows tiles by category and by name, page by page', async () => {
    const { ask, rid, draft, save, signIn } = await stocked()
    await signIn('manager')
    const { id: drinks } = await ask('items/save-category', { requestId: rid(), id: null, name: 'Drinks', position: 1, active: true })
    await save(draft('Tea', 700, { categoryId: drinks }))
    await save(draft('Cocoa', 650, { categoryId: drinks }))
    expect(await ask('items/categories', null)).toEqual([{ id: drinks, name: 'Drinks', items: 2 }])
    const first = await ask('items/by-category', { categoryId: drinks, page: { after: null, most: 1 } })
    const second = await ask('items/by-category', { categoryId: drinks, page: { after: first.more, most: 1 } })
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(['Cocoa', 'Tea'])
    expect(second.more).toBeNull()
    expect((await ask('items/by-category', { categoryId: null, page: { after: null, most: 200 } })).rows).toHaveLength(9)
    await ask('items/save-category', { requestId: rid(), id: drinks, name: 'Hot drinks', position: 1, active: true })
    expect(await ask('items/categories', null)).toMatchObject([{ name: 'Hot drinks' }])
  })
  test('takes an item off sale and back on; it is still found by those who ask for all', async () => {
    const { ask, rid, items, signIn } = await stocked()
    await signIn('manager')
    await ask('items/deactivate', { requestId: rid(), id: items.bread })
    expect(await ask('items/find', { text: 'bread', most: 5 })).toEqual([])
    expect(await ask('items/find', { text: 'bread', most: 5, inactive: true })).toMatchObject([{ active: false }])
    await ask('items/activate', { requestId: rid(), id: items.bread })
    expect(await ask('items/find', { text: 'bread', most: 5 })).toHaveLength(1)
    expect(await ask('items/by-barcode', { code: '4006381333931' })).toMatchObject({ name: 'Filter papers' })
    expect(await ask('items/by-barcode', { code: '1' })).toBeNull()
  })
  test('refuses what cannot be, and a cashier', async () => {
    const { reply, rid, draft, signIn } = await stocked()
    const save = (more: object, id: string | null = null) => reply('items/save', { requestId: rid(), id, draft: { ...draft('X', 100), ...more } })
    expect(await save({})).toMatchObject({ code: 'not-allowed' })
    await signIn('manager')
    expect(await save({ taxClassId: 'none' as TaxClassId })).toMatchObject({ code: 'not-found', facts: { field: 'taxClassId' } })
    expect(await save({ categoryId: 'none' as CategoryId })).toMatchObject({ code: 'not-found', facts: { field: 'categoryId' } })
    expect(await save({ prices: [{ priceListId: 'none' as PriceListId, priceCents: cents(1) }] })).toMatchObject({ code: 'not-found', facts: { field: 'prices' } })
    expect(await save({}, 'none')).toMatchObject({ code: 'not-found' })
    expect(await save({ name: ' ' })).toMatchObject({ code: 'bad-input' })
    expect(await reply('items/get', { id: 'none' as ItemId })).toMatchObject({ code: 'not-found' })
    expect(await reply('items/deactivate', { requestId: rid(), id: 'none' as ItemId })).toMatchObject({ code: 'not-found' })
    expect(await reply('items/save-category', { requestId: rid(), id: 'none', name: 'x', position: 0, active: true })).toMatchObject({ code: 'not-found' })
    expect(await reply('items/save-price-list', { requestId: rid(), id: 'none', name: 'x', discountPpm: 0, position: 0 })).toMatchObject({ code: 'not-found' })
  })
})
