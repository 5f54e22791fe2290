import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test as base } from '@playwright/test'

const root = path.resolve(import.meta.dirname, '../..')
const isWindows = process.platform === 'win32'

type Run = { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<number | null> }
function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
  const { DISPLAY: _display, ...rest } = process.env
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...rest, REGULARS_HOST: 'browser', ...env } })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (more: string) => (text += more))
  return { child, said: () => text, ended: new Promise((done) => child.once('exit', done)) }
}

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'regulars-start-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

/** The processes that have this in their command line, oldest first. */
async function processesWith(words: string): Promise<number[]> {
  const list = spawn('ps', ['axww', '-o', 'pid,args'], { stdio: ['ignore', 'pipe', 'ignore'] })
  let text = ''
  for await (const more of list.stdout.setEncoding('utf8')) text += String(more)
  return text.split('\n').filter((line) => line.includes(words)).map((line) => Number.parseInt(line, 10)).toSorted((a, b) => a - b)
}
const alive = async (words: string): Promise<number> => (await processesWith(words)).length

test.skip(isWindows, 'skipped: these tests send signals')

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`npm start ends everything it started on ${signal}`, async ({ folder }) => {
    const { child, said, ended } = run(['scripts/start.mjs', '--no-browser', '--data', folder])
    await expect.poll(said, { timeout: 50_000 }).toMatch(/127\.0\.0\.1:\d+\/\?t=/)
    child.kill(signal)
    expect(await ended).toBe(0)
    await expect.poll(() => alive(folder)).toBe(0)
  })
}

test('the register ends by itself when what started it was killed without a word', async ({ folder }) => {
  const { child, said } = run(['scripts/start.mjs', '--no-browser', '--data', folder])
  await expect.poll(said, { timeout: 50_000 }).toMatch(/127\.0\.0\.1:\d+\/\?t=/)
  child.kill('SIGKILL')
  await expect.poll(() => alive(folder)).toBe(0)
})

test('the register opens a window of its own, and ends with it', async ({ folder }) => {
  const chromium = [process.env['CHROMIUM'], '/usr/bin/chromium'].find((file) => file !== undefined && existsSync(file))
  test.skip(chromium === undefined, 'skipped: no Chromium of this system')
  const headless = path.join(folder, 'chromium')
  writeFileSync(headless, `#!/bin/sh\nexec "${chromium}" --headless=new "$@"\n`, { mode: 0o755 })
  const { said, ended } = run(['out/main/browser.js', '--data', folder], { CHROMIUM: headless })
  const window = () => alive(`user-data-dir=${path.join(folder, 'browser')}`)
  await expect.poll(window, { timeout: 20_000 }).toBeGreaterThan(0)
  await new Promise((done) => setTimeout(done, 3_000)) // it must connect before its end counts
  const [first] = await processesWith(`user-data-dir=${path.join(folder, 'browser')}`)
  if (first !== undefined) process.kill(first, 'SIGTERM')
  expect(await ended, said()).toBe(0)
  await expect.poll(window).toBe(0)
})

test('what cannot be started is said in a sentence', async ({ folder }) => {
  const wrong = run(['out/main/browser.js', '--data', folder, '--browser'])
  expect(await wrong.ended).toBe(1)
  expect(wrong.said()).toContain("Regulars could not start: Unknown option '--browser'")
  const host = run(['scripts/start.mjs'], { REGULARS_HOST: 'firefox' })
  expect(await host.ended).toBe(1)
  expect(host.said()).toContain('it can be electron or browser')
})
