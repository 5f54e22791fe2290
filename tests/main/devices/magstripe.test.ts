import { describe, expect, test } from 'vitest'
import type { Licence } from '../../../src/main/devices/licence.ts'
import { holdsPaymentNumber, isPaymentNumber } from '../../../src/main/devices/magstripe-payment.ts'
import { printedNumber } from '../../../src/main/devices/magstripe-number.ts'
import { readSwipe } from '../../../src/main/devices/magstripe.ts'
import { noraStripe, paymentNumbers } from '../../fixtures/licence-cards.ts'
import { differences, hasSamples, swipes } from '../../fixtures/licence-samples.ts'

function licence(text: string): Licence {
  const swipe = readSwipe(text)
  if (swipe.kind !== 'licence') throw new Error(`a ${swipe.kind} was read`)
  return swipe.licence
}
const kind = (text: string): string => readSwipe(text).kind
const kinds = { 'aamva-dl': 'licence', error: 'read-error', 'payment-card': 'payment-card', loyalty: 'stripe' } as const

describe.skipIf(!hasSamples)('published swipes are what their publishers say', () => {
  test('all 14 are there', () => expect(swipes).toHaveLength(14))
  for (const { id, kind: theirs, text, expected } of swipes) test(`${id} is a ${kinds[theirs]}`, () => {
    const swipe = readSwipe(text)
    expect(swipe.kind).toBe(kinds[theirs])
    if (swipe.kind === 'licence') expect(differences(swipe.licence, { expected, isStripe: true })).toEqual([])
    if (swipe.kind === 'stripe') expect(swipe.text).toBe(expected['loyaltyCode'])
    if (swipe.kind === 'payment-card') expect(swipe).toEqual({ kind: 'payment-card' })
  })
})

describe('a licence\'s stripe', () => {
  test('is read whole', () => expect(licence(noraStripe)).toEqual({
    number: '123456789', numberKey: '123456789', iin: '636030', jurisdiction: 'MO', country: 'US',
    family: 'QUILL', first: 'NORA', middle: 'MAY', suffix: '', truncated: { family: false, first: false, middle: false },
    birthDate: '1988-07-04', issueDate: null, expiryDate: '2029-07-31', neverExpires: false, sex: 'F',
    street1: '12 HARBOUR LANE', street2: 'UNIT 4', city: 'ST LOUIS', region: 'MO', postalCode: '63101',
    discriminator: '', cardRevision: null, limitedTerm: false, realId: null, source: 'magstripe', version: null, warnings: [],
  }))
  test.each(['#', '%', '+', '!', '_%'])('may start track 3 with %s', (sentinel) => expect(licence(noraStripe.replace('#', sentinel))).toMatchObject({ postalCode: '63101', sex: 'F' }))
  test('may come on three lines', () => expect(licence(noraStripe.replaceAll('?', '?\r\n'))).toEqual(licence(noraStripe)))
  test('through Caps Lock is the same', () => expect(licence(noraStripe.toLowerCase())).toEqual(licence(noraStripe)))
  test('with a city of 13 letters has no mark behind it', () =>
    expect(licence(noraStripe.replace('ST LOUIS^', 'CAPEGIRARDEAU'))).toMatchObject({ city: 'CAPEGIRARDEAU', family: 'QUILL', street1: '12 HARBOUR LANE' }))
  test('of which only track 2 came has number, birth and expiry, and says that it is incomplete', () =>
    expect(licence(';636030123456789=290719880704=?')).toMatchObject({ number: '123456789', birthDate: '1988-07-04', family: '', warnings: ['incomplete'] }))
  test('of which only track 1 came has the name, and says that it is incomplete', () =>
    expect(licence('%MOST LOUIS^QUILL$NORA$^12 HARBOUR LANE^?')).toMatchObject({ number: '', birthDate: null, family: 'QUILL', warnings: ['incomplete'] }))
  test('whose tracks name two states is said', () => expect(licence(noraStripe.replace('%MO', '%KY')).warnings).toEqual(['issuer-state-mismatch']))
  test('with a suffix has it in its place', () => expect(licence(noraStripe.replace('$MAY', '$JR'))).toMatchObject({ middle: '', suffix: 'JR' }))
  test('of British Columbia has no second street, and its postal code apart', () =>
    expect(licence("%BCVICTORIA^QUILL,$NORA MAY^9 GOVERNMENT ST$VICTORIA BC  V8W 3Y8^?;6360281234567=270919700906=?_%0AV8W3Y8                     X185 95BRNBLU9123456789                E$''C(R2S6L?"))
      .toMatchObject({ country: 'CA', family: 'QUILL', first: 'NORA MAY', street2: '', postalCode: 'V8W 3Y8', sex: 'X', number: '1234567' }))
})

describe('days on track 2', () => {
  const of = (ends: string, birth: string) => licence(`;636030123456789=${ends}${birth}=?`)
  test.each([
    ['2902', '19880704', '2029-02-28'], ['2802', '19880704', '2028-02-29'], ['2812', '19880704', '2028-12-31'],
    ['2888', '19750610', '2029-06-30'], ['2799', '19901105', '2027-11-05'], ['2799', '19960229', '2027-02-28'], ['2799', '19880229', '2027-02-28'],
  ])('%s of someone born on %s is %s', (ends, birth, day) => expect(of(ends, birth).expiryDate).toBe(day))
  test('77 never ends', () => expect(of('9977', '19500101')).toMatchObject({ expiryDate: null, neverExpires: true }))
  test('Florida\'s birth month 99 is the month of the expiry', () => expect(of('2901', '19879915')).toMatchObject({ birthDate: '1987-01-15', expiryDate: '2029-01-31' }))
  test('a day that is none is no birth date', () => expect(of('2907', '19880231').birthDate).toBe(null))
})

describe('numbers written as digits', () => {
  test.each([
    ['041234567', 'CA', 'D1234567'], ['0462172082009', 'FL', '0462172082009'], ['04621720820090', 'FL', 'D621720820090'], ['38774194', 'TX', '38774194'],
    ['1912345678', 'MA', 'S12345678'], ['123456789', 'MA', '123456789'], ['2012345678', 'VA', 'T12345678'], ['1609123456', 'OH', 'PI123456'],
    ['991234567', 'CA', '991234567'], ['001234567', 'CA', '001234567'], ['041234567', '', '041234567'],
  ])('%s of %s is %s', (digits, jurisdiction, printed) => expect(printedNumber(digits, jurisdiction)).toBe(printed))
  test('go on behind the birth date where 13 digits were too few', () =>
    expect(licence(';6360100462172082009=2901198701150?').number).toBe('D621720820090'))
})

describe('a swipe that is no licence', () => {
  test.each(['%E?;E?+E?', '%E?', ';E?', '%MOST LOUIS^QUILL$NORA$^1 A ST^?;E?', noraStripe.replace(/#[^?]*/, '+E'), '%e?;e?', ';63603012345A789=290719880704=?', ';ABC?'])(
    'was misread: %s', (text) => expect(readSwipe(text)).toEqual({ kind: 'read-error' }))
  test.each(paymentNumbers)('is a payment card, and not a digit of it comes back: %s', (number) => {
    for (const text of [`%B${number}^ROE/JAN^3012101?;${number}=30121010000?`, `;${number}=3012101?`, `;${number}?`, `;${number}`, `%B${number}^ROE/JAN^3012`, `%B${number.slice(0, 9)}`,
      `%b${number}^roe/jan^3012101?`, `%B${number.replace(/(.{4})/, '$1 ')}^ROE/JAN^3012101?`, `%LOY1?;${number}=3012101?`, `;${number}9=3012101?`, `+01${number}=3012?`, ` ${number}\r`])
      expect(readSwipe(text), text).toEqual({ kind: 'payment-card' })
  })
  test('is a payment card where a licence\'s name was swiped over a payment card\'s number', () =>
    expect(readSwipe('%MOST LOUIS^QUILL$NORA$^1 A ST^?;4111111111111111=3012101?')).toEqual({ kind: 'payment-card' }))
  test('was misread where it broke off: no half licence, no half code', () => {
    const whole = licence(noraStripe)
    for (let at = 1; at < noraStripe.length; at++) {
      const swipe = readSwipe(noraStripe.slice(0, at))
      if (swipe.kind !== 'licence') { expect(swipe).toEqual({ kind: 'read-error' }); continue }
      for (const field of ['family', 'first', 'street1', 'city'] as const) expect([whole[field], '']).toContain(swipe.licence[field])
      for (const field of ['birthDate', 'expiryDate'] as const) expect([whole[field], null]).toContain(swipe.licence[field])
      if (!swipe.licence.warnings.includes('incomplete')) expect(swipe.licence.number).toBe(whole.number)
    }
    expect(readSwipe(';98260001234')).toEqual({ kind: 'read-error' })
  })
  test('is another card\'s stripe otherwise', () => {
    expect(readSwipe(';9826000123456789?')).toEqual({ kind: 'stripe', text: '9826000123456789' })
    expect(readSwipe('%LOY-0001234?')).toEqual({ kind: 'stripe', text: 'LOY-0001234' })
    expect(readSwipe(';6035710123456789=?')).toEqual({ kind: 'stripe', text: '6035710123456789=' })
    expect(readSwipe('%CASH12345?')).toEqual({ kind: 'stripe', text: 'CASH12345' })
  })
  test('is never a licence by chance: an unknown issuer, a month or a day that cannot be', () => {
    for (const text of [';699999123456789=290719880704=?', ';636030123456789=291319880704=?', ';636030123456789=290719881304=?']) expect(kind(text)).toBe('stripe')
  })
  test('a licence comes before a payment card: its digits may pass Luhn', () => {
    const numbers = Array.from({ length: 200 }, (_, at) => `;636030${String(1_000_000_000 + at)}=290719880704=?`)
    expect(numbers.map(kind)).toEqual(numbers.map(() => 'licence'))
  })
})

describe('payment numbers', () => {
  test.each(paymentNumbers)('%s is one', (number) => expect(isPaymentNumber(number)).toBe(true))
  test.each(['4111111111111112', '6360301234567897', '6035710123456780', '79927398713', '9826000123456789', '4006381333931', '411111111111'])('%s is none', (number) => expect(isPaymentNumber(number)).toBe(false))
  test('are found in a text, in one run or in groups, and not inside a longer number', () => {
    for (const text of ['4111111111111111', 'card 4111 1111 1111 1111 please', '3782-822463-10005']) expect(holdsPaymentNumber(text)).toBe(true)
    for (const text of ['94111111111111111', '4006381333931', '4000000000006', '30000000000087', 'LOY-0001234', '+1 314 555 0142', '12 HARBOUR LANE']) expect(holdsPaymentNumber(text)).toBe(false)
  })
})
