import type { Core } from '../context.ts'
import type { Cart } from '../sales/sale.ts'
import type { Caller } from '../vocabulary.ts'

export const currentCart = (_core: Core, _caller: Caller): Cart | null => { throw new Error('not yet') }
