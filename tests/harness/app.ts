import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { openCore, type Reply } from '../../src/main/core.ts'
import type { Handlers, Input, Output } from '../../src/main/handlers.ts'
import { openPinHasher } from '../../src/main/staff/pin.port.ts'
import { checkRows } from '../../src/main/store/sql.ts'
import type { Instant, RegisterId, RequestId } from '../../src/main/vocabulary.ts'

export const till = 'till-1' as RegisterId
export const hasher = openPinHasher(new URL('../../src/main/staff/pin.worker.ts', import.meta.url))
const opened = Date.UTC(2026, 10, 21, 14, 0, 0)

/** A folder that goes when the test ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'regulars-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The core on a real file, before set-up. The clock moves one millisecond a look; `clock.skip(ms)` moves it on. */
export function emptyApp(file = path.join(scratchFolder(), 'shop.db')) {
  checkRows(true)
  let ticks = 0
  let skippedMs = 0
  let ids = 0
  const bugs: unknown[] = []
  const now = () => new Date(opened + skippedMs + ticks++).toISOString() as Instant
  const newId = () => `id-${String(++ids).padStart(6, '0')}`
  const app = openCore({ file, key: null, stamp: 'test', now, newId, log: (bug) => bugs.push(bug), ports: hasher })
  onTestFinished(() => app.close())
  const clock = { skip: (ms: number) => void (skippedMs += ms), now }
  return { ...app, file, bugs, clock, ...callers(app) }
}

function callers(app: Pick<ReturnType<typeof openCore>, 'call'>) {
  let requests = 0
  return {
    /** A fresh request id. */
    rid: () => `r-${++requests}` as RequestId,
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
