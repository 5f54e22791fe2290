import { Refusal, type RefusalCode } from './errors.ts'
import type { Core, Ports } from './context.ts'
import type { Events } from './events.ts'
import { letIn } from './flows/let-in.ts'
import { closeMonths } from './flows/points-owed.ts'
import { runDevices, stopDevices } from './flows/run-devices.ts'
import { runDue } from './flows/run-due.ts'
import { startErasing } from './flows/start-erasing.ts'
import { startPrinting } from './flows/start-printing.ts'
import { takeWay } from './flows/way-out.ts'
import { handlersFor, type Handlers } from './handlers.ts'
import type { Door } from './input.ts'
import { endAllSessions } from './staff/staff.sql.ts'
import { openStore, type StoreOptions } from './store/open.ts'
import type { Instant, Json, RegisterId } from './vocabulary.ts'

export type Reply = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly code: RefusalCode | 'bug'; readonly facts: Readonly<Record<string, Json>> }
export type Listener = <K extends keyof Events>(name: K, event: Events[K]) => void
export type Options = StoreOptions & {
  readonly now: () => Instant
  readonly newId: () => string
  /** Where bugs go. Never an input: it may hold a PIN or a licence. */
  readonly log: (bug: unknown, door: string) => void
  readonly ports: Ports
}

/** The whole register without a window. Both hosts open exactly this. */
export function openCore(options: Options) {
  const listeners = new Set<Listener>()
  const store = openStore(options)
  endAllSessions(store.db)
  const emit: Core['emit'] = (name, event) => listeners.forEach((tell) => tell(name, event))
  const core: Core = { db: store.db, now: options.now, newId: options.newId, emit, ports: options.ports }
  const handlers = handlersFor(core)
  const printing = startPrinting(core, options.log)
  listeners.add(printing.heard)
  const erasing = startErasing(core, options.log)
  listeners.add(erasing.heard)
  return {
    core,
    /** Answers one call from one till. What went wrong comes back as a reply: this never throws. */
    call: (registerId: RegisterId, name: string, input: unknown) => answer(core, handlers, options.log, { registerId, name, input }),
    on: (listener: Listener) => (listeners.add(listener), () => void listeners.delete(listener)),
    /** Where an address of the screens' own that stands for a way to a customer leads, once. */
    takeWay: (registerId: RegisterId, path: string) => takeWay(core, registerId, path),
    runDue: () => runDue(core),
    /** Freezes what is owed at the end of each month that is over. */
    closeMonths: () => closeMonths(core),
    /** Opens the scanners and readers of this till and watches them until close. */
    runDevices: (registerId: RegisterId) => runDevices(core, registerId, options.log),
    close: () => (printing.stop(), erasing.stop(), stopDevices(core), options.ports.reader.close(), store.close()),
  }
}
export type OpenCore = ReturnType<typeof openCore>
type Asked = { readonly registerId: RegisterId; readonly name: string; readonly input: unknown }

async function answer(core: Core, handlers: Handlers, log: Options['log'], { registerId, name, input }: Asked): Promise<Reply> {
  try {
    if (!Object.hasOwn(handlers, name)) throw new Refusal('unknown-door', {})
    const door = handlers[name as keyof Handlers] as unknown as Door<unknown, Json | undefined | Promise<Json | undefined>>
    const checked = checkInput(door, input)
    const value = await door.work(checked, letIn(core, registerId, door))
    return { ok: true, value: value ?? null }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, facts: error.facts }
    const ofStore = storeTrouble(error)
    if (ofStore !== null) return { ok: false, code: ofStore, facts: {} }
    log(error, name)
    return { ok: false, code: 'bug', facts: {} }
  }
}

/** The wrong field is named, its value never: it may be a PIN. */
function checkInput(door: Door<unknown, unknown>, input: unknown): unknown {
  const result = door.shape.safeParse(input)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Refusal('bad-input', { field: issue ? issue.path.map(String).join('.') : '', problem: issue?.code ?? 'custom' })
}

/** No bugs: a disk that is full, a page that no longer reads as it was written, and an id in the call that nothing goes by (a foreign key). */
function storeTrouble(error: unknown): RefusalCode | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_FULL') return 'disk-full'
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return 'not-found'
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' ? 'file-corrupt' : null
}
