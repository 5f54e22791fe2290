import type { Core } from '../context.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Attached, Cart } from '../sales/sale.ts'
import type { Caller, CustomerId } from '../vocabulary.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }
export const attachToCart = (core: Core, caller: Caller, input: SaleInput<'attachCustomer'>): Attached => notYet(core, caller, input)
export const clearCustomer = (core: Core, caller: Caller, input: SaleInput<'request'>): { readonly cart: Cart; readonly repriced: number; readonly was: CustomerId } => notYet(core, caller, input)
