import { expect, test } from 'vitest'
import { freshApp, till } from '../../harness/app.ts'

test('the shop of the tests has a cashier signed in', async () => {
  const app = await freshApp()
  expect(await app.ask('staff/session', {})).toEqual({ staffId: app.staff.cashier, name: 'Léa', role: 'cashier', language: 'fr', theme: 'system', locked: false })
  expect(await app.ask('shop/status', {})).toMatchObject({ setUp: true, register: { id: till, name: 'Till 1', number: 1 }, demo: false })
})
