import { request as httpRequest } from 'node:http'
import type { WebSocketRoute } from '@playwright/test'
import WebSocket from 'ws'
import { openCaller } from './caller.ts'
import { anotherBrowser, expect, startHost, test } from './register.ts'

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string }

/** A request with any header, as a page from elsewhere or a rebound name would send it. */
const ask = (url: string, headers: Record<string, string> = {}, path?: string, method = 'GET'): Promise<Answer> =>
  new Promise((done, fail) => {
    const sent = httpRequest(url, { headers, method, ...(path === undefined ? {} : { path }) }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    sent.once('error', fail).end()
  })

const cookieFrom = (answer: Answer): string => String(answer.headers['set-cookie']).split(';')[0] ?? ''
const upgrade = (url: string, options: WebSocket.ClientOptions): Promise<number> =>
  new Promise((done) => {
    const socket = new WebSocket(url, options)
    socket.once('open', () => (socket.close(), done(101)))
    socket.once('unexpected-response', (_request, response) => done(response.statusCode ?? 0))
    socket.once('error', () => done(0))
  })

test('the one-time address works once, and gives a cookie no script can read', async ({ host }) => {
  const address = await host.newAddress()
  const first = await ask(address)
  expect(first.status).toBe(302)
  expect(first.headers.location).toBe('/')
  expect(String(first.headers['set-cookie'])).toMatch(/^regulars=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
  expect((await ask(address)).status).toBe(410)
  expect((await ask(`${host.origin}/?t=guess`)).status).toBe(410)
})

test('without the cookie nothing is shown', async ({ host }) => {
  for (const path of ['/', '/index.html', '/wire', '/assets/x.js']) expect((await ask(host.origin + path)).status).toBe(401)
})

test('only the own name, the own origin and reading are answered', async ({ host }) => {
  const cookie = cookieFrom(await ask(await host.newAddress()))
  const { port } = new URL(host.origin)
  expect((await ask(host.origin, { cookie })).status).toBe(200)
  expect((await ask(host.origin, { cookie, host: `evil.example:${port}` })).status).toBe(421)
  expect((await ask(host.origin, { cookie, host: `localhost:${port}` })).status).toBe(421)
  expect((await ask(host.origin, { cookie, origin: 'http://evil.example' })).status).toBe(403)
  expect((await ask(host.origin, { cookie, 'sec-fetch-site': 'same-site' })).status).toBe(403)
  expect((await ask(host.origin, { cookie }, undefined, 'POST')).status).toBe(405)
})

test('no path leads out of the screens', async ({ host }) => {
  const cookie = cookieFrom(await ask(await host.newAddress()))
  const paths = ['/../package.json', '/..%2fpackage.json', '/%2e%2e/main/browser.js', '//etc/passwd', '/assets/../../main/browser.js', '/..\\main\\browser.js', '/%00', '/index.html%00.js', '/shop.key']
  for (const path of paths) expect([400, 404], path).toContain((await ask(host.origin, { cookie }, path)).status)
  expect((await ask(host.origin, { cookie }, '/%zz')).status).toBe(400)
})

test('the page may load nothing from elsewhere and nobody may frame it', async ({ host }) => {
  const { headers } = await ask(host.origin, { cookie: cookieFrom(await ask(await host.newAddress())) })
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'self';/)
  expect(policy).toMatch(/style-src 'self' 'nonce-[\w-]{22}'/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY', 'cache-control': 'no-store' })
  expect(String(headers['permissions-policy'])).toContain('camera=(self), microphone=()')
})

test('the socket opens for our own page with its cookie, and for nobody else', async ({ host }) => {
  const cookie = cookieFrom(await ask(await host.newAddress()))
  const wire = `${host.origin.replace('http', 'ws')}/wire`
  expect(await upgrade(wire, { origin: host.origin, headers: { cookie } })).toBe(101)
  expect(await upgrade(wire, { origin: host.origin })).toBe(401)
  expect(await upgrade(wire, { headers: { cookie } })).toBe(403)
  expect(await upgrade(wire, { origin: 'http://evil.example', headers: { cookie } })).toBe(403)
  expect(await upgrade(wire, { origin: host.origin, headers: { cookie, host: 'evil.example' } })).toBe(421)
  expect(await upgrade(`${wire}/other`, { origin: host.origin, headers: { cookie } })).toBe(404)
})

test('a second browser is refused while the first is at work, and may take over once it is gone', async ({ host, browser }) => {
  const [first, second] = [await anotherBrowser(browser), await anotherBrowser(browser)]
  const page = await first.newPage()
  await page.goto(await host.newAddress())
  const caller = await openCaller(host.origin, await first.cookies())
  const late = await host.newAddress()
  const refused = await (await second.newPage()).goto(late)
  expect(refused?.status()).toBe(409)
  expect(await refused?.text()).toContain('already open in another browser')
  expect((await page.goto(late))?.status(), 'the browser that is in only comes home').toBe(200)
  caller.close()
  await first.close()
  await expect.poll(async () => (await (await second.newPage()).goto(late))?.status()).toBe(200)
  await second.close()
})

test.describe('with --allow-more-browsers', () => {
  test.use({ hostArgs: ['--allow-more-browsers'] })
  test('two browsers work at one time', async ({ host }) => {
    const cookies = [cookieFrom(await ask(await host.newAddress())), cookieFrom(await ask(await host.newAddress()))]
    const callers = await Promise.all(cookies.map((cookie) => openCaller(host.origin, [{ name: 'regulars', value: cookie.split('=')[1] ?? '' }])))
    for (const caller of callers) expect(await caller.reply('shop/status', {})).toMatchObject({ ok: true, value: { setUp: false } })
    for (const caller of callers) caller.close()
  })
})

test('the page comes back by itself when the socket is lost', async ({ register }) => {
  const sockets: WebSocketRoute[] = []
  await register.page.routeWebSocket('**/wire', (socket) => {
    socket.connectToServer()
    sockets.push(socket)
  })
  await register.page.reload()
  await expect.poll(() => sockets.length).toBe(1)
  await sockets[0]?.close({ code: 1001 })
  await expect.poll(() => sockets.length).toBe(2)
  await register.setUpShop()
  await expect(register.page.getByRole('button', { name: /Olive Owner/ })).toBeVisible()
})

test('a message that is no call is answered with a refusal and the socket lives on', async ({ register, context }) => {
  const caller = await openCaller(register.host.origin, await context.cookies())
  const said: { id: unknown; reply: { code?: string } }[] = []
  caller.socket.on('message', (data: Buffer) => said.push(JSON.parse(data.toString()) as (typeof said)[number]))
  const bad = ['', 'hello', 'null', '[]', '{"id":{}}', '{"id":7}', '{"id":1,"name":"shop/status","input":{},"more":1}', '['.repeat(100_000), `{"id":9,"name":"x","input":"${'x'.repeat(2_100_000)}"}`]
  for (const text of bad) caller.send(text)
  await expect.poll(() => said.length).toBe(bad.length)
  expect(said.map(({ reply }) => reply.code)).toEqual([...Array<string>(8).fill('bad-input'), 'too-large'])
  expect(said.at(-1)?.id).toBe(9)
  caller.socket.send(Buffer.from([1, 2, 3]))
  await expect.poll(() => said.at(-1)?.reply.code).toBe('bad-input')
  expect(await caller.reply('shop/status', {})).toMatchObject({ ok: true })
  for (const name of ['__proto__', 'constructor', 'toString', 'no/such']) expect(await caller.reply(name, {})).toMatchObject({ ok: false, code: 'unknown-door' })
  caller.close()
})

test('a message above all measure closes only its own socket', async ({ register, context }) => {
  const caller = await openCaller(register.host.origin, await context.cookies())
  const closed = new Promise<number>((done) => caller.socket.once('close', done))
  caller.send('x'.repeat(5_000_000))
  expect(await closed).toBe(1009)
  const again = await openCaller(register.host.origin, await context.cookies())
  expect(await again.reply('shop/status', {})).toMatchObject({ ok: true })
  again.close()
})

test('a second copy on the same data is refused with a sentence, and the end is clean', async ({ host }) => {
  await expect(startHost({ folder: host.folder })).rejects.toThrow(/already open on this shop/)
  expect(await host.stop('SIGINT')).toBe(0)
  const again = await startHost({ folder: host.folder })
  expect(await again.stop('SIGHUP')).toBe(0)
})
