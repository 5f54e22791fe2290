import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../src/main/errors.ts'
import { findBrowser } from '../../../src/main/hosts/chromium.ts'
import { clearHalfMadeDemo } from '../../../src/main/hosts/demo.ts'
import { developmentServer } from '../../../src/main/hosts/screens.ts'
import { sayStartFailure, startWords, systemLanguage } from '../../../src/main/hosts/start-words.ts'
import { scratchFolder } from '../../harness/app.ts'

describe('why a shop does not open', () => {
  test('is said in three languages, each with every sentence', () => {
    const keys = Object.keys(startWords.en)
    for (const language of ['en', 'fr', 'es'] as const) {
      expect(Object.keys(startWords[language])).toEqual(keys)
      expect(Object.values(startWords[language]).every((text) => text.trim() !== '')).toBe(true)
    }
    for (const code of ['file-newer', 'file-corrupt', 'file-foreign', 'file-in-use', 'file-wrong-key', 'key-missing', 'disk-full', 'backup-failed']) expect(keys).toContain(code)
  })

  test('names the file, and an unknown reason is a bug with a way out', () => {
    expect(sayStartFailure(new Refusal('file-in-use', { file: '/srv/shop.db' }), 'fr').text).toMatch(/déjà ouvert[\s\S]*\/srv\/shop\.db/)
    expect(sayStartFailure(null, 'en').text).toContain('bugs.log')
  })

  test('speaks the language of the system where we can', () => {
    expect(['fr_CA.UTF-8', 'es-MX', 'en_US', 'de', undefined].map(systemLanguage)).toEqual(['fr', 'es', 'en', 'en', 'en'])
  })
})

describe('the browser that is opened', () => {
  const file = path.join(import.meta.dirname, 'start.test.ts')
  test('is the one that is named', () => expect(findBrowser({ platform: 'linux', env: { CHROMIUM: file } })).toBe(file))
  test('is none where there is no screen', () => expect(findBrowser({ platform: 'linux', env: { PATH: '/usr/bin' } })).toBeNull())
  test('is none where none is installed', () => expect(findBrowser({ platform: 'linux', env: { PATH: '/nowhere', DISPLAY: ':0' } })).toBeNull())
})

test('only a server on this machine may show the screens while developing', () => {
  expect(developmentServer({ ELECTRON_RENDERER_URL: 'http://localhost:5173' })).toBe('http://localhost:5173')
  for (const url of ['http://evil.example:5173', 'https://localhost:5173', 'http://localhost:5173@evil.example', 'http://localhost:5173/x', '']) expect(developmentServer({ ELECTRON_RENDERER_URL: url }), url).toBeNull()
})

test('a demo that was cut off is begun again; a shop that is whole is left alone', () => {
  const folder = scratchFolder()
  const shop = path.join(folder, 'shop.db')
  writeFileSync(shop, 'whole')
  clearHalfMadeDemo(folder)
  expect(existsSync(shop)).toBe(true)
  writeFileSync(path.join(folder, 'demo.unfinished'), '')
  clearHalfMadeDemo(folder)
  expect(existsSync(shop)).toBe(false)
})
