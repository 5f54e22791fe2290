import type { Core } from '../context.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { SaleRecord } from '../sales/sale.ts'
import type { Caller } from '../vocabulary.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }
export const voidSale = (core: Core, caller: Caller, input: SaleInput<'voidSale'>): SaleRecord => notYet(core, caller, input)
