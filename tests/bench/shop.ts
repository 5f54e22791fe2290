import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openCore, type OpenCore } from '../../src/main/core.ts'
import type { Handlers, Input, Output } from '../../src/main/handlers.ts'
import { newId, now } from '../../src/main/hosts/options.ts'
import { openPinHasher } from '../../src/main/staff/pin.port.ts'
import { openReader } from '../../src/main/store/reader.port.ts'
import type { RegisterId, RequestId } from '../../src/main/vocabulary.ts'
import { pins, setUpBrulerie } from '../harness/shop.ts'

export type Bench = {
  readonly app: OpenCore
  readonly file: string
  readonly newId: () => string
  readonly call: <K extends keyof Handlers>(name: K, input: Input<K>) => Promise<Output<K>>
  readonly rid: () => RequestId
  readonly close: () => void
}
const till = 'till-1' as RegisterId

/** An encrypted shop on the real disk, its owner signed in. */
export async function openBench(): Promise<Bench> {
  const folder = mkdtempSync(path.join(process.env['BENCH_FOLDER'] ?? tmpdir(), 'regulars-bench-'))
  const file = path.join(folder, 'shop.db')
  const hasher = openPinHasher(new URL('../../src/main/staff/pin.worker.ts', import.meta.url))
  const key = randomBytes(32)
  const reader = openReader({ thread: new URL('../../src/main/hosts/reader.ts', import.meta.url), file, key })
  const app = openCore({ file, key, stamp: 'bench', now, newId, log: (bug) => console.error(bug), ports: { ...hasher, reader } })
  const rid = () => newId() as RequestId
  const call: Bench['call'] = async (name, input) => {
    const reply = await app.call(till, name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.code} ${JSON.stringify(reply.facts)}`)
    return reply.value as Output<typeof name>
  }
  await call('shop/set-up', { requestId: rid(), ...setUpBrulerie })
  const owner = (await call('staff/names', {}))[0]
  if (owner) await call('staff/sign-in', { staffId: owner.id, pin: pins.owner })
  const close = () => {
    app.close()
    void hasher.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { app, file, newId, call, rid, close }
}
