import type { Place } from '../navigation.ts'

type Props = { readonly place: Extract<Place, { screen: 'customers' }> }

/** F8: every customer of the shop, A to Z, with the profile beside the list. */
export function CustomersScreen({ place }: Props) {
  return <div>{place.text}</div>
}
