import { expect, test } from 'vitest'
import type { CustomerId } from '../../../src/main/vocabulary.ts'
import { addAudience, mergeShop, type MergeShop } from './merge-shop.ts'

const plain = (shop: MergeShop, name: string) => shop.customer(name)

test('the stricter consent wins where both were asked, an answer stands where only one was, and both are as before after the undo', async () => {
  const shop = await mergeShop()
  const [yes, no] = [await addAudience(shop, 'Ana', true), await addAudience(shop, 'Anna', false)]
  const [, never] = [0, await plain(shop, 'Hanna')]
  const sms = async (id: CustomerId) => (await shop.ask('customers/card', { id })).switches.sms
  expect((await shop.preview(yes, no)).consents.find(({ channel, type }) => channel === 'sms' && type === 'marketing')).toMatchObject({ keep: true, gone: false, after: false })
  const first = await shop.merge(yes, no)
  expect(await sms(yes)).toBe(false)
  await shop.unmerge(first.mergeId)
  expect([await sms(yes), await sms(no)]).toEqual([true, false])
  await shop.merge(yes, never)
  expect(await sms(yes)).toBe(true)
})

test.each<[string, boolean | null, boolean | null, boolean]>([
  ['a no stands against a yes', false, true, false], ['a yes falls to a no', true, false, false], ['never asked takes nothing from a yes', null, true, true], ['a yes is kept beside never asked', true, null, true],
  ['a no is kept beside never asked', false, null, false], ['never asked takes a no over', null, false, false],
])('consent in a merge: %s, whichever was said later', { timeout: 60_000 }, async (_what, ofKept, ofGone, after) => {
  for (const keptFirst of [true, false]) {
    const shop = await mergeShop()
    const make = async (name: string, said: boolean | null) => (said === null ? plain(shop, name) : addAudience(shop, name, said))
    const people = keptFirst ? [await make('Ana', ofKept), await make('Anna', ofGone)] : [await make('Anna', ofGone), await make('Ana', ofKept)].toReversed()
    const [keep, gone] = people as [CustomerId, CustomerId]
    await shop.merge(keep, gone, { keep })
    expect((await shop.ask('customers/card', { id: keep })).switches.sms).toBe(after)
  }
})

test('a no that was said since a merge holds for both once it is undone: nobody knows whose it was', async () => {
  const shop = await mergeShop()
  const [one, other] = [await addAudience(shop, 'Ana', true), await addAudience(shop, 'Anna', true)]
  const sms = async (id: CustomerId) => (await shop.ask('customers/card', { id })).switches.sms
  const { mergeId } = await shop.merge(one, other)
  const { customer } = await shop.ask('customers/card', { id: one })
  await shop.ask('customers/update', { requestId: shop.rid(), id: one, version: customer.version, changes: {}, keepConsent: {}, consents: [{ channel: 'sms', allowed: false }] })
  await shop.unmerge(mergeId)
  expect([await sms(one), await sms(other)]).toEqual([false, false])
})
