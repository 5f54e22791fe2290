import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CustomerId, PlainDate, SaleId } from '../../../src/main/vocabulary.ts'
import { expectVerified, sums } from '../loyalty/proof.ts'
import { dump, mergeShop, type MergeShop } from './merge-shop.ts'

const goods = fc.record({ coffee: fc.integer({ min: 0, max: 2 }), tool: fc.integer({ min: 0, max: 1 }) }).map(({ coffee, tool }) => ({ ...(coffee ? { coffee } : {}), ...(tool ? { tool } : {}), cup: 1 }))
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sell' as const), goods }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('refund' as const), which: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('adjust' as const), points: fc.integer({ min: -60, max: 300 }).filter((points) => points !== 0), ends: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), digits: fc.integer({ min: 10, max: 99 }), tag: fc.constantFrom('decaf', 'local', 'Decaf', 'vip'), note: fc.constantFrom('', 'rings twice', 'owes a cup') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('park' as const), goods }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('consent' as const), allowed: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('join' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('card' as const), code: fc.integer({ min: 1_000, max: 9_999 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('photo' as const) }) },
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never
type Person = { readonly id: CustomerId; readonly sales: SaleId[] }

const expected = new Set(['not-enough-points', 'already-refunded', 'refund-too-much', 'not-a-member', 'already-a-member', 'points-limit', 'card-taken', 'bad-phone', 'bad-input'])
const allowed = async (work: Promise<unknown>): Promise<void> => void await work.catch((error: { code?: string }) => {
  if (!error.code || !expected.has(error.code)) throw error
})

async function change(shop: MergeShop, id: CustomerId, changes: object, consents: { channel: 'sms'; allowed: boolean }[] = []): Promise<void> {
  const { customer } = await shop.ask('customers/card', { id })
  await allowed(shop.ask('customers/update', { requestId: shop.rid(), id: customer.id, version: customer.version, changes, keepConsent: { sms: true }, consents }))
}
async function play(shop: MergeShop, { id, sales }: Person, step: Act): Promise<void> {
  if (step.do === 'sell') return void sales.push(await shop.sell(id, step.goods))
  if (step.do === 'refund') return sales.length === 0 ? undefined : allowed(shop.refund(sales[step.which % sales.length]!, 'all'))
  if (step.do === 'adjust') return allowed(shop.adjust(id, step.points, { expires: step.ends ? ('2027-06-30' as PlainDate) : 'never', by: 'owner' }))
  if (step.do === 'edit') return change(shop, id, { phones: [{ typed: `514-555-01${step.digits}`, kind: 'mobile' }], tags: [step.tag], notes: step.note })
  if (step.do === 'consent') return change(shop, id, { phones: [{ typed: '514-555-0142', kind: 'mobile' }] }, [{ channel: 'sms', allowed: step.allowed }])
  if (step.do === 'join') return allowed(shop.ask('loyalty/join', { requestId: shop.rid(), customerId: id }))
  if (step.do === 'card') return allowed(shop.ask('loyalty/assign-card', { requestId: shop.rid(), code: `KLUB${step.code}`, customerId: id, takeUnknown: true }))
  if (step.do === 'photo') return void await shop.ask('customers/save-photo', { requestId: shop.rid(), id, photo: { mediaType: 'image/png', base64: Buffer.from(`photo of ${id}`).toString('base64') } })
  await shop.fill(id, step.goods)
  await shop.ask('sales/park', { requestId: shop.rid(), label: 'later', note: '', dueAt: null })
}
const stories = fc.tuple(fc.array(act, { maxLength: 6 }), fc.array(act, { maxLength: 6 }), fc.array(act, { maxLength: 4 }), fc.array(fc.constantFrom('keep' as const, 'gone' as const), { maxLength: 6 }))

const people = async (shop: MergeShop, names: readonly string[]): Promise<Person[]> => Promise.all(names.map(async (name) => ({ id: await shop.customer(name, { lastName: 'Ruiz' }), sales: [] })))
async function live(shop: MergeShop, person: Person, steps: readonly Act[]): Promise<void> {
  for (const step of steps) await play(shop, person, step)
}

test('whatever two people did before, merged and parted again they are exactly as they were', async () => {
  const shop = await mergeShop()
  await fc.assert(fc.asyncProperty(stories, async ([ofAna, ofBea, , sides]) => {
    const [ana, bea] = await people(shop, ['Ana', 'Bea']) as [Person, Person]
    await live(shop, ana, ofAna)
    await live(shop, bea, ofBea)
    const before = await dump(shop, [ana.id, bea.id])
    const { fields } = await shop.preview(ana.id, bea.id)
    const picks = Object.fromEntries(fields.filter(({ kind }) => kind === 'one').map(({ field }, at) => [field, sides[at % Math.max(1, sides.length)] ?? 'keep'] as const))
    const { mergeId } = await shop.merge(ana.id, bea.id, { choice: { picks, left: [] }, photo: sides[0] ?? null })
    for (const { id } of [ana, bea]) expect((await shop.ask('customers/card', { id })).customer.id).toBe(ana.id)
    await shop.unmerge(mergeId)
    expect(await dump(shop, [ana.id, bea.id])).toEqual(before)
  }), { numRuns: 25 })
  await expectVerified(shop)
  expect(shop.bugs).toEqual([])
}, 300_000)

test('chains of merges, taken back from the newest, end at the exact start', async () => {
  const shop = await mergeShop()
  await fc.assert(fc.asyncProperty(stories, fc.boolean(), async ([ofAna, ofBea, ofCleo], onward) => {
    const [ana, bea, cleo] = await people(shop, ['Ana', 'Bea', 'Cleo']) as [Person, Person, Person]
    const ids = [ana.id, bea.id, cleo.id]
    for (const [person, steps] of [[ana, ofAna], [bea, ofBea], [cleo, ofCleo]] as const) await live(shop, person, steps)
    const before = await dump(shop, ids)
    const first = await shop.merge(ana.id, bea.id, { keep: ana.id })
    const middle = await dump(shop, ids)
    const second = await shop.merge(ana.id, cleo.id, { keep: onward ? cleo.id : ana.id })
    await shop.unmerge(second.mergeId)
    expect(await dump(shop, ids)).toEqual(middle)
    await shop.unmerge(first.mergeId)
    expect(await dump(shop, ids)).toEqual(before)
  }), { numRuns: 15 })
  await expectVerified(shop)
}, 300_000)

test('whatever is done between a merge and its undoing, no point, sale or cent is lost or doubled', async () => {
  const shop = await mergeShop()
  const total = (table: string, column: string, ids: readonly CustomerId[]): unknown => shop.core.db.prepare(`SELECT ${column} FROM ${table} WHERE customer_id IN (${ids.map((id) => `'${id}'`).join(', ')})`).pluck().get()
  await fc.assert(fc.asyncProperty(stories, async ([ofAna, ofBea, since]) => {
    const [ana, bea] = await people(shop, ['Ana', 'Bea']) as [Person, Person]
    const ids = [ana.id, bea.id]
    await live(shop, ana, ofAna)
    await live(shop, bea, ofBea)
    const { mergeId } = await shop.merge(ana.id, bea.id)
    await live(shop, { id: ana.id, sales: [...ana.sales, ...bea.sales] }, since)
    const points = (): number => ids.reduce((sum, id) => sum + sums(shop, id).rows, 0)
    const merged = { points: points(), sales: total('sales', 'count(*)', ids) }
    const { stays } = await shop.unmerge(mergeId)
    expect({ points: points(), sales: total('sales', 'count(*)', ids) }).toEqual(merged)
    for (const id of ids) expect(sums(shop, id).left).toBe(Math.max(0, sums(shop, id).rows))
    expect(stays.sales).toBe(since.filter((step) => step.do === 'sell').length)
    const theirs = shop.core.db.prepare('SELECT id FROM sales WHERE customer_id = ? AND number IS NOT NULL').pluck().all(bea.id) as string[]
    expect(theirs.toSorted()).toEqual(bea.sales.map(String).toSorted())
  }), { numRuns: 20 })
  await expectVerified(shop)
  expect(shop.bugs).toEqual([])
}, 300_000)
