import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { Ports } from '../../src/main/context.ts'
import { openCore, type Reply } from '../../src/main/core.ts'
import type { Handlers, Input, Output } from '../../src/main/handlers.ts'
import { openPinHasher } from '../../src/main/staff/pin.port.ts'
import { openReader } from '../../src/main/store/reader.port.ts'
import { checkRows } from '../../src/main/store/sql.ts'
import type { Instant, RegisterId, RequestId, StaffId } from '../../src/main/vocabulary.ts'
import { pins, setUpBrulerie } from './shop.ts'

export { pins } from './shop.ts'
export const till = 'till-1' as RegisterId
export const hasher = openPinHasher(new URL('../../src/main/staff/pin.worker.ts', import.meta.url))
const readerThread = new URL('../../src/main/hosts/reader.ts', import.meta.url)
const opened = Date.UTC(2026, 10, 21, 14, 0, 0)
const hourMs = 3_600_000

/** The real hasher, asked once per question: the same PIN against the same hash has one answer, and each costs 50 ms. */
const compared = new Map<string, Promise<boolean>>()
const ports: Omit<Ports, 'reader'> = {
  hashPin: hasher.hashPin,
  pinMatches: (pin, hash) => {
    const key = `${pin} ${hash}`
    const answer = compared.get(key) ?? hasher.pinMatches(pin, hash)
    compared.set(key, answer)
    return answer
  },
}

/** A folder that goes when the test ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The core on a real file, before set-up. The clock moves one millisecond a look; `clock.skip(ms)` moves it on. */
export function emptyApp(file = path.join(scratchFolder(), 'shop.db')) {
  const app = start(file, {})
  onTestFinished(() => app.close())
  return app
}

/** What came before: a file that was written already has used ids and moments, and has answered requests. */
type Begun = { readonly idsFrom?: number; readonly startedMs?: number; readonly requests?: string }

function start(file: string, { idsFrom = 0, startedMs = 0, requests = 'r' }: Begun) {
  checkRows(true)
  let ticks = 0
  let skippedMs = startedMs
  let ids = idsFrom
  const bugs: unknown[] = []
  const now = () => new Date(opened + skippedMs + ticks++).toISOString() as Instant
  const newId = () => `id-${String(++ids).padStart(6, '0')}`
  const app = openCore({ file, key: null, stamp: 'test', now, newId, log: (bug) => bugs.push(bug), ports: { ...ports, reader: openReader({ thread: readerThread, file, key: null, checked: true }) } })
  const clock = { skip: (ms: number) => void (skippedMs += ms), now }
  return { ...app, file, bugs, clock, ...callers(app, requests) }
}
type Started = ReturnType<typeof start>

/** The Brûlerie du Coin with Olive (owner), Marc (manager) and Léa (cashier), who is signed in on `till`; `signIn` brings another. Copied from one file per worker. */
export async function freshApp() {
  const { file: made, staff } = await (template ??= makeTemplate())
  const file = path.join(scratchFolder(), 'shop.db')
  copyFileSync(made, file)
  const app = reopened(file)
  onTestFinished(() => app.close())
  const signIn = (who: keyof typeof pins, registerId = till) => app.ask('staff/sign-in', { staffId: staff[who], pin: pins[who] }, registerId)
  await signIn('cashier')
  return { ...app, staff, pins, signIn }
}

/** A file that was written before, opened again later, as after a restart: nobody is signed in. */
export const reopened = (file: string, requests = `r${++openings}`): Started => start(file, { idsFrom: openings * 100_000, startedMs: openings * hourMs, requests })
let openings = 0

let template: Promise<{ file: string; staff: Record<keyof typeof pins, StaffId> }> | undefined
async function makeTemplate() {
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-template-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const app = start(path.join(folder, 'shop.db'), { requests: 'set-up' })
  await app.ask('shop/set-up', { requestId: app.rid(), ...setUpBrulerie })
  const [olive] = await app.ask('staff/names', {})
  const manager = await addStaff(app, 'Marc', 'manager')
  const cashier = await addStaff(app, 'Léa', 'cashier')
  app.core.db.pragma('wal_checkpoint(TRUNCATE)')
  app.close()
  return { file: app.file, staff: { owner: olive!.id, manager, cashier } }
}

async function addStaff(app: Started, name: string, role: 'manager' | 'cashier'): Promise<StaffId> {
  const { id } = await app.ask('staff/save', { requestId: app.rid(), id: null, name, role, language: role === 'manager' ? 'en' : 'fr', active: true })
  await app.ask('staff/set-pin', { requestId: app.rid(), staffId: id, pin: pins[role] })
  return id
}

function callers(app: Pick<ReturnType<typeof openCore>, 'call'>, prefix: string) {
  let requests = 0
  return {
    /** A fresh request id. */
    rid: () => `${prefix}-${++requests}` as RequestId,
    /** The plain reply, as it crosses to a screen; any input is let through, hostile ones too. */
    reply: (name: string, input: unknown, registerId: RegisterId = till): Promise<Reply> => app.call(registerId, name, input),
    /** The value, or an Error with `code` and `facts`. */
    async ask<K extends keyof Handlers>(name: K, input: Input<K>, registerId: RegisterId = till): Promise<Output<K>> {
      const reply = await app.call(registerId, name, input)
      if (!reply.ok) throw Object.assign(new Error(`${name}: ${reply.code} ${JSON.stringify(reply.facts)}`), { code: reply.code, facts: reply.facts })
      return reply.value as Output<K>
    },
  }
}
