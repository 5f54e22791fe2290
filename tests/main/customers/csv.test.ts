import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvReader, delimiterOf } from '../../../src/main/customers/csv.ts'
import { csvLine, textCell } from '../../../src/main/customers/export-csv.ts'
import { guessColumn, guessColumns, looksLikeHeaders, recognise } from '../../../src/main/customers/csv-columns.ts'
import { orderFor, orderOf, readDay } from '../../../src/main/customers/import-dates.ts'
import { binaryStream, decodeAs, decodeBytes, encodingOf, sniff } from '../../../src/main/customers/import-text.ts'

const rowsOf = (text: string, delimiter = ',', piece = text.length || 1) => {
  const reader = csvReader(delimiter)
  const rows = []
  for (let at = 0; at < text.length; at += piece) rows.push(...reader.push(text.slice(at, at + piece)))
  return [...rows, ...reader.end()].map(({ line, cells, problem }) => [line, ...cells, ...(problem ? [problem] : [])])
}

describe('rows of a CSV file', () => {
  test('line breaks and quotes inside quotes belong to the cell, and rows know their lines', () => {
    expect(rowsOf('a,b\r\n"x\r\ny ""z""",2\r\n\r\n3,4')).toEqual([[1, 'a', 'b'], [2, 'x\ny "z"', '2'], [5, '3', '4']])
  })

  test('wherever the file is cut into pieces, the rows are the same', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', 'é', ' ', ';'), maxLength: 6 })
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (rows, piece) => {
      const text = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n')
      expect(rowsOf(text, ',', piece)).toEqual(rowsOf(text))
      expect(rowsOf(text).map(([, ...cells]) => cells)).toEqual(rows.filter((cells) => cells.some((one) => one.trim() !== '')).map((cells) => cells.map((one) => one.replaceAll('\r\n', '\n'))))
    }))
  })

  test('a quote that is never closed costs its own line and no other', () => {
    expect(rowsOf('a,b\n1,"2\n3,4\n5,6\n')).toEqual([[1, 'a', 'b'], [2, '1', '"2', 'quote-not-closed'], [3, '3', '4'], [4, '5', '6']])
  })

  test('a forgotten quote in a large file does not swallow the rest of it', () => {
    const rest = Array.from({ length: 120_000 }, (_, at) => `${at},some name`).join('\n')
    const rows = rowsOf(`a,b\n1,"2\n${rest}`, ',', 200_000)
    expect(rows).toHaveLength(120_002)
    expect(rows[1]).toEqual([2, '1', '"2', 'quote-not-closed'])
    expect(rows.at(-1)).toEqual([120_002, '119999', 'some name'])
  })

  test.each([[',', 'a,b\n1,2'], [';', 'a;b\n1,5;2'], ['\t', 'a\tb\n1\t2'], ['|', 'a|b\n1|2'], [';', 'sep=;\na;b']])('%j stands between the cells of %j', (delimiter, text) => {
    expect(delimiterOf(text)).toBe(delimiter)
  })

  test('the line that Excel writes above the headers is no row', () => {
    expect(rowsOf('sep=;\na;b\n1;2', ';')).toEqual([[2, 'a', 'b'], [3, '1', '2']])
  })
})

describe('what is written out', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is made text', (value) => {
    expect(textCell(value)).toBe(`"'${value}"`)
  })
  test('quotes, commas and line breaks survive', () => {
    expect(csvLine(['a', 'b, "c"', 'd\ne'])).toBe('a,"b, ""c""","d\ne"\r\n')
  })
})

describe('what the columns hold', () => {
  const fields = (headers: string) => guessColumns(headers.split('|')).map(({ field, group }) => (group === '' ? field : `${field} ${group}`))
  test('Outlook in French and in Spanish', () => {
    expect(fields('Prénom|Nom|Société|Rue (bureau)|Ville (bureau)|Code postal (domicile)|Téléphone (bureau)|Tél. mobile|Télécopie (bureau)|Adresse de messagerie|Anniversaire|Notes'))
      .toEqual(['first-name', 'last-name', 'company', 'address-1 work', 'address-city work', 'address-postcode home', 'phone work', 'mobile', 'fax work-fax', 'email', 'birth-date', 'notes'])
    expect(fields('Nombre|Apellidos|Organización|Calle del trabajo|Ciudad de trabajo|País o región del trabajo|Teléfono móvil|Dirección de correo electrónico|Cumpleaños|Notas'))
      .toEqual(['first-name', 'last-name', 'company', 'address-1 work', 'address-city work', 'address-country work', 'mobile', 'email', 'birth-date', 'notes'])
    expect(recognise('Prénom|Nom|Adresse de messagerie|Rue (bureau)'.split('|'))).toBe('outlook')
    expect(recognise('Nombre|Apellidos|Dirección de correo electrónico|Calle del trabajo'.split('|'))).toBe('outlook')
  })
  test('other registers', () => {
    expect(fields('First Name|Last Name|Email|Accepts Email Marketing|Default Address Address1|Default Address City|Default Address Zip|Phone|Tags')).toEqual(['first-name', 'last-name', 'email', 'consent-email', 'address-1', 'address-city', 'address-postcode', 'phone', 'tags'])
    expect(fields('customer_code|first_name|last_name|physical_address1|physical_city|date_of_birth|mobile')).toEqual(['extra', 'first-name', 'last-name', 'address-1', 'address-city', 'birth-date', 'mobile'])
  })
  test('Nom alone is a whole name, and Title beside Job Title stands before the name', () => {
    expect(fields('Nom|Téléphone')).toEqual(['full-name', 'phone'])
    expect(fields('Title|Job Title|First Name')).toEqual(['prefix', 'job-title', 'first-name'])
  })
  test('a column of an unknown name is kept as an extra', () => {
    expect(guessColumn('Shoe size')).toEqual({ field: 'extra', group: '' })
    expect(guessColumn('constructor')).toEqual({ field: 'extra', group: '' })
  })
  test('a first row of data is not taken for headers', () => {
    expect(looksLikeHeaders(['Ana Ruiz', '514-555-0100', 'ana@example.com'])).toBe(false)
    expect(looksLikeHeaders(['Nom', 'Téléphone'])).toBe(true)
  })
})

describe('the bytes of a file', () => {
  const whole = (bytes: Buffer) => {
    const stream = binaryStream(bytes)
    return decodeBytes(stream.push(bytes.subarray(0, 3)) + stream.push(bytes.subarray(3)) + stream.end())
  }
  const text = 'Zoë, Łukasz, Ñandú, 田中\nsecond line of the file, long enough to tell'
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()
  test.each([
    ['UTF-8', Buffer.from(text)], ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)], ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')], ['UTF-16 the other way round', swapped(Buffer.from(`\ufeff${text}`, 'utf16le'))], ['the same without a mark', swapped(Buffer.from(text, 'utf16le'))],
  ])('%s is read', (_, bytes) => expect(whole(bytes)).toBe(text))
  test('Windows-1252, and both in one file, without one lost letter', () => {
    expect(whole(Buffer.from([0x5a, 0x6f, 0xeb, 0x20, 0x80, 0x20, 0x93, 0x78, 0x94]))).toBe('Zoë € “x”')
    expect(whole(Buffer.concat([Buffer.from('Zoë / '), Buffer.from([0x5a, 0x6f, 0xeb])]))).toBe('Zoë / Zoë')
  })
  test('a named character set is believed, an unknown one is not', () => {
    expect(decodeAs(Buffer.from([0x83, 0x65, 0x83, 0x58]).toString('latin1'), 'Shift_JIS')).toBe('テス')
    expect(decodeAs(Buffer.from('Zoë').toString('latin1'), 'x-nobody')).toBe('Zoë')
  })
  test('every byte string decodes without a replacement mark', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(decodeBytes(Buffer.from(bytes).toString('latin1')).includes('\ufffd')).toBe(bytes.join().includes('239,191,189'))
    }))
  })
  test('the encoding is named', () => {
    expect(encodingOf(Buffer.from('Zoë'))).toBe('utf-8')
    expect(encodingOf(Buffer.from([0x5a, 0xeb, 0x20]))).toBe('windows-1252')
    expect(sniff(Buffer.from('')).toString()).toBe('bytes')
  })
})

describe('days in a file', () => {
  const today = '2026-11-21'
  test.each([
    ['1990-04-03', '1990-04-03'], ['19900403', '1990-04-03'], ['3/4/90', '1990-04-03'], ['3.4.1990', '1990-04-03'], ['3 avril 1990', '1990-04-03'], ['April 3rd, 1990', '1990-04-03'],
    ['3 de abril de 1990', '1990-04-03'], ['04/13/1990', '1990-04-13'], ['1/2/03', '2003-02-01'], ['31/02/1990', null], ['--0403', null], ['soon', null], ['3 Maurice 1990', null],
  ])('%s is %s where the day comes first', (typed, day) => expect(readDay(typed, 'dmy', today)).toBe(day))
  test('where the month comes first', () => expect(readDay('3/4/90', 'mdy', today)).toBe('1990-03-04'))
  test('the dates of a column prove their order', () => {
    expect(orderOf(['1/2/1990', '31/12/1985'])).toBe('dmy')
    expect(orderOf(['2/29/1992'])).toBe('mdy')
    expect(orderOf(['1/2/1990'])).toBeNull()
    expect([orderFor('en-US'), orderFor('en-GB'), orderFor('fr-CA'), orderFor('es-MX')]).toEqual(['mdy', 'dmy', 'dmy', 'dmy'])
  })
})
