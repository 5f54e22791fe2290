import type { Core } from '../context.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { SaleRecord } from '../sales/sale.ts'
import type { Caller, SaleId } from '../vocabulary.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }
export const saleRecord = (core: Core, input: SaleId): SaleRecord => notYet(core, input)
