import { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inTransaction, run, sql } from '../../../src/main/store/sql.ts'
import { accountsParted } from '../../../src/main/flows/write-account.ts'
import { ageingOf } from '../../../src/main/accounts/ageing.ts'
import { judge } from '../../../src/main/accounts/limit.ts'
import { matchUp } from '../../../src/main/accounts/matching.ts'
import type { OpenItem } from '../../../src/main/accounts/account.ts'
import type { CustomerId } from '../../../src/main/vocabulary.ts'
import { till } from '../../harness/app.ts'
import { cents, secondTill } from '../sales/stocked.ts'
import { onAccount, type OnAccount } from './on-account.ts'
import type { PayTask } from './pay.worker.ts'

const take = (task: PayTask) => new Promise<string[]>((resolve, reject) => {
  const worker = new Worker(new URL('./pay.worker.ts', import.meta.url), { workerData: task })
  worker.once('message', resolve)
  worker.once('error', reject)
})

type Step =
  | { readonly do: 'charge'; readonly pieces: number } | { readonly do: 'pay' | 'take-off' | 'add' | 'pay-out'; readonly part: number } | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'refund' | 'void'; readonly which: number; readonly kind: 'account' | 'card' }
const part = fc.integer({ min: 1, max: 100 })
const steps: fc.Arbitrary<Step[]> = fc.array(fc.oneof(
  fc.record({ do: fc.constant('charge' as const), pieces: fc.integer({ min: 1, max: 3 }) }), fc.record({ do: fc.constantFrom('pay' as const, 'take-off' as const, 'add' as const, 'pay-out' as const), part }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ do: fc.constantFrom('refund' as const, 'void' as const), which: fc.nat({ max: 9 }), kind: fc.constantFrom('account' as const, 'card' as const) }),
), { minLength: 3, maxLength: 14 })

/** An independent account: charges with what is left of each, and loose credit, oldest first. */
function model() {
  const open: { key: string; left: number }[] = []
  let credit = 0
  const use = () => {
    for (const one of open) {
      const used = Math.min(one.left, credit)
      one.left -= used
      credit -= used
    }
  }
  return {
    debit: (key: string, amount: number) => (open.push({ key, left: amount }), use()),
    credit: (amount: number, first: string | null = null) => {
      credit += amount
      const own = open.find(({ key }) => key === first)
      const used = own ? Math.min(own.left, credit) : 0
      if (own) own.left -= used
      credit -= used
      use()
    },
    leftOf: (key: string) => open.find((one) => one.key === key)?.left ?? 0,
    balance: () => open.reduce((all, { left }) => all + left, 0) - credit,
  }
}

async function play(app: OnAccount, history: readonly Step[]): Promise<void> {
  const customerId = app.payer({ name: 'Random Person' })
  const expected = model()
  const sales: { id: Awaited<ReturnType<OnAccount['charge']>>; pieces: number; gone: boolean }[] = []
  await app.signIn('manager')
  for (const [at, step] of history.entries()) {
    if (step.do === 'wait') app.clock.skip(step.days * app.dayMs)
    if (step.do === 'charge') {
      const id = await app.charge(customerId, step.pieces)
      sales.push({ id, pieces: step.pieces, gone: false })
      expected.debit(id, step.pieces * 4000)
    }
    if (step.do === 'pay') {
      const owed = expected.balance()
      const amount = Math.floor((Math.max(0, owed) * step.part) / 100)
      if (amount === 0) continue
      await app.payOff(customerId, amount, { method: 'card', reference: 'T' })
      expected.credit(amount)
    }
    if (step.do === 'take-off' || step.do === 'add') await correct(app, expected, customerId, { at, part: step.part, direction: step.do })
    if (step.do === 'pay-out') await payOut(app, expected, customerId, { at, part: step.part })
    if (step.do === 'refund' || step.do === 'void') await giveBack(app, expected, sales, step)
    await agrees(app, customerId, expected.balance())
  }
}

type Model = ReturnType<typeof model>
const signed = async (app: OnAccount, target: string) => (await app.ask('staff/approve', { right: 'adjust-account', target, approverId: app.staff.owner, pin: app.pins.owner })).approvalId

async function correct(app: OnAccount, expected: Model, customerId: CustomerId, { at, part: share, direction }: { at: number; part: number; direction: 'add' | 'take-off' }): Promise<void> {
  await app.ask('accounts/adjust', { requestId: app.rid(), customerId, direction, amountCents: cents(share * 7), reason: 'x', approvalId: await signed(app, `account-${direction}/${customerId}`) })
  if (direction === 'add') expected.debit(`add ${at}`, share * 7)
  else expected.credit(share * 7)
}

async function payOut(app: OnAccount, expected: Model, customerId: CustomerId, { at, part: share }: { at: number; part: number }): Promise<void> {
  const amount = Math.floor((Math.max(0, 0 - expected.balance()) * share) / 100)
  if (amount === 0) return
  await app.ask('accounts/pay-out', { requestId: app.rid(), customerId, amountCents: cents(amount), reason: '', approvalId: await signed(app, `account-pay-out/${customerId}/${amount}`) })
  expected.debit(`out ${at}`, amount)
}

async function giveBack(app: OnAccount, expected: ReturnType<typeof model>, sales: { id: Awaited<ReturnType<OnAccount['charge']>>; pieces: number; gone: boolean }[], step: Extract<Step, { which: number }>): Promise<void> {
  const sale = sales[step.which % Math.max(1, sales.length)]
  if (!sale || sale.gone) return
  sale.gone = true
  const whole = sale.pieces * 4000
  if (step.do === 'void') {
    await app.ask('sales/void', { requestId: app.rid(), saleId: sale.id, reason: 'x', approvalId: null })
    return expected.credit(whole, sale.id)
  }
  const { lines } = await app.ask('sales/get', { saleId: sale.id })
  await app.ask('sales/refund', { requestId: app.rid(), saleId: sale.id, lines: lines.map(({ id, quantityMilli }) => ({ lineId: id, quantityMilli })), kind: step.kind, reference: 'R', reason: 'x', approvalId: null })
  expected.credit(step.kind === 'account' ? whole : Math.min(whole, expected.leftOf(sale.id)), sale.id)
}

/** Balance, ageing and rows say one thing, and nothing is matched for more than it was. */
async function agrees(app: OnAccount, customerId: Parameters<OnAccount['account']>[0], balance: number): Promise<void> {
  const { balanceCents, ageing } = await app.account(customerId)
  expect(balanceCents).toBe(balance)
  expect(ageing.to30Cents + ageing.to60Cents + ageing.to90Cents + ageing.olderCents - ageing.creditCents).toBe(balance)
  const rows = await app.rows(customerId)
  expect(rows.reduce((all, { amountCents }) => all + amountCents, 0)).toBe(balance)
  for (const { amountCents, openCents, matched } of rows) {
    expect(Math.abs(openCents)).toBeLessThanOrEqual(Math.abs(amountCents))
    expect(Math.abs(openCents) + matched.reduce((all, { cents: paid }) => all + paid, 0)).toBe(Math.abs(amountCents))
  }
}

describe('any history of an account', () => {
  test('balance = charges - payments +/- corrections, ageing sums to it, and no match is larger than what is open (truth 8)', { timeout: 120_000 }, async () => {
    const app = await onAccount()
    await fc.assert(fc.asyncProperty(steps, (history) => play(app, history)), { numRuns: 25 })
    await app.signIn('manager')
    expect((await app.ask('accounts/verify', null)).broken).toBeNull()
  })
  test('two connections that take payments of one balance at once never take more than is owed, and no request twice', { timeout: 60_000 }, async () => {
    const app = await onAccount()
    const customerId = app.payer()
    for (let at = 0; at < 5; at++) await app.charge(customerId)
    const payments = Array.from({ length: 300 }, (_, at) => ({ requestId: `pay-${at}`, cents: 50 + ((at * 37) % 211) }))
    const common = { file: app.file, staffId: app.staff.cashier, customerId, startsAt: app.clock.now(), ready: new SharedArrayBuffer(4) }
    const [one, two] = await Promise.all([take({ ...common, registerId: till, payments }), take({ ...common, registerId: secondTill, payments: payments.toReversed() })])
    expect([...one, ...two].filter((answer) => !/-P\d/.test(answer) && answer !== 'payment-too-much' && answer !== 'nothing-owed')).toEqual([])
    const paid = app.core.db.prepare("SELECT count(*) AS rows, count(DISTINCT source_key) AS requests, sum(0 - amount_cents) AS cents FROM account_entries WHERE kind = 'payment'").get() as { rows: number; requests: number; cents: number }
    expect(paid.cents).toBeGreaterThan(20_000 - 50)
    expect(paid.cents).toBeLessThanOrEqual(20_000)
    expect(paid.rows).toBe(paid.requests)
    expect((await app.account(customerId)).balanceCents).toBe(20_000 - paid.cents)
    await app.signIn('manager')
    expect((await app.ask('accounts/verify', null)).broken).toBeNull()
  })
})

describe('Verify of accounts', () => {
  const broken = async (act: (app: OnAccount, ids: readonly string[]) => void) => {
    const app = await onAccount()
    const customerId = app.payer()
    await app.charge(customerId)
    await app.payOff(customerId, 1500)
    for (const trigger of app.core.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'account_%'").pluck().all() as string[]) app.core.db.exec(`DROP TRIGGER ${trigger}`)
    act(app, app.core.db.prepare('SELECT id FROM account_entries ORDER BY seq').pluck().all() as string[])
    await app.signIn('manager')
    const { broken: found } = await app.ask('accounts/verify', null)
    return found
  }
  const change = (text: string) => (app: OnAccount) => void app.core.db.exec(text)
  test('is content with what the register wrote, and names the first row that was changed, dropped or put in behind its back', { timeout: 60_000 }, async () => {
    expect(await broken(() => undefined)).toBeNull()
    expect(await broken((app, [id]) => run(app.core.db, sql`UPDATE account_entries SET amount_cents = 3900 WHERE id = ${id!}`))).toMatchObject({ what: 'changed' })
    expect(await broken(change('UPDATE account_matches SET amount_cents = 1400'))).toMatchObject({ what: 'changed', id: '1' })
    expect(await broken(change('DELETE FROM account_matches'))).toMatchObject({ what: 'missing' })
    expect(await broken((app, [, id]) => app.core.db.exec(`PRAGMA foreign_keys = OFF; DELETE FROM account_seals WHERE seq > 1; DELETE FROM account_matches; DELETE FROM account_entries WHERE id = '${id}'; UPDATE account_open SET open_cents = 4000`))).toMatchObject({ what: 'missing' })
    expect(await broken(change('UPDATE account_open SET open_cents = 1'))).toMatchObject({ what: 'open' })
    expect(await broken(change("UPDATE account_seals SET seal = 'x' WHERE seq = 2"))).toMatchObject({ what: 'seals' })
    expect(await broken(change(`INSERT INTO account_entries (id, source_key, customer_id, kind, amount_cents, day, at, register_id, staff_id)
      SELECT 'put-in', 'put-in', customer_id, 'write-off', -100, day, at, register_id, staff_id FROM account_entries LIMIT 1`))).toMatchObject({ what: 'added', id: 'put-in' })
  })
})

describe('records that are merged and parted again', () => {
  test('a payment of one for a charge of the other is taken apart, and each account settles for itself', async () => {
    const app = await onAccount()
    const [ana, anna] = [app.payer(), app.payer({ name: 'Anna Ruis' })]
    await app.charge(ana)
    await app.charge(anna)
    const { db } = app.core
    run(db, sql`UPDATE account_entries SET customer_id = ${ana} WHERE customer_id = ${anna}`)
    expect((await app.account(ana)).balanceCents).toBe(8000)
    await app.payOff(ana, 6000)
    const mine = db.prepare("SELECT id FROM account_entries WHERE kind = 'charge' ORDER BY seq DESC LIMIT 1").pluck().get() as string
    inTransaction(db, () => {
      run(db, sql`UPDATE account_entries SET customer_id = ${anna} WHERE id = ${mine}`)
      accountsParted(app.core, [ana, anna])
    })
    expect(await app.account(ana)).toMatchObject({ balanceCents: -2000, ageing: { creditCents: 2000, to30Cents: 0 } })
    expect(await app.account(anna)).toMatchObject({ balanceCents: 4000, ageing: { to30Cents: 4000 } })
    await app.signIn('manager')
    expect((await app.ask('accounts/verify', null)).broken).toBeNull()
  })
})

describe('the arithmetic of accounts', () => {
  const item = (entryId: string, seq: number, day: string, openCents: number): OpenItem => ({ entryId, seq, day, dueOn: null, openCents }) as unknown as OpenItem
  const cuts = { from30: '2026-10-22', from60: '2026-09-22', from90: '2026-08-23' } as never
  test('a charge of 30, 60 and 90 days ago is still in the younger column', () => {
    const ageing = ageingOf([item('a', 1, '2026-10-22', 1), item('b', 2, '2026-10-21', 10), item('c', 3, '2026-09-22', 100), item('d', 4, '2026-09-21', 1000), item('e', 5, '2026-08-23', 10_000), item('f', 6, '2026-08-22', 100_000), item('g', 7, '2026-10-22', -5)], cuts)
    expect(ageing).toEqual({ to30Cents: 1, to60Cents: 110, to90Cents: 11_000, olderCents: 100_000, creditCents: 5 })
  })
  test('the oldest is paid first by its day, not by when it was written; what is chosen comes before', () => {
    const items = [item('new', 1, '2026-11-02', 50), item('old', 2, '2026-11-01', 50), item('pay', 3, '2026-11-03', -70)]
    expect(matchUp(items, []).map(({ debitId, cents: paid, how }) => [debitId, paid, how])).toEqual([['old', 50, 'oldest'], ['new', 20, 'oldest']])
    expect(matchUp(items, ['new' as never]).map(({ debitId, cents: paid, how }) => [debitId, paid, how])).toEqual([['new', 50, 'chosen'], ['old', 20, 'oldest']])
  })
  test('exactly the limit is not over it, 80 % is near, and the stricter of two brakes counts', () => {
    const rules = { payLater: true, days: 30, overLimit: 'warn', overdue: 'block', overdueDays: 0 } as const
    const standing = { balanceCents: cents(10_000), heldCents: cents(0), lateDays: 0, limitCents: cents(20_000) }
    expect(judge(standing, 10_000, rules)).toMatchObject({ tone: 'near', overCents: 0, brake: null })
    expect(judge(standing, 5999, rules)).toMatchObject({ tone: 'ok' })
    expect(judge(standing, 6000, rules)).toMatchObject({ tone: 'near' })
    expect(judge(standing, 10_001, rules)).toMatchObject({ tone: 'over', overCents: 1, payNowCents: 1, brake: 'warn' })
    expect(judge({ ...standing, lateDays: 1 }, 10_001, rules)).toMatchObject({ isLate: true, brake: 'block' })
    expect(judge({ ...standing, limitCents: null }, 999_999, rules)).toMatchObject({ tone: 'ok', brake: null })
  })
})
