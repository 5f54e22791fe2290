import { useCallback } from 'react'
import { call, newRequestId } from '../bridge.ts'
import { useSell } from './sell.ts'
import { touched } from './use-line-edits.ts'
import { lastCart } from './use-cart.ts'
import { useEdit } from './use-edit.ts'

/** A scanned code goes into the cart, or is taken as a customer's card (`takeCard` answers true); one nobody knows is said, with the ways on. What the scanner typed into the search is taken out again. */
export function useScanItem(setTyped: (typed: string) => void, takeCard: (code: string) => Promise<boolean>): (code: string) => void {
  const edit = useEdit()
  const { open, select } = useSell()
  return useCallback((code: string) => {
    setTyped('')
    void edit(async () => {
      const before = lastCart()
      const answer = await call('sales/scan-item', { requestId: newRequestId(), code: code.slice(0, 64) })
      if (answer.found) select(touched(before, answer.cart))
      else if (!(await takeCard(code))) open({ kind: 'unknown', code })
      return answer.found ? answer.cart : undefined
    })
  }, [edit, open, select, setTyped, takeCard])
}
