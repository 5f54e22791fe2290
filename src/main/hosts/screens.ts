import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'

/** One file of the screens, as a host hands it to the window. */
export type Shown = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Buffer }
export type Screens = (pathname: string) => Promise<Shown>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.woff2': 'font/woff2', '.woff': 'font/woff', '.svg': 'image/svg+xml', '.png': 'image/png', '.wasm': 'application/wasm', '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg', '.ogg': 'audio/ogg', '.map': 'application/json', '.ico': 'image/x-icon',
}

/** What vite writes where a nonce belongs (electron.vite.config.ts); each page gets a fresh one in its place. */
const noncePlace = 'NONCE-OF-THIS-PAGE'

/** Shows the built screens: only files that stood in the folder at start can be asked for, so no path leads out of it. */
export function builtScreens(folder: string): Screens {
  if (!existsSync(path.join(folder, 'index.html'))) throw new Error('The screens are not built. Run `npm run build`, or use `npm start`, which does.')
  const files = new Map(filesIn(folder).map((name) => [`/${name.split(path.sep).join('/')}`, path.join(folder, name)]))
  return async (pathname) => {
    const asked = pathname === '/' ? '/index.html' : pathname
    const file = files.get(asked)
    if (file === undefined) return plain(404, 'There is no such page.')
    return asked === '/index.html' ? page(readFileSync(file, 'utf8'), {}) : asset(file)
  }
}

/** Walked by hand: inside a packed app (asar) the recursive reading of folders is not to be counted on. */
const filesIn = (folder: string, under = ''): string[] =>
  readdirSync(path.join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(under, entry.name)
    return entry.isDirectory() ? filesIn(folder, name) : [name]
  })

function asset(file: string): Shown {
  const type = types[path.extname(file)] ?? 'application/octet-stream'
  const held = type.startsWith('text/javascript') ? { 'content-security-policy': workerPolicy } : {}
  return { status: 200, headers: { ...safeHeaders, ...held, 'content-type': type, 'cache-control': 'private, max-age=31536000, immutable' }, body: readFileSync(file) }
}

/** Of a script only a worker obeys this: it may run our own code and the code reader's WebAssembly, fetch our own files, and nothing else. The page itself may compile nothing. */
const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

/** Developing only: the same door, the screens fetched from vite's server, whose own script and socket are let through. */
export function developedScreens(server: string): Screens {
  return async (pathname) => {
    const answer = await fetch(new URL(pathname, server))
    const type = answer.headers.get('content-type') ?? ''
    if (type.startsWith('text/html')) return page(await answer.text(), { script: "'unsafe-inline'", connect: server.replace('http', 'ws') })
    return { status: answer.status, headers: { ...safeHeaders, 'content-type': type }, body: Buffer.from(await answer.arrayBuffer()) }
  }
}

/** Vite's address while developing, and only if it is on this machine. */
export const developmentServer = (env: NodeJS.ProcessEnv): string | null =>
  /^http:\/\/(localhost|127\.0\.0\.1):\d+\/?$/.test(env['ELECTRON_RENDERER_URL'] ?? '') ? (env['ELECTRON_RENDERER_URL'] ?? null) : null

function page(html: string, more: { script?: string; connect?: string }): Shown {
  const nonce = randomBytes(16).toString('base64url')
  const headers = { ...safeHeaders, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': policy(nonce, more) }
  return { status: 200, headers, body: Buffer.from(html.replaceAll(noncePlace, nonce)) }
}

/** A sentence instead of a page. */
export const plain = (status: number, sentence: string): Shown => ({
  status, body: Buffer.from(`${sentence}\n`),
  headers: { ...safeHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" },
})

/** Nothing from anywhere but here; styles made while running carry the page's nonce. */
const policy = (nonce: string, { script = '', connect = '' }: { script?: string; connect?: string }): string =>
  [
    "default-src 'none'", `script-src 'self' ${script}`, `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data: blob:", "font-src 'self'", "media-src 'self'",
    `connect-src 'self' ${connect}`, "worker-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "object-src 'none'",
  ].map((rule) => rule.trim()).join('; ')

const safeHeaders = {
  'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), bluetooth=(), payment=(), midi=()',
}
