import path from 'node:path'
import Conf from 'conf'
import { openCore, type OpenCore, type Reply } from '../core.ts'
import { openInputs } from '../devices/inputs.port.ts'
import { openPinHasher } from '../staff/pin.port.ts'
import { openReader } from '../store/reader.port.ts'
import type { RegisterId } from '../vocabulary.ts'
import { openBugLog, recentBugs } from './bug-log.ts'
import { newId, now, stamp } from './options.ts'

export type OpenedRegister = {
  readonly app: OpenCore
  readonly registerId: RegisterId
  readonly log: (bug: unknown, where: string) => void
  /** One call from this till: which till it is, is the host's to say. */
  call(name: string, input: unknown): Promise<Reply>
  /** Where a way to a customer that the screen may not read leads, once; null for every other address. */
  wayOut(pathname: string): string | null
  close(): void
}
const dueEveryMs = 60_000
const dueFirstMs = 1_000

export const shopFileIn = (folder: string): string => path.join(folder, 'shop.db')

/** Opens the register both hosts show: the core on this folder's file, this till's id, the minute's work and the log of bugs. `threads` is the folder of the built threads. */
export function openRegister({ folder, key, threads }: { folder: string; key: Buffer; threads: URL }): OpenedRegister {
  const log = openBugLog(folder, now)
  const hasher = openPinHasher(new URL('pin.worker.js', threads))
  const file = shopFileIn(folder)
  const reader = openReader({ thread: new URL('reader.js', threads), file, key })
  const app = openCore({ file, key, stamp: stamp(), now, newId, log, ports: { ...hasher, reader, inputs: openInputs(), recentBugs: () => recentBugs(folder) } })
  const registerId = registerIdIn(folder)
  app.runDevices(registerId)
  const work = () => {
    try {
      app.runDue()
      app.closeMonths().catch((bug: unknown) => log(bug, 'close-months'))
    } catch (bug) {
      log(bug, 'run-due')
    }
  }
  // Also at opening, as soon as the first screen is there: what came due while the shop was closed is not sold past.
  const first = setTimeout(work, dueFirstMs)
  const due = setInterval(work, dueEveryMs)
  const close = () => {
    clearTimeout(first)
    clearInterval(due)
    app.close()
    void hasher.close()
  }
  return { app, registerId, log, call: (name, input) => app.call(registerId, name, input), wayOut: (pathname) => app.takeWay(registerId, pathname), close }
}

/** Which till this installation is: made at the first start, kept in register.json. */
export function registerIdIn(folder: string): RegisterId {
  const kept = new Conf<{ registerId: string }>({ cwd: folder, configName: 'register', projectName: 'regulars' })
  if (!kept.has('registerId')) kept.set('registerId', newId())
  return kept.get('registerId') as RegisterId
}
