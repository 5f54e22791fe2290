import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openCore } from '../../../src/main/core.ts'
import { openReader } from '../../../src/main/store/reader.port.ts'
import type { Instant, RegisterId } from '../../../src/main/vocabulary.ts'
import { freshApp, hasher, scratchFolder } from '../../harness/app.ts'
import { setUpBrulerie } from '../../harness/shop.ts'
import { existsSync } from 'node:fs'

const thread = new URL('../../../src/main/hosts/reader.ts', import.meta.url)
const asked = { at: '2026-11-22T00:00:00.000Z', asked: null }

/** An encrypted shop that is set up, and its reader. */
async function encrypted() {
  const [file, key] = [path.join(scratchFolder(), 'shop.db'), Buffer.alloc(32, 9)]
  const reader = openReader({ thread, file, key })
  let ids = 0
  const bugs: unknown[] = []
  const app = openCore({ file, key, stamp: 'test', now: () => '2026-11-21T14:00:00.000Z' as Instant, newId: () => `e-${++ids}`, log: (bug) => bugs.push(bug), ports: { ...hasher, reader } })
  onTestFinished(() => app.close())
  await app.call('till-1' as RegisterId, 'shop/set-up', { requestId: 'r-1', ...setUpBrulerie })
  return { app, reader, file, bugs }
}

test('the reader opens an encrypted shop with the key it was given, and what was just written is there', async () => {
  const { app, reader } = await encrypted()
  expect(await reader.ask('reconciliation', asked)).toMatchObject({ ok: true, value: { sums: { rows: 0 } } })
  expect(await app.call('till-1' as RegisterId, 'reports/points-liability', {})).toMatchObject({ ok: true, value: { points: 0 } })
})
test('a reading that does not exist or that fails is a bug with its stack, and the next one is answered', async () => {
  const { reader } = await encrypted()
  expect(await reader.ask('no-such-reading', asked)).toMatchObject({ ok: false, bug: { stack: expect.stringContaining('TypeError') as string } })
  expect(await reader.ask('reconciliation', asked)).toMatchObject({ ok: true })
})
test('closing answers whoever still waits, and the file ends clean: no log is left beside it', async () => {
  const { app, reader, file } = await encrypted()
  const waiting = [reader.ask('verify', asked), reader.ask('reconciliation', asked)]
  app.close()
  expect(await Promise.all(waiting)).toEqual([1, 2].map(() => ({ ok: false, code: 'check-cancelled', facts: {} })))
  expect(await reader.ask('verify', asked)).toMatchObject({ code: 'check-cancelled' })
  expect(existsSync(`${file}-wal`)).toBe(false)
})
test('a register that is closed while a report is being read does not call it a bug', async () => {
  const app = await freshApp()
  await app.signIn('owner')
  const running = app.reply('loyalty/verify', {})
  await new Promise((done) => setTimeout(done, 400))
  const late = app.reply('loyalty/verify', {})
  app.close()
  expect([(await running), await late]).toMatchObject([{}, { ok: false, code: 'check-cancelled' }])
  expect(app.bugs).toEqual([])
})
