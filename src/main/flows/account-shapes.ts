import { z } from 'zod'
import { centsFromZero, filledText, id, language, plainDate, requestId, text, whole } from '../input.ts'
import type { AccountEntryId, ApprovalId, Cents, CustomerId, SaleId } from '../vocabulary.ts'

// What a screen must send to each door of accounts.
const customerId = id<CustomerId>()
const approvalId = id<ApprovalId>().nullable()
const someCents = whole.min(1).max(99_999_999_999) as unknown as z.ZodType<Cents>
const reason = filledText(200)
const brake = z.enum(['warn', 'pin', 'block'])
const days = whole.min(0).max(365)
const report = { filter: z.enum(['owing', 'overdue', 'over-limit', 'in-credit', 'all']), text: text(80), sort: z.enum(['balance', 'name', 'oldest', 'overdue']) }
const paper = { customerId, entryId: id<AccountEntryId>().nullable(), language }

export const accountInput = {
  nothing: z.null(),
  customer: z.strictObject({ customerId }),
  ofSale: z.strictObject({ customerId, saleId: id<SaleId>() }),
  rows: z.strictObject({ customerId, before: whole.min(1).nullable(), most: whole.min(1).max(200) }),
  pay: z.strictObject({
    requestId, customerId, method: z.enum(['cash', 'card']), amountCents: someCents, givenCents: centsFromZero, reference: text(64), chosen: z.array(id<AccountEntryId>()).max(200),
  }),
  adjust: z.strictObject({ requestId, customerId, direction: z.enum(['add', 'take-off']), amountCents: someCents, reason, approvalId }),
  writeOff: z.strictObject({ requestId, customerId, reason, approvalId }),
  payOut: z.strictObject({ requestId, customerId, amountCents: someCents, reason: text(200), approvalId }),
  paper: z.strictObject({ ...paper, duplicate: z.boolean() }),
  print: z.strictObject({ ...paper, requestId }),
  mail: z.strictObject({ requestId, customerId, language }),
  link: z.strictObject({ customerId, language }),
  rules: z.strictObject({ requestId, rules: z.strictObject({ payLater: z.boolean(), days, overLimit: brake, overdue: brake, overdueDays: days }) }),
  report: z.strictObject({ ...report, skip: whole.min(0).max(1_000_000) }),
  file: z.strictObject(report),
  day: z.strictObject({ day: plainDate }),
}
