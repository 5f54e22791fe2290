import { expect, test } from 'vitest'
import type { RegisterId, StaffId } from '../../../src/main/vocabulary.ts'
import { freshApp, pins, reopened, till } from '../../harness/app.ts'

type App = Awaited<ReturnType<typeof freshApp>>
const second = 'till-2' as RegisterId
const tryPin = (app: Pick<App, 'reply'>, staffId: StaffId, pin: string, at = till) => app.reply('staff/sign-in', { staffId, pin }, at)
const code = async (reply: ReturnType<App['reply']>) => {
  const answer = await reply
  return answer.ok ? 'ok' : answer.code
}
async function wrongTimes(app: Pick<App, 'reply'>, staffId: StaffId, times: number, at = till) {
  for (let count = 0; count < times; count++) await tryPin(app, staffId, '9041', at)
}

test('the shop of the tests has a cashier signed in', async () => {
  const app = await freshApp()
  expect(await app.ask('staff/session', {})).toMatchObject({ staffId: app.staff.cashier, name: 'Léa', role: 'cashier', language: 'fr', theme: 'system', locked: false })
  expect(await app.ask('shop/status', {})).toMatchObject({ setUp: true, register: { id: till, name: 'Till 1', number: 1 }, demo: false })
})

test('a wrong PIN, an unknown person and someone who left are answered alike', async () => {
  const app = await freshApp()
  await app.signIn('owner')
  await app.ask('staff/save', { requestId: app.rid(), id: app.staff.manager, name: 'Marc', role: 'manager', language: 'en', active: false })
  const wrong = await tryPin(app, app.staff.cashier, '9041')
  expect(wrong).toEqual({ ok: false, code: 'wrong-pin', facts: { left: 4 } })
  expect(await tryPin(app, 'nobody' as StaffId, '9041')).toEqual(wrong)
  expect(await tryPin(app, app.staff.manager, pins.manager)).toEqual(wrong)
})

test('an unknown person takes as long as a wrong PIN', async () => {
  const app = await freshApp()
  const msOf = async (staffId: StaffId, pin: string) => {
    const begun = performance.now()
    await tryPin(app, staffId, pin)
    return performance.now() - begun
  }
  const known = Math.min(await msOf(app.staff.manager, '7702'), await msOf(app.staff.manager, '7703'))
  const unknown = Math.min(await msOf('nobody' as StaffId, '7704'), await msOf('nobody' as StaffId, '7705'))
  expect(unknown).toBeGreaterThan(known / 3)
})

test('five wrong PINs lock for 60 s, each further one for 5 min, 15 min and then an hour', async () => {
  const app = await freshApp()
  await wrongTimes(app, app.staff.cashier, 4)
  for (const seconds of [60, 300, 900, 3600, 3600]) {
    expect(await tryPin(app, app.staff.cashier, '9041')).toMatchObject({ code: 'pin-locked', facts: { seconds } })
    expect(await code(tryPin(app, app.staff.cashier, pins.cashier))).toBe('pin-locked')
    app.clock.skip(seconds * 1000)
  }
  expect(await code(tryPin(app, app.staff.cashier, pins.cashier))).toBe('ok')
})

test('a right PIN clears the count of wrong ones', async () => {
  const app = await freshApp()
  await wrongTimes(app, app.staff.cashier, 4)
  await app.signIn('cashier')
  expect(await tryPin(app, app.staff.cashier, '9041')).toMatchObject({ code: 'wrong-pin', facts: { left: 4 } })
})

test('the lock survives a restart, and the names say until when', async () => {
  const app = await freshApp()
  await wrongTimes(app, app.staff.cashier, 8)
  app.clock.skip(120_000)
  await wrongTimes(app, app.staff.cashier, 1)
  app.clock.skip(400_000)
  await wrongTimes(app, app.staff.cashier, 1)
  const until = (await app.ask('staff/names', {})).find(({ id }) => id === app.staff.cashier)?.lockedUntil
  app.core.db.prepare(`UPDATE pin_tries SET locked_until = '2999-01-01T00:00:00.000Z' WHERE who = ?`).run(app.staff.cashier)
  app.close()
  const again = reopened(app.file)
  expect(until).toMatch(/^2026/)
  expect(await code(tryPin(again, app.staff.cashier, pins.cashier))).toBe('pin-locked')
  again.close()
})

test('guesses sent at once cannot outrun the lock: only five are compared', async () => {
  const app = await freshApp()
  const guesses = Array.from({ length: 12 }, (_, at) => tryPin(app, app.staff.manager, at === 11 ? pins.manager : String(7100 + at)))
  const codes = await Promise.all(guesses.map((guess) => code(guess)))
  expect(codes.filter((answer) => answer === 'wrong-pin')).toHaveLength(4)
  expect(codes.filter((answer) => answer === 'pin-locked')).toHaveLength(8)
})

test('a till locks after twenty wrong PINs spread over many people, also for those who made none', async () => {
  const app = await freshApp()
  for (const who of ['a', 'b', 'c', 'd', 'e']) await wrongTimes(app, who as StaffId, 4)
  expect(await code(tryPin(app, app.staff.owner, pins.owner))).toBe('pin-locked')
  expect(await code(tryPin(app, app.staff.owner, pins.owner, second))).toBe('ok')
  app.clock.skip(60_000)
  expect(await code(tryPin(app, app.staff.owner, pins.owner))).toBe('ok')
})

test('a locked till answers no one until a PIN unlocks it, and another person may take over', async () => {
  const app = await freshApp()
  await app.ask('staff/lock', null)
  expect(await code(app.reply('shop/taxes', {}))).toBe('locked')
  expect(await app.ask('staff/session', {})).toMatchObject({ name: 'Léa', locked: true })
  await app.signIn('manager')
  expect(await app.ask('staff/session', {})).toMatchObject({ name: 'Marc', locked: false })
  expect(await code(app.reply('shop/taxes', {}))).toBe('ok')
})

test('locking twice, or with nobody there, is no error', async () => {
  const app = await freshApp()
  await app.ask('staff/lock', null)
  expect(await app.ask('staff/lock', null)).toBeNull()
  expect(await app.ask('staff/lock', null, second)).toBeNull()
})

test('after signing out, and after a restart, nobody is signed in', async () => {
  const app = await freshApp()
  await app.ask('staff/sign-out', null)
  expect(await code(app.reply('shop/taxes', {}))).toBe('not-signed-in')
  await app.signIn('cashier')
  app.close()
  const again = reopened(app.file)
  expect(await again.ask('staff/session', {})).toBeNull()
  again.close()
})

test('each till has its own session, and a new till is entered in the list', async () => {
  const app = await freshApp()
  await app.signIn('manager', second)
  expect(await app.ask('staff/session', {})).toMatchObject({ name: 'Léa' })
  expect(await app.ask('staff/session', {}, second)).toMatchObject({ name: 'Marc' })
  expect(await app.ask('shop/registers', {})).toEqual([{ id: till, name: 'Till 1', number: 1 }, { id: second, name: 'Till 2', number: 2 }])
})

test('every try is audited with its outcome, and no PIN is ever written down', async () => {
  const app = await freshApp()
  await wrongTimes(app, app.staff.manager, 1)
  await app.signIn('owner')
  const { rows } = await app.ask('staff/audit', { before: null, most: 50, kind: 'sign-in', staffId: app.staff.manager })
  expect(rows).toMatchObject([{ kind: 'sign-in', outcome: 'wrong-pin', target: `staff/${app.staff.manager}`, staffId: null, registerId: till }])
  const written = ['audit', 'requests', 'sessions', 'pin_tries'].map((table) => JSON.stringify(app.core.db.prepare(`SELECT * FROM ${table}`).all())).join()
  for (const pin of [...Object.values(pins), '9041']) expect(written).not.toContain(`"${pin}"`)
})

test('a person chooses their own language and look', async () => {
  const app = await freshApp()
  await app.ask('staff/preferences', { language: 'es' })
  await app.ask('staff/preferences', { theme: 'dark' })
  expect(await app.ask('staff/session', {})).toMatchObject({ language: 'es', theme: 'dark' })
})
