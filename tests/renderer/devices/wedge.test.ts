import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WedgeKey } from '../../../src/renderer/devices/wedge-key.ts'
import { play, type Press } from './wedge-page.ts'

const burst = (text: string, gapMs: number, from = 1000): Press[] => Array.from(text).map((key, at) => ({ t: from + at * gapMs, key }))
const enter = (presses: readonly Press[], gapMs: number): Press[] => [...presses, { t: presses.at(-1)!.t + gapMs, key: 'Enter' }]
const scan = (text: string, gapMs = 8, from = 1000): Press[] => enter(burst(text, gapMs, from), gapMs)

describe('the wedge', () => {
  test('takes a scan whole wherever the cursor is, and its Enter presses nothing', () => {
    for (const target of ['text', 'keys', 'opaque'] as const) expect(play(scan('2000000000015'), { target, known: ['2000000000015'] }), target).toMatchObject({ scans: ['2000000000015'], typed: '', pressed: [] })
  })
  test('gives a text that a program typed back, Enter and all, where nobody knows it as a code', () => {
    expect(play(scan('Merci de votre visite', 2))).toMatchObject({ scans: [], typed: 'Merci de votre visite', pressed: ['Enter'], asked: ['Merci de votre visite'] })
  })
  test('takes a text with spaces and letters that is known as a code', () => {
    expect(play(scan('carte or', 5), { known: ['carte or'] })).toMatchObject({ scans: ['carte or'], typed: '', pressed: [] })
  })
  test('takes a slow scanner only where its code is known', () => {
    expect(play(scan('2000000000015', 80), { known: ['2000000000015'] })).toMatchObject({ scans: ['2000000000015'], typed: '', pressed: [] })
    expect(play(scan('5145550142', 100))).toMatchObject({ scans: [], typed: '5145550142', pressed: ['Enter'], asked: ['5145550142'] })
  })
  test('asks about a quick code without an end key after a pause, and gives an unknown one back', () => {
    expect(play(burst('2000000000015', 6), { known: ['2000000000015'] })).toMatchObject({ scans: ['2000000000015'], typed: '' })
    expect(play(burst('2000000000015', 6))).toMatchObject({ scans: [], typed: '2000000000015' })
  })
  test('a text that a program typed stands in its field before a touch counts', () => {
    for (const quiet of [20, 60, 200]) expect(play([...burst('Zoé Young', 2), { t: 1016 + quiet, leave: true }]), `${quiet} ms`).toMatchObject({ typed: 'Zoé Young', atLeave: 'Zoé Young', scans: [] })
  })
  test('a touch in the middle of a scan does not cut it', () => {
    for (const keys of [5, 10]) {
      const until = 1000 + keys * 8
      const presses: Press[] = [...burst('2000000000015'.slice(0, keys), 8, 1000), { t: until - 4, leave: true }, ...scan('2000000000015'.slice(keys), 8, until)]
      expect(play(presses, { known: ['2000000000015'] }), `after ${keys}`).toMatchObject({ scans: ['2000000000015'], typed: '', pressed: [], asked: [] })
    }
    expect(play([...burst('%B411111111', 8), { t: 1200, leave: true }, ...burst('1111111', 8, 1210)]).typed).toBe('')
  })
  test('keeps the order of what is typed while main is asked', () => {
    const presses = [...scan('5145550142', 100), ...burst('ab', 1, 2002)]
    expect(play(presses, { answerMs: 40 })).toMatchObject({ typed: '5145550142ab', pressed: ['Enter'] })
  })
  test('a prefix makes even three slow characters a scan, and is left out of it', () => {
    expect(play(scan('~A1', 90), { rules: { prefix: '~' } })).toMatchObject({ scans: ['A1'], typed: '', pressed: [] })
  })
  test('reads a scanner set to US on a French keyboard by the places of the keys', () => {
    const codes = ['Digit2', 'Digit0', 'Digit0', 'Digit1', 'Digit5', 'KeyA']
    const presses = ['é', 'à', 'à', '&', '(', 'q'].map((key, at): Press => ({ t: 1000 + at * 8, key, code: codes[at]! }))
    expect(play(enter(presses, 8), { rules: { usLayout: true } }).scans).toEqual(['20015a'])
  })
  test('half a payment card that stops is never shown', () => {
    expect(play(burst('%B411111111111', 4)).typed).toBe('')
    expect(play(burst(';41111111111', 4))).toMatchObject({ typed: '', hows: ['stripe'] })
  })
  test('a payment card with slips in between is never shown', () => {
    const presses: Press[] = [...burst('%B4111111', 4, 1000), ...burst('111111111^A/B^30121010?', 4, 1240)]
    expect(play(presses)).toMatchObject({ typed: '', longest: '', hows: ['stripe'] })
  })
  test('a licence whose first sign was lost is still swallowed whole', () => {
    const lines = ['ANSI 636000080002DL00410278', 'DAQT64235789', 'DCSSAMPLE', 'DACMICHAEL', 'DBB06061986', 'DBA12102013', 'DAG2300 WEST BROAD STREET', 'DAIRICHMOND']
    let t = 1000
    const presses = lines.flatMap((line) => [...Array.from(line), 'Enter'].map((key): Press => ({ t: (t += 8), key })))
    const heard = play(presses)
    expect(heard).toMatchObject({ typed: '', pressed: [], hows: ['licence'] })
    expect(heard.scans[0]).toContain('DACMICHAEL\r')
  })
  test('a slow licence with one slip is heard to its end', () => {
    const text = `@\n\u001e\rANSI 636000080002DL00410278ZV03190008DL${'DAQT64235789\n'.repeat(10)}`
    let t = 1000
    const presses = Array.from(text).map((char, at): Press => {
      t += at === 60 ? 240 : 82
      const control = char < ' ' ? { ctrl: true, key: { '\n': 'j', '\r': 'm', '\u001e': '6' }[char]! } : { key: char }
      return { t, ...control }
    })
    expect(play(presses)).toMatchObject({ scans: [text], typed: '', pressed: [] })
  })
  test('an address and a percentage typed by hand come out as they were typed', () => {
    const typed = 'ana@nsi.ca; 50% of ]A1 @A'
    for (const gap of [70, 100, 140]) expect(play(burst(typed, gap).map((press, at) => ({ ...press, t: press.t + (at % 3) * 17 }))).typed).toBe(typed)
  })
  test('a scanner learnt to be slow makes no hand a scanner', () => {
    const presses = enter(burst('5145550142', 95).map((press, at) => ({ ...press, t: press.t + (at % 2) * 20 })), 95)
    expect(play(presses, { rules: { gapMs: 100 } })).toMatchObject({ scans: [], typed: '5145550142', pressed: ['Enter'] })
    expect(play(scan('2000000000015', 80), { rules: { gapMs: 100 }, known: ['2000000000015'] })).toMatchObject({ scans: ['2000000000015'], typed: '' })
  })
  test('the key that repeats because it is held is no scanner', () => {
    const presses: Press[] = Array.from({ length: 20 }, (_, at) => ({ t: 1000 + at * 30, key: '0', repeat: at > 0 }))
    expect(play(presses)).toMatchObject({ typed: '0'.repeat(20), scans: [] })
  })
})

// A hand: from 36 ms (a rolled pair) to seconds between keys, never five keys in a row faster than 45 ms on average; a number pad at an even 100 ms.
const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDÉàñ0123456789 @%;].,-_/?!#+^$'.split(''))
const rolled = fc.tuple(letter, fc.integer({ min: 12, max: 34 }))
const alone = fc.tuple(letter, fc.integer({ min: 62, max: 900 }))
const editing = fc.tuple(fc.constantFrom('Backspace', 'Enter', 'Tab', 'ArrowLeft', 'Delete'), fc.integer({ min: 62, max: 600 }))
const spell = fc.oneof({ weight: 8, arbitrary: fc.tuple(alone).map((list) => list) }, { weight: 2, arbitrary: fc.tuple(alone, rolled) }, { weight: 1, arbitrary: fc.tuple(editing) })
const handTyping = fc.array(spell, { minLength: 1, maxLength: 60 }).map((spells) => {
  let t = 1000
  return spells.flat().map(([key, gap]): WedgeKey => ({ t: (t += gap), key }))
})
const numberPad = fc.tuple(fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: 1, maxLength: 16 }), fc.integer({ min: 60, max: 130 }), fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 20, maxLength: 20 }), fc.boolean())
  .map(([digits, gap, slips, ends]) => {
    const keys = burst(digits, gap).map((press, at) => ({ ...press, t: press.t + slips[at]! }))
    return ends ? enter(keys, gap) : keys
  })

/** What a field without a wedge would have got. */
function plainly(keys: readonly Press[]): { typed: string; pressed: string[] } {
  let typed = ''
  const pressed: string[] = []
  for (const press of keys) {
    if ('altUp' in press || 'leave' in press) continue
    if (press.key === 'Backspace') typed = Array.from(typed).slice(0, -1).join('')
    else if (press.key.length === 1) typed += press.key
    else pressed.push(press.key)
  }
  return { typed, pressed }
}

describe('whoever types', () => {
  test.each(['text', 'secret', 'opaque', 'keys'] as const)('loses nothing and sees it in order, in a target of keys for %s', (target) => {
    fc.assert(fc.property(fc.oneof(handTyping, numberPad), (keys) => {
      const heard = play(keys as Press[], { target })
      expect({ typed: heard.typed, pressed: heard.pressed }).toEqual(plainly(keys as Press[]))
      expect(heard.scans).toEqual([])
    }), { numRuns: 3_000 })
  })
  test('waits for nothing in a field: only the second key of a rolled pair is late, by 50 ms at most', () => {
    for (const keys of fc.sample(handTyping.map((all) => all.filter(({ key }) => !'@%;]'.includes(key))), { numRuns: 500, seed: 4 })) {
      play(keys).lateMs.forEach((late, at) => expect(late).toBeLessThanOrEqual(at > 0 && keys[at]!.t - keys[at - 1]!.t < 36 ? 50 : 0))
    }
  })
})
