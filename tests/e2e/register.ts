import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import type { Handlers, Input, Output } from '../../src/main/handlers.ts'
import { openCaller, type Caller } from './caller.ts'

export { expect }
export const ownerPin = '7391'
export const ownerName = 'Olive Owner'

/** One built browser host on a data folder of its own. */
export type Host = {
  readonly folder: string
  readonly origin: string
  /** A one-time address nobody has used yet. */
  newAddress(): Promise<string>
  /** Ends it (SIGTERM, or SIGKILL as a power cut would) and answers its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
  readonly output: () => string
  readonly process: ChildProcess
}
export type HostStart = { readonly folder?: string; readonly args?: readonly string[] }

const root = path.resolve(import.meta.dirname, '../..')
const address = /http:\/\/127\.0\.0\.1:\d+\/\?t=[\w-]+/g

/** Starts out/main/browser.js under this Node, as `npm start` does, and waits until it prints its address. Build first. */
export async function startHost({ folder = mkdtempSync(path.join(tmpdir(), 'regulars-e2e-')), args = [] }: HostStart = {}): Promise<Host> {
  const child = spawn(process.execPath, [path.join(root, process.env['REGULARS_OUT'] ?? 'out', 'main/browser.js'), '--no-browser', '--data', folder, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const addresses = () => output.match(address) ?? []
  const nth = async (count: number) => {
    await expect.poll(() => addresses().length >= count || child.exitCode !== null, { timeout: 20_000, intervals: [20, 50] }).toBe(true)
    const found = addresses()[count - 1]
    if (found === undefined) throw new Error(`the host ended with ${child.exitCode} and said: ${output}`)
    return found
  }
  const firstAddress = await nth(1)
  let handedOut = 0
  return {
    folder, process: child, origin: new URL(firstAddress).origin, output: () => output,
    async newAddress() {
      if (handedOut++ > 0) child.kill('SIGUSR2')
      return nth(handedOut)
    },
    stop: (signal = 'SIGTERM') => (child.exitCode === null && child.kill(signal), ended),
  }
}

/** A signed-in browser on a host, and the same doors for a fast set-up. */
export type Register = {
  readonly host: Host
  readonly page: Page
  /** Calls a door over the page's own connection rights; throws with the refusal's code. */
  readonly call: <K extends keyof Handlers>(name: K, input: Input<K>) => Promise<Output<K>>
  /** A fresh request id. */
  readonly rid: () => Input<'sales/discard'>['requestId']
  /** Sets up the made-up shop "Corner Store" with its owner signed in, through the door a wizard uses. */
  readonly setUpShop: () => Promise<void>
  /** Lets console errors that match pass (a test that provokes one). */
  readonly expectConsole: (pattern: RegExp) => void
}

async function openRegisterPage(host: Host, context: BrowserContext) {
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(await host.newAddress())
  return { page, problems }
}

const shopInput = (requestId: Input<'shop/set-up'>['requestId']) => ({
  requestId,
  shop: {
    name: 'Corner Store', address1: '12 Main Street', address2: '', city: 'Halifax', region: 'NS', postcode: 'B3H 1A1', country: 'CA',
    phone: '', email: '', taxNumber: '', currency: 'CAD', locale: 'en-CA', language: 'en', timeZone: 'America/Halifax', pricesIncludeTax: false,
    cashStepCents: 5, medical: false, minimumAge: 19, customerRequired: 'off', customerDetails: false, everyoneEditsCustomers: true,
    idleLockSeconds: 0, receiptFooter: '',
    smsWording: { en: 'May we text you?', fr: 'Pouvons-nous vous texter?', es: '¿Podemos enviarle mensajes?' },
    emailWording: { en: 'May we e-mail you?', fr: 'Pouvons-nous vous écrire?', es: '¿Podemos escribirle?' },
  },
  taxes: { rates: [{ name: 'HST', ratePpm: 140_000 }], classes: [{ name: 'Taxed', rates: [0] }, { name: 'Not taxed', rates: [] }] },
  owner: { name: ownerName, pin: ownerPin, language: 'en' },
  register: { name: 'Till 1' },
})

function registerOn(host: Host, page: Page, caller: Caller, allowed: RegExp[]): Register {
  const rid: Register['rid'] = () => crypto.randomUUID() as ReturnType<Register['rid']>
  return {
    host, page, rid, call: (name, input) => caller.call(name, input),
    setUpShop: async () => void (await caller.call('shop/set-up', shopInput(rid()) as unknown as Input<'shop/set-up'>)),
    expectConsole: (pattern) => void allowed.push(pattern),
  }
}

type Given = { readonly host: Host; readonly register: Register }

/** `host` is a fresh register before set-up; `register` is a browser let into it. Console errors fail the test. */
export const test = base.extend<Given & { hostArgs: readonly string[] }>({
  hostArgs: [[], { option: true }],
  host: async ({ hostArgs }, use) => {
    const host = await startHost({ args: hostArgs })
    await use(host)
    await host.stop()
    for (const folder of [host.folder, `${host.folder}-demo`]) rmSync(folder, { recursive: true, force: true })
  },
  register: async ({ host, context }, use) => {
    const { page, problems } = await openRegisterPage(host, context)
    const caller = await openCaller(host.origin, await context.cookies(host.origin))
    const allowed: RegExp[] = []
    await use(registerOn(host, page, caller, allowed))
    caller.close()
    const left = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)))
    expect(left, 'console errors of the page').toEqual([])
  },
})

/** A second person's browser: its own cookies. */
export const anotherBrowser = (browser: Browser): Promise<BrowserContext> => browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-CA' })
