import { describe, expect, test } from 'vitest'
import type { CustomerId, PlainDate } from '../../../src/main/vocabulary.ts'
import { erased } from '../customers/erase-kit.ts'
import { dayMs, loyaltyShop, type LoyaltyShop } from '../loyalty/shop.ts'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64')
const write = (shop: LoyaltyShop, body: string, more: { withReport?: boolean; picture?: { mediaType: 'image/png' | 'image/jpeg'; base64: string } } = {}) =>
  shop.ask('help/message', { requestId: shop.rid(), body, withReport: true, picture: null, ...more })
const lines = (shop: LoyaltyShop) => shop.ask('messaging/outbox', {})
const act = (shop: LoyaltyShop, door: 'messaging/cancel' | 'messaging/retry', id: string) => shop.ask(door, { requestId: shop.rid(), id })

/** Ana let the shop text her, and points of hers will expire soon: a reminder waits. */
async function shopWithReminder() {
  const shop = await loyaltyShop({ expiry: { rule: { kind: 'months-after-earning', months: 12 } } })
  const ana = await shop.member('Ana', { lastName: 'Ruiz', phones: [{ typed: '514 555 0142', kind: 'mobile' }] })
  await shop.ask('messaging/save-subscriptions', { requestId: shop.rid(), customerId: ana, changes: [{ channel: 'sms', type: 'general', allowed: true }], given: 'in-person', note: '' })
  await shop.adjust(ana, 100, { expires: '2026-12-01' as PlainDate })
  // Out of the night in which nobody is reminded.
  shop.clock.skip(dayMs)
  shop.runDue()
  await shop.signIn('manager')
  return { shop, ana }
}
const end = (shop: LoyaltyShop, customerId: CustomerId) =>
  shop.ask('messaging/save-subscriptions', { requestId: shop.rid(), customerId, changes: [{ channel: 'sms', type: 'general', allowed: false }], given: null, note: '' })

describe('the outbox', () => {
  test('names who a message is for and what it is about, is cancelled and waits again, each with a line in the audit', async () => {
    const { shop } = await shopWithReminder()
    const [line] = await lines(shop)
    expect(line).toMatchObject({ name: 'Ana Ruiz', address: '(514) 555-0142', channel: 'sms', purpose: 'points-expiring', state: 'queued' })
    expect((await shop.ask('messaging/letter', { id: line!.id })).body).toContain('100')
    await act(shop, 'messaging/cancel', line!.id)
    expect((await lines(shop))[0]).toMatchObject({ state: 'cancelled' })
    await expect(act(shop, 'messaging/cancel', line!.id)).rejects.toMatchObject({ code: 'not-found' })
    await act(shop, 'messaging/retry', line!.id)
    expect((await lines(shop))[0]).toMatchObject({ state: 'queued', tries: 0 })
    await expect(act(shop, 'messaging/retry', line!.id)).rejects.toMatchObject({ code: 'not-found' })
    const audited = shop.core.db.prepare("SELECT kind FROM audit WHERE target = ? ORDER BY seq").pluck().all(`message/${line!.id}`)
    expect(audited).toEqual(['message-cancelled', 'message-retried'])
    expect(shop.bugs).toEqual([])
  })

  test('is not for a cashier', async () => {
    const { shop } = await shopWithReminder()
    const [line] = await lines(shop)
    await shop.signIn('cashier')
    for (const asked of [lines(shop), act(shop, 'messaging/cancel', line!.id), shop.ask('messaging/letter', { id: line!.id })]) await expect(asked).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('what somebody no longer wants stops waiting, and Retry does not send it', async () => {
    const { shop, ana } = await shopWithReminder()
    const [line] = await lines(shop)
    await end(shop, ana)
    shop.runDue()
    expect((await lines(shop))[0]).toMatchObject({ state: 'cancelled' })
    await expect(act(shop, 'messaging/retry', line!.id)).rejects.toMatchObject({ code: 'consent-ended' })
  })

  test('a code is neither sent late nor again', async () => {
    const { shop, ana } = await shopWithReminder()
    const put = shop.core.db.prepare("INSERT INTO outbox (id, source_key, customer_id, channel, purpose, address, body, state, made_at) VALUES (?, ?, ?, 'sms', 'points-code', '+1', '••••••', ?, ?)")
    put.run('code-1', 'code/1', ana, 'queued', shop.core.now())
    put.run('code-2', 'code/2', ana, 'failed', shop.core.now())
    shop.clock.skip(6 * 60_000)
    shop.runDue()
    expect((await lines(shop)).filter(({ purpose }) => purpose === 'points-code').map(({ state }) => state).toSorted()).toEqual(['cancelled', 'failed'])
    await expect(act(shop, 'messaging/retry', 'code-2')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('Status counts what waits by each way out, and says which services are set up', async () => {
    const { shop } = await shopWithReminder()
    await write(shop, 'Help')
    expect(await shop.ask('messaging/services', {})).toEqual([
      { name: 'sync', state: 'local', waiting: 0 }, { name: 'email', state: 'off', waiting: 1 }, { name: 'sms', state: 'off', waiting: 1 }, { name: 'maps', state: 'off', waiting: 0 },
    ])
  })

  test('loses what waits for somebody who is deleted, what speaks of them, and every picture', async () => {
    const { shop, ana } = await shopWithReminder()
    await write(shop, 'Ana Ruiz +1 514 555 0142 cannot be found')
    const about = await write(shop, 'The drawer opens twice', { picture: { mediaType: 'image/png', base64: png } })
    const [points] = [await shop.ask('loyalty/points', { customerId: ana })]
    expect(points).toMatchObject({ balance: 100 })
    await shop.ask('customers/erase', { requestId: shop.rid(), id: ana, approvalId: null })
    await erased(shop)
    expect((await lines(shop)).map(({ id }) => id)).toEqual([about.id])
    expect(await shop.ask('messaging/letter', { id: about.id })).toMatchObject({ body: 'The drawer opens twice', picture: null })
    expect(shop.bugs).toEqual([])
  })
})

describe('a question to support', () => {
  test('waits once, with its picture; its report knows the shop and nobody in it', async () => {
    const { shop } = await shopWithReminder()
    await shop.customer('Zoltanika', { lastName: 'Quebranta', phones: [{ typed: '438 555 7302', kind: 'mobile' }], emails: [{ address: 'zq@zolka.example', kind: 'home' }] })
    const { text } = await shop.ask('help/report', {})
    expect(text).toContain('till 1 of 1')
    expect(text).toContain('customers 2')
    for (const word of ['Ana', 'Ruiz', '5145550142', 'Zoltanika', 'Quebranta', '4385557302', 'zolka', 'Marc', 'Léa', 'Brûlerie']) expect(text, word).not.toContain(word)
    const asked = { requestId: shop.rid(), body: ' The drawer opens twice ', withReport: true, picture: { mediaType: 'image/png', base64: png } } as const
    const { id } = await shop.ask('help/message', asked)
    expect(await shop.ask('help/message', asked)).toEqual({ id })
    expect((await lines(shop)).filter(({ purpose }) => purpose === 'support')).toHaveLength(1)
    expect(await shop.ask('messaging/letter', { id })).toMatchObject({ body: 'The drawer opens twice', report: text, staffName: 'Marc', picture: `data:image/png;base64,${png}` })
    const bare = await write(shop, 'No facts', { withReport: false })
    expect(await shop.ask('messaging/letter', { id: bare.id })).toMatchObject({ report: '', picture: null })
  })

  test('is refused without words, and with a picture that is none', async () => {
    const { shop } = await shopWithReminder()
    await expect(write(shop, '  ')).rejects.toMatchObject({ code: 'bad-input' })
    for (const base64 of [Buffer.from('<svg onload="x">').toString('base64'), png.replace('iVBOR', 'AAAAA')]) {
      await expect(write(shop, 'Look', { picture: { mediaType: 'image/png', base64 } })).rejects.toMatchObject({ code: 'bad-input', facts: { field: 'picture' } })
    }
    await expect(write(shop, 'Look', { picture: { mediaType: 'image/jpeg', base64: png } })).rejects.toMatchObject({ code: 'bad-input' })
    expect((await lines(shop)).filter(({ purpose }) => purpose === 'support')).toEqual([])
  })

  test('is taken back by who wrote it while it waits, and by nobody else', async () => {
    const { shop } = await shopWithReminder()
    await shop.signIn('cashier')
    const { id } = await write(shop, 'Never mind')
    await shop.signIn('manager')
    await expect(shop.ask('help/take-back', { requestId: shop.rid(), id })).rejects.toMatchObject({ code: 'not-found' })
    await shop.signIn('cashier')
    await shop.ask('help/take-back', { requestId: shop.rid(), id })
    await expect(shop.ask('help/take-back', { requestId: shop.rid(), id })).rejects.toMatchObject({ code: 'not-found' })
    await shop.signIn('manager')
    expect((await lines(shop)).find((line) => line.id === id)).toMatchObject({ state: 'cancelled' })
  })
})
