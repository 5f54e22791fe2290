import type { Core } from '../context.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart, OpenedParked } from '../sales/sale.ts'
import type { Caller } from '../vocabulary.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }
export const openParked = (core: Core, caller: Caller, input: SaleInput<'openParked'>): OpenedParked => notYet(core, caller, input)
export const keepPrices = (core: Core, caller: Caller, input: SaleInput<'request'>): Cart => notYet(core, caller, input)
export const updatePrices = (core: Core, caller: Caller, input: SaleInput<'request'>): Cart => notYet(core, caller, input)
