import { firstRules } from '../accounts/account.ts'
import type { Core } from '../context.ts'
import type { DemoPerson } from '../shop/demo-people.ts'
import type { DemoSale } from '../shop/demo-sales.ts'
import type { Caller, Cents, CustomerId, Instant, RequestId, SaleId, TenderId } from '../vocabulary.ts'
import { setAccountRules } from './account-rules.ts'
import { payBalance } from './pay-balance.ts'
import { accountNow, type AccountNow } from './the-account.ts'
import { writeEntry } from './write-account.ts'

type DemoTellers = { readonly owner: Caller; readonly manager: Caller; readonly cashier: Caller; readonly people: readonly DemoPerson[]; readonly now: number }
export type DemoCharge = { readonly saleId: SaleId; readonly tenderId: TenderId; readonly customerId: CustomerId; readonly person: number; readonly cents: Cents }
export type DemoAccounts = {
  /** Time goes on to this sale: whoever pays their account does. */
  readonly reach: (at: number) => void
  /** Is this sale put on the buyer's account? */
  readonly takes: (sale: DemoSale) => boolean
  readonly charge: (charged: DemoCharge, at: number) => void
  /** The last days, and the one or other credit. */
  readonly end: () => void
}

const dayMs = 86_400_000
const [beganDaysAgo, daysBetweenPayments] = [150, 7]
const reference = 'T-4471'
/** Nobody comes by for less. */
const smallestCents = 2_000
const iso = (at: number): Instant => new Date(at).toISOString() as Instant
const requestId = (core: Core): RequestId => core.newId() as RequestId

/** How a business of the made-up shop pays: most of them in time, some a part of it, and some not at all. */
type Habit = 'prompt' | 'part' | 'late'
const habits: readonly Habit[] = ['prompt', 'prompt', 'part', 'prompt', 'late', 'prompt', 'part', 'late']
const habitOf = (person: number): Habit => habits[person % habits.length] ?? 'prompt'

/** The businesses of the made-up shop buy on account since some months, by the same flows as at a till, each at its own time; nobody listens meanwhile. */
export function demoAccounts(core: Core, { owner, manager, cashier, people, now }: DemoTellers): DemoAccounts {
  const then = (at: number): Core => ({ ...core, now: () => iso(at), emit: () => undefined })
  const began = now - beganDaysAgo * dayMs
  const charged = new Map<CustomerId, Habit>()
  let nextPayments = 0
  const settle = (at: number) => charged.forEach((habit, customerId) => payAsUsual(then(at), cashier, habit, accountNow(then(at), customerId)))
  const reach = (at: number) => {
    if (at < began) return
    if (nextPayments === 0) setAccountRules(then(began), owner, { requestId: requestId(core), rules: { ...firstRules, payLater: true } })
    if (at < nextPayments) return
    settle(at)
    nextPayments = at + daysBetweenPayments * dayMs
  }
  const takes = ({ at, person }: DemoSale) => at >= began && person !== null && people[person]?.wholesale === true
  const charge = ({ saleId, tenderId, customerId, person, cents: amountCents }: DemoCharge, at: number) => {
    charged.set(customerId, habitOf(person))
    const { dueOn } = accountNow(then(at), customerId)
    writeEntry(then(at), cashier, { sourceKey: `tender/${tenderId}`, customerId, kind: 'charge', amountCents }, { dueOn, saleId })
  }
  const end = () => {
    settle(now)
    const [first] = [...charged.keys()].filter((customerId) => accountNow(then(now), customerId).balanceCents === 0)
    if (first) writeEntry(then(now), cashier, { sourceKey: `adjust/${core.newId()}`, customerId: first, kind: 'adjustment', amountCents: -2_500 as Cents }, { reason: 'Caisses consignées rendues', approvedBy: manager.staffId })
  }
  return { reach, takes, charge, end }
}

function payAsUsual(core: Core, cashier: Caller, habit: Habit, { customerId, balanceCents, oldestDays }: AccountNow): void {
  const isTime = habit === 'prompt' ? oldestDays >= 20 : habit === 'part' && oldestDays >= 35
  const amountCents = (habit === 'part' ? Math.floor(balanceCents / 2) : balanceCents) as Cents
  if (isTime && amountCents > smallestCents) payBalance(core, cashier, { requestId: requestId(core), customerId, method: 'card', amountCents, givenCents: amountCents, reference, chosen: [] })
}
