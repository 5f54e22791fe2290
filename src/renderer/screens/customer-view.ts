import type { CustomerId } from '../../main/vocabulary.ts'
import type { OutcomeOf } from '../scan-place.ts'

export type Scanned = Pick<OutcomeOf<'licence-new'>, 'person' | 'licence'>

/** What of the customer side lies over the cart: a value, so that Back and Escape are only another value. `from` says where Back returns to. */
export type CustomerView =
  | { readonly kind: 'picker'; readonly text?: string }
  /** `scanned` is the licence that fills the form. */
  | { readonly kind: 'new'; readonly typed: string; readonly scanned?: Scanned }
  | { readonly kind: 'profile'; readonly id: CustomerId; readonly tab?: 'all' | 'sales' | 'loyalty' | 'account'; readonly from?: 'picker' }
  /** 'picker' is the profile that was opened from the list; without `from` it was opened from the cart. */
  | { readonly kind: 'edit'; readonly id: CustomerId; readonly from?: 'profile' | 'picker' }
  | null

export type SetCustomerView = (view: CustomerView) => void
