import { createContext, type ReactNode } from 'react'
import type { RefundId, SaleId } from '../main/vocabulary.ts'

export type PaperOf = { readonly saleId: SaleId; readonly refundId: RefundId | null }
/** How the paper of a sale fares, with what can be done about it. devices/ brings it, app.tsx hands it to whoever shows a sale. */
export const PrintLineContext = createContext<(paper: PaperOf) => ReactNode>(() => null)
