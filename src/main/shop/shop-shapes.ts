import { z } from 'zod'
import { filledText, id, language, ppm, text } from '../input.ts'
import type { Cents, TaxClassId, TaxRateId } from '../vocabulary.ts'
import { isCurrency } from './currency.ts'
import { isLocale, isTimeZone } from './local-date.ts'
import type { Shop } from './shop.ts'

const wording = z.strictObject({ en: text(500), fr: text(500), es: text(500) })

const fields = {
  name: filledText(120), address1: text(200), address2: text(200), city: text(100), region: text(100), postcode: text(20),
  country: z.string().regex(/^[A-Z]{2}$/), phone: text(40), email: text(254), taxNumber: text(200),
  currency: z.string().length(3).refine(isCurrency), locale: z.string().max(35).refine(isLocale), language, timeZone: z.string().max(64).refine(isTimeZone),
  pricesIncludeTax: z.boolean(), cashStepCents: z.number().int().min(1).max(100) as unknown as z.ZodType<Cents>,
  medical: z.boolean(), minimumAge: z.number().int().min(0).max(99), customerRequired: z.enum(['off', 'recommended', 'required']),
  customerDetails: z.boolean(), everyoneEditsCustomers: z.boolean(), idleLockSeconds: z.number().int().min(0).max(86_400),
  receiptFooter: text(500), smsWording: wording, emailWording: wording,
}

export const shopShape: z.ZodType<Shop> = z.strictObject(fields)
const { currency: _chosenOnce, ...changeable } = fields
/** Any of the shop's facts but the currency, which past sales are counted in; what is left out stays. */
export const shopChanges = z.strictObject(changeable).partial() as unknown as z.ZodType<Partial<Omit<Shop, 'currency'>>>

const rate = { name: filledText(60), ratePpm: ppm }
const rateIndex = z.number().int().min(0).max(9)
/** Taxes as the wizard sends them: nothing has an id yet, a class names its rates by their place in the list. */
export const newTaxes = z.strictObject({
  rates: z.array(z.strictObject(rate)).max(10),
  classes: z.array(z.strictObject({ name: filledText(60), rates: z.array(rateIndex).max(10) })).min(1).max(20),
}).refine(({ rates, classes }) => classes.every((one) => new Set(one.rates).size === one.rates.length && one.rates.every((at) => at < rates.length)), { path: ['classes'] })
export type NewTaxes = z.infer<typeof newTaxes>

/** Taxes as they are edited later: an id of null is new, a rate left out is no longer charged; a class names its rates by their place in the list. */
export const editedTaxes = z.strictObject({
  rates: z.array(z.strictObject({ id: id<TaxRateId>().nullable(), ...rate })).max(10),
  classes: z.array(z.strictObject({ id: id<TaxClassId>().nullable(), name: filledText(60), rates: z.array(rateIndex).max(10) })).min(1).max(20),
}).refine(({ rates, classes }) => classes.every((one) => new Set(one.rates).size === one.rates.length && one.rates.every((at) => at < rates.length)), { path: ['classes'] })
export type EditedTaxes = z.infer<typeof editedTaxes>
