import { z } from 'zod'
import type { Core } from '../context.ts'
import { lookAtAddress, regionsOf, type AddressLook, type Regions } from '../customers/addresses.ts'
import { phoneCountries, type PhoneCountry } from '../customers/phone-countries.ts'
import { attributeKey, attributeKinds, type AttributeDefinition } from '../customers/attributes.ts'
import { countValues } from '../customers/attributes.sql.ts'
import { internationalPhone } from '../customers/contact.ts'
import { countryCode } from '../customers/countries.ts'
import { addressShape } from '../customers/shapes.ts'
import { citiesLike, tagsLike, type City } from '../customers/suggestions.sql.ts'
import { filledText, id, language, requestId, takes, text } from '../input.ts'
import type { AttributeId } from '../vocabulary.ts'
import { editAttribute, orderAttributes, previewConversion, type ConversionPreview } from './edit-attributes.ts'
import { attributesFor } from './read-attributes.ts'
import { theShop } from './the-shop.ts'

const mostSuggested = 12
const choices = z.array(text(120)).max(200)
const kind = z.enum(attributeKinds)
const attribute = z.strictObject({
  name: filledText(60), kind, choices, seenBy: z.enum(['everyone', 'managers']), searchable: z.boolean(), inExport: z.boolean(), active: z.boolean(),
})
const save = z.strictObject({ requestId, id: id<AttributeId>().nullable(), attribute, convert: z.boolean() })
const one = z.strictObject({ id: id<AttributeId>() })

/** What a full form asks beside the record itself: the shop's own attributes, and words to choose from. */
export const attributeFlows = (core: Core) => ({
  'customers/attributes': takes(z.strictObject({}), (_input, caller): AttributeDefinition[] => attributesFor(core, caller)),
  'customers/attribute-uses': takes(one, (input): number => countValues(core.db, input.id)),
  'customers/save-attribute': takes(save, (input, caller): Promise<{ id: AttributeId }> => editAttribute(core, caller, input), 'edit-attributes'),
  'customers/preview-attribute': takes(z.strictObject({ id: id<AttributeId>(), kind, choices }), (input): Promise<ConversionPreview> =>
    previewConversion(core, input), 'edit-attributes'),
  'customers/order-attributes': takes(z.strictObject({ requestId, ids: z.array(id<AttributeId>()).max(500) }), (input): null => orderAttributes(core, input), 'edit-attributes'),
  'customers/suggest-tags': takes(z.strictObject({ text: text(60) }), (input): string[] => tagsLike(core.db, attributeKey(input.text), mostSuggested)),
  'customers/suggest-cities': takes(z.strictObject({ text: text(120) }), (input): City[] => (input.text.trim() === '' ? [] : citiesLike(core.db, input.text.trim(), mostSuggested))),
  'customers/look-at-address': takes(z.strictObject({ address: addressShape }), (input): AddressLook => lookAtAddress(input.address, theShop(core).country)),
  'customers/international-phone': takes(z.strictObject({ typed: text(60), country: text(2) }), (input): string =>
    internationalPhone(input.typed, input.country === '' ? theShop(core).country : input.country)),
  'customers/phone-countries': takes(z.strictObject({}), (): readonly PhoneCountry[] => phoneCountries),
  'customers/regions': takes(z.strictObject({ country: text(120), language }), (input): Regions =>
    regionsOf(input.country.trim() === '' ? theShop(core).country : countryCode(input.country), input.language)),
})
