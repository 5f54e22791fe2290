import fc from 'fast-check'
import { expect, test } from 'vitest'
import { learnBytes, learnFrom, learnIdle, learnQuiet, type Burst } from '../../../src/main/devices/learn-line.ts'

const codes = ['5901234123457', '4006381333931', '9780201379624']
const learn = (texts: readonly string[], gapsMs: readonly number[] = [1, 1]) => learnFrom(texts.map((text): Burst => ({ text, gapsMs })))

test.each([['\r', 'cr'], ['\n', 'lf'], ['\r\n', 'crlf'], ['\t', 'tab'], ['', 'none']])('three codes that end in %j teach the suffix', (end, suffix) => {
  expect(learn(codes.map((code) => code + end))).toMatchObject({ prefix: '', suffix })
})
test('signs that all begin with are a prefix', () => expect(learn(codes.map((code) => `~${code}\r`))).toMatchObject({ prefix: '~' }))
test('a letter before codes that hold their check digits is a prefix', () => expect(learn(codes.map((code) => `F${code}\r`))).toMatchObject({ prefix: 'F' }))
test('three codes of one maker are not a prefix and a code', () => expect(learn(['5901234123457\r', '5901234123464\r', '5901234123471\r'])).toMatchObject({ prefix: '' }))
test('an AIM identifier needs no setting', () => expect(learn(codes.map((code) => `]E0${code}\r`))).toMatchObject({ prefix: '' }))
test('the same code three times teaches nothing', () => expect(learn(['A1\r', 'A1\r', 'A2\r'])).toEqual({ trouble: 'same-code' }))
test('codes that end in different ways are said to', () => expect(learn(['A1\r', 'A2\n', 'A3\r'])).toEqual({ trouble: 'different-ends' }))
test('only a terminator is nothing', () => expect(learn(['\r', 'A2\r', 'A3\r'])).toEqual({ trouble: 'nothing-read' }))
test('a slow line gets the silence it needs', () => {
  expect(learn(codes, [2, 2, 2])).toMatchObject({ gapMs: 150 })
  expect(learn(codes, [180, 2])).toMatchObject({ gapMs: 550 })
  expect(learn(codes, [180_000])).toMatchObject({ gapMs: 2_000 })
})

test('silence parts the scans that are learnt from', () => {
  let state = learnIdle
  for (const [at, text] of [[0, '590'], [20, '1\r'], [1_000, 'A2\r'], [2_000, 'A3\r']] as const) state = learnBytes(state, text, at)
  expect(learnQuiet(state, 2_100).done).toHaveLength(2)
  expect(learnQuiet(state, 2_350).done.map(({ text }) => text)).toEqual(['5901\r', 'A2\r', 'A3\r'])
})

test('nothing that is scanned makes it throw', () => {
  const burst = fc.record({ text: fc.string({ maxLength: 300 }), gapsMs: fc.array(fc.integer({ min: 0, max: 100_000 })) })
  fc.assert(fc.property(fc.array(burst, { maxLength: 4 }), (bursts) => void learnFrom(bursts)), { numRuns: 2_000 })
})
