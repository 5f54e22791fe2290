import type { Core } from '../context.ts'
import { payoutNumber } from '../accounts/account.ts'
import { balanceOf, insertPayout, nextPayoutNumber } from '../accounts/entries.sql.ts'
import { Refusal } from '../errors.ts'
import { toCoins } from '../sales/exact.ts'
import { getRegister } from '../shop/shop.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { ApprovalId, Caller, Cents, CustomerId, RequestId } from '../vocabulary.ts'
import { movedOnce, type BalancePaid } from './pay-balance.ts'
import { slipWithPin } from './slip-with-pin.ts'
import { accountNow, creditOf } from './the-account.ts'
import { theShop } from './the-shop.ts'
import { writeEntry } from './write-account.ts'

export type PayOut = { readonly requestId: RequestId; readonly customerId: CustomerId; readonly amountCents: Cents; readonly reason: string; readonly approvalId: ApprovalId | null }

/** What a manager's PIN is asked for: so much out of the drawer to this customer. */
export const payOutTarget = (customerId: CustomerId, amountCents: Cents): string => `account-pay-out/${customerId}/${amountCents}`

/**
 * Hands what stands to a customer's credit out of the drawer, as near as coins reach, with a manager's PIN: a row of its own with a number and a paper
 * to sign. Whoever is inactive or banned gets their money too. Refuses 'credit-too-little' (facts.creditCents) and 'needs-approval'.
 */
export function payOutCredit(core: Core, caller: Caller, asked: PayOut): BalancePaid {
  return movedOnce(core, caller, { ...asked, door: 'accounts/pay-out' }, () => payOut(core, caller, asked))
}

function payOut(core: Core, caller: Caller, { requestId, customerId, amountCents, reason, approvalId }: PayOut): BalancePaid {
  const account = accountNow(core, customerId)
  const creditCents = creditOf(account)
  if (amountCents > creditCents) throw new Refusal('credit-too-little', { field: 'amountCents', creditCents })
  const { approvedBy } = slipWithPin(core, caller, 'adjust-account', payOutTarget(customerId, amountCents), approvalId)
  const moneyCents = toCoins(amountCents, theShop(core).cashStepCents)
  const number = nextPayoutNumber(core.db, caller.registerId)
  const entry = writeEntry(core, caller, { sourceKey: `payout/${requestId}`, customerId, kind: 'adjustment', amountCents }, { dueOn: account.today, reason: reason.trim(), approvedBy })
  insertPayout(core.db, entry, number, moneyCents)
  const balanceCents = balanceOf(core.db, customerId)
  const shown = payoutNumber(getRegister(core.db, caller.registerId)?.number ?? 0, number)
  appendAudit(core.db, {
    id: core.newId(), at: entry.at, registerId: caller.registerId, staffId: caller.staffId, kind: 'account-paid-out', target: `customer/${customerId}`,
    before: { balanceCents: account.balanceCents }, after: { balanceCents, amountCents, number: shown }, approvedBy, reason: reason.trim(),
  })
  return { entryId: entry.id, number: shown, amountCents, moneyCents, changeCents: 0 as Cents, balanceCents }
}
