import type { Core } from '../context.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Cart } from '../sales/sale.ts'
import type { Caller } from '../vocabulary.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }
export const repeatSale = (core: Core, caller: Caller, input: SaleInput<'saleRequest'>): { readonly cart: Cart; readonly missing: string[] } => notYet(core, caller, input)
