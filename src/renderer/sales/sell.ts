import { createContext, useContext } from 'react'
import type { LineId, SaleId } from '../../main/vocabulary.ts'

/** What lies over the sale screen: a value, so that Escape and the key map are only another value. */
export type SellDialog =
  | { readonly kind: 'line'; readonly lineId: LineId }
  | { readonly kind: 'pay' | 'park' | 'cart-discount' | 'cart-note' | 'delivery' | 'recent' | 'prices' | 'return' }
  | { readonly kind: 'age'; readonly minimumAge: number; readonly expired: boolean; readonly again: () => void }
  | { readonly kind: 'unknown'; readonly code: string }
  | { readonly kind: 'new-item'; readonly code: string }
  | { readonly kind: 'sale'; readonly saleId: SaleId }
  | { readonly kind: 'receipt'; readonly saleId: SaleId; readonly again: boolean; readonly print: boolean }
export type LinePart = 'quantity' | 'price' | 'discount' | 'note'
/** Said under the customer strip until it is put away. */
export type AgeWarning = { readonly age: number; readonly minimumAge: number }

export type Sell = {
  readonly dialog: SellDialog | null; readonly open: (dialog: SellDialog | null) => void
  /** The line that + - Del work on: the one last touched or added. */
  readonly selected: LineId | null; readonly select: (lineId: LineId | null) => void
  /** The same at this very moment, for keys that come faster than the screen is drawn. */
  readonly marked: () => LineId | null
  readonly warning: AgeWarning | null; readonly warn: (warning: AgeWarning | null) => void
}
export const SellContext = createContext<Sell | null>(null)

export function useSell(): Sell {
  const sell = useContext(SellContext)
  if (!sell) throw new Error('useSell needs the sale screen')
  return sell
}
