import { expect, test } from 'vitest'
import { all, run, sql, value } from '../../../src/main/store/sql.ts'
import type { ApprovalId, CustomerId } from '../../../src/main/vocabulary.ts'
import { z } from 'zod'
import { cents } from '../sales/stocked.ts'
import { onAccount, type OnAccount } from './on-account.ts'

/** Ana bought for 40.00 on account, paid, and brought it back: 40.00 stand to her credit. */
async function inCredit(shop: OnAccount, pieces = 1): Promise<CustomerId> {
  const customerId = shop.payer()
  const saleId = await shop.charge(customerId, pieces)
  await shop.payOff(customerId, 4000 * pieces)
  await shop.signIn('manager')
  await shop.ask('sales/void', { requestId: shop.rid(), saleId, reason: 'brought back', approvalId: null })
  await shop.signIn('cashier')
  return customerId
}
const payOut = (shop: OnAccount, customerId: CustomerId, amountCents: number, approvalId: ApprovalId | null = null, requestId = shop.rid()) =>
  shop.reply('accounts/pay-out', { requestId, customerId, amountCents: cents(amountCents), reason: '', approvalId })
const approvalFor = (shop: OnAccount, customerId: CustomerId, amountCents: number) => shop.approve('adjust-account', `account-pay-out/${customerId}/${amountCents}`)

test('credit is paid out once, with a manager’s PIN, as near as coins reach; it is money out of the drawer, has a paper to sign, and the file knows if it is touched', { timeout: 60_000 }, async () => {
  const shop = await onAccount()
  const customerId = await inCredit(shop)
  expect(await shop.account(customerId)).toMatchObject({ balanceCents: -4000, creditCents: 4000 })
  expect(await payOut(shop, customerId, 4001)).toMatchObject({ code: 'credit-too-little', facts: { creditCents: 4000 } })
  expect(await payOut(shop, customerId, 1502)).toMatchObject({ code: 'needs-approval' })
  const [approvalId, requestId] = [await approvalFor(shop, customerId, 1502), shop.rid()]
  const first = await payOut(shop, customerId, 1502, approvalId, requestId)
  expect(first).toMatchObject({ ok: true, value: { number: '1-C000001', amountCents: 1502, moneyCents: 1500, balanceCents: -2498 } })
  expect(await payOut(shop, customerId, 1502, approvalId, requestId)).toEqual(first)
  expect(await payOut(shop, customerId, 1502, approvalId)).toMatchObject({ code: 'approval-used' })
  expect(await shop.account(customerId)).toMatchObject({ balanceCents: -2498 })
  const [row] = await shop.rows(customerId)
  expect(row).toMatchObject({ kind: 'payout', number: '1-C000001', amountCents: 1502, openCents: 0 })
  const { text } = await shop.ask('accounts/paper-text', { customerId, entryId: row!.id, language: 'en', duplicate: false })
  expect(text).toMatch(/Credit paid out 1-C000001[\s\S]*\$15\.02[\s\S]*\$15\.00[\s\S]*Account in credit[\s\S]*\$24\.98[\s\S]*Received \(signature\) ___/)
  expect(value(shop.core.db, sql`SELECT count(*) FROM audit WHERE kind = 'account-paid-out' AND approved_by IS NOT NULL`)).toBe(1)
  await shop.signIn('owner')
  const day = value<string>(shop.core.db, sql`SELECT day FROM account_entries WHERE id = ${row!.id}`) as never
  expect(await shop.ask('accounts/takings', { day })).toContainEqual({ method: 'cash', source: 'payout', count: 1, cents: -1500 })
  expect((await shop.ask('accounts/verify', null)).broken).toBeNull()
  expect(() => run(shop.core.db, sql`UPDATE account_payouts SET money_cents = 1`)).toThrow('corrected by a new entry')
  shop.core.db.exec('DROP TRIGGER account_payouts_no_update')
  run(shop.core.db, sql`UPDATE account_payouts SET money_cents = 9000`)
  expect((await shop.ask('accounts/verify', null)).broken).toMatchObject({ what: 'changed', id: row!.id })
  expect(shop.bugs).toEqual([])
})

test('credit pays for the next sale though paying later is off for the customer, and not a cent beyond it', { timeout: 60_000 }, async () => {
  const shop = await onAccount()
  const customerId = await inCredit(shop)
  shop.terms(customerId, { allowed: false })
  const { id } = await shop.cartOf(customerId, 2)
  expect(await shop.ask('accounts/on-cart', null)).toMatchObject({ mayCharge: true, creditCents: 4000, mostCents: 4000, afterCents: 0 })
  await expect(shop.tender(id, 8000)).rejects.toMatchObject({ code: 'pay-later-off' })
  await shop.tender(id, 8000, { amountCents: 4000 })
  expect(await shop.ask('accounts/on-cart', null)).toMatchObject({ mayCharge: false, creditCents: 0 })
  expect(await payOut(shop, customerId, 100)).toMatchObject({ code: 'credit-too-little' })
  await shop.ask('sales/pay', { requestId: shop.rid(), saleId: id, kind: 'cash', amountCents: cents(4000), givenCents: cents(4000), reference: '', expectedTotalCents: cents(8000) })
  expect(value(shop.core.db, sql`SELECT sum(amount_cents) FROM account_entries WHERE customer_id = ${customerId}`)).toBe(0)
  expect(all(shop.core.db, z.object({ kind: z.string() }), sql`SELECT kind FROM tenders WHERE sale_id = ${id} ORDER BY at, kind`).map(({ kind }) => kind).toSorted()).toEqual(['account', 'cash'])
})

test('somebody who may not buy any more gets their money; who owes has no credit', { timeout: 60_000 }, async () => {
  const shop = await onAccount()
  const customerId = await inCredit(shop)
  run(shop.core.db, sql`UPDATE customers SET status = 'banned' WHERE id = ${customerId}`)
  expect(await payOut(shop, customerId, 4000, await approvalFor(shop, customerId, 4000))).toMatchObject({ ok: true, value: { balanceCents: 0 } })
  const other = shop.payer({ name: 'Marc Côté' })
  await shop.charge(other)
  expect(await payOut(shop, other, 100)).toMatchObject({ code: 'credit-too-little', facts: { creditCents: 0 } })
})

test('the receipt of a sale finds its charge on the account it was put on, and on no other', { timeout: 60_000 }, async () => {
  const shop = await onAccount()
  const [ana, marc] = [shop.payer(), shop.payer({ name: 'Marc Côté' })]
  const saleId = await shop.charge(ana)
  const [row] = await shop.rows(ana)
  expect(await shop.ask('accounts/charge-of', { customerId: ana, saleId })).toEqual({ entryIds: [row!.id], openCents: 4000 })
  expect(await shop.ask('accounts/charge-of', { customerId: marc, saleId })).toBeNull()
  await shop.payOff(ana, 4000)
  expect(await shop.ask('accounts/charge-of', { customerId: ana, saleId })).toMatchObject({ openCents: 0 })
})
