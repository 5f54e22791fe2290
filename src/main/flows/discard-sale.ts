import type { Core } from '../context.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart } from '../sales/sale.ts'
import type { Caller, SaleId } from '../vocabulary.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }
export const discard = (core: Core, caller: Caller, input: SaleInput<'request'>): { readonly saleId: SaleId } => notYet(core, caller, input)
export const discardParked = (core: Core, input: SaleInput<'saleRequest'>): { readonly saleId: SaleId } => notYet(core, input)
export const undoDiscard = (core: Core, caller: Caller, input: SaleInput<'saleRequest'>): Cart | null => notYet(core, caller, input)
