import type { Core } from '../context.ts'
import { displayName, initialOf } from '../customers/names.ts'
import { exemptionOn } from '../customers/buying-terms.ts'
import { customerOnSale, mainAddressOf, taxExemptionOf, type OnSale } from '../customers/on-sale.sql.ts'
import { ageOn, daysBetween, type Buyer } from '../sales/age.ts'
import { ageChecksOf } from '../sales/age-checks.sql.ts'
import type { CartCustomer, CartTerms, CustomerAlert } from '../sales/sale.ts'
import type { Exemption } from '../sales/cart-terms.sql.ts'
import type { SaleHead } from '../sales/sales.sql.ts'
import { localDate } from '../shop/local-date.ts'
import type { Shop } from '../shop/shop.ts'
import type { CustomerId, PlainDate } from '../vocabulary.ts'
import { theShop } from './the-shop.ts'

const warnDays = 30

/** Today in the shop. */
export const todayIn = (core: Pick<Core, 'now'>, shop: Shop): PlainDate => localDate(core.now(), shop.timeZone)

type Shown = { readonly shop: Shop; readonly today: PlainDate; readonly ageLimit: number; readonly terms: CartTerms }
/** The customer as the strip of the cart shows them: `ageLimit` is the highest one that counts here, the shop's or a line's. */
export function cartCustomer(found: OnSale, { shop, today, ageLimit, terms }: Shown): CartCustomer {
  const name = displayName(found)
  const age = found.birthDate === null ? null : ageOn(found.birthDate, today)
  const exempt = exemptionOn(today, { taxExempt: found.taxExempt === 1, taxExemptUntil: found.taxExemptUntil })
  return {
    id: found.id, name, initial: initialOf(name), hasPhoto: found.hasPhoto === 1, groupName: found.groupName, customerTypeName: found.customerTypeName, age, terms,
    exempt: exempt === 'exempt' ? { certificate: found.taxCertificate, until: found.taxExemptUntil } : null,
    alerts: [
      ...stateAlerts(found), ...underAge(age, ageLimit), ...expiry('document', found.licenceExpiresOn, today), ...(shop.medical ? expiry('medical', found.medicalExpiresOn, today) : []),
      ...(exempt === 'lapsed' ? [said('tax-lapsed', found.taxExemptUntil ?? '')] : []),
    ],
  }
}

const said = (kind: CustomerAlert['kind'], text: string): CustomerAlert => ({ kind, days: 0, minimumAge: null, text })
const stateWords: Readonly<Record<string, CustomerAlert['kind']>> = { banned: 'banned', inactive: 'inactive', pending: 'pending' }
/** What a cashier must see first: how the customer stands, and the note that was left for them. */
function stateAlerts({ status, outReason, flagNote, flagLevel }: OnSale): CustomerAlert[] {
  const state = stateWords[status]
  return [...(state ? [said(state, outReason ?? '')] : []), ...(flagNote === null ? [] : [said(flagLevel === 'info' ? 'flag-info' : 'flag-warn', flagNote)])]
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

/** The certificate by which nobody adds tax to what this customer buys today, or null; one that has run out does not count. */
export function exemptionToday(core: Core, customerId: CustomerId | null): Exemption | null {
  const found = customerId === null ? undefined : taxExemptionOf(core.db, customerId)
  if (!found || exemptionOn(todayIn(core, theShop(core)), { taxExempt: true, taxExemptUntil: found.until }) !== 'exempt') return null
  return { certificate: found.certificate, until: found.until }
}
