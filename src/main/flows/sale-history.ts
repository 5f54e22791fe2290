import type { Core } from '../context.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { CustomerSales, SalePage, SaleRecord } from '../sales/sale.ts'
import type { Caller } from '../vocabulary.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }
export const listSales = (core: Core, input: SaleInput<'list'>): SalePage => notYet(core, input)
export const salesOfCustomer = (core: Core, input: SaleInput<'ofCustomer'>): CustomerSales => notYet(core, input)
export const saleByNumber = (core: Core, input: string): SaleRecord | null => notYet(core, input)
