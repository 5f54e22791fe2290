import type { Core } from '../context.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart } from '../sales/sale.ts'
import type { Caller } from '../vocabulary.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }
export const setQuantity = (core: Core, caller: Caller, input: SaleInput<'setQuantity'>): Cart => notYet(core, caller, input)
export const overridePrice = (core: Core, caller: Caller, input: SaleInput<'overridePrice'>): Cart => notYet(core, caller, input)
export const discountLine = (core: Core, caller: Caller, input: SaleInput<'discountLine'>): Cart => notYet(core, caller, input)
export const discountCart = (core: Core, caller: Caller, input: SaleInput<'discountCart'>): Cart => notYet(core, caller, input)
export const noteLine = (core: Core, caller: Caller, input: SaleInput<'noteLine'>): Cart => notYet(core, caller, input)
export const noteCart = (core: Core, caller: Caller, input: SaleInput<'noteCart'>): Cart => notYet(core, caller, input)
export const removeLine = (core: Core, caller: Caller, input: SaleInput<'line'>): Cart => notYet(core, caller, input)
export const restoreLine = (core: Core, caller: Caller, input: SaleInput<'line'>): Cart => notYet(core, caller, input)
