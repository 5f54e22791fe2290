import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type CDPSession, type Page } from '@playwright/test'
import { openCore } from '../../src/main/core.ts'
import { keyFromFile } from '../../src/main/hosts/key-file.ts'
import { newId, now } from '../../src/main/hosts/options.ts'
import { openPinHasher } from '../../src/main/staff/pin.port.ts'
import { openReader } from '../../src/main/store/reader.port.ts'
import type { RegisterId, RequestId } from '../../src/main/vocabulary.ts'
import { openCaller } from '../e2e/caller.ts'
import { pins, setUpBrulerie } from '../harness/shop.ts'
import { at, head, row, sorted, verdict } from './measure.ts'
import { chanceFrom, peopleFrom } from './people.ts'
import { addScannable, cardOf } from './scan.ts'
import { fill } from './search.ts'
import type { Bench } from './shop.ts'

const root = path.resolve(import.meta.dirname, '../..')
const built = path.join(root, process.env['REGULARS_OUT'] ?? 'out', 'main/browser.js')

/** A shop of this size in a folder that the built host then opens. */
async function prepared(folder: string, customers: number, scannable: number): Promise<void> {
  const file = path.join(folder, 'shop.db')
  const hasher = openPinHasher(new URL('../../src/main/staff/pin.worker.ts', import.meta.url))
  const key = keyFromFile(folder, file)
  const reader = openReader({ thread: new URL('../../src/main/hosts/reader.ts', import.meta.url), file, key })
  const app = openCore({ file, key, stamp: 'bench', now, newId, log: (bug) => console.error(bug), ports: { ...hasher, reader } })
  const call = (async (name: never, input: never) => {
    const reply = await app.call('bench' as RegisterId, name, input)
    if (!reply.ok) throw new Error(`${String(name)}: ${reply.code}`)
    return reply.value
  }) as unknown as Bench['call']
  const rid = () => newId() as RequestId
  await call('shop/set-up', { requestId: rid(), ...setUpBrulerie, shop: { ...setUpBrulerie.shop, idleLockSeconds: 0 } })
  const bench: Bench = { app, file, newId, call, rid, close: () => app.close() }
  fill(bench, [], peopleFrom(chanceFrom(7)), customers)
  await addScannable(bench, scannable)
  app.close()
  await hasher.close()
}

const addressFrom = (child: ChildProcess): Promise<string> => new Promise((done, fail) => {
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const found = /http:\/\/127\.0\.0\.1:\d+\/\?t=[\w-]+/.exec((said += text))
    if (found) done(found[0])
  })
  child.once('exit', () => fail(new Error(`the host ended: ${said}`)))
})

type Till = { readonly page: Page; readonly keys: CDPSession; readonly clear: () => Promise<unknown> }

/** From the last key to the name on the strip, by the browser's own clock: noted as the page changes. */
async function timed(page: Page, name: string, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate((wanted) => {
    const seen = window as unknown as { last: number; shown: number }
    seen.shown = 0
    window.addEventListener('keyup', (event) => void (seen.shown === 0 && (seen.last = event.timeStamp)), { capture: true })
    const watch = new MutationObserver(() => {
      if (seen.shown > 0 || !document.querySelector('[data-customer-popup]')?.textContent?.includes(wanted)) return
      seen.shown = performance.now()
      watch.disconnect()
    })
    watch.observe(document.body, { childList: true, subtree: true, characterData: true })
  }, name)
  await act()
  await page.waitForFunction(() => (window as unknown as { shown: number }).shown > 0)
  return page.evaluate(() => (window as unknown as { last: number; shown: number }).shown - (window as unknown as { last: number }).last)
}

async function burst(keys: CDPSession, text: string): Promise<void> {
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' }
  await Promise.all([...Array.from(text, (key) => ({ key, text: key })), enter].flatMap((key) => [keys.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }), keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key })]))
}

/** From F2 to the search with the cursor in it and the first people below it, by the browser's own clock (S5-16: under 200 ms). */
const opened = (page: Page): Promise<number> => page.evaluate(async () => {
  const began = performance.now()
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true }))
  await new Promise<void>((done) => {
    const look = () => (document.activeElement?.hasAttribute('data-customer-search') && document.querySelector('[role=gridcell]') ? done() : requestAnimationFrame(look))
    look()
  })
  return performance.now() - began
})

async function picked({ page }: Till, each: number): Promise<void> {
  await page.keyboard.press('F2')
  await page.locator('[data-customer-search]').pressSequentially(`Person Scanned${each}`, { delay: 60 })
  await page.getByText(`Person Scanned${each}`, { exact: true }).first().waitFor()
  await page.keyboard.press('Enter')
}

/** In Chromium, among 100,000 customers: from a scanner's last key to the customer's name on the strip, beside typing the name and Enter. */
export async function benchScanScreen(customers: number, rounds: number): Promise<void> {
  if (!existsSync(built)) return console.log('\nScan on the screen: not measured, because out/ is not built (npm run build).')
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-scan-'))
  await prepared(folder, customers, rounds)
  const child = spawn(process.execPath, [built, '--no-browser', '--data', folder], { stdio: ['ignore', 'pipe', 'ignore'] })
  const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium'].find((file) => file !== undefined && existsSync(file))
  const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    const page = await context.newPage()
    await page.goto(await addressFrom(child))
    const caller = await openCaller(new URL(page.url()).origin, await context.cookies())
    const owner = (await caller.call('staff/names', {}))[0]!
    await caller.call('staff/sign-in', { staffId: owner.id, pin: pins.owner })
    await page.locator('[data-customer-popup]').waitFor()
    const till: Till = { page, keys: await context.newCDPSession(page), clear: () => caller.reply('sales/clear-customer', { requestId: crypto.randomUUID() }) }
    await compare(till, customers, rounds)
    caller.close()
  } finally {
    await browser.close()
    child.removeAllListeners('exit')
    child.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function compare(till: Till, customers: number, rounds: number): Promise<void> {
  const [scans, typed, wholes, pickers]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let each = 0; each < rounds; each++) {
    scans.push(await timed(till.page, `Scanned${each}`, () => burst(till.keys, cardOf(each))))
    await till.clear()
    await till.page.waitForTimeout(150)
    const begun = performance.now()
    typed.push(await timed(till.page, `Scanned${each}`, () => picked(till, each)))
    wholes.push(performance.now() - begun)
    await till.clear()
    await till.page.waitForTimeout(150)
    pickers.push(await opened(till.page))
    await till.page.keyboard.press('Escape')
    await till.page.locator('[data-customer-search]').waitFor({ state: 'detached' })
  }
  console.log(head(`In Chromium, among ${customers.toLocaleString('en')} customers: from the last key to the name on the strip`))
  console.log([row('a card is scanned', sorted(scans)), row('the name is typed, then Enter', sorted(typed)), row('  all of it, typed at 60 ms a key', sorted(wholes)), row('F2 to the picker, ready to type', sorted(pickers))].join('\n'))
  console.log(verdict('ms from the last key of a scan, p95, wanted 100 at most', at(sorted(scans), 0.95), at(sorted(scans), 0.95) <= 100))
  console.log(verdict('ms from F2 to the picker, p95, wanted 200 at most', at(sorted(pickers), 0.95), at(sorted(pickers), 0.95) <= 200))
}
