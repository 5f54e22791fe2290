import type { ReactNode } from 'react'
import type { Cart } from '../../main/sales/sale.ts'
import { AgeDialog } from './AgeDialog.tsx'
import { CartDiscount, CartNote } from './CartForms.tsx'
import { DeliveryDialog } from './DeliveryDialog.tsx'
import { LineSheet } from './LineSheet.tsx'
import { ParkSheet } from './ParkSheet.tsx'
import { PaySheet, type PointsParts } from './PaySheet.tsx'
import { PricesDialog } from './PricesDialog.tsx'
import { QuickItem } from './QuickItem.tsx'
import { ReceiptDialog } from './ReceiptDialog.tsx'
import { RecentSales } from './RecentSales.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'
import { SaleDialog } from './SaleDialog.tsx'
import { useSell, type SellDialog } from './sell.ts'
import { UnknownCode } from './UnknownCode.tsx'

type Props = { readonly cart: Cart | null; readonly onSearch: (text: string) => void; readonly points?: PointsParts; readonly assign?: ((code: string) => ReactNode) | undefined }

/** One dialog over the sale at a time; each kind is drawn by its own. `onSearch` puts a text into the item search; `assign` offers to make a card of an unknown code. */
export function SellDialogs(props: Props) {
  const { dialog } = useSell()
  return dialog && <Shown {...props} dialog={dialog} />
}

function Shown({ dialog, cart, onSearch, points, assign }: Props & { readonly dialog: SellDialog }) {
  const { open, select } = useSell()
  const close = () => open(null)
  const done = () => (close(), cart ?? select(null))
  const search = () => (close(), dialog.kind === 'unknown' && onSearch(dialog.code))
  switch (dialog.kind) {
    case 'pay': return <PaySheet cart={cart} onClose={done} onReceipt={(saleId, print) => open({ kind: 'receipt', saleId, again: false, print })} points={points} />
    case 'receipt': return <ReceiptDialog of={{ saleId: dialog.saleId, refundId: null, duplicate: dialog.again }} print={dialog.print} onClose={close} />
    case 'sale': return <SaleDialog saleId={dialog.saleId} onClose={close} />
    case 'return': return <ReturnDialog onClose={close} />
    case 'recent': return <RecentSales onClose={close} />
    case 'age': return <AgeDialog minimumAge={dialog.minimumAge} expired={dialog.expired} again={dialog.again} onClose={close} />
    case 'unknown': return <UnknownCode code={dialog.code} assign={assign?.(dialog.code)} onClose={close} onSearch={search} onNew={() => open({ kind: 'new-item', code: dialog.code })} />
    case 'new-item': return <QuickItem code={dialog.code} onClose={close} />
    default: return cart && <OfCart dialog={dialog} cart={cart} onClose={close} />
  }
}

/** Those that need a cart: gone with it. */
function OfCart({ dialog, cart, onClose }: { readonly dialog: SellDialog; readonly cart: Cart; readonly onClose: () => void }) {
  if (dialog.kind === 'line') {
    const line = cart.lines.find(({ id }) => id === dialog.lineId)
    return line ? <LineSheet line={line} onClose={onClose} /> : null
  }
  if (dialog.kind === 'park') return <ParkSheet cart={cart} onClose={onClose} />
  if (dialog.kind === 'cart-discount') return <CartDiscount cart={cart} onClose={onClose} />
  if (dialog.kind === 'delivery') return <DeliveryDialog cart={cart} onClose={onClose} />
  if (dialog.kind === 'cart-note') return <CartNote cart={cart} onClose={onClose} />
  return <PricesDialog opened={dialog.kind === 'prices'} changes={[]} onDone={onClose} />
}
