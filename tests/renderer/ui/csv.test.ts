import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvReader } from '../../../src/main/customers/csv.ts'
import { csvRow as rowOfMain, textCell, unmarked } from '../../../src/main/customers/export-csv.ts'
import { csvRow } from '../../../src/renderer/ui/csv.ts'

const cellsOf = (line: string, separator: string): string[] => {
  const reader = csvReader(separator)
  const binary = Buffer.from(line).toString('latin1')
  return [...reader.push(binary), ...reader.end()].flatMap(({ cells }) => cells.map((cell) => Buffer.from(cell, 'latin1').toString()))
}

test('a file made on the screen holds what one made by main holds, and no spreadsheet runs a cell of it', () => {
  const hostile = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll('\u0000', '').toWellFormed()), fc.constantFrom('=1+1', '+1', '-2', '@x', '\t=1', "'=1", "'t Hooft", '"', 'a;b', 'a,b', '＝1', ' =2'))
  fc.assert(fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), fc.constantFrom(',' as const, ';' as const), (cells, separator) => {
    const line = csvRow(['x', ...cells], separator)
    expect(cellsOf(line, separator)).toEqual(cellsOf(rowOfMain(['x', ...cells].map(textCell), separator), separator))
    expect(cellsOf(line, separator).map(unmarked)).toEqual(['x', ...cells.map((cell) => cell.replaceAll(/\r\n?/g, '\n'))])
    expect(cellsOf(line, separator).some((cell) => /^[=+\-@\t\r]/.test(cell))).toBe(false)
  }), { numRuns: 300 })
})
