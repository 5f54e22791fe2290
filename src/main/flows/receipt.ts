import type { Core } from '../context.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Receipt } from '../devices/receipt.ts'

const notYet = (..._args: unknown[]): never => { throw new Error('not yet') }
export const receiptDocument = (core: Core, input: SaleInput<'receipt'>): Receipt => notYet(core, input)
export const receiptText = (core: Core, input: SaleInput<'receipt'>): { text: string } => notYet(core, input)
export const receiptPdf = (core: Core, input: SaleInput<'receipt'>): Promise<{ base64: string; fileName: string }> => notYet(core, input)
