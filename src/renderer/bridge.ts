import type { Reply } from '../main/core.ts'
import type { Events } from '../main/events.ts'
import type { DoorName, Input, Output } from '../main/handlers.ts'
import type { Json } from '../main/vocabulary.ts'
import { socketWire, type Preloaded, type Wire } from './socket-wire.ts'

type Code = Extract<Reply, { ok: false }>['code'] | 'connection-lost'

/** A "no" from main, or a bug, or a lost connection: `code` says which, words/<language>/refusals.json puts it into words. */
export class CallFailed extends Error {
  readonly code: Code
  readonly facts: Readonly<Record<string, Json>>
  constructor(code: Code, facts: Readonly<Record<string, Json>>) {
    super(code)
    this.name = 'CallFailed'
    this.code = code
    this.facts = facts
  }
}

const preloaded = (window as { readonly regulars?: Preloaded }).regulars
const wire: Wire = preloaded ? { ...preloaded, onState: () => undefined } : socketWire(`ws://${window.location.host}/wire`)
const hearers = new Set<(name: keyof Events, event: unknown) => void>()
wire.on((name, event) => hearers.forEach((hear) => hear(name as keyof Events, event)))

const timers = new Set<(name: DoorName, tookMs: number) => void>()
/** Hears how long each answered call took, in milliseconds. */
export const onAnswered = (tell: (name: DoorName, tookMs: number) => void): void => void timers.add(tell)

/** The screens' only way to main. */
export async function call<K extends DoorName>(name: K, input: Input<K>): Promise<Output<K>> {
  const since = performance.now()
  const reply = await wire.call(name, input).catch(() => {
    throw new CallFailed('connection-lost', {})
  })
  if (!reply.ok) throw new CallFailed(reply.code, reply.facts)
  timers.forEach((tell) => tell(name, performance.now() - since))
  return reply.value as Output<K>
}

/** Hears one kind of event until the answer is called. */
export function on<K extends keyof Events>(name: K, tell: (event: Events[K]) => void): () => void {
  return onAny((heard, event) => {
    if (heard === name) tell(event as Events[K])
  })
}

export function onAny(tell: (name: keyof Events, event: unknown) => void): () => void {
  hearers.add(tell)
  return () => void hearers.delete(tell)
}

export const onConnection = (tell: (connected: boolean) => void): void => wire.onState(tell)

/** One per intended act; a retry of the same act sends the same one, so that it has one effect. */
export const newRequestId = () => crypto.randomUUID() as Input<'sales/discard'>['requestId']
