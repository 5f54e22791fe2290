import { z } from 'zod'
import type { Core } from '../context.ts'
import { centsFromZero, filledText, id, language, nothing, requestId, takes, text, whole } from '../input.ts'
import type { ApprovalId, Caller, LooseReturnId, SaleId } from '../vocabulary.ts'
import { sightOf } from './field-sight.ts'
import { openDrawerForReturn, printReturn } from './print-return.ts'
import { listReturns, previewReturn, returnCart, type ReturnAsked, type Returned } from './return-cart.ts'
import { returnPdf, returnSlip } from './return-paper.ts'

const returnId = id<LooseReturnId>()
const asked = z.strictObject({
  requestId, cartId: id<SaleId>(), kind: z.enum(['cash', 'card']), reference: text(64), reason: filledText(200), expectedTotalCents: centsFromZero, approvalId: id<ApprovalId>().nullable(),
})
const slip = z.strictObject({ returnId, language, duplicate: z.boolean() })

/** Goods that come back without a receipt: what they bring, taking them back, the list of all, and the slip. */
export const returnDoors = (core: Core) => ({
  'sales/return-preview': takes(nothing, (_, caller) => previewReturn(core, caller)),
  'sales/return-cart': takes(asked, (input, caller) => takeBack(core, caller, input)),
  'sales/returns': takes(z.strictObject({ after: z.string().max(80).nullable(), most: whole.min(1).max(200) }), (input) => listReturns(core, input)),
  'sales/return-slip': takes(slip, (input, caller) => returnSlip(core, input, sightOf(core, caller))),
  'sales/return-pdf': takes(slip, (input, caller) => returnPdf(core, input, sightOf(core, caller))),
  'sales/return-print': takes(z.strictObject({ requestId, returnId, language }), (input, caller) => printReturn(core, caller, input)),
})

/** Money in cash comes out of the drawer, which opens once everything is written. */
function takeBack(core: Core, caller: Caller, input: ReturnAsked): Returned {
  const returned = returnCart(core, caller, input)
  if (input.kind === 'cash') openDrawerForReturn(core, caller, returned.id)
  return returned
}
