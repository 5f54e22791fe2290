import type { Core } from '../context.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart, Paid } from '../sales/sale.ts'
import type { Caller } from '../vocabulary.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }
export const pay = (core: Core, caller: Caller, input: SaleInput<'pay'>): Paid => notYet(core, caller, input)
export const takeBackTender = (core: Core, caller: Caller, input: SaleInput<'takeBackTender'>): Cart => notYet(core, caller, input)
