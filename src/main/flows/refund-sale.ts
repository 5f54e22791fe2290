import type { Core } from '../context.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { RefundPreview, RefundRecord } from '../sales/sale.ts'
import type { Caller } from '../vocabulary.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }
export const previewRefund = (core: Core, input: SaleInput<'refundPreview'>): RefundPreview => notYet(core, input)
export const refundSale = (core: Core, caller: Caller, input: SaleInput<'refund'>): RefundRecord => notYet(core, caller, input)
