import { fold } from '../folding.ts'
import type { CustomerId } from '../vocabulary.ts'
import { digitsOf } from './words.ts'
import { compare, nameLikeness, type Comparable } from './duplicates.ts'

/** Why two records may be one person, strongest first where several hold. */
export const likelyReasons = ['document', 'licence', 'name-and-birth-date', 'email', 'phone', 'name-and-address', 'name-and-phone-tail', 'name', 'import', 'typed'] as const
export type LikelyReason = (typeof likelyReasons)[number]
export type LikelyWhy = { readonly reasons: readonly LikelyReason[]; /** How alike the names are, in percent; null where one has none. */ readonly likeness: number | null }
/** A pair that looks like one person. */
export type LikelyPair = { readonly oneId: CustomerId; readonly otherId: CustomerId; readonly score: number; readonly why: LikelyWhy }

/** One person as pairs are looked for: `documents` are keyed hashes, `places` postcode and first line of each address. */
export type Suspect = Comparable & {
  readonly id: CustomerId; readonly seq: number; readonly documents: readonly string[]; readonly places: readonly { readonly postcode: string; readonly address1: string }[]
}

/** Below this many percent a pair is not worth anyone's look. */
export const leastLikely = 50
/** A number, an address or a day that so many share says nothing of two of them. */
export const mostSharing = 40
const alike = 0.88
/** How sure each further reason is by itself, in percent. */
const sure = { document: 99, 'name-and-address': 80, 'name-and-phone-tail': 72 } as const

/** How likely two are one, and why; null where they are not worth a look. The stronger the reasons and the closer the names, the higher it stands. */
export function likelyPair(one: Suspect, other: Suspect): LikelyPair | null {
  const base = compare(one, other)
  const likeness = nameLikeness(one, other)
  const more = moreReasons(one, other, likeness).filter((reason) => reason !== 'name-and-phone-tail' || !base.why.includes('phone'))
  const doubt = more.reduce((left, reason) => left * (1 - sure[reason] / 100), 1 - base.score / 100)
  const score = Math.round((1 - doubt) * 100)
  if (score < leastLikely) return null
  const reasons = likelyReasons.filter((reason) => (more as readonly LikelyReason[]).includes(reason) || (base.why as readonly LikelyReason[]).includes(reason))
  const [oneId, otherId] = one.id < other.id ? [one.id, other.id] : [other.id, one.id]
  return { oneId, otherId, score, why: { reasons, likeness: likeness === null ? null : Math.round(likeness * 100) } }
}

function moreReasons(one: Suspect, other: Suspect, likeness: number | null): (keyof typeof sure)[] {
  const found: (keyof typeof sure)[] = []
  if (one.documents.some((key) => other.documents.includes(key))) found.push('document')
  const otherDay = one.birthDate !== null && other.birthDate !== null && one.birthDate !== other.birthDate
  if (likeness === null || likeness < alike || otherDay) return found
  if (one.places.some((place) => other.places.some((each) => isSamePlace(place, each)))) found.push('name-and-address')
  const tails = one.phones.map(tailOf).filter((tail) => tail !== '')
  if (other.phones.some((phone) => tails.includes(tailOf(phone)))) found.push('name-and-phone-tail')
  return found
}

const tailDigits = 7
/** The last seven digits: the same number written with another country or area. */
export function tailOf(phone: string): string {
  const digits = digitsOf(phone)
  return digits.length < tailDigits ? '' : digits.slice(-tailDigits)
}
type Place = Suspect['places'][number]
const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')
/** The number of a house, which people write alike however they write the street. */
export const houseOf = ({ address1 }: Place): string => /\d+/.exec(address1)?.[0] ?? ''
const isSamePlace = (one: Place, other: Place): boolean =>
  bare(one.postcode) !== '' && bare(one.postcode) === bare(other.postcode) && houseOf(one) === houseOf(other) && (houseOf(one) !== '' || bare(one.address1) === bare(other.address1))
