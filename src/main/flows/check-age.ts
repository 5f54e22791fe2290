import type { Core } from '../context.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart } from '../sales/sale.ts'
import type { Caller } from '../vocabulary.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }
export const checkAge = (core: Core, caller: Caller, input: SaleInput<'checkAge'>): Cart => notYet(core, caller, input)
