import type { Core } from '../context.ts'
import { displayName, initialOf } from '../customers/names.ts'
import { customerOnSale, mainAddressOf, type OnSale } from '../customers/on-sale.sql.ts'
import { ageOn, daysBetween, type Buyer } from '../sales/age.ts'
import { ageChecksOf } from '../sales/age-checks.sql.ts'
import type { CartCustomer, CustomerAlert } from '../sales/sale.ts'
import type { SaleHead } from '../sales/sales.sql.ts'
import { localDate } from '../shop/local-date.ts'
import type { Shop } from '../shop/shop.ts'
import type { CustomerId, PlainDate } from '../vocabulary.ts'

const warnDays = 30

/** Today in the shop. */
export const todayIn = (core: Pick<Core, 'now'>, shop: Shop): PlainDate => localDate(core.now(), shop.timeZone)

/** The customer as the strip of the cart shows them: `ageLimit` is the highest one that counts here, the shop's or a line's. */
export function cartCustomer(found: OnSale, shop: Shop, today: PlainDate, ageLimit: number): CartCustomer {
  const name = displayName(found)
  const age = found.birthDate === null ? null : ageOn(found.birthDate, today)
  return {
    id: found.id, name, initial: initialOf(name), hasPhoto: found.hasPhoto === 1, groupName: found.groupName, customerTypeName: found.customerTypeName, age,
    alerts: [...underAge(age, ageLimit), ...expiry('document', found.licenceExpiresOn, today), ...(shop.medical ? expiry('medical', found.medicalExpiresOn, today) : [])],
  }
}

const underAge = (age: number | null, minimumAge: number): CustomerAlert[] =>
  age !== null && age < minimumAge ? [{ kind: 'under-age', days: 0, minimumAge }] : []

function expiry(what: 'document' | 'medical', expiresOn: PlainDate | null, today: PlainDate): CustomerAlert[] {
  if (expiresOn === null) return []
  const left = daysBetween(today, expiresOn)
  if (left < 0) return [{ kind: `${what}-expired`, days: -left, minimumAge: null }]
  return left <= warnDays ? [{ kind: `${what}-expiring`, days: left, minimumAge: null }] : []
}

/** Who buys, as far as age goes: what the customer's record says and what was checked on this sale. */
export function buyerOf(core: Core, sale: SaleHead, today: PlainDate): Buyer {
  const checks = ageChecksOf(core.db, sale.id)
  const found = sale.customerId === null ? undefined : customerOnSale(core.db, sale.customerId)
  const letPass = checks.some(({ how, customerId }) => how === 'customer' && customerId === sale.customerId)
  return {
    age: found?.birthDate ? ageOn(found.birthDate, today) : null,
    documentExpired: !letPass && found !== undefined && found.licenceExpiresOn !== null && found.licenceExpiresOn < today,
    provedAge: Math.max(0, ...checks.filter(({ how }) => how !== 'customer').map(({ minimumAge }) => minimumAge)),
  }
}

/** The customer as they are today, kept with the sale so that a receipt never changes: name, phone and first address. */
export function customerCopy(core: Core, customerId: CustomerId | null): string | null {
  const found = customerId === null ? undefined : customerOnSale(core.db, customerId)
  if (!found) return null
  return JSON.stringify({ name: displayName(found), phone: found.phone, address: mainAddressOf(core.db, found.id) ?? null })
}
