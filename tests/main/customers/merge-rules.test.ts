import { describe, expect, test } from 'vitest'
import { reindexCustomer } from '../../../src/main/customers/customers.sql.ts'
import { previewMerge } from '../../../src/main/flows/merge-preview.ts'
import type { Caller, CustomerId, RegisterId } from '../../../src/main/vocabulary.ts'
import { till } from '../../harness/app.ts'
import { dump, mergeShop, type MergeShop } from './merge-shop.ts'

function set(shop: MergeShop, id: CustomerId, change: string): void {
  shop.core.db.prepare(`UPDATE customers SET ${change} WHERE id = ?`).run(id)
  reindexCustomer(shop.core.db, id)
}
const statusOf = (shop: MergeShop, id: CustomerId): unknown => shop.core.db.prepare('SELECT status FROM customers WHERE id = ?').pluck().get(id)
const plain = (shop: MergeShop, name: string) => shop.customer(name)

describe('what may be merged', () => {
  test('a record of the online catalog is never merged, and says why; it can be the one that is kept', async () => {
    const shop = await mergeShop()
    const [own, online] = [await shop.member('Ana', { notes: 'likes filter' }), await plain(shop, 'Ana')]
    set(shop, online, "source = 'catalog', code = 'CAT-000900'")
    await shop.sell(own, { coffee: 2 })
    const { points } = (await shop.preview(own, online)).holds.gone
    const preview = await shop.preview(own, online)
    expect(preview).toMatchObject({ kind: 'keep-online', keep: { id: online }, gone: { id: own }, refused: null })
    await expect(shop.merge(own, online, { kind: 'merge' })).rejects.toMatchObject({ code: 'catalog-owned', facts: { code: 'CAT-000900' } })
    const before = await dump(shop, [own, online])
    const { mergeId } = await shop.merge(own, online)
    expect(await shop.points(online)).toMatchObject({ balance: points })
    expect((await shop.ask('customers/card', { id: own })).customer).toMatchObject({ id: online, code: 'CAT-000900', notes: 'likes filter' })
    expect(shop.core.db.prepare("SELECT count(*) FROM audit WHERE kind = 'online-profile-kept'").pluck().get()).toBe(1)
    await shop.unmerge(mergeId)
    expect(await dump(shop, [own, online])).toEqual(before)
  })

  test('of two online profiles neither is merged', async () => {
    const shop = await mergeShop()
    const pair = [await plain(shop, 'Ana'), await plain(shop, 'Anna')] as const
    pair.forEach((id, at) => set(shop, id, `source = 'catalog', code = 'CAT-00091${at}'`))
    expect((await shop.preview(...pair)).refused).toEqual({ code: 'catalog-owned', of: 'CAT-000910' })
    await expect(shop.merge(...pair)).rejects.toMatchObject({ code: 'catalog-owned' })
  })

  test('nobody is merged with themselves, with who is gone, or twice', async () => {
    const shop = await mergeShop()
    const [one, other, third] = [await plain(shop, 'Ana'), await plain(shop, 'Anna'), await plain(shop, 'Hanna')]
    await expect(shop.preview(one, one)).rejects.toMatchObject({ code: 'merge-impossible' })
    await expect(shop.preview(one, 'nobody' as CustomerId)).rejects.toMatchObject({ code: 'not-found' })
    await shop.merge(one, other)
    await expect(shop.preview(other, third)).rejects.toMatchObject({ code: 'customer-merged' })
    await expect(shop.ask('customers/update', { requestId: shop.rid(), id: other, version: 1, changes: { notes: 'x' }, keepConsent: {}, consents: [] })).rejects.toMatchObject({ code: 'customer-merged' })
  })

  test.each([['banned', 'active', 'banned'], ['active', 'banned', 'banned'], ['inactive', 'active', 'active'], ['pending', 'active', 'active'], ['pending', 'inactive', 'pending'], ['inactive', 'inactive', 'inactive']])(
    'who is %s and who is %s are one who is %s, and two as they were after the undo', async (mine, theirs, after) => {
      const shop = await mergeShop()
      const [one, other] = [await plain(shop, 'Ana'), await plain(shop, 'Anna')]
      set(shop, one, `status = '${mine}'`)
      set(shop, other, `status = '${theirs}'`)
      const { mergeId } = await shop.merge(one, other, { keep: one })
      expect([statusOf(shop, one), statusOf(shop, other)]).toEqual([after, 'merged'])
      await shop.unmerge(mergeId)
      expect([statusOf(shop, one), statusOf(shop, other)]).toEqual([mine, theirs])
    })
})

describe('who may merge', () => {
  test('points or money that move need a manager for these two; without them a cashier merges', async () => {
    const shop = await mergeShop()
    const [one, other, third] = [await plain(shop, 'Ana'), await shop.member('Anna'), await plain(shop, 'Hanna')]
    await shop.adjust(other, 40)
    const { fingerprint, needsPin } = await shop.preview(one, other)
    expect(needsPin).toBe(true)
    const asked = { requestId: shop.rid(), kind: 'merge', keepId: one, goneId: other, fingerprint, choice: { picks: {}, left: [] }, photo: null, approvalId: null }
    expect(await shop.reply('customers/merge', asked)).toMatchObject({ code: 'needs-approval', facts: { right: 'merge-customers', target: `merge/${one}/${other}` } })
    const wrong = await shop.signed(`merge/${one}/${third}`)
    expect((await shop.reply('customers/merge', { ...asked, requestId: shop.rid(), approvalId: wrong })).ok).toBe(false)
    expect(statusOf(shop, other)).toBe('active')
    await shop.merge(one, third)
    expect(statusOf(shop, third)).toBe('merged')
  })

  test('the same request a second time merges nothing more', async () => {
    const shop = await mergeShop()
    const [one, other] = [await plain(shop, 'Ana'), await plain(shop, 'Anna')]
    const { fingerprint } = await shop.preview(one, other)
    const asked = { requestId: shop.rid(), kind: 'merge' as const, keepId: one, goneId: other, fingerprint, choice: { picks: {}, left: [] }, photo: null, approvalId: null }
    expect(await shop.ask('customers/merge', asked)).toEqual(await shop.ask('customers/merge', asked))
  })
})

describe('two tills at once', () => {
  test('a record that changed since it was shown is shown again; nothing was merged', async () => {
    const shop = await mergeShop()
    const [one, other] = [await plain(shop, 'Ana'), await plain(shop, 'Anna')]
    const { fingerprint } = await shop.preview(one, other)
    await shop.ask('customers/update', { requestId: shop.rid(), id: other, version: 1, changes: { notes: 'new' }, keepConsent: {}, consents: [] })
    const asked = { requestId: shop.rid(), kind: 'merge', keepId: one, goneId: other, fingerprint, choice: { picks: {}, left: [] }, photo: null, approvalId: null }
    expect(await shop.reply('customers/merge', asked)).toMatchObject({ code: 'merge-changed' })
    expect(statusOf(shop, other)).toBe('active')
    await shop.sell(other, { coffee: 1 })
    expect((await shop.preview(one, other)).fingerprint).not.toBe(fingerprint)
  })

  test('a sale that is half paid when its customer is merged is paid to its end, and is the survivor\'s with its points', async () => {
    const shop = await mergeShop()
    const [one, other] = [await shop.member('Ana'), await shop.member('Anna')]
    await shop.adjust(other, 300)
    await shop.fill(other, { coffee: 2 })
    await shop.ask('loyalty/claim', { requestId: shop.rid(), rewardId: null, points: 100 as never, lineId: null, proof: null })
    const open = (await shop.cart())!
    await shop.ask('sales/pay', { requestId: shop.rid(), saleId: open.id, kind: 'card', amountCents: 1_000 as never, givenCents: 1_000 as never, reference: 'r', expectedTotalCents: open.totals.totalCents })
    const { mergeId } = await shop.merge(one, other)
    const saleId = await shop.pay()
    expect((await shop.ask('sales/get', { saleId })).customerId).toBe(one)
    expect((await shop.points(one)).balance).toBe(300 - 100 + 31)
    await shop.unmerge(mergeId)
    expect((await shop.points(other)).balance).toBe(200)
    expect((await shop.points(one)).balance).toBe(31)
    expect(shop.bugs).toEqual([])
  })
})

describe('chains', () => {
  test('a merged record that is merged on is found through both, and the newest merge is undone first', async () => {
    const shop = await mergeShop()
    const [a, b, c] = [await shop.member('Ana'), await shop.member('Bea'), await shop.member('Cleo')]
    await shop.sell(a, { coffee: 1 })
    await shop.sell(b, { coffee: 2 })
    const start = await dump(shop, [a, b, c])
    const first = await shop.merge(b, a, { keep: b })
    const middle = await dump(shop, [a, b, c])
    const second = await shop.merge(c, b, { keep: c })
    expect((await shop.ask('customers/card', { id: a })).customer.id).toBe(c)
    expect((await shop.ask('customers/find', { text: 'Ana', scope: 'picker', most: 5, after: null, inactive: false })).rows.map(({ id }) => id)).toEqual([c])
    expect((await shop.ask('customers/merges', { customerId: a })).map(({ mergeId }) => mergeId)).toEqual([second.mergeId])
    await expect(shop.unmerge(first.mergeId)).rejects.toMatchObject({ code: 'merge-newer-first' })
    await shop.unmerge(second.mergeId)
    expect(await dump(shop, [a, b, c])).toEqual(middle)
    await shop.unmerge(first.mergeId)
    expect(await dump(shop, [a, b, c])).toEqual(start)
  })

  test('merges are undone from the newest back, in the order they were done whatever the clock said, and each answer names the one that comes first', async () => {
    const shop = await mergeShop()
    const [a, b, c, d] = [await plain(shop, 'Ana'), await plain(shop, 'Bea'), await plain(shop, 'Cleo'), await plain(shop, 'Dora')]
    const codeOf = (id: CustomerId) => shop.core.db.prepare('SELECT code FROM customers WHERE id = ?').pluck().get(id)
    const intoB = await shop.merge(b, a, { keep: b })
    const intoC = await shop.merge(c, b, { keep: c })
    shop.clock.skip(-3_600_000)
    const last = await shop.merge(c, d, { keep: c })
    const no = (mergeId: typeof last.mergeId) => shop.reply('customers/unmerge', { requestId: shop.rid(), mergeId, approvalId: null })
    for (const merge of [intoB, intoC]) expect(await no(merge.mergeId)).toMatchObject({ code: 'merge-newer-first', facts: { code: codeOf(d) } })
    expect((await shop.ask('customers/merges', { customerId: a })).map(({ mergeId, first }) => [mergeId, first])).toEqual([[last.mergeId, true], [intoC.mergeId, false]])
    await shop.unmerge(last.mergeId)
    expect(await no(intoB.mergeId)).toMatchObject({ code: 'merge-newer-first', facts: { code: codeOf(b) } })
    await shop.unmerge(intoC.mergeId)
    await shop.unmerge(intoB.mergeId)
    expect(await no(last.mergeId)).toMatchObject({ code: 'undo-too-late' })
    for (const id of [a, b, c, d]) expect((await shop.ask('customers/card', { id })).customer.id).toBe(id)
  })

  test('nobody who is being deleted is merged, shown for a merge or parted again; taken back, all of it goes', async () => {
    const shop = await mergeShop()
    const [one, other, third] = [await plain(shop, 'Ana'), await plain(shop, 'Anna'), await plain(shop, 'Hanna')]
    const { fingerprint } = await shop.preview(one, other)
    const { mergeId } = await shop.merge(one, third)
    const erase = (id: CustomerId) => shop.ask('customers/erase', { requestId: shop.rid(), id, approvalId: null })
    const merge = (keepId: CustomerId, goneId: CustomerId) => shop.reply('customers/merge', { requestId: shop.rid(), kind: 'merge', keepId, goneId, fingerprint, choice: { picks: {}, left: [] }, photo: null, approvalId: null })
    const { actId } = await erase(one)
    expect([await merge(one, other), await merge(other, one), await shop.reply('customers/merge-preview', { oneId: other, otherId: one, keepId: null })]).toMatchObject(Array.from({ length: 3 }, () => ({ code: 'being-erased' })))
    expect(await shop.reply('customers/unmerge', { requestId: shop.rid(), mergeId, approvalId: null })).toMatchObject({ code: 'being-erased' })
    await shop.ask('customers/erase-cancel', { requestId: shop.rid(), actId })
    await shop.unmerge(mergeId)
    await shop.merge(one, other)
  })

  test('after thirty days a merge is for good and what was kept for its undo is gone', async () => {
    const shop = await mergeShop()
    const [one, other] = [await plain(shop, 'Ana'), await plain(shop, 'Anna')]
    const { mergeId } = await shop.merge(one, other)
    shop.clock.skip(31 * 86_400_000)
    shop.runDue()
    expect(shop.core.db.prepare('SELECT count(*) FROM customer_merge_rows').pluck().get()).toBe(0)
    await expect(shop.unmerge(mergeId)).rejects.toMatchObject({ code: 'undo-too-late' })
    expect((await shop.ask('customers/merges', { customerId: one }))[0]).toMatchObject({ undoUntil: null })
  })
})

test('a member whose account goes to a survivor without one gets it back whole, and what was earned since stays', async () => {
  const shop = await mergeShop()
  const [one, other] = [await plain(shop, 'Ana'), await shop.member('Anna')]
  await shop.sell(other, { coffee: 3 })
  const theirs = (await shop.points(other)).balance
  const before = await dump(shop, [one, other])
  const first = await shop.merge(one, other)
  expect((await shop.points(one)).balance).toBe(theirs)
  await shop.unmerge(first.mergeId)
  expect(await dump(shop, [one, other])).toEqual(before)
  const second = await shop.merge(one, other)
  await shop.sell(one, { coffee: 1 })
  await shop.unmerge(second.mergeId)
  expect([(await shop.points(one)).balance, (await shop.points(other)).balance]).toEqual([18, theirs])
})

test('what a role may not see is veiled on the page as everywhere', async () => {
  const shop = await mergeShop()
  const [one, other] = [await shop.customer('Ana', { phones: [{ typed: '514-555-0142', kind: 'mobile' }] }), await plain(shop, 'Anna')]
  shop.core.db.prepare(`UPDATE roles SET fields = '{"phone":"masked","balance":"hidden"}' WHERE id = 'cashier'`).run()
  const caller: Caller = { registerId: till as RegisterId, staffId: shop.staff.cashier, role: 'cashier' }
  expect(JSON.stringify(previewMerge(shop.core, caller, { oneId: one, otherId: other, keepId: null }))).not.toContain('5550142')
})

test('what is owed goes over with a manager and comes back; a payment made since stays with the survivor and pays nothing of the other\'s', async () => {
  const shop = await mergeShop()
  const [one, other] = [await plain(shop, 'Ana'), await plain(shop, 'Anna')]
  const { db } = shop.core
  const enter = (id: string, of: CustomerId, cents: number, kind: string) => db.prepare(`INSERT INTO account_entries (id, source_key, customer_id, kind, amount_cents, day, due_on, at, register_id, staff_id)
    VALUES (?, ?, ?, ?, ?, '2026-11-21', ?, '2026-11-21T14:00:00.000Z', 'till-1', 's')`).run(id, id, of, kind, cents, cents > 0 ? '2026-12-21' : null)
  const owed = (id: CustomerId) => [db.prepare('SELECT coalesce(sum(amount_cents), 0) FROM account_entries WHERE customer_id = ?').pluck().get(id), db.prepare('SELECT coalesce(sum(open_cents), 0) FROM account_open WHERE customer_id = ?').pluck().get(id)]
  db.prepare('INSERT OR IGNORE INTO registers (id, name, number, made_at) VALUES (?, ?, ?, ?)').run('till-1', 'Till 1', 1, '2026-01-01')
  enter('charge', other, 1_500, 'charge')
  const before = await dump(shop, [one, other])
  const first = await shop.merge(one, other)
  expect([owed(one), owed(other)]).toEqual([[1_500, 1_500], [0, 0]])
  await shop.unmerge(first.mergeId)
  expect(await dump(shop, [one, other])).toEqual(before)
  const second = await shop.merge(one, other)
  enter('credit', one, -500, 'adjustment')
  db.prepare(`INSERT INTO account_matches (credit_id, debit_id, amount_cents, how, at) VALUES ('credit', 'charge', 500, 'oldest', '2026-11-22')`).run()
  expect(owed(one)).toEqual([1_000, 1_000])
  await shop.unmerge(second.mergeId)
  expect([owed(one), owed(other)]).toEqual([[-500, -500], [1_500, 1_500]])
})
