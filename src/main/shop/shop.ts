import type { Cents, Language, Ppm, RegisterId, TaxClassId, TaxRateId } from '../vocabulary.ts'

export type Shop = {
  readonly name: string; readonly address1: string; readonly address2: string; readonly city: string; readonly region: string; readonly postcode: string
  /** ISO 3166 alpha-2; it also says how a phone number without a country code is read. */
  readonly country: string
  readonly phone: string; readonly email: string; readonly taxNumber: string
  /** ISO 4217; how many minor units it has, currency.ts says. */
  readonly currency: string; readonly locale: string; readonly language: Language; readonly timeZone: string
  readonly pricesIncludeTax: boolean
  /** The smallest coin: cash totals are rounded to it. 1 is no rounding. */
  readonly cashStepCents: Cents
  readonly medical: boolean; readonly minimumAge: number
  readonly customerRequired: 'off' | 'recommended' | 'required'
  readonly customerDetails: boolean; readonly everyoneEditsCustomers: boolean
  /** 0 never locks. */
  readonly idleLockSeconds: number
  readonly receiptFooter: string
  /** What the cashier reads out when asking for consent, per language; kept word for word with each answer. */
  readonly smsWording: Readonly<Record<Language, string>>; readonly emailWording: Readonly<Record<Language, string>>
}
export type Register = { readonly id: RegisterId; readonly name: string; readonly number: number }
export type TaxRate = { readonly id: TaxRateId; readonly name: string; readonly ratePpm: Ppm }
export type TaxClass = { readonly id: TaxClassId; readonly name: string; readonly rateIds: readonly TaxRateId[] }
