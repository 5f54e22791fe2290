import type { Cents, Instant, Language, LineId, PlainDate, SaleId, TaxClassId } from '../vocabulary.ts'

/** Where a delivery goes, as a driver reads it. */
export type Place = { readonly address1: string; readonly address2: string; readonly city: string; readonly region: string; readonly postcode: string; readonly country: string }
/** Who is at the door. A copy for this one sale; of who is no customer it is kept nowhere else. */
export type Recipient = Place & { readonly name: string; readonly phone: string }
/** When, by the shop's own clock: a day or none, and 'HH:MM' or ''. */
export type DeliveryTime = { readonly day: PlainDate | null; readonly time: string }
export type Delivery = Recipient & DeliveryTime & { readonly saleId: SaleId; readonly note: string; readonly deliveredAt: Instant | null; readonly deliveredBy: string | null }
/** The fee of a delivery: a line of the sale. */
export type Fee = { readonly lineId: LineId; readonly cents: Cents }
export type DeliverySettings = { readonly feeCents: Cents; readonly taxClassId: TaxClassId | null }

export const nowhere: Recipient = { name: '', phone: '', address1: '', address2: '', city: '', region: '', postcode: '', country: '' }

/** Does a driver know where to go and whom to call? Which of it is missing first, or null. */
export function missingOf({ name, phone, address1 }: Recipient): 'name' | 'phone' | 'address1' | null {
  if (name.trim() === '') return 'name'
  if (phone.trim() === '') return 'phone'
  return address1.trim() === '' ? 'address1' : null
}

/** A street without a number sends a driver astray: worth a warning, never a refusal. */
export const lacksNumber = ({ address1 }: Place): boolean => address1.trim() !== '' && !/\d/.test(address1)

/** What a cart says of its delivery: nothing of a person, since the cart's answers are kept. `missing`: it cannot be paid for yet. */
export type CartDelivery = DeliveryTime & { readonly feeCents: Cents; readonly missing: 'name' | 'phone' | 'address1' | null }

/** The fee's line as receipts of that language call it; the file keeps the shop's own. */
export const feeWord: Readonly<Record<Language, string>> = { en: 'Delivery fee', fr: 'Frais de livraison', es: 'Costo de entrega' }
