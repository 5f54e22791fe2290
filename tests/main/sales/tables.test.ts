import { describe, expect, test } from 'vitest'
import type { RegisterId, SaleId, TableId } from '../../../src/main/vocabulary.ts'
import { till } from '../../harness/app.ts'
import { loyaltyShop, type LoyaltyShop } from '../loyalty/shop.ts'

const put = async (shop: LoyaltyShop, ...registerIds: RegisterId[]) => {
  await shop.signIn('owner')
  await shop.ask('apps/switch', { requestId: shop.rid(), app: 'tables', registerIds })
  await shop.signIn('cashier')
}
const name = async (shop: LoyaltyShop, called: string): Promise<TableId> => {
  await shop.signIn('owner')
  const { id } = await shop.ask('tables/save', { requestId: shop.rid(), id: null, name: called })
  await shop.signIn('cashier')
  return id
}
const park = async (shop: LoyaltyShop, label: string, tableId?: TableId | null): Promise<SaleId> => {
  if (!(await shop.cart())) await shop.fill(null, { coffee: 1 })
  return (await shop.ask('sales/park', { requestId: shop.rid(), label, note: '', dueAt: null, ...(tableId === undefined ? {} : { tableId }) })).saleId
}
const queue = (shop: LoyaltyShop) => shop.ask('sales/queue', { mine: false })
const floor = async (shop: LoyaltyShop) => (await shop.ask('tables/floor', {}))?.map(({ name: called, carts }) => [called, ...carts.map(({ label, openOn }) => (openOn ? `${label} on ${openOn}` : label))])

describe('tables', () => {
  test('show nothing until an owner switches them on for this till, and nothing again once they are off', async () => {
    const shop = await loyaltyShop()
    expect(await shop.ask('apps/list', {})).toEqual([{ name: 'tables', tills: [{ id: till, name: 'Till 1', on: false }] }])
    expect(await floor(shop)).toBeUndefined()
    await put(shop, till)
    const four = await name(shop, 'Table 4')
    await park(shop, 'Ana', four)
    expect((await queue(shop))[0]).toMatchObject({ label: 'Ana', tableName: 'Table 4' })
    expect(await floor(shop)).toEqual([['Table 4', 'Ana']])
    await put(shop)
    expect(await floor(shop)).toBeUndefined()
    expect((await queue(shop))[0]).toMatchObject({ label: 'Ana', tableName: null })
    await expect(park(shop, 'Bob', four)).rejects.toMatchObject({ code: 'not-found', facts: { field: 'tableId' } })
    await put(shop, till)
    expect(await floor(shop), 'what was there comes back with the app').toEqual([['Table 4', 'Ana']])
    expect(shop.core.db.prepare("SELECT kind, after FROM audit WHERE target = 'app/tables' ORDER BY seq").all()).toEqual([
      { kind: 'app-switched', after: '{"tills":"Till 1"}' }, { kind: 'app-switched', after: '{"tills":""}' }, { kind: 'app-switched', after: '{"tills":"Till 1"}' },
    ])
    expect(shop.bugs).toEqual([])
  })

  test('are in the order people count in, hold several carts, and are free when the cart is paid, discarded or moved', async () => {
    const shop = await loyaltyShop()
    await put(shop, till)
    const [ten, two] = [await name(shop, 'Table 10'), await name(shop, 'table 2')]
    const [ana, bob] = [await park(shop, 'Ana', two), await park(shop, 'Bob', two)]
    expect(await floor(shop)).toEqual([['table 2', 'Ana', 'Bob'], ['Table 10']])
    const open = (saleId: SaleId) => shop.ask('sales/open-parked', { requestId: shop.rid(), saleId, takeOver: false, approvalId: null })
    await open(ana)
    expect((await floor(shop))?.[0]).toEqual(['table 2', 'Ana on Till 1', 'Bob'])
    await park(shop, 'Ana')
    expect((await floor(shop))?.[0], 'saved again, it stays at its table').toEqual(['table 2', 'Bob', 'Ana'])
    await open(ana)
    await park(shop, 'Ana', ten)
    expect(await floor(shop)).toEqual([['table 2', 'Bob'], ['Table 10', 'Ana']])
    await open(ana)
    await shop.pay()
    const gone = await shop.ask('sales/discard-parked', { requestId: shop.rid(), saleId: bob })
    expect(await floor(shop)).toEqual([['table 2'], ['Table 10']])
    await shop.ask('sales/undo-discard', { requestId: shop.rid(), saleId: gone.saleId })
    expect((await floor(shop))?.[0]).toEqual(['table 2', 'Bob'])
    await open(bob)
    await park(shop, 'Bob', null)
    expect(await floor(shop)).toEqual([['table 2'], ['Table 10']])
  })

  test('have names of their own, are renamed, removed while nobody sits there, and come back', async () => {
    const shop = await loyaltyShop()
    await put(shop, till)
    const terrace = await name(shop, 'Terrasse 2')
    await expect(name(shop, ' terrassé  2 ')).rejects.toMatchObject({ code: 'name-taken', facts: { field: 'name' } })
    const act = (door: 'tables/remove' | 'tables/restore') => shop.ask(door, { requestId: shop.rid(), id: terrace })
    const cart = await park(shop, 'Ana', terrace)
    await shop.signIn('owner')
    await expect(act('tables/remove')).rejects.toMatchObject({ code: 'table-taken', facts: { name: 'Terrasse 2' } })
    await shop.ask('tables/save', { requestId: shop.rid(), id: terrace, name: 'Balcon' })
    expect((await queue(shop))[0]).toMatchObject({ tableName: 'Balcon' })
    await shop.ask('sales/discard-parked', { requestId: shop.rid(), saleId: cart })
    await act('tables/remove')
    expect(await floor(shop)).toEqual([])
    await expect(act('tables/remove')).rejects.toMatchObject({ code: 'not-found' })
    await expect(shop.ask('tables/save', { requestId: shop.rid(), id: terrace, name: 'Bar' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(park(shop, 'Bob', terrace)).rejects.toMatchObject({ code: 'not-found' })
    await act('tables/restore')
    expect(await floor(shop)).toEqual([['Balcon']])
    await act('tables/remove')
    await shop.ask('tables/save', { requestId: shop.rid(), id: null, name: 'balcon' })
    await expect(act('tables/restore')).rejects.toMatchObject({ code: 'name-taken' })
  })

  test('are the owner’s to switch and name, at tills that exist', async () => {
    const shop = await loyaltyShop()
    await shop.signIn('manager')
    await expect(shop.ask('apps/switch', { requestId: shop.rid(), app: 'tables', registerIds: [till] })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(shop.ask('tables/save', { requestId: shop.rid(), id: null, name: 'Bar' })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(put(shop, 'nowhere' as RegisterId)).rejects.toMatchObject({ code: 'not-found', facts: { field: 'registerIds' } })
    expect((await shop.ask('apps/list', {}))[0]!.tills.map(({ on }) => on)).toEqual([false])
  })
})
