import type { Input } from '../../../src/main/handlers.ts'
import { run, sql } from '../../../src/main/store/sql.ts'
import type { AccountEntryId, ApprovalId, CustomerId, RegisterId, Right, SaleId } from '../../../src/main/vocabulary.ts'
import { till } from '../../harness/app.ts'
import { cents, stocked } from '../sales/stocked.ts'

export type Terms = { allowed?: boolean; limitCents?: number | null; days?: number | null; po?: boolean; status?: string; name?: string }
type Rules = Input<'accounts/save-rules'>['rules']
export const usualRules: Rules = { payLater: true, days: 30, overLimit: 'pin', overdue: 'warn', overdueDays: 30 }

/** The shop of the sales' tests with paying later switched on, a loaf of exactly 40.00 to sell, and people who may pay later. Léa (cashier) is signed in. */
export async function onAccount() {
  const app = await stocked()
  const { ask, rid, core, staff, pins } = app
  await app.signIn('manager')
  const loaf = await app.save(app.draft('Loaf of forty', 4000, { taxClassId: app.untaxed }))
  const rules = async (changes: Partial<Rules> = {}) => {
    await app.signIn('owner')
    await ask('accounts/save-rules', { requestId: rid(), rules: { ...usualRules, ...changes } })
    await app.signIn('cashier')
  }
  await rules()
  const terms = (customerId: CustomerId, { allowed = true, limitCents = null, days = null, po = false }: Terms) =>
    void run(core.db, sql`UPDATE customers SET pay_later_allowed = ${Number(allowed)}, pay_later_limit_cents = ${limitCents}, pay_later_days = ${days}, po_required = ${Number(po)} WHERE id = ${customerId}`)
  const payer = ({ name = 'Ana Ruiz', status = 'active', ...asked }: Terms = {}): CustomerId => {
    const customerId = app.person({ name, status })
    terms(customerId, asked)
    return customerId
  }
  const approve = async (right: Right, target: string): Promise<ApprovalId> => (await ask('staff/approve', { right, target, approverId: staff.manager, pin: pins.manager })).approvalId
  const cartOf = async (customerId: CustomerId, pieces = 1) => {
    await app.attach(customerId)
    return app.add(loaf, pieces)
  }
  const tender = (saleId: SaleId, expected: number, { amountCents = expected, reference = '', approvalId = null }: { amountCents?: number; reference?: string; approvalId?: ApprovalId | null } = {}, at: RegisterId = till) =>
    ask('sales/pay', { requestId: rid(), saleId, kind: 'account', amountCents: cents(amountCents), givenCents: cents(amountCents), reference, expectedTotalCents: cents(expected), approvalId }, at)
  /** Sells so many loaves on account, whole. */
  const charge = async (customerId: CustomerId, pieces = 1) => {
    const { id } = await cartOf(customerId, pieces)
    await tender(id, 4000 * pieces)
    return id
  }
  const pay = (customerId: CustomerId, amountCents: number, more: Partial<Pick<Input<'accounts/pay'>, 'method' | 'reference' | 'chosen' | 'requestId'>> & { givenCents?: number } = {}, at: RegisterId = till) =>
    ask('accounts/pay', { requestId: rid(), customerId, method: 'cash', amountCents: cents(amountCents), reference: '', chosen: [] as AccountEntryId[], ...more, givenCents: cents(more.givenCents ?? amountCents + 5) }, at)
  const account = async (customerId: CustomerId) => (await ask('accounts/of', { customerId }))!
  const rows = async (customerId: CustomerId) => (await ask('accounts/rows', { customerId, before: null, most: 200 })).rows
  return { ...app, loaf, rules, terms, payer, approve, cartOf, tender, charge, payOff: pay, account, rows, dayMs: 86_400_000 }
}
export type OnAccount = Awaited<ReturnType<typeof onAccount>>
