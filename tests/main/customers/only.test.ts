import { expect, test } from 'vitest'
import type { freshApp } from '../../harness/app.ts'
import { onAccount } from '../accounts/on-account.ts'
import { loyaltyShop } from '../loyalty/shop.ts'

// S5-17: the picker narrowed to members, or to those who owe.

const only = async (app: Pick<Awaited<ReturnType<typeof freshApp>>, 'ask'>, who: 'members' | 'owing', text = '', inactive = false) => (await app.ask('customers/only', { text, who, inactive })).rows.map(({ id }) => id)

test('only members are found, by what is typed and before anything is; the inactive when they are asked for', async () => {
  const app = await loyaltyShop()
  const zoe = await app.member('Zoe')
  await app.customer('Zelda')
  expect([await only(app, 'members', 'z'), await only(app, 'members', 'ze'), await only(app, 'members')]).toEqual([[zoe], [], [zoe]])
  const later = await app.member('Zita')
  expect(await only(app, 'members'), 'the last one first').toEqual([later, zoe])
  app.core.db.prepare(`UPDATE customers SET status = 'inactive' WHERE id = ?`).run(later)
  expect([await only(app, 'members'), await only(app, 'members', '', true)]).toEqual([[zoe], [later, zoe]])
})

test('only those who owe are found, as long as they do, and not by who may not see balances', async () => {
  const app = await onAccount()
  const [ana, marie] = [app.payer(), app.payer({ name: 'Marie Roy' })]
  expect(await only(app, 'owing')).toEqual([])
  await app.charge(ana)
  expect(await only(app, 'owing')).toEqual([ana])
  await app.payOff(ana, 4000)
  await app.charge(marie)
  expect([await only(app, 'owing'), await only(app, 'owing', 'marie'), await only(app, 'owing', 'ana')]).toEqual([[marie], [marie], []])
  const fields = app.core.db.prepare(`SELECT fields FROM roles WHERE id = 'cashier'`).pluck().get() as string
  app.core.db.prepare(`UPDATE roles SET fields = ? WHERE id = 'cashier'`).run(JSON.stringify({ ...(JSON.parse(fields) as object), balance: 'hidden' }))
  expect(await only(app, 'owing')).toEqual([])
})
