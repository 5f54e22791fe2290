import { expect, test } from 'vitest'
import { all, run, sql, value } from '../../../src/main/store/sql.ts'
import type { ApprovalId, CustomerId } from '../../../src/main/vocabulary.ts'
import { z } from 'zod'
import { onAccount, type OnAccount } from '../accounts/on-account.ts'
import { cents } from '../sales/stocked.ts'
import { erased } from './erase-kit.ts'

const erase = (shop: OnAccount, id: CustomerId, writeOffCents: number | null, approvalId: ApprovalId | null = null) =>
  shop.reply('customers/erase', { requestId: shop.rid(), id, approvalId, ...(writeOffCents === null ? {} : { writeOffCents: cents(writeOffCents) }) })
const allowed = (shop: OnAccount, id: CustomerId, amount: number) => shop.approve('adjust-account', `erase-write-off/${id}/${amount}`)
const rows = (shop: OnAccount, id: CustomerId) => all(shop.core.db, z.object({ kind: z.string(), cents: z.number() }), sql`SELECT kind, amount_cents AS cents FROM account_entries WHERE customer_id = ${id} ORDER BY seq`)
const nameOf = (shop: OnAccount, id: CustomerId) => value<string>(shop.core.db, sql`SELECT first_name FROM customers WHERE id = ${id}`)

test('whoever owes is deleted once a manager gives up what they owe: written off when they go, not before, and nameless', { timeout: 60_000 }, async () => {
  const shop = await onAccount()
  const id = shop.payer()
  await shop.charge(id)
  run(shop.core.db, sql`INSERT INTO customer_emails (customer_id, position, address, address_key) VALUES (${id}, 0, 'ana@example.com', 'ana@example.com')`)
  await shop.ask('accounts/mail-statement', { requestId: shop.rid(), customerId: id, language: 'en' })
  expect(value(shop.core.db, sql`SELECT count(*) FROM outbox_files`)).toBe(1)
  expect(await shop.ask('customers/erase-preview', { id })).toMatchObject({ kept: 'customer-owes', balanceCents: 4000 })
  expect(await erase(shop, id, null)).toMatchObject({ code: 'customer-owes' })
  expect(await erase(shop, id, 3999)).toMatchObject({ code: 'customer-owes' })
  expect(await erase(shop, id, 4000)).toMatchObject({ code: 'needs-approval', facts: { right: 'adjust-account' } })
  expect(await erase(shop, id, 4000, await allowed(shop, id, 4000))).toMatchObject({ ok: true })
  expect(rows(shop, id).map(({ kind }) => kind)).toEqual(['charge'])
  await erased(shop as never)
  expect(nameOf(shop, id)).toBe('')
  expect(value(shop.core.db, sql`SELECT count(*) FROM outbox_files`)).toBe(0)
  expect(rows(shop, id)).toEqual([{ kind: 'charge', cents: 4000 }, { kind: 'write-off', cents: -4000 }])
  expect(value(shop.core.db, sql`SELECT count(*) FROM audit WHERE kind = 'account-written-off' AND approved_by = ${shop.staff.manager}`)).toBe(1)
  await shop.signIn('owner')
  expect((await shop.ask('accounts/verify', null)).broken).toBeNull()
  expect(shop.bugs).toEqual([])
})

test('taken back within the ten seconds nothing is written off; what is paid or charged meanwhile is never given up unasked', { timeout: 60_000 }, async () => {
  const shop = await onAccount()
  const [ana, marc, zoe] = [shop.payer(), shop.payer({ name: 'Marc Côté' }), shop.payer({ name: 'Zoé Roy' })]
  for (const id of [ana, marc, zoe]) await shop.charge(id)
  const { actId } = await shop.ask('customers/erase', { requestId: shop.rid(), id: ana, approvalId: await allowed(shop, ana, 4000), writeOffCents: cents(4000) })
  await shop.ask('customers/erase-cancel', { requestId: shop.rid(), actId })
  await erase(shop, marc, 4000, await allowed(shop, marc, 4000))
  await shop.payOff(marc, 1500)
  await erase(shop, zoe, 4000, await allowed(shop, zoe, 4000))
  await shop.payOff(zoe, 4000)
  await erased(shop as never)
  expect([ana, marc, zoe].map((id) => nameOf(shop, id))).toEqual(['Ana', 'Marc', ''])
  expect([ana, marc, zoe].map((id) => rows(shop, id).map(({ kind }) => kind).join())).toEqual(['charge', 'charge,payment', 'charge,payment'])
})

test('who may not see balances is not told what would be given up', { timeout: 60_000 }, async () => {
  const shop = await onAccount()
  const id = shop.payer()
  await shop.charge(id)
  shop.core.db.exec(`UPDATE roles SET fields = '{"balance":"hidden"}' WHERE id = 'cashier'`)
  expect(await shop.ask('customers/erase-preview', { id })).toMatchObject({ balanceCents: null })
})
