import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { at, head, megabytes, row, sorted, verdict } from './measure.ts'

const root = path.resolve(import.meta.dirname, '../..')
const built = path.join(root, 'out/main/browser.js')
const bareHost = `
  const server = require('node:http').createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<!doctype html><title>Bare</title><p>Hello'))
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/?t=x'))`

const addressFrom = (child: ChildProcess): Promise<string> =>
  new Promise((done, fail) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?t=[\w-]+/.exec(said)
      if (found) done(found[0])
    })
    child.once('exit', () => fail(new Error(`the host ended: ${said}`)))
  })

const residentBytes = (pid: number | undefined): number => {
  const status = `/proc/${pid}/status`
  return existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) * 1024 : 0
}

/** From the start of the process to the first thing painted, in a window that is already warm; and what the process then holds. */
async function once(browser: Browser, args: readonly string[]): Promise<{ ms: number; bytes: number }> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const begunMs = Date.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    await page.goto(await addressFrom(child))
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
    const paintedMs = await page.evaluate(() => performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0))
    return { ms: paintedMs - begunMs, bytes: residentBytes(child.pid) }
  } finally {
    child.removeAllListeners('exit')
    child.kill('SIGTERM')
    await context.close()
  }
}

export async function benchStartUp(rounds: number): Promise<void> {
  if (!existsSync(built) || !existsSync(path.join(root, 'out/renderer/index.html'))) return console.log('\nStart-up: not measured, because out/ is not built (npm run build).')
  const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium'].find((file) => file !== undefined && existsSync(file))
  const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-start-'))
  const [ours, bare]: [{ ms: number; bytes: number }[], { ms: number; bytes: number }[]] = [[], []]
  try {
    for (let round = 0; round <= rounds; round++) {
      ours.push(await once(browser, [built, '--no-browser', '--data', folder]))
      bare.push(await once(browser, ['-e', bareHost]))
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const warm = (all: typeof ours) => sorted(all.slice(1).map(({ ms }) => ms))
  const [mine, least] = [warm(ours), warm(bare)]
  console.log(head('Start, warm: from the start of the process to the first paint'))
  console.log([row('the register', mine), row('a bare page from a bare host', least)].join('\n'))
  console.log(verdict('times a bare window at p50 (no target is set)', at(mine, 0.5) / at(least, 0.5), true))
  console.log(`  memory of the host: ${megabytes(ours.at(-1)?.bytes ?? 0)}, of the bare host: ${megabytes(bare.at(-1)?.bytes ?? 0)}`)
}
