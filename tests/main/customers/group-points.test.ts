import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupTimes, withGroupTimes } from '../../../src/main/loyalty/boosts.ts'
import { rulesShape } from '../../../src/main/loyalty/program.ts'
import type { GroupId } from '../../../src/main/vocabulary.ts'
import { loyaltyShop } from '../loyalty/shop.ts'
import { newRole } from '../staff/role-drafts.ts'

// Issue 5, customer groups: the multiplier in a group's form is a rule of the loyalty programme, and a change of it a version from now on.

/** VIP and Trade share x2; Ana is in VIP, Tom in Trade; the manager stands at the till. */
async function groupShop() {
  const shop = await loyaltyShop()
  await shop.signIn('manager')
  const save = (id: GroupId | null, name: string, timesMilli?: number, requestId = shop.rid()) =>
    shop.ask('customers/save-group', { requestId, id, name, ...(timesMilli === undefined ? {} : { timesMilli }) }).then((saved) => saved.id as GroupId)
  const [vip, trade] = [await save(null, 'VIP'), await save(null, 'Trade')]
  await shop.rules({ multipliers: { boosts: [{ name: 'Friends', timesMilli: 2_000, groupIds: [vip, trade] }, { name: 'Tools', timesMilli: 3_000, categoryIds: [shop.tools], groupIds: [vip] }] } })
  const [ana, tom] = [await shop.member('Ana', { groupId: vip }), await shop.member('Tom', { groupId: trade })]
  const earns = async (who: typeof ana, goods: object = { cup: 10 }) => {
    const before = (await shop.points(who)).balance
    await shop.sell(who, goods)
    return (await shop.points(who)).balance - before
  }
  const times = async () => Object.fromEntries((await shop.ask('customers/group-rows', {})).map(({ name, timesMilli }) => [name, timesMilli]))
  const programs = () => shop.ask('loyalty/programs', {})
  const audits = async (kind: string) => (await shop.ask('staff/audit', { before: null, most: 20, kind, staffId: null })).rows
  return { ...shop, save, vip, trade, ana, tom, earns, times, programs, audits }
}

test('a sale by a member earns the multiplier of the form from then on; the other group, other rules and the version before stay', async () => {
  const shop = await groupShop()
  const before = (await shop.programs()).now!
  expect([await shop.earns(shop.ana), await shop.earns(shop.tom)]).toEqual([20, 20])
  await shop.save(shop.vip, 'VIP', 4_000)
  expect([await shop.earns(shop.ana), await shop.earns(shop.tom)]).toEqual([40, 20])
  expect(await shop.times()).toEqual({ Default: 1_000, VIP: 4_000, Trade: 2_000 })
  const { now, past } = await shop.programs()
  expect(now).toMatchObject({ version: before.version + 1, startsAt: now!.madeAt })
  expect(now!.rules.multipliers.boosts.map(({ name, timesMilli, groupIds }) => [name, timesMilli, groupIds])).toEqual([['Friends', 2_000, [shop.trade]], ['Tools', 3_000, [shop.vip]], ['VIP', 4_000, [shop.vip]]])
  expect(past.find(({ version }) => version === before.version)).toEqual(before)
})

test('one request is one version, a number that holds already is none, and once takes the multiplier away', async () => {
  const shop = await groupShop()
  const { version } = (await shop.programs()).now!
  const request = shop.rid()
  await shop.save(shop.vip, 'VIP', 1_500, request)
  await shop.save(shop.vip, 'VIP', 1_500, request)
  await shop.save(shop.vip, 'VIP', 1_500)
  await shop.save(shop.vip, 'Gold')
  expect((await shop.programs()).now!.version).toBe(version + 1)
  await shop.save(shop.vip, 'Gold', 1_000)
  expect((await shop.programs()).now!.rules.multipliers.boosts.map(({ name }) => name)).toEqual(['Friends', 'Tools'])
  expect(await shop.earns(shop.ana)).toBe(10)
})

test('it is audited as a change of the group and of the rules', async () => {
  const shop = await groupShop()
  const rules = (await shop.audits('loyalty-rules')).length
  await shop.save(shop.vip, 'VIP', 1_500)
  const [changed] = await shop.audits('group-changed')
  expect([JSON.parse(changed!.before!), JSON.parse(changed!.after!)]).toMatchObject([{ timesMilli: 2_000 }, { timesMilli: 1_500 }])
  expect(await shop.audits('loyalty-rules')).toHaveLength(rules + 1)
})

test('who may change groups but not the programme changes everything else of a group; the multiplier is refused, and nothing of that is kept', async () => {
  const shop = await groupShop()
  await newRole(shop, 'manager', { name: 'Groups only', rights: { 'edit-loyalty': 'no' } })
  const { version } = (await shop.programs()).now!
  await expect(shop.save(shop.vip, 'Gold', 3_000)).rejects.toMatchObject({ code: 'not-allowed', facts: { right: 'edit-loyalty' } })
  await expect(shop.save(null, 'Silver', 3_000)).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await shop.times()).toEqual({ Default: 1_000, VIP: 2_000, Trade: 2_000 })
  expect((await shop.programs()).now!.version).toBe(version)
  await shop.save(shop.vip, 'Gold', 2_000)
  expect(await shop.times()).toEqual({ Default: 1_000, Gold: 2_000, Trade: 2_000 })
})

test("above the programme's own most, outside of its range, and where loyalty is off, it is refused", async () => {
  const shop = await groupShop()
  await expect(shop.save(shop.vip, 'VIP', 5_001)).rejects.toMatchObject({ code: 'times-over-cap', facts: { most: 5 } })
  await expect(shop.save(shop.vip, 'VIP', -1)).rejects.toMatchObject({ code: 'bad-input' })
  await expect(shop.save(shop.vip, 'VIP', 100_001)).rejects.toMatchObject({ code: 'bad-input' })
  await shop.rules({ on: false })
  await expect(shop.save(shop.vip, 'VIP', 1_500)).rejects.toMatchObject({ code: 'loyalty-off' })
  await shop.save(shop.vip, 'Gold')
})

test('a new group may begin with a multiplier', async () => {
  const shop = await groupShop()
  const id = await shop.save(null, 'Staff', 2_500)
  expect(await shop.earns(await shop.member('Sam', { groupId: id }))).toBe(25)
})

test('whatever multipliers there are, a group earns what was asked, others what they did, and the rules stay readable', () => {
  const ids = ['a', 'b', 'c'] as GroupId[]
  const boost = fc.record({ name: fc.constant('x'), timesMilli: fc.integer({ min: 0, max: 9_000 }), groupIds: fc.subarray(ids), weekdays: fc.constantFrom([], [2]) })
  fc.assert(fc.property(fc.array(boost, { maxLength: 5 }), fc.constantFrom('highest', 'multiply', 'add'), fc.integer({ min: 0, max: 5_000 }), (boosts, combine, timesMilli) => {
    const rules = rulesShape.parse({ multipliers: { combine, boosts } })
    const next = rulesShape.parse(withGroupTimes(rules, { id: 'a' as GroupId, name: '🎉'.repeat(32) }, timesMilli))
    expect(groupTimes(next, 'a' as GroupId)).toBe(timesMilli)
    for (const other of ['b', 'c'] as GroupId[]) expect(groupTimes(next, other)).toBe(groupTimes(rules, other))
    expect(next.multipliers.boosts.filter(({ weekdays }) => weekdays.length > 0)).toEqual(rules.multipliers.boosts.filter(({ weekdays }) => weekdays.length > 0))
  }))
})
