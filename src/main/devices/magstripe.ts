// A swiped card, told apart before anything is kept of it: misread, licence, payment card, or any other stripe, in this order.
// Half a swipe is a misread one: nobody becomes half a customer.
import { sexOf } from './aamva-sex.ts'
import { issuerCalled, issuerOf } from './iin.ts'
import { dayOf, daysIn } from './licence-dates.ts'
import { isSuffix } from './licence-names.ts'
import { postalCode } from './licence-postal.ts'
import type { Licence, LicenceWarning, Swipe } from './licence.ts'
import { printedNumber } from './magstripe-number.ts'
import { holdsPayment, isPaymentCard } from './magstripe-payment.ts'
import { isMisread, plain, trackOne, trackThree, tracksOf, trackTwo, type TrackOne, type Tracks, type TrackTwo } from './magstripe-tracks.ts'

/** What was swiped. A licence is looked for before a payment card, because a licence's digits can pass Luhn by chance; a payment card leaves nothing. */
export function readSwipe(text: string): Swipe {
  const tracks = tracksOf(text)
  if (isMisread(tracks)) return { kind: 'read-error' }
  const two = trackTwo(tracks.two)
  const pays = isPaymentCard(two ? [tracks.one, tracks.three] : [tracks.one, tracks.two, tracks.three, plain(text)])
  const one = trackOne(tracks.one)
  if (two ?? (one && !pays && !tracks.brokenOff)) return licenceSwipe(licenceOf(one, two, tracks))
  if (pays) return { kind: 'payment-card' }
  return tracks.brokenOff ? { kind: 'read-error' } : { kind: 'stripe', text: tracks.two || tracks.one || tracks.three || bare(text) }
}

/** Some readers leave the sentinels out; no track is longer than 107 characters (ISO/IEC 4909). */
function bare(text: string): string {
  const line = plain(text)
  return line.length <= 107 ? line : ''
}

/** Two cards swiped into one another: what is kept of a licence never holds a payment number. */
const licenceSwipe = (licence: Licence): Swipe => (holdsPayment(licence) ? { kind: 'payment-card' } : { kind: 'licence', licence })

function licenceOf(one: TrackOne | null, two: TrackTwo | null, tracks: Tracks): Licence {
  const issuer = issuerOf(two?.iin ?? '') ?? issuerCalled(one?.state ?? '')
  const jurisdiction = issuer?.code ?? ''
  const { postal, sex } = trackThree(tracks.three)
  const number = printedNumber(two?.number ?? '', jurisdiction)
  const [family = '', first = '', third = ''] = one?.name ?? []
  const birth = birthOf(two)
  return {
    number, numberKey: number, iin: two?.iin ?? '', jurisdiction, country: issuer?.country ?? null,
    family, first, middle: isSuffix(third) ? '' : third, suffix: isSuffix(third) ? third : '', truncated: { family: false, first: false, middle: false },
    birthDate: birth && dayOf(...birth), issueDate: null, ...endOf(two, birth), sex: sexOf(sex),
    ...streets(one), city: one?.city ?? '', region: one?.state ?? '', postalCode: postalCode(postal),
    discriminator: '', cardRevision: null, limitedTerm: false, realId: null,
    source: 'magstripe', version: null, warnings: warningsOf(one, two, tracks.brokenOff),
  }
}

/** British Columbia repeats city, province and postal code as a second line. */
function streets(one: TrackOne | null): Pick<Licence, 'street1' | 'street2'> {
  const [street1 = '', second = ''] = one?.address ?? []
  return { street1, street2: /[A-Z]\d[A-Z] {0,2}\d[A-Z]\d$/.test(second) ? '' : second }
}

type Birth = readonly [year: number, month: number, day: number]

/** Florida writes 99 for a birth month that is the expiry's. */
function birthOf(two: TrackTwo | null): Birth | null {
  if (!two) return null
  const month = Number(two.birth.slice(4, 6))
  return [Number(two.birth.slice(0, 4)), month === 99 ? Number(two.ends.slice(2)) : month, Number(two.birth.slice(6))]
}

/** Month 77 never expires, 88 ends with the birth month one year after YY, 99 on the birthday in YY; any other month ends on its last day (annex F.5). */
function endOf(two: TrackTwo | null, birth: Birth | null): Pick<Licence, 'expiryDate' | 'neverExpires'> {
  if (!two || !birth) return { expiryDate: null, neverExpires: false }
  const year = 2000 + Number(two.ends.slice(0, 2))
  const month = Number(two.ends.slice(2))
  if (month === 77) return { expiryDate: null, neverExpires: true }
  if (month === 88) return { expiryDate: dayOf(year + 1, birth[1], daysIn(year + 1, birth[1])), neverExpires: false }
  if (month === 99) return { expiryDate: dayOf(year, birth[1], Math.min(birth[2], daysIn(year, birth[1]))), neverExpires: false }
  return { expiryDate: dayOf(year, month, daysIn(year, month)), neverExpires: false }
}

function warningsOf(one: TrackOne | null, two: TrackTwo | null, brokenOff: boolean): readonly LicenceWarning[] {
  const warnings: LicenceWarning[] = []
  if (one && two && issuerOf(two.iin)?.code !== one.state) warnings.push('issuer-state-mismatch')
  if (!one || !two || brokenOff) warnings.push('incomplete')
  return warnings
}
