import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { describe as tell, openBugLog, recentBugs } from '../../../src/main/hosts/bug-log.ts'
import { scratchFolder } from '../../harness/app.ts'

describe('the log of bugs', () => {
  test('holds time, door and stack, and nothing that was typed', () => {
    const folder = scratchFolder()
    const log = openBugLog(folder, () => '2026-11-21T14:02:00.000Z')
    log(new TypeError('PIN 4821 of "Ana Ruiz" is wrong', { cause: new Error("licence 'A1234-56789'") }), 'staff/sign-in')
    try {
      JSON.parse('{"pin": 9357x}')
    } catch (bug) {
      log(bug, 'wire')
    }
    log('a thrown secret', 'sales/pay')
    const text = readFileSync(path.join(folder, 'bugs.log'), 'utf8')
    expect(text).toContain('2026-11-21T14:02:00.000Z staff/sign-in\nTypeError: PIN #### of … is wrong')
    expect(text).toContain('bug-log.test.ts')
    for (const secret of ['4821', 'Ana', 'A1234', '9357', 'secret']) expect(text, secret).not.toContain(secret)
  })

  test('tells the newest in short for support: when, where, what kind, from which file, and no message', () => {
    const folder = scratchFolder()
    expect(recentBugs(folder)).toEqual([])
    const log = openBugLog(folder, () => '2026-11-21T14:02:00.000Z')
    for (let bug = 0; bug < 7; bug++) log(new RangeError('Ana Ruiz owes 12'), `door/${bug}`)
    log('a thrown secret', 'sales/pay')
    const told = recentBugs(folder)
    expect(told).toHaveLength(5)
    expect(told[0]).toMatch(/^2026-11-21T14:02:00.000Z door\/3 RangeError bug-log\.test\.ts:\d+$/)
    expect(told.at(-1)).toBe('2026-11-21T14:02:00.000Z sales/pay thrown')
    expect(told.join(' ')).not.toMatch(/Ana|secret/)
  })

  test('stays small: the one before it is kept, and no more', () => {
    const folder = scratchFolder()
    const file = path.join(folder, 'bugs.log')
    writeFileSync(file, 'x'.repeat(1_100_000))
    openBugLog(folder, () => 'now')(new Error('again'), 'door')
    expect(statSync(file).size).toBeLessThan(10_000)
    expect(statSync(`${file}.1`).size).toBe(1_100_000)
  })

  test('never throws itself', () => {
    const log = openBugLog(path.join(scratchFolder(), 'gone'), () => {
      throw new Error('no clock')
    })
    expect(() => log(new Error('x'), 'door')).not.toThrow()
    expect(tell(undefined)).toBe('thrown: undefined')
  })
})
