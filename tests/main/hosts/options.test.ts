import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { checkNode, newId, readOptions, stamp, usualFolder } from '../../../src/main/hosts/options.ts'

afterEach(() => void vi.useRealTimers())

describe('the command line', () => {
  test('says where the data is, and a demo has a folder of its own beside it', () => {
    expect(readOptions([], { REGULARS_DATA: '/srv/shop' })).toEqual({ folder: '/srv/shop', demo: false, browser: true, port: 0, moreBrowsers: false })
    expect(readOptions(['--data', '/a', '--demo', '--no-browser', '--port', '8080', '--allow-more-browsers'], { REGULARS_DATA: '/b' })).toEqual({ folder: '/a-demo', demo: true, browser: false, port: 8080, moreBrowsers: true })
  })

  test('what is not known is an error with a sentence', () => {
    expect(() => readOptions(['--dmeo'], {})).toThrow(/--dmeo/)
    for (const port of ['70000', 'x', '-1', '1.5']) expect(() => readOptions([`--port=${port}`], {})).toThrow(/0 to 65535/)
    expect(readOptions(['--inspect=0', '.', '--demo'], { REGULARS_DATA: '/b' }, { strict: false })).toMatchObject({ demo: true })
  })

  test('each system has its usual place', () => {
    expect(usualFolder('win32', { APPDATA: 'C:\\Users\\a\\AppData\\Roaming' })).toContain('Regulars')
    expect(usualFolder('linux', { XDG_DATA_HOME: '/home/a/data' })).toBe(path.join('/home/a/data', 'regulars'))
    expect(usualFolder('darwin', {})).toContain('Application Support')
  })

  test('an old Node is told so before it can crash', () => {
    expect(() => checkNode('20.20.2')).toThrow(/24\.7/)
    expect(() => checkNode('24.6.9')).toThrow(/24\.7/)
    for (const fine of ['24.7.0', '25.0.0']) expect(() => checkNode(fine)).not.toThrow()
  })
})

describe('ids', () => {
  test('are UUIDv7, all different, and sort as they were made', () => {
    const ids = Array.from({ length: 20_000 }, newId)
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.toSorted()).toEqual(ids)
  })

  test('go on growing when the clock is set back', () => {
    const before = newId()
    vi.useFakeTimers({ now: Date.now() - 3_600_000 })
    expect(newId() > before).toBe(true)
  })

  test('a stamp can be a piece of a file name on every system', () => expect(stamp()).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d$/))
})
