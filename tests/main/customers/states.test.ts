import { describe, expect, test } from 'vitest'
import { standingOf } from '../../../src/main/customers/standing.ts'
import type { Input } from '../../../src/main/handlers.ts'
import type { CustomerId, GroupId } from '../../../src/main/vocabulary.ts'
import { loyaltyShop, ticket, type LoyaltyShop } from '../loyalty/shop.ts'

// Data-model 4.2: what somebody who is active, pending, inactive or banned may do at the till; and how they prove who they are.

async function shop(check: 'none' | 'security-answer' = 'none') {
  const app = await loyaltyShop({ redemption: { check, checkAbove: 0, minimum: 50 } })
  const ana = await app.member('Ana', { phones: [{ typed: '514 555 0142', kind: 'mobile' }] })
  const status = async (status: 'active' | 'inactive') => {
    const { version } = await app.ask('customers/get', { id: ana })
    return app.ask('customers/update', { requestId: app.rid(), id: ana, version, changes: { status }, keepConsent: {}, consents: [] })
  }
  const attach = (more: Partial<Input<'sales/attach-customer'>> = {}) => app.ask('sales/attach-customer', { requestId: app.rid(), customerId: ana, ...more })
  const ban = async (reason = 'Shoplifting') => app.ask('customers/ban', { requestId: app.rid(), customerId: ana, reason, approvalId: await ticket(app, 'ban-customer', `ban/${ana}`) })
  const scan = (text: string) => app.ask('devices/scanned', { requestId: app.rid(), text, symbology: null, source: 'wedge', screen: 'sell', customerId: null } as never)
  return { ...app, ana, status, attach, ban, scan }
}
const balanceOf = async (app: LoyaltyShop, customerId: CustomerId): Promise<number | null> => {
  const points = await app.ask('loyalty/points', { customerId })
  return points.member ? points.balance : null
}
const found = async (app: LoyaltyShop, inactive = false) => (await app.ask('customers/find', { text: 'ana', scope: 'picker', most: 5, after: null, inactive })).rows.map(({ status }) => status)

test('the table of states is the one of the data model', () => {
  expect(['active', 'pending', 'inactive', 'banned', 'merged', 'erased', 'nonsense'].map((status) => {
    const { found: isFound, buys, points, payLater, messages, logIn } = standingOf(status)
    return [isFound, buys, points, payLater, messages, logIn]
  })).toEqual([
    ['yes', 'yes', true, true, 'by-consent', true], ['yes', 'yes', true, false, 'service-only', false], ['when-asked', 'as-walk-in', false, false, 'no', false],
    ['yes', 'with-pin', false, false, 'no', false], ['no', 'no', false, false, 'no', false], ['no', 'no', false, false, 'no', false], ['no', 'no', false, false, 'no', false],
  ])
})

describe('inactive', () => {
  test('is hidden from the picker unless asked for, cannot be put on a cart, and is back with one act', async () => {
    const app = await shop()
    await app.status('inactive')
    expect([await found(app), await found(app, true)]).toEqual([[], ['inactive']])
    await expect(app.attach()).rejects.toMatchObject({ code: 'customer-inactive', facts: { name: 'Ana' } })
    await app.status('active')
    expect((await app.attach()).cart.customer?.name).toBe('Ana')
  })
  test('their card says who they are, so that they can be reactivated', async () => {
    const app = await shop()
    await app.status('inactive')
    expect(await app.scan('5145550142')).toMatchObject({ kind: 'customer-refused', customerId: app.ana, name: 'Ana', status: 'inactive' })
  })
  test('whoever was switched off while they stood on the cart neither pays under their name, earns nor redeems', async () => {
    const app = await shop()
    await app.adjust(app.ana, 500)
    await app.fill(app.ana, { sixty: 1 })
    await app.status('inactive')
    expect((await app.ask('sales/cart', null))?.customer?.alerts[0]).toMatchObject({ kind: 'inactive' })
    await expect(app.ask('loyalty/claim', { requestId: app.rid(), rewardId: null, points: 100 as never, lineId: null, proof: null })).rejects.toMatchObject({ code: 'customer-inactive' })
    await expect(app.pay()).rejects.toMatchObject({ code: 'customer-inactive' })
    await app.ask('sales/clear-customer', { requestId: app.rid() })
    await app.pay()
    expect(await balanceOf(app, app.ana)).toBe(500)
  })
})

describe('banned', () => {
  test('takes a reason and a manager\'s PIN; they are found, in red, and a cashier reads why', async () => {
    const app = await shop()
    await expect(app.ask('customers/ban', { requestId: app.rid(), customerId: app.ana, reason: 'x', approvalId: null })).rejects.toMatchObject({ code: 'needs-approval', facts: { right: 'ban-customer' } })
    await expect(app.ban(' ')).rejects.toMatchObject({ code: 'reason-needed' })
    expect(await app.ban()).toMatchObject({ status: 'banned', why: { kind: 'banned', reason: 'Shoplifting' } })
    expect(await found(app)).toEqual(['banned'])
    await expect(app.attach()).rejects.toMatchObject({ code: 'customer-banned', facts: { name: 'Ana', reason: 'Shoplifting' } })
  })
  test('buys only with a PIN after the reason was read, earns nothing, and the slip is for one sale', async () => {
    const app = await shop()
    await app.ban()
    await expect(app.attach({ anyway: true })).rejects.toMatchObject({ code: 'needs-approval', facts: { right: 'serve-banned', target: `serve/${app.ana}` } })
    const { cart } = await app.attach({ anyway: true, approvalId: await ticket(app, 'serve-banned', `serve/${app.ana}`) })
    expect(cart.customer?.alerts[0]).toMatchObject({ kind: 'banned', text: 'Shoplifting' })
    await app.fill(null, { sixty: 1 })
    await app.pay()
    expect(await balanceOf(app, app.ana)).toBe(0)
    await expect(app.attach({ anyway: true })).rejects.toMatchObject({ code: 'needs-approval' })
  })
  test('a ban while they stand on the cart stops the payment; lifting it lets them buy and earn again', async () => {
    const app = await shop()
    await app.fill(app.ana, { sixty: 1 })
    await app.ban()
    await expect(app.pay()).rejects.toMatchObject({ code: 'customer-banned' })
    await app.signIn('manager')
    expect(await app.ask('customers/lift-ban', { requestId: app.rid(), customerId: app.ana, approvalId: null })).toMatchObject({ status: 'active', why: null })
    await app.pay()
    expect(await balanceOf(app, app.ana)).toBe(60)
  })
  test('nobody reaches a cart sideways: a waiting cart opens as Walk-In', async () => {
    const app = await shop()
    await app.fill(app.ana, { sixty: 1 })
    const { saleId } = await app.ask('sales/park', { requestId: app.rid(), label: 'Ana', note: '', dueAt: null })
    await app.ban()
    expect(await app.ask('sales/open-parked', { requestId: app.rid(), saleId, takeOver: false, approvalId: null })).toMatchObject({ customerGone: true, cart: { customer: null } })
  })
})

test('somebody who waits for approval buys and earns, and the strip says that they wait', async () => {
  const app = await shop()
  await app.signIn('manager')
  const { id: groupId } = await app.ask('customers/save-group', { requestId: app.rid(), id: null, name: 'Trade', needsApproval: true }) as { id: GroupId }
  const joe = await app.member('Joe', { groupId })
  app.core.db.exec(`UPDATE customers SET status = 'pending' WHERE id = '${joe}'`)
  await app.fill(joe, { sixty: 1 })
  expect((await app.ask('sales/cart', null))?.customer?.alerts).toMatchObject([{ kind: 'pending' }])
  await app.pay()
  expect(await balanceOf(app, joe)).toBe(60)
})

test('a flagged note pops up when the customer is chosen, and goes when it is emptied', async () => {
  const app = await shop()
  const flag = (note: string) => app.ask('customers/flag', { requestId: app.rid(), customerId: app.ana, note, level: 'warn' })
  await flag('Call Marc before selling on account')
  expect((await app.attach()).cart.customer?.alerts).toMatchObject([{ kind: 'flag-warn', text: 'Call Marc before selling on account' }])
  expect((await flag(' ')).flag).toBeNull()
  expect((await app.attach()).cart.customer?.alerts).toEqual([])
})

const answerOf = (app: LoyaltyShop, customerId: CustomerId, answer: string) => app.ask('customers/check-identity', { customerId, answer })
test('Check identity asks the customer\'s own question; five wrong answers lock it for a quarter of an hour, and every try is written down', async () => {
  const app = await shop('security-answer')
  await expect(answerOf(app, app.ana, 'Misty')).rejects.toMatchObject({ code: 'no-security-question' })
  await app.ask('loyalty/set-security', { requestId: app.rid(), customerId: app.ana, question: 'First pet?', answer: 'Misty', approvalId: null })
  expect(await answerOf(app, app.ana, ' MÍSTY ')).toBeNull()
  for (let wrong = 0; wrong < 4; wrong++) await expect(answerOf(app, app.ana, 'Rex')).rejects.toMatchObject({ code: 'proof-wrong', facts: { left: 4 - wrong } })
  await expect(answerOf(app, app.ana, 'Rex')).rejects.toMatchObject({ code: 'proof-locked', facts: { seconds: 900 } })
  app.clock.skip(14 * 60_000)
  await expect(answerOf(app, app.ana, 'Misty')).rejects.toMatchObject({ code: 'proof-locked' })
  app.clock.skip(61_000)
  expect(await answerOf(app, app.ana, 'Misty')).toBeNull()
  await app.signIn('manager')
  const { rows } = await app.ask('staff/audit', { before: null, most: 20, kind: 'identity-checked', staffId: null })
  expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'proof-wrong', 'proof-wrong', 'proof-wrong', 'proof-wrong', 'proof-wrong', 'done'])
})

describe('the log-in for a catalog', () => {
  const set = (app: LoyaltyShop, customerId: CustomerId, login: string, password: string | null, active = true) =>
    app.ask('portal/set-login', { requestId: app.rid(), customerId, login, password, active })
  test('four characters are refused and five are enough; only a hash is in the file, and no door tells it', async () => {
    const app = await shop()
    await expect(set(app, app.ana, 'ana@x.ca', 'abcd')).rejects.toMatchObject({ code: 'password-too-short', facts: { least: 5 } })
    await expect(set(app, app.ana, 'ana@x.ca', null)).rejects.toMatchObject({ code: 'password-too-short' })
    expect(await set(app, app.ana, 'ana@x.ca', 'Zyxq5')).toMatchObject({ kind: 'email', login: 'ana@x.ca', state: 'on' })
    const stored = app.core.db.prepare('SELECT password_hash FROM portal_logins').pluck().get() as string
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const tables = app.core.db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL AND name NOT LIKE 'find_%'").pluck().all() as string[]
    expect(tables.map((name) => JSON.stringify(app.core.db.prepare(`SELECT * FROM "${name}"`).all())).join('')).not.toContain('Zyxq5')
    expect(JSON.stringify([await app.ask('portal/login', { customerId: app.ana }), await app.ask('customers/card', { id: app.ana })])).not.toMatch(/argon2|Zyxq5/)
  })
  test('one e-mail or mobile number is one log-in, however it is written, and it says whose', async () => {
    const app = await shop()
    const bea = await app.member('Bea')
    await set(app, app.ana, 'Ana@X.ca', 'secret')
    await expect(set(app, bea, 'ana@x.CA', 'secret')).rejects.toMatchObject({ code: 'login-taken', facts: { name: 'Ana', customerId: app.ana } })
    await set(app, app.ana, '514 555 0142', null)
    await expect(set(app, bea, '+1 (514) 555-0142', 'secret')).rejects.toMatchObject({ code: 'login-taken' })
    await expect(set(app, bea, 'not a login', 'secret')).rejects.toMatchObject({ code: 'login-needed' })
  })
  test('a reset signs out whoever used the old password; a change of the address alone does not', async () => {
    const app = await shop()
    const generation = () => app.core.db.prepare('SELECT generation FROM portal_logins').pluck().get()
    await set(app, app.ana, 'ana@x.ca', 'secret')
    await set(app, app.ana, 'ana@y.ca', null)
    expect(generation()).toBe(1)
    await set(app, app.ana, 'ana@y.ca', 'another')
    expect(generation()).toBe(2)
    await app.signIn('manager')
    expect((await app.ask('staff/audit', { before: null, most: 3, kind: null, staffId: null })).rows.map(({ kind }) => kind)).toContain('login-reset')
  })
  test('follows the customer\'s state: nobody waiting, inactive or banned is let in', async () => {
    const app = await shop()
    await set(app, app.ana, 'ana@x.ca', 'secret')
    await app.status('inactive')
    expect((await app.ask('portal/login', { customerId: app.ana }))?.state).toBe('off')
    app.core.db.exec(`UPDATE customers SET status = 'pending' WHERE id = '${app.ana}'`)
    expect((await app.ask('portal/login', { customerId: app.ana }))?.state).toBe('waiting')
    await app.ask('portal/remove-login', { requestId: app.rid(), customerId: app.ana })
    expect(await app.ask('portal/login', { customerId: app.ana })).toBeNull()
  })
})
