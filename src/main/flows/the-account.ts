import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { AccountRules, OpenItem } from '../accounts/account.ts'
import { ageingOf, type Ageing } from '../accounts/ageing.ts'
import { balanceOf, heldOnCarts, openItems } from '../accounts/entries.sql.ts'
import type { Standing } from '../accounts/limit.ts'
import { readRules } from '../accounts/rules.sql.ts'
import { standingOf } from '../customers/standing.ts'
import { payLaterTerms, type PayLaterTerms } from '../customers/pay-later.sql.ts'
import { addDays, daysBetween } from '../loyalty/calendar.ts'
import { localDate } from '../shop/local-date.ts'
import type { Caller, Cents, CustomerId, PlainDate } from '../vocabulary.ts'
import { may } from './approve.ts'
import { theShop } from './the-shop.ts'

/** An account as it stands now, with the rules it stands under. */
export type AccountNow = Standing & {
  readonly customerId: CustomerId; readonly rules: AccountRules; readonly terms: PayLaterTerms; readonly today: PlainDate; readonly items: readonly OpenItem[]; readonly ageing: Ageing
  /** Since the oldest charge that is not paid; 0 where nothing is owed. */
  readonly oldestDays: number; readonly oldestDueOn: PlainDate | null
  /** When what is charged today falls due. */
  readonly dueOn: PlainDate
}

const gone: readonly string[] = ['merged', 'retired', 'erased']

/** Refuses 'not-found' for nobody, and for who was merged or erased. */
export function accountNow(core: Pick<Core, 'db' | 'now'>, customerId: CustomerId): AccountNow {
  const terms = payLaterTerms(core.db, customerId)
  if (!terms || gone.includes(terms.status)) throw new Refusal('not-found', { field: 'customerId' })
  const rules = readRules(core.db)
  const today = localDate(core.now(), theShop(core).timeZone)
  const items = openItems(core.db, customerId)
  const owed = items.filter(({ openCents }) => openCents > 0)
  const oldestDueOn = owed.map(({ dueOn }) => dueOn ?? today).toSorted()[0] ?? null
  return {
    customerId, rules, terms, today, items, ageing: ageingOf(items, { from30: addDays(today, -30), from60: addDays(today, -60), from90: addDays(today, -90) }),
    balanceCents: balanceOf(core.db, customerId), heldCents: heldOnCarts(core.db, customerId, null), limitCents: terms.limitCents, oldestDueOn,
    oldestDays: owed[0] ? Math.max(0, daysBetween(owed[0].day, today)) : 0, lateDays: oldestDueOn === null ? 0 : Math.max(0, daysBetween(oldestDueOn, today)),
    dueOn: addDays(today, terms.days ?? rules.days),
  }
}

/** Three gates stand before paying later, and a customer who is inactive, waits for approval or is banned may pay but not charge. */
export type Gate = 'shop' | 'staff' | 'customer' | 'status'
export function shutGate(core: Pick<Core, 'db'>, caller: Pick<Caller, 'role'>, { rules, terms }: Pick<AccountNow, 'rules' | 'terms'>): Gate | null {
  if (!rules.payLater) return 'shop'
  if (may(core, caller.role, 'sell-on-account') === 'no') return 'staff'
  if (!terms.allowed) return 'customer'
  return standingOf(terms.status).payLater ? null : 'status'
}

/** What stands to their credit and is not put to a cart already; 0 where they owe. */
export const creditOf = ({ balanceCents, heldCents }: Pick<AccountNow, 'balanceCents' | 'heldCents'>): Cents => Math.max(0, 0 - balanceCents - heldCents) as Cents

/** What is still open of these entries together. */
export const openOf = (items: readonly OpenItem[], ids: readonly string[]): Cents =>
  items.filter(({ entryId, openCents }) => openCents > 0 && ids.includes(entryId)).reduce((all, { openCents }) => all + openCents, 0) as Cents
