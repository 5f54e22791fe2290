import type { Core } from '../context.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { QueueRow } from '../sales/sale.ts'
import type { Caller, SaleId } from '../vocabulary.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }
export const park = (core: Core, caller: Caller, input: SaleInput<'park'>): { readonly saleId: SaleId } => notYet(core, caller, input)
export const queue = (core: Core, caller: Caller, input: SaleInput<'queue'>): QueueRow[] => notYet(core, caller, input)
