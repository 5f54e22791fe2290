import { z } from 'zod'
import { centsFromZero, filledText, id, instant, language, plainDate, requestId, text, whole } from '../input.ts'
import { sheetKinds } from '../loyalty/card-sheet.ts'
import { householdRoles } from '../loyalty/households.ts'
import { adjustmentReasons, rulesShape, type Rules } from '../loyalty/program.ts'
import { rewardShape } from '../loyalty/reward.ts'
import type { ApprovalId, CategoryId, ClaimId, CustomerId, EntryId, GroupId, ItemId, LineId, Points, RefundId, RewardId, SaleId, TierId } from '../vocabulary.ts'

// What a screen must send to each door of loyalty.
const customerId = id<CustomerId>()
const saleId = id<SaleId>()
const entryId = id<EntryId>()
const approvalId = id<ApprovalId>().nullable()
const points = whole.min(1).max(10_000_000) as unknown as z.ZodType<Points>
const code = filledText(64)
const cards = z.array(text(64)).max(4)
const reason = filledText(200)
const direction = z.enum(['add', 'remove'])
const rules = rulesShape as unknown as z.ZodType<Rules>
const proof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('card'), code }),
  z.strictObject({ kind: z.literal('sms-code'), code: z.string().regex(/^\d{6}$/) }), z.strictObject({ kind: z.literal('security-answer'), answer: filledText(100) }),
  z.strictObject({ kind: z.literal('last4-and-birthday'), last4: z.string().regex(/^\d{4}$/), birthDate: plainDate }),
])
const line = z.strictObject({
  name: text(80), itemId: id<ItemId>().nullable(), categoryId: id<CategoryId>().nullable(), cents: centsFromZero, taxCents: centsFromZero, minimumAge: whole.min(1).max(99).nullable(),
})

const sheet = {
  cards: z.union([
    z.strictObject({ which: z.enum(['latest', 'unassigned', 'all']), after: text(64).nullable() }), z.strictObject({ codes: z.array(code).min(1).max(1_000) }),
  ]),
  sheet: z.strictObject({ kind: z.enum(sheetKinds), cutMarks: z.boolean() }), language,
}

export const loyaltyInput = {
  nothing: z.strictObject({}),
  customer: z.strictObject({ customerId }),
  join: z.strictObject({ requestId, customerId }),
  entry: z.strictObject({ entryId }),
  onSale: z.strictObject({ saleId, refundId: id<RefundId>().nullable() }),
  target: z.strictObject({ customerId, act: z.enum(['add', 'remove', 'waive', 'tier']), second: z.boolean() }),
  adjust: z.strictObject({
    requestId, customerId, direction, points: whole.min(1).max(10_000_000), reason: z.enum(adjustmentReasons), note: text(200), saleId: saleId.nullable(), countsForTier: z.boolean(),
    expires: z.union([z.literal('as-rules'), z.literal('never'), plainDate]), approvalId, secondApprovalId: approvalId,
  }),
  room: z.strictObject({ approvalId: id<ApprovalId>() }),
  undo: z.strictObject({ requestId, entryId, reason: text(200), approvalId }),
  restore: z.strictObject({ requestId, entryId, reason, approvalId }),
  waive: z.strictObject({ requestId, customerId, reason, approvalId }),
  setTier: z.strictObject({ requestId, customerId, tierId: id<TierId>().nullable(), until: plainDate.nullable(), reason, approvalId }),
  attachLater: z.strictObject({ requestId, saleId, customerId, approvalId }),
  claim: z.strictObject({ requestId, rewardId: id<RewardId>().nullable(), points: points.nullable(), lineId: id<LineId>().nullable(), proof: proof.nullable() }),
  household: z.strictObject({ customerId }),
  householdAdd: z.strictObject({ requestId, customerId, joinerId: customerId, role: z.enum(['spender', 'earner']), capPoints: points.nullable(), name: filledText(60), cards, approvalId }),
  householdLeave: z.strictObject({ requestId, customerId, cards, approvalId }),
  householdRole: z.strictObject({ requestId, customerId, role: z.enum(householdRoles), capPoints: points.nullable(), cards, approvalId }),
  giveBonus: z.strictObject({
    requestId, customerId, proof: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('referral'), friendId: customerId }), z.strictObject({ kind: z.literal('review'), where: filledText(200) })]),
  }),
  setSecurity: z.strictObject({ requestId, customerId, question: text(120), answer: text(100), approvalId }),
  unclaim: z.strictObject({ requestId, claimId: id<ClaimId>() }),
  saveProgram: z.strictObject({ requestId, startsAt: instant.nullable(), rules }),
  preview: z.strictObject({ rules, at: instant.nullable(), groupId: id<GroupId>().nullable(), tierId: id<TierId>().nullable(), birthday: z.boolean(), lines: z.array(line).min(1).max(50) }),
  saveReward: z.strictObject({ requestId, id: id<RewardId>().nullable(), draft: rewardShape }),
  code: z.strictObject({ code }),
  makeCards: z.strictObject({
    requestId, count: whole.min(1).max(5_000), prefix: z.string().regex(/^[A-Z]{0,6}$/), digits: whole.min(5).max(14), withCheck: z.boolean(), anyway: z.boolean(),
  }),
  exportCards: z.strictObject({ which: z.enum(['latest', 'unassigned', 'all']) }),
  printCards: z.strictObject({ requestId, ...sheet }), previewSheet: z.strictObject(sheet),
  printed: z.strictObject({ requestId, codes: z.array(code).min(1).max(5_000) }),
  assignCard: z.strictObject({ requestId, code, customerId, takeUnknown: z.boolean() }),
  cardRequest: z.strictObject({ requestId, code }),
  blockCard: z.strictObject({ requestId, code, reason }),
  replaceCard: z.strictObject({ requestId, code, newCode: code, reason, takeUnknown: z.boolean() }),
}
