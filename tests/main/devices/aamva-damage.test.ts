import { describe, expect, test } from 'vitest'
import { readLicence } from '../../../src/main/devices/aamva.ts'
import { looksParsedByScanner } from '../../../src/main/devices/licence-parsed.ts'
import type { Licence } from '../../../src/main/devices/licence.ts'
import { barcode, noraStripe, nora, otto } from '../../fixtures/licence-cards.ts'

const card = barcode({ elements: nora, own: { type: 'ZM', lines: ['ZMAN', 'ZMBSECRET'] } })
const whole = readLicence(card)
const alike = (licence: Licence) => ({ ...licence, warnings: [] })
const isNora = (text: string): void => {
  const licence = readLicence(text)
  expect(licence && alike(licence)).toEqual(whole && alike(whole))
}

describe('a text damaged on its way still gives the same licence', () => {
  const damages: Readonly<Record<string, (text: string) => string>> = {
    'a byte order mark in front': (text) => `\ufeff${text}`,
    'the bytes of a byte order mark in front': (text) => `\u00ef\u00bb\u00bf${text}`,
    'the mark of the symbology in front': (text) => `]L2${text}`,
    'spaces and other keys in front': (text) => `  x${text}`,
    'CR for LF': (text) => text.replaceAll('\n', '\r'),
    'CRLF for LF': (text) => text.replaceAll('\n', '\r\n'),
    'doubled line ends': (text) => text.replaceAll('\n', '\n\n'),
    'bars for line ends': (text) => text.replaceAll('\n', '|'),
    'spaces for line ends': (text) => text.replaceAll('\n', ' '),
    'no record separator': (text) => text.replace('\u001e', ''),
    'a file separator for the record separator': (text) => text.replace('\u001e', '\u001c'),
    'record separator and CR typed as 6M': (text) => text.replace('\u001e\r', '6M'),
    'every Ctrl lost': (text) => text.replaceAll('\n', 'J').replaceAll('\u001e', '^').replaceAll('\r', 'M'),
    'every Ctrl lost, in small letters': (text) => text.replaceAll('\n', 'j').replaceAll('\u001e', '6').replaceAll('\r', 'm'),
    'no control character at all': (text) => text.replaceAll(/\p{Cc}/gu, ''),
    'noise between the elements': (text) => text.replaceAll('\n', '\u0085\n\u009f'),
    'the first letter of the mark eaten': (text) => text.replace('ANSI', 'NSI'),
    'AAMVA for ANSI': (text) => text.replace('ANSI ', 'AAMVA'),
    'AMVA for ANSI': (text) => text.replace('ANSI ', 'AMVA '),
    'offsets that point nowhere': (text) => text.replace(/DL\d{8}/, 'DL00009999'),
    'letters for offsets': (text) => text.replace(/DL\d{8}/, 'DLabac0123'),
    'no DL before the first element': (text) => text.replace('DLDAQ', 'DAQ'),
    'DL on a line of its own': (text) => text.replace('DLDAQ', 'DL\nDAQ'),
    'Caps Lock': (text) => text.toLowerCase(),
    'elements twice': (text) => text.replace('\nDAC', '\nDACNORA\nDAC'),
    'an empty element before the full one': (text) => text.replace('\nDAC', '\nDAC\nDAC'),
    'more behind the end': (text) => `${text}\r\n\u0001\u0002junk`,
  }
  test.each(Object.entries(damages))('with %s', (_, damage) => isNora(damage(card)))

  test('and says what it mended', () => {
    expect(readLicence(card.replace('\u001e\r', '6M'))?.warnings).toEqual(['control-characters-repaired'])
    expect(readLicence(card.replace(/DL\d{8}/, 'DL00009999'))?.warnings).toEqual(['offsets-ignored'])
  })
})

describe('known odd cards', () => {
  test('old North Carolina has five digits of an issuer, a home address and days with hyphens', () => {
    const text = '@\n\u001e\rAAMVA36004001DL00280195DLDABROE\nDACJAN\nDADD\nDAE\nDAL9 FERRY CT\nDAM\nDANDURHAM\nDAONC\nDAP27701-7030\nDAQ000111222\nDARC\nDASNone\nDATNone\nDAV5-10\nDBA06-19-2033\nDBB06-19-1990\nDBCM\nDBD06-22-2025\r&'
    expect(readLicence(text)).toMatchObject({
      iin: '636004', jurisdiction: 'NC', family: 'ROE', first: 'JAN', middle: 'D', street1: '9 FERRY CT', city: 'DURHAM', postalCode: '27701-7030',
      birthDate: '1990-06-19', expiryDate: '2033-06-19', sex: 'M', version: 0,
    })
  })
  test('Arizona writes version 05 over a card of version 01', () =>
    expect(readLicence(barcode({ iin: '636026', version: 1, elements: { ...otto, DAJ: 'AZ' } }).replace('6360260101', '6360260501')))
      .toMatchObject({ version: 5, jurisdiction: 'AZ', family: 'BRINE', first: 'OTTO', birthDate: '1979-01-02' }))
  test('Puerto Rico lets a signature follow the last element', () =>
    expect(readLicence(barcode({ iin: '604431', version: 5, elements: { ...nora, DAJ: 'PR' } }).replace(/\r$/, '\n88888888\u0003\u00f38888'))).toMatchObject({ jurisdiction: 'PR', family: 'QUILL', limitedTerm: false }))
  test('New York\'s padding may arrive as dots, and only then is a dot dropped', () => {
    const dotted = barcode({ iin: '636001', elements: { ...nora, DAJ: 'NY', DAK: '100010000. ', DCS: 'QUILL.     ', DAG: '12 HARBOUR RD.  ' } })
    expect(readLicence(dotted)).toMatchObject({ family: 'QUILL', street1: '12 HARBOUR RD', postalCode: '10001' })
    expect(readLicence(barcode({ elements: { ...nora, DAG: '12 HARBOUR RD.' } }))).toMatchObject({ street1: '12 HARBOUR RD.' })
  })
  test('British Columbia carries its stripe in the barcode', () => expect(readLicence(`]L0${noraStripe}`)).toMatchObject({ source: 'magstripe', family: 'QUILL' }))
  test('a line that wraps inside a street belongs to the street', () => expect(readLicence(card.replace('12 HARBOUR LANE', '12 HARBOUR\nLANE'))?.street1).toBe('12 HARBOUR LANE'))
  test('ids inside names and cities are no elements', () => {
    const text = barcode({ elements: { ...nora, DCS: 'MCDACE', DAC: 'TRINIDAD', DAI: 'DALLAS', DAG: '1 DADEVILLE RD' } }).replaceAll(/\p{Cc}/gu, '')
    expect(readLicence(text)).toMatchObject({ family: 'MCDACE', first: 'TRINIDAD', middle: 'MAY', city: 'DALLAS', street1: '1 DADEVILLE RD', number: 'N12-345 678' })
  })
  test('a second card behind the first adds nothing to it', () => {
    const { DAH, ...short } = nora
    const first = barcode({ elements: short })
    expect(DAH).toBe('UNIT 4')
    expect(readLicence(first + card)).toEqual(readLicence(first))
    expect(readLicence(card + first)).toEqual(readLicence(card))
  })
  test('a scan that broke off and was done again is read from the second', () => {
    for (const at of [30, 60, 100, 150]) expect(readLicence(card.slice(0, at) + card)).toMatchObject({ family: 'QUILL', number: 'N12-345 678', warnings: [] })
  })
  test('a header too short for its version is still read by its elements', () =>
    expect(readLicence(card.replace('636030100002', '6360301002'))).toMatchObject({ version: 10, family: 'QUILL', birthDate: '1988-07-04' }))
  test('elements without a header are read, and the issuer is the address\'s', () =>
    expect(readLicence(card.slice(card.indexOf('DAQ')))).toMatchObject({ iin: '', jurisdiction: 'MO', version: null, family: 'QUILL', birthDate: '1988-07-04' }))
})

describe('no licence', () => {
  test.each(['', '@', 'ANSI ', 'hello', '4006381333931', 'https://example.com/DAQ', '@\n\u001e\rANSI 636030100001DL00310010DL\r', '%E?'])('is "%s"', (text) => expect(readLicence(text)).toBe(null))
  test('half a one is said to be incomplete', () => {
    expect(readLicence(card.slice(0, card.indexOf('DBA')))?.warnings).toContain('incomplete')
    expect(readLicence(card)?.warnings).not.toContain('incomplete')
  })
  test('a number that may have been cut is said to be incomplete, even where nothing else is wanting', () => {
    const { DAQ, ...others } = nora
    const last = barcode({ elements: { ...others, DAQ } })
    for (const lost of [2, 4, 8, 12]) expect(readLicence(last.slice(0, -lost))?.warnings).toContain('incomplete')
    for (const text of [last, last.slice(0, -1), `${last}\n`]) expect(readLicence(text)?.warnings).not.toContain('incomplete')
  })
  test('comes from a scanner that takes licences apart itself; that is noticed', () => {
    for (const text of ['NORA QUILL 19880704 20290704', 'QUILL\tNORA\t1988070420290704', 'Nora\nQuill\n19880704\n63101\n20290704']) expect(looksParsedByScanner(text, null)).toBe(true)
    expect(looksParsedByScanner('NORA QUILL 19880704', ']L2')).toBe(true)
    for (const text of [card, noraStripe, '4006381333931', 'LOT 20240101', '2024010120250101', 'LOY-0001234']) expect(looksParsedByScanner(text, null)).toBe(false)
  })
})
