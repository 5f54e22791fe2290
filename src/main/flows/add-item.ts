import type { Core } from '../context.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart } from '../sales/sale.ts'
import type { Caller } from '../vocabulary.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }
export const addItem = (core: Core, caller: Caller, input: SaleInput<'addItem'>): Cart => notYet(core, caller, input)
export const scanItem = (core: Core, caller: Caller, input: SaleInput<'scanItem'>): { readonly found: true; readonly cart: Cart } | { readonly found: false } => notYet(core, caller, input)
