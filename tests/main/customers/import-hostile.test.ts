import { describe, expect, test } from 'vitest'
import { csvReader } from '../../../src/main/customers/csv.ts'
import { cardSplitter } from '../../../src/main/customers/vcard.ts'
import { longestBlock } from '../../bench/loop.ts'
import { freshApp } from '../../harness/app.ts'
import { hostileFiles, type Hostile } from './hostile-files.ts'
import { howMany, run, upload, type App } from './import-kit.ts'

const seed = Number(process.env['SEED'] ?? 1)
const files = hostileFiles(200, seed)
const longestSliceMs = 50
/** What 200 broken files may leave in memory, and what a line without end may take. */
const mostMegabytes = 96
const refusals = ['file-empty', 'file-unreadable']

async function manager(): Promise<App> {
  const app = await freshApp()
  await app.signIn('manager')
  return app
}
const tell = ({ kind, name }: Hostile): string => `${name}: ${kind}`
const heapMegabytes = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1024 / 1024
}

/** Reads it as the screen does, the columns as they were guessed; null where the file was refused. */
async function read(app: App, file: Hostile) {
  const batchId = await upload(app, file.name, file.bytes).catch(() => null)
  if (batchId === null) return null
  const state = { batchId }
  let reply = await app.reply('imports/read', state)
  if (reply.ok && (reply.value as { state: string }).state === 'mapping') {
    const { columns, headerRow } = await app.ask('imports/mapping', state)
    await app.ask('imports/set-mapping', { batchId, headerRow, columns: columns.map(({ index, field, group }) => ({ index, field, group })) })
    reply = await app.reply('imports/read', state)
  }
  if (reply.ok) return app.ask('imports/state', state)
  expect(refusals, tell(file)).toContain(reply.code)
  return null
}

async function takeIn(app: App, file: Hostile): Promise<'refused' | 'in'> {
  const before = howMany(app)
  const batch = await read(app, file)
  expect(howMany(app), `${tell(file)}: nobody before Import`).toBe(before)
  if (batch === null) return 'refused'
  expect(batch.state, tell(file)).toBe('ready')
  const { heaps } = batch.counts
  const rows = heaps.new.rows + heaps.twin.rows + heaps.problem.rows
  const ticked = heaps.new.ticked + heaps.twin.ticked + heaps.problem.ticked
  const { counts } = ticked === 0 ? batch : await run(app, batch.id)
  expect(howMany(app) - before, `${tell(file)}: whole, or not at all`).toBe(counts.added)
  if (ticked > 0) expect(counts.added + counts.updated + counts.skipped + counts.notSelected + counts.failed, tell(file)).toBe(rows)
  await refusedAreNamed(app, file, batch.id, heaps.problem.rows - heaps.problem.tickable)
  await (ticked > 0 ? app.ask('imports/undo', { requestId: app.rid(), batchId: batch.id }) : app.ask('imports/cancel', { batchId: batch.id }))
  expect(howMany(app), `${tell(file)}: undone`).toBe(before)
  return 'in'
}

/** Each refused row with its line and a reason, and nothing a spreadsheet would run. */
async function refusedAreNamed(app: App, file: Hostile, batchId: Awaited<ReturnType<typeof upload>>, blocked: number): Promise<void> {
  const { csv, next } = await app.ask('imports/refused', { batchId, from: 0, language: 'en' })
  const [, ...rows] = [...csvReader(',').push(csv)]
  if (next === null) expect(rows.length, tell(file)).toBeGreaterThanOrEqual(blocked)
  const wrong = rows.filter(({ cells: [line, reason = '', ...cells] }) => !(Number(line) > 0) || reason === '' || cells.some((cell) => /^[=+@-]/.test(cell)))
  expect(wrong, tell(file)).toEqual([])
}

describe(`200 broken files of seed ${seed}`, () => {
  test('each is refused, or repaired with its rows named; none is half in, none holds the till, none fills the memory', { timeout: 300_000 }, async () => {
    const app = await manager()
    const [before, slow, done]: [number, string[], Record<'refused' | 'in', number>] = [heapMegabytes(), [], { refused: 0, in: 0 }]
    for (const file of files) {
      const { answer, cpuMs } = await longestBlock(() => takeIn(app, file))
      done[answer]++
      // A machine that is busy elsewhere may double it: what is slow by itself is slow twice.
      if (cpuMs >= longestSliceMs && (await longestBlock(() => takeIn(app, file))).cpuMs >= longestSliceMs) slow.push(`${tell(file)}: ${cpuMs.toFixed(0)} ms`)
      expect(app.bugs, tell(file)).toEqual([])
    }
    expect(slow).toEqual([])
    expect(heapMegabytes() - before).toBeLessThan(mostMegabytes)
    expect(done.refused).toBeGreaterThan(10)
    expect(done.in).toBeGreaterThan(100)
    expect(howMany(app)).toBe(0)
  })
})

describe('a line of a gigabyte', () => {
  const piece = 'x'.repeat(32 * 1024)
  const pieces = (1024 * 1024 * 1024) / piece.length
  const kept = () => process.memoryUsage().heapUsed / 1024 / 1024

  test('of a CSV file is one refused row, and the next row is read', { timeout: 120_000 }, () => {
    const reader = csvReader(',')
    const found = [...reader.push('a,b\n')]
    const before = kept()
    for (let at = 0; at < pieces; at++) found.push(...reader.push(piece))
    expect(kept() - before).toBeLessThan(mostMegabytes)
    found.push(...reader.push('\n1,2\n'), ...reader.end())
    expect(found.map(({ line, problem }) => [line, problem])).toEqual([[1, null], [2, 'too-long'], [3, null]])
  })

  test('of a card is cut short, and the card is refused', { timeout: 120_000 }, () => {
    const splitter = cardSplitter()
    const found = splitter.push('BEGIN:VCARD\nN:A;B\nNOTE:')
    const before = kept()
    for (let at = 0; at < pieces; at++) found.push(...splitter.push(piece))
    expect(kept() - before).toBeLessThan(mostMegabytes)
    found.push(...splitter.push('\nEND:VCARD\nBEGIN:VCARD\nN:C;D\nEND:VCARD\n'), ...splitter.end())
    expect(found.map(({ line, closed, tooLong }) => [line, closed, tooLong])).toEqual([[1, true, true], [5, true, false]])
  })
})
