import { printedName, printedPlace } from '../customers/printed-name.ts'
import { keptNumber, type IdKeeping } from '../devices/document-key.ts'
import type { Licence } from '../devices/licence.ts'
import type { ScannedPerson } from './scan-outcome.ts'

/** What a new customer's form is filled with. Nothing of a card goes further than this: no sex, height, weight, eyes, nor what only the issuer reads. */
export function personOf(licence: Licence, keeping: IdKeeping, documentKey: string | null): ScannedPerson {
  const { family, first, suffix, birthDate, jurisdiction, country, expiryDate } = licence
  return {
    firstName: printedName(first).slice(0, 200), lastName: [printedName(family), suffix === '' ? '' : suffixOf(suffix)].filter(Boolean).join(' ').slice(0, 200),
    birthDate, address: addressOf(licence), documentKey,
    licence: { number: keptNumber(licence, keeping).slice(0, 60), region: jurisdiction, country: country ?? '', expiresOn: expiryDate },
  }
}

const suffixOf = (suffix: string): string => (/^[IVX]+$/.test(suffix) ? suffix : printedName(suffix))

function addressOf({ street1, street2, city, region, postalCode, country }: Licence): ScannedPerson['address'] {
  if (street1 === '' && city === '') return null
  return {
    label: '', address1: printedPlace(street1).slice(0, 300), address2: printedPlace(street2).slice(0, 300), city: printedPlace(city).slice(0, 120),
    region: region.slice(0, 120), postcode: postalCode.slice(0, 40), country: country ?? '',
  }
}
