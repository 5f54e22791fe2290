import { z } from 'zod'
import { all, inTransaction, sql, value, type ReadableDB, type WritableDB } from '../../src/main/store/sql.ts'
import { longestBlock } from './loop.ts'
import { at, head, row, timeEach, verdict } from './measure.ts'
import type { Bench } from './shop.ts'

const asks = 5
const entriesEach = 4

/** Accounts that are open, with two charges, a payment that is matched and a correction each, through the same tables and triggers as the register's own. */
function openAccounts(db: WritableDB, accounts: number): number {
  const people = db.prepare('SELECT id FROM customers ORDER BY seq LIMIT ?').pluck().all(accounts) as string[]
  const entry = db.prepare(`INSERT INTO account_entries (id, source_key, customer_id, kind, amount_cents, day, due_on, at, register_id, staff_id, number, method, money_cents, given_cents, change_cents)
    VALUES (@id, @id, @customer, @kind, @cents, @day, @due, @at, 'till-1', 'bench', @number, @method, @money, @money, @change)`)
  const match = db.prepare("INSERT INTO account_matches (credit_id, debit_id, amount_cents, how, at) VALUES (?, ?, ?, 'oldest', '2026-11-22T00:00:00.000Z')")
  const dayOf = (ago: number) => new Date(Date.UTC(2026, 10, 22) - ago * 86_400_000).toISOString().slice(0, 10)
  const write = (customer: string, nth: number, kind: string, cents: number, ago: number) => {
    const id = `${customer}/${nth}`
    const paid = kind === 'payment'
    entry.run({ id, customer, kind, cents, day: dayOf(ago), due: cents > 0 ? dayOf(ago - 30) : null, at: `${dayOf(ago)}T12:00:00.000Z`, number: paid ? (numbers += 1) : null, method: paid ? 'cash' : null, money: paid ? -cents : null, change: paid ? 0 : null })
    return id
  }
  let numbers = 0
  inTransaction(db, () => {
    for (const [at_, customer] of people.entries()) {
      const first = write(customer, 1, 'charge', 4000 + (at_ % 977), 20 + (at_ % 120))
      write(customer, 2, 'charge', 2500, at_ % 20)
      match.run(write(customer, 3, 'payment', -1500, at_ % 10), first, 1500)
      write(customer, 4, 'adjustment', 50 + (at_ % 7), 1)
    }
  })
  return people.length
}

const entryRow = z.object({ id: z.string(), customerId: z.string(), cents: z.number(), day: z.string(), dueOn: z.string().nullable() })
const matchRow = z.object({ creditId: z.string(), debitId: z.string(), cents: z.number() })
/** The rival: every entry and every match read into the program, and what is open added up there, as a register does that keeps no open amounts. */
function addUp(db: ReadableDB): number {
  const open = new Map(all(db, entryRow, sql`SELECT id, customer_id AS customerId, amount_cents AS cents, day, due_on AS dueOn FROM account_entries`).map((entry) => [entry.id, { ...entry }]))
  for (const { creditId, debitId, cents } of all(db, matchRow, sql`SELECT credit_id AS creditId, debit_id AS debitId, amount_cents AS cents FROM account_matches`)) {
    open.get(creditId)!.cents += cents
    open.get(debitId)!.cents -= cents
  }
  const people = new Map<string, { balance: number; older: number }>()
  for (const { customerId, cents, day } of open.values()) {
    const sum = people.get(customerId) ?? { balance: 0, older: 0 }
    people.set(customerId, { balance: sum.balance + cents, older: sum.older + (day < '2026-08-24' ? cents : 0) })
  }
  return [...people.values()].toSorted((a, b) => b.balance - a.balance).slice(0, 100).length
}

/** Receivables of `accounts` open accounts among everyone in the file, on the reader's thread; beside adding every entry up. */
export async function benchReceivables({ app, call }: Bench, accounts: number): Promise<void> {
  const { db } = app.core
  const made = openAccounts(db, accounts)
  const customers = value<number>(db, sql`SELECT count(*) FROM customers`) ?? 0
  console.log(head(`Receivables: ${made.toLocaleString('en')} open accounts, ${(made * entriesEach).toLocaleString('en')} entries, among ${customers.toLocaleString('en')} customers`))
  const list = (filter: 'owing' | 'overdue') => () => call('accounts/receivables', { filter, sort: 'balance', text: '', skip: 0 })
  await list('owing')()
  const each = Array.from({ length: asks }, () => null)
  const [owing, overdue, rival] = [await timeEach(each, list('owing')), await timeEach(each, list('overdue')), await timeEach(each, () => addUp(db))]
  const { cpuMs } = await longestBlock(() => list('owing')())
  console.log([
    row('who owes, by age, with totals', owing), row('only who is overdue', overdue), row('  every entry added up, on main', rival), verdict('  times faster, wanted 1, and main is free meanwhile', at(rival, 0.5) / at(owing, 0.5), at(rival, 0.5) >= at(owing, 0.5)),
    verdict("main's loop meanwhile, ms in one go of its own CPU, wanted under 50", cpuMs, cpuMs < 50),
  ].join('\n'))
  const checked = await timeEach([null], () => call('accounts/verify', null))
  console.log(row('Verify of every entry and match', checked))
}
