import type { Core } from '../context.ts'
import { readRules } from '../accounts/rules.sql.ts'
import { fold } from '../folding.ts'
import { takes } from '../input.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { AccountEntryId, Caller, Cents } from '../vocabulary.ts'
import { accountPaper, accountPaperPdf, accountPaperText, mailStatement, needsBalance, statementLink } from './account-file.ts'
import { setAccountRules } from './account-rules.ts'
import { accountInput as shape } from './account-shapes.ts'
import { accountRows, accountView, cartAccount } from './account-view.ts'
import { adjustAccount, writeOff } from './adjust-account.ts'
import { askReader } from './ask-reader.ts'
import { chargeOfSale } from './charge-account.ts'
import { sightOf } from './field-sight.ts'
import { payBalance, type BalancePaid } from './pay-balance.ts'
import { payOutCredit } from './pay-out-credit.ts'
import { printAccount } from './print-account.ts'
import type { ReceivablesAsked } from '../accounts/receivables.sql.ts'
import { verifyAccounts } from './verify-accounts.ts'

/** Every door of paying later. */
export const accountFlows = (core: Core) => ({ ...accountDoors(core), ...paperDoors(core), ...receivableDoors(core) })

const accountDoors = (core: Core) => ({
  'accounts/of': takes(shape.customer, ({ customerId }, caller) => accountView(core, caller, customerId)),
  'accounts/rows': takes(shape.rows, (input, caller) => accountRows(core, caller, input)),
  'accounts/charge-of': takes(shape.ofSale, (input, caller) => (sightOf(core, caller).balance === 'full' ? chargeOfSale(core, input) : null)),
  'accounts/on-cart': takes(shape.nothing, (_, caller) => cartAccount(core, caller)),
  'accounts/pay': takes(shape.pay, (input, caller) => seenPaid(core, caller, payBalance(core, caller, input))),
  'accounts/pay-out': takes(shape.payOut, (input, caller) => seenPaid(core, caller, payOutCredit(core, caller, input))),
  'accounts/adjust': takes(shape.adjust, (input, caller) => adjustAccount(core, caller, input)),
  'accounts/write-off': takes(shape.writeOff, (input, caller) => writeOff(core, caller, input)),
  'accounts/rules': takes(shape.nothing, () => readRules(core.db)),
  'accounts/save-rules': takes(shape.rules, (input, caller) => setAccountRules(core, caller, input), 'edit-shop'),
})

const paperDoors = (core: Core) => ({
  'accounts/paper': takes(shape.paper, (input, caller) => accountPaper(core, readable(core, caller, input), sightOf(core, caller))),
  'accounts/paper-text': takes(shape.paper, (input, caller) => accountPaperText(core, readable(core, caller, input), sightOf(core, caller))),
  'accounts/paper-pdf': takes(shape.paper, (input, caller) => accountPaperPdf(core, readable(core, caller, input), sightOf(core, caller))),
  'accounts/print': takes(shape.print, (input, caller) => printAccount(core, caller, readable(core, caller, input))),
  'accounts/mail-statement': takes(shape.mail, (input, caller) => mailStatement(core, caller, input)),
  'accounts/statement-link': takes(shape.link, (input, caller) => statementLink(core, caller, input)),
})

/** A statement is for who may see balances; the receipt of a payment is the customer's, and leaves the balance out for who may not. */
function readable<T extends { readonly entryId: AccountEntryId | null }>(core: Core, caller: Caller, asked: T): T {
  if (asked.entryId === null) needsBalance(core, caller)
  return asked
}
/** What is left is for who may see balances; that the money was taken is for whoever took it. */
const seenPaid = (core: Core, caller: Caller, paid: BalancePaid): SeenPaid => ({ ...paid, balanceCents: sightOf(core, caller).balance === 'full' ? paid.balanceCents : null })
export type SeenPaid = Omit<BalancePaid, 'balanceCents'> & { readonly balanceCents: Cents | null }

/** Debts are for who may see balances, with phone numbers as far as their role sees them. */
function seen(core: Core, caller: Caller, asked: ReceivablesAsked) {
  needsBalance(core, caller)
  return { ...asked, text: fold(asked.text).trim(), phone: sightOf(core, caller).phone }
}
const receivableDoors = (core: Core) => ({
  'accounts/receivables': takes(shape.report, ({ skip, ...asked }, caller) => askReader(core, 'receivables', { ...seen(core, caller, asked), skip }), 'see-reports'),
  'accounts/receivables-csv': takes(shape.file, async (asked, caller) => noted(core, caller, await askReader(core, 'receivables-csv', seen(core, caller, asked))), 'see-reports'),
  'accounts/takings': takes(shape.day, (asked) => askReader(core, 'takings', asked), 'see-reports'),
  'accounts/verify': takes(shape.nothing, (_, caller) => verifyAccounts(core, caller), 'see-audit'),
})

/** Whoever takes everyone's debts out of the register is written down. */
function noted<T extends { readonly rows: number }>(core: Core, { registerId, staffId }: Caller, file: T): T {
  appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind: 'receivables-exported', target: '', after: { rows: file.rows } })
  return file
}
