import { createContext, useContext } from 'react'
import type { ListFilter } from '../main/customers/list-filter.ts'
import type { CustomerId, SaleId } from '../main/vocabulary.ts'

export type OfficePage = 'apps' | 'outbox' | 'receivables' | 'items' | 'sales' | 'staff' | 'audit' | 'shop' | 'tills' | 'groups' | 'approvals' | 'newsletter' | 'program' | 'rewards' | 'cards' | 'loyalty-report' | 'attributes' | 'deletions' | 'customer-list' | 'duplicates'
/** Every place a person can be. Sell keeps its cart whatever is opened from it. */
export type Place =
  | { readonly screen: 'sell' }
  | { readonly screen: 'queue' }
  | { readonly screen: 'customers'; readonly create?: 'personal' | 'business'; readonly customerId?: CustomerId; readonly edit?: boolean; readonly text?: string; readonly tab?: 'account' }
  | { readonly screen: 'import' }
  | { readonly screen: 'office'; readonly page: OfficePage; readonly saleId?: SaleId; readonly customerId?: CustomerId; readonly list?: ListFilter }
  | { readonly screen: 'settings'; readonly page?: 'devices' }

const pageOf = (place: Place) => ('page' in place ? place.page : undefined)
/** Does whoever goes from one to the other stay where they are, with what is open there? */
export const isHere = (here: Place, to: Place): boolean =>
  here.screen === to.screen && pageOf(here) === pageOf(to) && Object.keys(to).every((key) => key === 'screen' || key === 'page')

export const PlaceContext = createContext<{ readonly place: Place; readonly go: (place: Place) => void }>({ place: { screen: 'sell' }, go: () => undefined })
export const usePlace = () => useContext(PlaceContext)
