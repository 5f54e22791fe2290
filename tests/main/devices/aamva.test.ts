import { describe, expect, test } from 'vitest'
import { readLicence } from '../../../src/main/devices/aamva.ts'
import type { Licence } from '../../../src/main/devices/licence.ts'
import { barcode, lea, nora, otto } from '../../fixtures/licence-cards.ts'

function read(text: string): Licence {
  const licence = readLicence(text)
  if (!licence) throw new Error('no licence was read')
  return licence
}
const changed = (changes: Record<string, string>, card = {}) => read(barcode({ elements: { ...nora, ...changes }, ...card }))

describe('a licence by the standard', () => {
  test('is read whole, without a warning', () => expect(read(barcode({ elements: nora, own: { type: 'ZM', lines: ['ZMAsecret', 'ZMB'] } }))).toEqual({
    number: 'N12-345 678', numberKey: 'N12345678', iin: '636030', jurisdiction: 'MO', country: 'US',
    family: 'QUILL', first: 'NORA', middle: 'MAY', suffix: '', truncated: { family: false, first: false, middle: false },
    birthDate: '1988-07-04', issueDate: '2021-03-15', expiryDate: '2029-07-04', neverExpires: false, sex: 'F',
    street1: '12 HARBOUR LANE', street2: 'UNIT 4', city: 'ST LOUIS', region: 'MO', postalCode: '63101',
    discriminator: 'MO77001', cardRevision: '2020-01-01', limitedTerm: false, realId: true, source: 'aamva', version: 10, warnings: [],
  }))
  test.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])('of version %i has its given names apart', (version) => {
    const { DAC, DAD, ...rest } = nora
    const elements = version < 4 ? { ...rest, DCT: `${DAC},${DAD}` } : nora
    expect(read(barcode({ version, elements }))).toMatchObject({ version, family: 'QUILL', first: 'NORA', middle: 'MAY', birthDate: '1988-07-04', warnings: [] })
  })
  test.each([0, 1])('of version 0%i has names in one field, the year first, and no jurisdiction version', (version) =>
    expect(read(barcode({ iin: '636000', version, elements: otto }))).toMatchObject({
      version, family: 'BRINE', first: 'OTTO', middle: 'KAI', suffix: 'JR', birthDate: '1979-01-02', expiryDate: '2030-01-02', postalCode: '23219-0042', warnings: [],
    }))
  test('of an unknown higher version is read like the newest, with a notice', () =>
    expect(read(barcode({ version: 27, elements: nora }))).toMatchObject({ version: 27, family: 'QUILL', birthDate: '1988-07-04', warnings: ['unknown-version'] }))
  test('of Canada has the year first and its letters in Latin-1', () =>
    expect(read(barcode({ iin: '604428', elements: lea }))).toMatchObject({
      country: 'CA', family: 'TREMBLÉ', first: 'LÉA', middle: '', city: 'QUÉBEC', birthDate: '2004-02-29', sex: 'X', postalCode: 'G1K 4A1', realId: null, warnings: [],
    }))
  test('that is an ID card or an enhanced licence is read as well', () => {
    expect(read(barcode({ type: 'ID', elements: nora })).warnings).toEqual([])
    expect(read(barcode({ iin: '636001', type: 'EN', elements: { ...nora, DAJ: 'NY' } }))).toMatchObject({ family: 'QUILL', jurisdiction: 'NY', warnings: [] })
  })
})

describe('what must never be kept', () => {
  test('is the social security number, weight, eyes, and what a jurisdiction adds', () => {
    const kept = JSON.stringify([read(barcode({ iin: '636000', version: 1, elements: otto })),
      changed({ DAW: '187', DCL: 'W', DAY: 'HAZ' }, { own: { type: 'ZM', lines: ['ZMAfingerprint', 'DACEVIL', 'DBB01011901'] } })])
    for (const secret of ['078051120', '187', 'HAZ', 'fingerprint', 'EVIL', '1901', '\\n', 'ANSI']) expect(kept).not.toContain(secret)
  })
  test('is the text itself', () => expect(Object.keys(read(barcode({ elements: nora })))).not.toContain('raw'))
})

describe('days', () => {
  test.each([['WY', '636060'], ['WV', '636061']])('of %s stand the year first although it is a state', (DAJ, iin) =>
    expect(changed({ DBB: '19880704', DBD: '20210315', DBA: '20290704', DDB: '20200101', DAJ }, { iin, version: 4 }))
      .toMatchObject({ birthDate: '1988-07-04', expiryDate: '2029-07-04', warnings: ['date-order-swapped'] }))
  test.each(['NONE', '', '00000000', '02302020', 'MMDDCCYY', '13131313', '070419'])('written as "%s" are none', (DBD) => expect(changed({ DBD }).issueDate).toBe(null))
  test.each(['12319999', '01135000', '99999999', '99991231'])('of %s mean that the card never expires', (DBA) =>
    expect(changed({ DBA })).toMatchObject({ expiryDate: null, neverExpires: true }))
  test('are found between hyphens', () => expect(changed({ DBB: '07-04-1988' }).birthDate).toBe('1988-07-04'))
  test('of turning 18, 19 and 21 that fit the birth date are silent', () => expect(changed({ DDH: '07042006', DDI: '07042007', DDJ: '07042009' }).warnings).toEqual([]))
  test('of turning 21 that do not fit are said, and the birth date stands', () =>
    expect(changed({ DDJ: '07042004' })).toMatchObject({ birthDate: '1988-07-04', warnings: ['dates-disagree'] }))
  test.each(['02282017', '03012017'])('of turning 21 for someone born on 29 February may be %s', (DDJ) => expect(changed({ DBB: '02291996', DDJ }).warnings).toEqual([]))
})

describe('names', () => {
  test('that had no room are marked', () =>
    expect(changed({ DDE: 'T', DDG: 'T' })).toMatchObject({ truncated: { family: true, first: false, middle: true }, warnings: ['name-truncated'] }))
  test.each(['NONE', 'unavl', ' ', 'None'])('written as "%s" are none', (DAD) => expect(changed({ DAD }).middle).toBe(''))
  test('of Ontario lose their trailing commas', () => expect(changed({ DCS: 'QUILL,    ', DAG: '12 HARBOUR LANE,  ' })).toMatchObject({ family: 'QUILL', street1: '12 HARBOUR LANE' }))
  test.each([
    ['636029', 'BRINE, OTTO KAI', { family: 'BRINE', first: 'OTTO', middle: 'KAI', suffix: '' }],
    ['636006', 'BRINE,OTTO,,3RD', { family: 'BRINE', first: 'OTTO', middle: '', suffix: '3RD' }],
    ['636006', 'BRINE,OTTO,SR', { family: 'BRINE', first: 'OTTO', middle: '', suffix: 'SR' }],
    ['636025', 'OTTO KAI LEE BRINE', { family: 'BRINE', first: 'OTTO', middle: 'KAI LEE', suffix: '' }],
    ['636025', 'OTTO BRINE JR', { family: 'BRINE', first: 'OTTO', middle: '', suffix: 'JR' }],
    ['636025', 'BRINE', { family: 'BRINE', first: '', middle: '', suffix: '' }],
    ['636000', 'BRINE OTTO KAI', { family: 'BRINE', first: 'OTTO', middle: 'KAI', suffix: '' }],
    ['636000', 'VON BRINE,OTTO,KAI LEE,IV', { family: 'VON BRINE', first: 'OTTO', middle: 'KAI LEE', suffix: 'IV' }],
  ])('of issuer %s written as "%s" are told apart', (iin, DAA, names) => expect(read(barcode({ iin, version: 1, elements: { ...otto, DAA } }))).toMatchObject(names))
  test('keep an initial behind the first name only where the middle name is left empty', () => {
    expect(changed({ DAC: 'NORA M', DAD: '' })).toMatchObject({ first: 'NORA', middle: 'M' })
    expect(changed({ DAC: 'MARY ANN', DAD: '' })).toMatchObject({ first: 'MARY ANN', middle: '' })
    expect(changed({ DAC: 'NORA M', DAD: 'NONE' })).toMatchObject({ first: 'NORA M', middle: '' })
  })
})

describe('addresses and issuers', () => {
  test.each([['232690000  ', '23269'], ['061091896', '06109-1896'], ['21230', '21230'], ['44556-', '44556'], ['85641-4321', '85641-4321'], ['M5V2T6', 'M5V 2T6'], ['e5k 1y3', 'E5K 1Y3'], ['IP1 2AB', 'IP1 2AB']])(
    'postal code "%s" is %s', (DAK, code) => expect(changed({ DAK }).postalCode).toBe(code))
  test('of the home are used where no mailing address stands', () => {
    const { DAG, DAI, DAJ, DAK, ...rest } = otto
    expect(read(barcode({ iin: '636000', version: 1, elements: { ...rest, DAG: '', DAL: DAG, DAN: DAI, DAO: DAJ, DAP: DAK } })))
      .toMatchObject({ street1: '5 MILL ROAD', city: 'RICHMOND', region: 'VA', postalCode: '23219-0042' })
  })
  test('of another state than the issuer are said', () => expect(changed({ DAJ: 'KY' })).toMatchObject({ jurisdiction: 'MO', region: 'KY', warnings: ['issuer-state-mismatch'] }))
  test('an unknown issuer is the state of the address, with a notice', () =>
    expect(changed({}, { iin: '699999' })).toMatchObject({ jurisdiction: 'MO', country: 'US', warnings: ['unknown-issuer'] }))
  test('Alberta\'s old number is Alberta', () => expect(read(barcode({ iin: '990876', elements: { ...lea, DAJ: 'AB' } }))).toMatchObject({ jurisdiction: 'AB', country: 'CA', birthDate: '2004-02-29' }))
  test.each([['1', 'M'], ['2', 'F'], ['9', 'X'], ['M', 'M'], ['F', 'F'], ['X', 'X'], ['*', null], ['0', null], ['', null]])('sex "%s" is %s', (DBC, sex) => expect(changed({ DBC }).sex).toBe(sex))
  test.each([['F', true], ['N', false], ['M', null], ['', null]])('a real ID of "%s" is %s', (DDA, realId) => expect(changed({ DDA }).realId).toBe(realId))
  test('a limited term is said', () => expect(changed({ DDD: '1' }).limitedTerm).toBe(true))
})
