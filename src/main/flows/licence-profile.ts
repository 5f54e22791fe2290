import type { Core } from '../context.ts'
import type { StoredCustomer } from '../customers/record.sql.ts'
import { displayName } from '../customers/names.ts'
import type { Licence } from '../devices/licence.ts'
import { fold } from '../folding.ts'
import type { CustomerId } from '../vocabulary.ts'
import { theRecord } from './read-customer.ts'
import { nameOf } from './read-code.ts'
import type { LicenceDiffers, LicenceNote, ScannedPerson, ScanOutcome } from './scan-outcome.ts'

type Asked = { readonly customerId: CustomerId; readonly person: ScannedPerson; readonly licence: Licence; readonly note: LicenceNote; readonly holder: CustomerId | null }

/** A licence held against the profile that is open: what is empty there may be filled, what says something else is asked about one by one. */
export function compareLicence(core: Core, { customerId, person, licence, note, holder }: Asked): ScanOutcome {
  const stored = theRecord(core, customerId)
  const judged = fields(stored, person, licence)
  return {
    kind: 'licence-profile', customerId, version: stored.version, person, licence: note,
    fills: judged.filter(({ now }) => now === '').map(({ field }) => field), differs: judged.filter(({ now }) => now !== ''),
    belongsTo: holder === null || holder === customerId ? null : { id: holder, name: nameOf(core, holder) },
  }
}

function fields(stored: StoredCustomer, person: ScannedPerson, licence: Licence): LicenceDiffers[] {
  const name = `${person.firstName} ${person.lastName}`.trim()
  const nameNow = [stored.firstName, stored.lastName].filter(Boolean).join(' ')
  const all: (LicenceDiffers & { readonly same: boolean })[] = [
    { field: 'name', now: nameNow, card: name, same: isSameName(stored, person, licence) },
    { field: 'birthDate', now: stored.birthDate ?? '', card: person.birthDate ?? '', same: stored.birthDate === person.birthDate },
    { field: 'licence', now: documentNow(stored), card: [person.licence.region, person.licence.expiresOn ?? ''].join(' ').trim(), same: isSameDocument(stored, person) },
    { field: 'address', now: addressText(stored.addresses[0] ?? null), card: addressText(person.address), same: isSamePlace(stored, person) },
  ]
  return all.filter(({ same, card }) => !same && card !== '').map(({ field, now, card }) => ({ field, now, card }))
}

const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')
/** A card that had no room for the whole name never writes over a longer one; capitals and accents are no difference. */
function isSameName(stored: StoredCustomer, person: ScannedPerson, { truncated }: Licence): boolean {
  const fits = (now: string, card: string, cut: boolean) => plain(now) === plain(card) || ((cut || card.length === 0) && plain(now).startsWith(plain(card)))
  if (displayName(stored) === '' || (stored.firstName === '' && stored.lastName === '')) return false
  return fits(stored.lastName, person.lastName, truncated.family) && (fits(stored.firstName, person.firstName, truncated.first) || plain(stored.firstName).startsWith(plain(person.firstName)))
}

const documentNow = ({ licence }: StoredCustomer): string => (licence ? [licence.region, licence.expiresOn ?? ''].join(' ').trim() || '••••' : '')
function isSameDocument({ licence }: StoredCustomer, { licence: card }: ScannedPerson): boolean {
  return licence !== null && licence.expiresOn === card.expiresOn && fold(licence.region) === fold(card.region)
}

const addressText = (address: ScannedPerson['address']): string => (address ? [address.address1, address.city, address.region, address.postcode].filter(Boolean).join(', ') : '')
function isSamePlace({ addresses }: StoredCustomer, { address }: ScannedPerson): boolean {
  return address === null || addresses.some((known) => plain(known.address1) === plain(address.address1) && plain(known.postcode) === plain(address.postcode))
}
