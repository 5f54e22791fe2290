import type { DeliveryChoices } from '../../main/flows/delivery-on-sale.ts'
import type { Input } from '../../main/handlers.ts'
import type { Place } from '../../main/sales/delivery.ts'
import type { Cents, PlainDate } from '../../main/vocabulary.ts'

/** What is typed of a delivery. `to`: one of the customer's addresses by its place, the one typed for this sale, or the one that was planned. */
export type DeliveryDraft = {
  readonly to: number | 'typed' | 'kept'; readonly place: Place; readonly name: string; readonly phone: string; readonly day: PlainDate | null; readonly time: string
  readonly fee: string; readonly note: string
}
export const noPlace: Place = { address1: '', address2: '', city: '', region: '', postcode: '', country: '' }

/** How the form begins: as it was planned, else to the customer's first address, else empty. */
export function beginDelivery({ planned, who, addresses, feeCents }: DeliveryChoices, amount: (cents: number) => string): DeliveryDraft {
  const isPlanned = planned !== null && planned.address.length > 0
  return {
    to: isPlanned ? 'kept' : addresses.length > 0 ? 0 : 'typed', place: planned?.place ?? noPlace, name: planned?.name || (who?.name ?? ''), phone: planned?.phone || (who?.phone ?? ''),
    day: planned?.day ?? null, time: planned?.time ?? '', fee: feeCents === 0 ? '' : amount(feeCents), note: planned?.note ?? '',
  }
}

type Problems = Partial<Readonly<Record<'name' | 'phone' | 'address1' | 'fee', string>>>
/** What must be mended before it is sent, each under its field, as a code of words. */
export function checkDelivery(draft: DeliveryDraft, readMoney: (typed: string) => number | null): Problems {
  return {
    ...(draft.name.trim() === '' ? { name: 'name-needed' } : {}), ...(draft.phone.trim() === '' ? { phone: 'phone-needed' } : {}),
    ...(draft.to === 'typed' && draft.place.address1.trim() === '' ? { address1: 'address-needed' } : {}),
    ...(draft.fee.trim() !== '' && readMoney(draft.fee) === null ? { fee: 'fee-wrong' } : {}),
  }
}

/** What main is asked: whatever stands as it was shown is left to main, since it may have been shown veiled. */
export function deliveryAsked(draft: DeliveryDraft, before: DeliveryDraft, { version }: DeliveryChoices, readMoney: (typed: string) => number | null): Omit<Input<'sales/plan-delivery'>, 'requestId'> {
  const { to, name, phone, day, time, note, place } = draft
  return {
    name: name === before.name ? null : name, phone: phone === before.phone ? null : phone, day, time, note, feeCents: (draft.fee.trim() === '' ? 0 : (readMoney(draft.fee) ?? 0)) as Cents,
    to: to === 'kept' ? { kind: 'kept' } : to === 'typed' ? { kind: 'typed', place } : { kind: 'address', at: to, version: version ?? 0 },
  }
}

export const isSame = (one: DeliveryDraft, other: DeliveryDraft): boolean => JSON.stringify(one) === JSON.stringify(other)
