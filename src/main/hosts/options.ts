import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Instant } from '../vocabulary.ts'

export type HostOptions = {
  /** Where the shop's file, its key and the log are. */
  readonly folder: string
  readonly demo: boolean
  /** Open a window on the screens (browser host). */
  readonly browser: boolean
  /** 0 lets the system choose a free one. */
  readonly port: number
  readonly moreBrowsers: boolean
}

/** Below this the database's native code ends the process without a word, so each start asks first. */
export function checkNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < 24 || (major === 24 && minor < 7)) throw new Error(`Node 24.7 or newer is needed, and this is ${version}. \`npm start\` brings its own.`)
}

const known = {
  demo: { type: 'boolean', default: false }, data: { type: 'string' }, 'no-browser': { type: 'boolean', default: false },
  port: { type: 'string', default: '0' }, 'allow-more-browsers': { type: 'boolean', default: false },
} as const

/** Reads the command line. An unknown flag or a port that cannot be is an Error whose message is a sentence for the terminal. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv, { strict = true } = {}): HostOptions {
  const { values } = parseArgs({ args: [...args], options: known, strict })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port takes a number from 0 to 65535, not "${String(values.port)}".`)
  const chosen = typeof values.data === 'string' ? values.data : env['REGULARS_DATA']
  const folder = chosen ? path.resolve(chosen) : usualFolder(process.platform, env)
  const demo = values.demo === true
  return { folder: demo ? `${folder}-demo` : folder, demo, port, browser: values['no-browser'] !== true, moreBrowsers: values['allow-more-browsers'] === true }
}

/** Where programs of this system keep their data. */
export function usualFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return path.join(env['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming'), 'Regulars')
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'Regulars')
  return path.join(env['XDG_DATA_HOME'] ?? path.join(homedir(), '.local', 'share'), 'regulars')
}

/** The real clock, in UTC. */
export const now = (): Instant => new Date().toISOString() as Instant
/** The clock as a piece of a file name: 2026-11-21T14-02-00. */
export const stamp = (): string => now().slice(0, 19).replaceAll(':', '-')

let lastMs = 0
let inThisMs = 0

/** UUIDv7: made on this till, sorts by time, and grows also within one millisecond or when the clock is set back. */
export function newId(): string {
  const nowMs = Date.now()
  const bytes = randomBytes(16)
  if (nowMs > lastMs) [lastMs, inThisMs] = [nowMs, bytes.readUInt16BE(6) & 0x7ff]
  else if (++inThisMs > 0xfff) [lastMs, inThisMs] = [lastMs + 1, 0]
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | inThisMs, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
