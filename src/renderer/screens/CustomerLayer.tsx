import type { CustomerId } from '../../main/vocabulary.ts'
import type { CustomerView, SetCustomerView } from './customer-view.ts'

/**
 * What lies over the cart while `view` is not null: picker, quick new, profile or edit form. Place it inside the register screen's
 * positioned root (it is absolutely placed over it; items stay visible beside the picker). `onAttach` and `onAddToCart` put the person on
 * the cart (`useCartCustomer().attach` does it and says so); the layer closes itself afterwards.
 */
export type CustomerLayerProps = {
  readonly view: CustomerView; readonly setView: SetCustomerView; readonly cartCustomerId: CustomerId | null
  readonly onAttach: (customerId: CustomerId) => unknown; readonly onAddToCart: (customerId: CustomerId) => unknown
}

export function CustomerLayer({ view }: CustomerLayerProps) {
  return view ? <div /> : null
}
