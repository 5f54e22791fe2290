import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../../src/main/vocabulary.ts'
import { binaryStream } from '../../../src/main/customers/import-text.ts'
import { cardSplitter, readCard } from '../../../src/main/customers/vcard.ts'
import { personFromCard } from '../../../src/main/customers/vcard-person.ts'

const rules = { country: 'CA', today: '2026-11-21' as PlainDate }
const peopleIn = (content: string | Buffer, piece = 1_000_000) => {
  const bytes = Buffer.from(content as string)
  const [stream, splitter] = [binaryStream(bytes), cardSplitter()]
  const cards = []
  for (let at = 0; at < bytes.length; at += piece) cards.push(...splitter.push(stream.push(bytes.subarray(at, at + piece))))
  return [...cards, ...splitter.push(stream.end()), ...splitter.end()].map((card) => personFromCard(readCard(card), rules))
}
const one = (lines: string, version = '3.0') => {
  const [person] = peopleIn(`BEGIN:VCARD\r\nVERSION:${version}\r\n${lines}\r\nEND:VCARD\r\n`)
  if (!person) throw new Error('nobody')
  return person
}
const extras = (lines: string, version?: string) => Object.fromEntries(one(lines, version).draft.extras.map(({ name, value }) => [name, value]))

describe('a card', () => {
  test('wherever the file is cut into pieces, the people are the same', () => {
    const file = Buffer.concat([
      Buffer.from('\ufeffBEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96zt=C3=BCrk;Ay=C5=\r\n=9Fe\r\nNOTE:Zoë\r\n la suite\r\nEND:VCARD\r\n'),
      Buffer.from('BEGIN:VCARD\rVERSION:3.0\rN:Ruiz;Ana;;;\rEND:VCARD\rBEGIN:VCARD\r\r\nVERSION:4.0\r\r\nFN:Bo\r\r\nTEL:514 555 0100\r\r\nEND:VCARD'),
    ])
    const whole = peopleIn(file)
    expect(whole.map(({ draft }) => [draft.firstName, draft.lastName, draft.nickname])).toEqual([['Ayşe', 'Öztürk', ''], ['Ana', 'Ruiz', ''], ['', '', 'Bo']])
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), (piece) => {
      expect(peopleIn(file, piece)).toEqual(whole)
    }))
  })

  test('in UTF-16 and in Windows-1252', () => {
    const text = 'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Prüfer;Jörg;;;\r\nEND:VCARD\r\n'
    for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(text, 'utf16le'), Buffer.from(text, 'latin1')]) expect(peopleIn(bytes)[0]?.draft).toMatchObject({ firstName: 'Jörg', lastName: 'Prüfer' })
  })

  test('types in every form', () => {
    const kinds = (tel: string) => one(`N:A;B\r\n${tel}:514 555 0100`).draft.phones[0]?.kind
    expect(['TEL;HOME', 'TEL;TYPE=HOME', 'TEL;TYPE="home,voice"', 'TEL;type=HOME;type=VOICE;type=pref', 'tel;home', 'TEL;WORK;FAX', 'TEL;TYPE=cell', 'TEL'].map(kinds))
      .toEqual(['home', 'home', 'home', 'home', 'home', 'work-fax', 'mobile', 'other'])
  })

  test('the preferred number comes first', () => {
    expect(one('N:A;B\r\nTEL:514 555 0100\r\nTEL;PREF=1:514 555 0101').draft.phones.map(({ typed }) => typed)).toEqual(['514 555 0101', '514 555 0100'])
  })

  test('grouped labels name what they label', () => {
    expect(one('N:A;B\r\nitem1.TEL:514 555 0100\r\nitem1.X-ABLabel:Cottage').draft.phones).toEqual([{ typed: '514 555 0100', kind: 'Cottage' }])
    expect(extras('N:A;B\r\nitem1.X-ABDATE:1975-03-01\r\nitem1.X-ABLabel:_$!<Anniversary>!$_\r\nitem2.X-ABLabel:Alone')).toEqual({ 'X-ABDATE (Anniversary)': '1975-03-01', 'X-ABLABEL': 'Alone' })
  })

  test('escapes come out, and a backslash before anything else stays', () => {
    expect(one(String.raw`N:A;B
NOTE:one\, two\; three\nfour \\ C:\dir`.replaceAll('\n', '\r\n')).draft.notes).toBe('one, two; three\nfour \\ C:\\dir')
  })

  test('a card inside a card stays with its owner', () => {
    const nested = 'N:Boss;Big\r\nAGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nN:Helper;Little\r\nTEL:514 555 0199\r\nEND:VCARD\r\nTEL:514 555 0100'
    expect(peopleIn(`BEGIN:VCARD\r\nVERSION:2.1\r\n${nested}\r\nEND:VCARD`)).toHaveLength(1)
    expect(one(nested, '2.1').draft).toMatchObject({ lastName: 'Boss', phones: [{ typed: '514 555 0100' }] })
    expect(extras(nested, '2.1')['AGENT']).toContain('N:Helper;Little')
  })

  test('a card without an end is kept, and said', () => {
    const people = peopleIn('BEGIN:VCARD\nN:Ruiz;Ana\nBEGIN:VCARD\nN:Roy;Béa\nEND:VCARD\n')
    expect(people.map(({ draft, problems }) => [draft.lastName, problems.map(({ code }) => code)])).toEqual([['Ruiz', ['card-not-closed']], ['Roy', []]])
  })

  test('a business, by KIND or by having no person in it', () => {
    expect(one('KIND:org\r\nFN:Brûlerie Co', '4.0').draft).toMatchObject({ type: 'business', company: 'Brûlerie Co', firstName: '' })
    expect(one('FN:Brûlerie Co\r\nN:;;;;\r\nORG:Brûlerie Co;Vente').draft).toMatchObject({ type: 'business', company: 'Brûlerie Co' })
    expect(one('N:Ruiz;Ana\r\nORG:Brûlerie Co').draft).toMatchObject({ type: 'personal', company: 'Brûlerie Co' })
  })

  test('only a whole name', () => {
    expect(one('FN:Ana María de la Cruz').draft).toMatchObject({ firstName: 'Ana María', lastName: 'de la Cruz' })
    expect(one('FN:Ruiz\\, Ana').draft).toMatchObject({ firstName: 'Ana', lastName: 'Ruiz' })
  })

  test.each([
    ['BDAY:19900403', '1990-04-03', []], ['BDAY;VALUE=date:1990-04-03', '1990-04-03', []], ['BDAY:1990-04-03T00:00:00Z', '1990-04-03', []],
    ['BDAY:--0403', null, ['--0403']], ['BDAY;VALUE=text:circa 1800', null, ['circa 1800']], ['BDAY:1990-02-31', null, ['1990-02-31']], ['BDAY:2090-01-01', null, ['2090-01-01']],
  ])('%s', (line, day, kept) => {
    const { draft } = one(`N:A;B\r\n${line}`)
    expect(draft.birthDate).toBe(day)
    expect(draft.extras.map(({ value }) => value)).toEqual(kept)
  })

  test('base64 ends at a blank line, an indent or the next property', () => {
    const jpeg = '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQ=='
    for (const photo of [`PHOTO;JPEG;BASE64:\r\n ${jpeg.slice(0, 20)}\r\n ${jpeg.slice(20)}\r\n\r\n`, `PHOTO;ENCODING=BASE64;JPEG:${jpeg.slice(0, 20)}\r\n${jpeg.slice(20)}\r\n\r\n`, `PHOTO;ENCODING=b;TYPE=JPEG:${jpeg}\r\n`, `PHOTO:data:image/jpeg;base64,${jpeg}\r\n`]) {
      expect(one(`N:A;B\r\n${photo}NOTE:after`)).toMatchObject({ photo: { mediaType: 'image/jpeg', base64: jpeg }, draft: { notes: 'after', extras: [] } })
    }
  })

  test('a photo that is an address, and a line that is no property, are kept word for word', () => {
    expect(extras('N:A;B\r\nPHOTO:https://example.com/a.jpg\r\nno colon here\r\nX-ODD;X-WHAT=7:v')).toEqual({ PHOTO: 'https://example.com/a.jpg', TEXT: 'no colon here', 'X-ODD;X-WHAT': '7', 'X-ODD': 'v' })
  })

  test('a note of any length is kept whole', () => {
    const long = 'word '.repeat(3_000).trim()
    const { draft } = one(`N:A;B\r\nNOTE:${long}`)
    expect(draft.notes + draft.extras.map(({ value }) => value).join('')).toBe(long)
  })

  test('whatever is between BEGIN and END, nothing throws and every word is kept', () => {
    const line = fc.tuple(fc.constantFrom('X-A', 'NOTE', 'TEL;HOME', 'ADR', 'N', 'ORG', 'item1.URL', 'BDAY', 'CATEGORIES', '__proto__', 'constructor'), fc.string({ unit: fc.constantFrom('a', 'b7', ';', ',', '\\', ' ', ':', '"', 'é'), maxLength: 20 }))
    fc.assert(fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const { draft } = one(lines.map(([name, value]) => `${name}:${value}`).join('\r\n'))
      const kept = JSON.stringify(draft)
      for (const [, value] of lines) for (const word of value.match(/[a-z\dé]+/g) ?? []) expect(kept).toContain(word)
    }), { numRuns: 500 })
  })
})
