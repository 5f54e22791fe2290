import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clearedDisplay, displayBytes, displayLines, passedThrough } from '../../../src/main/devices/display.ts'
import { readAsb, readInstant, statusReader, troubleIn } from '../../../src/main/devices/printer-status.ts'

const fine = [0x10, 0x00, 0x00, 0x0f]
const kinds = (heard: ReturnType<ReturnType<typeof statusReader>>) => heard.map(({ kind }) => kind)

describe('what a printer sends back', () => {
  test('ASB, bit by bit', () => {
    expect(troubleIn(readAsb(fine))).toBeNull()
    expect(troubleIn(readAsb([0x18, 0, 0x0c, 0]))).toBe('paper-out')
    expect(troubleIn(readAsb([0x38, 0, 0, 0]))).toBe('cover-open')
    expect(troubleIn(readAsb([0x18, 0x08, 0, 0]))).toBe('cutter')
    expect(troubleIn(readAsb([0x18, 0x20, 0, 0]))).toBe('hardware')
    expect(troubleIn(readAsb([0x18, 0x40, 0, 0]))).toBe('head-hot')
    expect(troubleIn(readAsb([0x18, 0, 0, 0]))).toBe('offline')
    expect(readAsb([0x14, 0, 0x03, 0])).toMatchObject({ paperLow: true, paperOut: false, drawerPinHigh: true })
  })
  test('DLE EOT, by what was asked', () => {
    expect(readInstant(2, 0x12 | 0x20)).toEqual({ coverOpen: false, paperOut: true })
    expect(readInstant(4, 0x12 | 0x0c)).toEqual({ paperLow: true, paperOut: false })
    expect(readInstant(3, 0x12 | 0x08)).toMatchObject({ cutter: true, hardware: false })
    expect(readInstant(1, 0x12 | 0x08)).toMatchObject({ offline: true })
  })
  test('three kinds mixed, cut anywhere, with XON and XOFF between them, are told apart', () => {
    const stream = [0x00, ...fine, 0x16, 0x11, 0x18, 0x00, 0x12, 0x0c, 0x0f, 0x13, 0x00]
    const whole = statusReader()(Uint8Array.from(stream))
    expect(kinds(whole)).toEqual(['confirmed', 'status', 'instant', 'instant', 'status', 'confirmed'])
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 20 }), (cuts) => {
      const read = statusReader()
      const heard = []
      let at = 0
      for (const length of [...cuts, stream.length]) {
        heard.push(...read(Uint8Array.from(stream.slice(at, at + length))))
        at += length
      }
      expect(heard).toEqual(whole)
    }))
  })
  test('whatever comes, nothing is thrown and no half of an ASB is taken for one', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      for (const heard of statusReader()(bytes)) expect(['status', 'instant', 'confirmed']).toContain(heard.kind)
    }))
    expect(statusReader()(Uint8Array.from([0x10, 0, 0x10, 0, 0, 0]))).toHaveLength(1)
  })
})

describe('the customer display', () => {
  const lines = displayLines({ item: 'Café crème à la noix de coco', amount: '9,00\u00a0$', totalWord: 'Total', total: '1\u202f234,56\u00a0$' })
  test('has two lines of twenty, the name gives way and the amounts do not', () => {
    expect(lines).toEqual(['Café crème à l 9,00 $', 'Total     1 234,56 $'].map((line) => (line.length > 20 ? `${line.slice(0, 13)} ${line.slice(-6)}` : line)))
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 0, max: 99_999_999 }), (item, cents) => {
      const amount = (cents / 100).toFixed(2)
      const [upper, lower] = displayLines({ item, amount, totalWord: item, total: amount })
      for (const line of [upper, lower]) expect([line.length, line.endsWith(amount)]).toEqual([20, true])
    }))
  })
  test('in both languages of displays, and always gives the printer back', () => {
    expect(Buffer.from(displayBytes('cd5220', ['AB', 'C'])).toString('latin1')).toBe(`\u001bQA${'AB'.padEnd(20)}\r\u001bQB${'C'.padEnd(20)}\r`)
    expect(Buffer.from(displayBytes('epson', ['é', ''])).toString('hex')).toBe(`1b74001f24010182${'20'.repeat(19)}1f240102${'20'.repeat(20)}`)
    expect([...passedThrough(clearedDisplay)]).toEqual([0x1b, 0x3d, 2, 0x0c, 0x1b, 0x3d, 1])
  })
})
