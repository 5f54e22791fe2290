import { z } from 'zod'
import { centsFromZero, id, language, plainDate, ppm, text } from '../input.ts'
import type { AttributeId, CustomerId, CustomerTypeId, GroupId, PriceListId } from '../vocabulary.ts'
import type { CustomerChanges, CustomerDraft } from './customer.ts'
import { preferredChannels, statementWays } from './terms.ts'

// What a form may hand in. Room enough for what real contacts files hold; nothing without a bound.

export const customerId = id<CustomerId>()
const phones = z.array(z.strictObject({ typed: text(60), kind: text(40), country: z.exactOptional(z.string().regex(/^[A-Z]{2}$/)) })).max(20)
const emails = z.array(z.strictObject({ address: text(254), kind: text(40) })).max(20)
/** One address as a form types it. */
export const addressShape = z.strictObject({
  label: text(80), address1: text(300), address2: text(300), city: text(120), region: text(120), postcode: text(40), country: text(120),
})
const addresses = z.array(addressShape).max(20)
const extras = z.array(z.strictObject({ name: text(120), value: text(4000) })).max(200)
const source = z.enum(['typed', 'scanned'])
const licenceRest = { region: text(80), country: text(80), expiresOn: plainDate.nullable(), source }
const licence = z.strictObject({ number: text(60), ...licenceRest })
const medical = z.strictObject({ number: text(60), expiresOn: plainDate.nullable() })

const plainFields = {
  type: z.enum(['personal', 'business']),
  firstName: text(200), lastName: text(200), nickname: text(200), company: text(200),
  industry: text(200), jobTitle: text(200), website: text(500), taxId: text(60),
  birthDate: plainDate.nullable(), language: language.nullable(),
  customerTypeId: id<CustomerTypeId>().nullable(), groupId: id<GroupId>().nullable(),
  tags: z.array(text(60)).max(50), notes: text(4000), phones, emails, addresses, extras,
}
const mostDays = 365
const terms = {
  priceListId: id<PriceListId>().nullable(), discountPpm: ppm, taxExempt: z.boolean(), taxCertificate: text(60), taxExemptUntil: plainDate.nullable(),
  registrationNo: text(60), parentId: customerId.nullable(), preferredChannel: z.enum(preferredChannels).nullable(),
  payLaterAllowed: z.boolean(), payLaterLimitCents: centsFromZero.nullable(), payLaterDays: z.number().int().min(0).max(mostDays).nullable(), poRequired: z.boolean(),
  statementBy: z.enum(statementWays).nullable(),
}
const contacts = z.array(z.strictObject({ name: text(200), role: text(120), typed: text(60), email: text(254), mayBuy: z.boolean() })).max(50)
const attributes = z.array(z.strictObject({ id: id<AttributeId>(), value: text(4000) })).max(200)
const laterFields = { ...terms, contacts, attributes }

/** The keyed hash by which a scanned document finds its person again. */
export const documentKey = z.string().regex(/^[0-9a-f]{64}$/)
export const customerDraft: z.ZodType<CustomerDraft> = z.strictObject({
  ...plainFields, licence: licence.nullable(), medical: medical.nullable(), ...optional(laterFields),
})

/** A document's number is null where it stays as it is on file: the screen holds only its last four. */
export const customerChanges: z.ZodType<CustomerChanges> = z.strictObject({
  ...optional(plainFields), ...optional(laterFields),
  licence: z.exactOptional(z.strictObject({ number: text(60).nullable(), ...licenceRest }).nullable()),
  medical: z.exactOptional(z.strictObject({ number: text(60).nullable(), expiresOn: plainDate.nullable() }).nullable()),
  status: z.exactOptional(z.enum(['active', 'inactive'])),
})

type Optional<S extends z.ZodRawShape> = { [K in keyof S]: z.ZodExactOptional<S[K]> }
function optional<S extends Record<string, z.ZodType>>(shape: S): Optional<S> {
  return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, z.exactOptional(field)])) as unknown as Optional<S>
}

/** What a cashier was told, channel by channel: the switch beside the phone and the one beside the e-mail. */
export const consentChoices = z.array(z.strictObject({ channel: z.enum(['sms', 'email']), allowed: z.boolean() })).max(4)
