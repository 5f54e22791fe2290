import { describe, expect, test } from 'vitest'
import { ageOn, daysBetween } from '../../../src/main/sales/age.ts'
import { all, sql } from '../../../src/main/store/sql.ts'
import { z } from 'zod'
import { day, one, stocked } from './stocked.ts'

// The shop stands in Montréal; it is 21 November 2026 there.
const checks = z.object({ how: z.string(), passed: z.number(), minimum_age: z.number() })
const written = (db: Parameters<typeof all>[0]) => all(db, checks, sql`SELECT how, passed, minimum_age FROM age_checks ORDER BY rowid`)

test('an age is whole years on a day; 29 February turns on 1 March', () => {
  expect([ageOn(day('2008-11-21'), day('2026-11-21')), ageOn(day('2008-11-22'), day('2026-11-21'))]).toEqual([18, 17])
  expect([ageOn(day('2008-02-29'), day('2026-02-28')), ageOn(day('2008-02-29'), day('2026-03-01'))]).toEqual([17, 18])
  expect(daysBetween(day('2026-03-01'), day('2026-03-31'))).toBe(30)
})

describe('something with an age limit', () => {
  test('asks for proof, which a birth date or an ID seen gives', async () => {
    const { ask, reply, rid, add, items, core } = await stocked()
    expect(await reply('sales/add-item', { requestId: rid(), itemId: items.wine, quantityMilli: one })).toMatchObject({ code: 'age-check-needed', facts: { minimumAge: 18, itemId: items.wine } })
    await ask('sales/check-age', { requestId: rid(), minimumAge: 18, how: 'birth-date', birthDate: day('2000-01-01'), approvalId: null })
    expect((await add(items.wine)).ageNeeded).toBeNull()
    expect(await reply('sales/add-item', { requestId: rid(), itemId: items.spirits, quantityMilli: one })).toMatchObject({ code: 'age-check-needed', facts: { minimumAge: 21 } })
    await ask('sales/check-age', { requestId: rid(), minimumAge: 21, how: 'id-seen', birthDate: null, approvalId: null })
    expect((await add(items.spirits)).lines).toHaveLength(2)
    expect(written(core.db)).toEqual([{ how: 'birth-date', passed: 1, minimum_age: 18 }, { how: 'id-seen', passed: 1, minimum_age: 21 }])
  })
  test('is refused to the too young, and the try is written down', async () => {
    const { reply, rid, add, items, core } = await stocked()
    await add(items.bread)
    const check = { requestId: rid(), minimumAge: 18, how: 'birth-date', birthDate: '2008-11-22', approvalId: null }
    expect(await reply('sales/check-age', check)).toMatchObject({ code: 'under-age', facts: { age: 17, minimumAge: 18 } })
    expect(await reply('sales/check-age', check)).toMatchObject({ code: 'under-age' })
    expect(written(core.db)).toEqual([{ how: 'birth-date', passed: 0, minimum_age: 18 }])
  })
  test('birth dates that cannot be are refused', async () => {
    const { reply, rid } = await stocked()
    const check = (birthDate: string | null) => reply('sales/check-age', { requestId: rid(), minimumAge: 18, how: 'birth-date', birthDate, approvalId: null })
    expect(await check(null)).toMatchObject({ code: 'bad-date' })
    expect(await check('2026-11-22')).toMatchObject({ code: 'birth-date-future' })
    expect(await check('1899-01-01')).toMatchObject({ code: 'birth-date-too-old' })
  })
  test('goes by the shop: what is tomorrow in UTC is still today in Montréal', async () => {
    const { ask, reply, rid, clock } = await stocked()
    clock.skip(11 * 3_600_000) // 02:00 UTC on the 22nd, 21:00 on the 21st in the shop
    expect(await reply('sales/check-age', { requestId: rid(), minimumAge: 18, how: 'birth-date', birthDate: '2008-11-22', approvalId: null })).toMatchObject({ code: 'under-age' })
    clock.skip(4 * 3_600_000)
    await ask('sales/check-age', { requestId: rid(), minimumAge: 18, how: 'birth-date', birthDate: day('2008-11-22'), approvalId: null })
  })
  test('a customer of age vouches, and it is written down when the sale is done', async () => {
    const { add, items, attach, person, payAll, core } = await stocked()
    await attach(person({ birth: '1990-04-03' }))
    await add(items.spirits)
    await payAll()
    expect(written(core.db)).toEqual([{ how: 'customer', passed: 1, minimum_age: 21 }])
  })
  test('a customer who is too young may be on the sale, but it is not paid until the line is gone', async () => {
    const { ask, reply, rid, add, items, attach, person, payAll } = await stocked()
    await ask('sales/check-age', { requestId: rid(), minimumAge: 18, how: 'id-seen', birthDate: null, approvalId: null })
    const { lines } = await add(items.wine)
    await add(items.bread)
    const { cart } = await attach(person({ birth: '2009-11-22' }))
    expect(cart).toMatchObject({ ageNeeded: 18, customer: { age: 16, alerts: [{ kind: 'under-age', minimumAge: 18 }] } })
    const pay = { requestId: rid(), saleId: cart.id, kind: 'card', amountCents: 2502, givenCents: 0, reference: 'X', expectedTotalCents: 2502 }
    expect(await reply('sales/pay', pay)).toMatchObject({ code: 'under-age', facts: { age: 16, minimumAge: 18, lineId: lines[0]!.id } })
    expect(await reply('sales/add-item', { requestId: rid(), itemId: items.wine, quantityMilli: one })).toMatchObject({ code: 'under-age' })
    await ask('sales/remove-line', { requestId: rid(), lineId: lines[0]!.id })
    expect(await reply('sales/restore-line', { requestId: rid(), lineId: lines[0]!.id })).toMatchObject({ code: 'under-age' })
    expect((await payAll()).totalCents).toBe(1002)
  })
  test('a customer who vouched and was cleared leaves the proof open again', async () => {
    const { ask, rid, reply, add, items, attach, person } = await stocked()
    await attach(person({ birth: '1990-04-03' }))
    await add(items.wine)
    const { cart } = await ask('sales/clear-customer', { requestId: rid() })
    expect(cart.ageNeeded).toBe(18)
    const pay = { requestId: rid(), saleId: cart.id, kind: 'card', amountCents: 1500, givenCents: 0, reference: 'X', expectedTotalCents: 1500 }
    expect(await reply('sales/pay', pay)).toMatchObject({ code: 'age-check-needed' })
  })
  test('an expired licence does not vouch unless a manager lets it pass, for this customer and sale', async () => {
    const { ask, reply, rid, add, items, attach, person, staff, pins } = await stocked()
    const customerId = person({ birth: '1990-04-03', licenceUntil: '2026-11-09' })
    const { cart } = await attach(customerId)
    expect(cart.customer?.alerts).toEqual([{ kind: 'document-expired', days: 12, minimumAge: null }])
    expect(await reply('sales/add-item', { requestId: rid(), itemId: items.wine, quantityMilli: one })).toMatchObject({ code: 'document-expired', facts: { minimumAge: 18, customerId } })
    const check = { minimumAge: 18, how: 'customer' as const, birthDate: null }
    expect(await reply('sales/check-age', { ...check, requestId: rid(), approvalId: null })).toMatchObject({ code: 'needs-approval', facts: { right: 'use-expired-document', target: customerId } })
    const { approvalId } = await ask('staff/approve', { right: 'use-expired-document', target: customerId, approverId: staff.manager, pin: pins.manager })
    await ask('sales/check-age', { ...check, requestId: rid(), approvalId })
    expect((await add(items.wine)).ageNeeded).toBeNull()
    await attach(person({ birth: '1990-04-03', licenceUntil: '2026-11-01' }))
    expect((await ask('sales/cart', null))?.ageNeeded).toBe(18)
  })
  test('an ID seen makes up for an expired licence on file', async () => {
    const { ask, rid, add, items, attach, person } = await stocked()
    await attach(person({ birth: '1990-04-03', licenceUntil: '2026-11-09' }))
    await ask('sales/check-age', { requestId: rid(), minimumAge: 18, how: 'id-seen', birthDate: null, approvalId: null })
    expect((await add(items.wine)).ageNeeded).toBeNull()
  })
  test('letting a licence pass needs a customer whose age is known', async () => {
    const { reply, rid, attach, person } = await stocked()
    const check = () => reply('sales/check-age', { requestId: rid(), minimumAge: 18, how: 'customer', birthDate: null, approvalId: null })
    expect(await check()).toMatchObject({ code: 'age-check-needed' })
    await attach(person({ birth: '2010-01-01' }))
    expect(await check()).toMatchObject({ code: 'under-age' })
  })
})
