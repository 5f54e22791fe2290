import { useTranslation } from 'react-i18next'
import type { Cart, Discount } from '../../main/sales/sale.ts'
import type { Cents, ItemId, LineId, Milli } from '../../main/vocabulary.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useSell } from './sell.ts'
import { lastCart } from './use-cart.ts'
import { useEdit } from './use-edit.ts'

const one = 1000 as Milli
const lineOf = (lineId: LineId) => lastCart()?.lines.find(({ id }) => id === lineId)

/** Everything that can be done to what is in the cart. The line it was done to becomes the one that + - Del work on. */
export function useLineEdits() {
  const edit = useEdit()
  const { select, marked } = useSell()
  const guarded = useGuarded()
  const remove = useRemove()
  const setQuantity = (lineId: LineId, quantityMilli: Milli) => edit(() => call('sales/set-quantity', { requestId: newRequestId(), lineId, quantityMilli }))
  return {
    ...guarded, remove, setQuantity,
    add: (itemId: ItemId) => edit(async () => {
      const before = lastCart()
      const cart = await call('sales/add-item', { requestId: newRequestId(), itemId, quantityMilli: one })
      select(touched(before, cart))
      return cart
    }),
    /** Adds or takes one of that line, or of the marked one; below one the line goes, and can be brought back. */
    step: (asked: LineId | null, by: 1 | -1) => edit(async () => {
      const lineId = asked ?? marked()
      if (lineId === null) return undefined
      select(lineId)
      const line = lineOf(lineId)
      const quantity = (line?.quantityMilli ?? 0) + by * one
      if (line?.kind === 'delivery' && by > 0) return undefined
      if (quantity <= 0) return void remove(lineId)
      return call('sales/set-quantity', { requestId: newRequestId(), lineId, quantityMilli: quantity as Milli })
    }),
    note: (lineId: LineId, note: string) => edit(() => call('sales/note-line', { requestId: newRequestId(), lineId, note })),
    noteCart: (note: string) => edit(() => call('sales/note-cart', { requestId: newRequestId(), note })),
  }
}

/** Price and discounts: some need a manager. */
function useGuarded() {
  const { t } = useTranslation('sell')
  const edit = useEdit()
  const approved = useApproved()
  const requestId = newRequestId
  return {
    override: (lineId: LineId, name: string, priceCents: Cents, shown: string) => {
      const id = requestId()
      return edit(() => approved(t('approve-price', { name, price: shown }), (approvalId) =>
        call('sales/override-price', { requestId: id, lineId, priceCents, approvalId })))
    },
    discount: (lineId: LineId, name: string, discount: Discount | null, shown: string) => {
      const id = requestId()
      return edit(() => approved(t('approve-discount', { name, discount: shown }), (approvalId) =>
        call('sales/discount-line', { requestId: id, lineId, discount, approvalId })))
    },
    discountCart: (discount: Discount | null, shown: string) => {
      const id = requestId()
      return edit(() => approved(t('approve-cart-discount', { discount: shown }), (approvalId) =>
        call('sales/discount-cart', { requestId: id, discount, approvalId })))
    },
  }
}

function useRemove() {
  const { t } = useTranslation('sell')
  const edit = useEdit()
  const { marked, select } = useSell()
  return (asked: LineId | null) => edit(async () => {
    const lineId = asked ?? marked()
    const line = lineId === null ? undefined : lineOf(lineId)
    if (!line) return undefined
    const cart = await call('sales/remove-line', { requestId: newRequestId(), lineId: line.id })
    const restore = () => void edit(() => call('sales/restore-line', { requestId: newRequestId(), lineId: line.id }))
    sayToast({ tone: 'done', text: t('removed', { name: line.name }), undo: restore })
    select(cart.lines.at(-1)?.id ?? null)
    return cart
  })
}

/** The line an answer added or made more of. */
export function touched(before: Cart | null, after: Cart): LineId | null {
  const was = new Map(before?.lines.map(({ id, quantityMilli }) => [id, quantityMilli]))
  return (after.lines.findLast(({ id, quantityMilli }) => was.get(id) !== quantityMilli) ?? after.lines.at(-1))?.id ?? null
}
