import { useState } from 'react'
import type { SaleId } from '../../main/vocabulary.ts'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import { SaleDialog, type SalePart } from './SaleDialog.tsx'

export type Shown = { readonly saleId: SaleId; readonly part: SalePart | 'receipt' }

/** What opens over a list of sales. */
export function useSaleLayer(first: Shown | null = null) {
  const [shown, show] = useState<Shown | null>(first)
  const close = () => show(null)
  const layer = shown && (shown.part === 'receipt'
    ? <ReceiptDialog of={{ saleId: shown.saleId, refundId: null, duplicate: true }} onClose={close} />
    : <SaleDialog key={`${shown.saleId}-${shown.part}`} saleId={shown.saleId} first={shown.part} onClose={close} />)
  return { show, layer }
}
