import type { Reply } from '../main/core.ts'

/** What the preload shows: two functions and nothing else. Without it (the browser host) the same calls go over a WebSocket. */
export type Preloaded = { call(name: string, input: unknown): Promise<Reply>; on(hear: (name: string, event: unknown) => void): void }
export type Wire = Preloaded & { onState(tell: (connected: boolean) => void): void }

type Open = { readonly done: (reply: Reply) => void; readonly fail: (error: Error) => void }
type Heard = { readonly id?: number; readonly reply?: Reply; readonly event?: string; readonly value?: unknown }
const reconnectMs = 500

/**
 * Calls and events over one WebSocket to this machine. A lost socket fails every open question at once, so that no screen waits for ever,
 * and a new one is tried until it opens; calls made meanwhile wait for the first opening only.
 */
export function socketWire(url: string): Wire {
  const open = new Map<number, Open>()
  const hearers: ((name: string, event: unknown) => void)[] = []
  const states: ((connected: boolean) => void)[] = []
  let last = 0
  let socket = connect()

  function connect(): WebSocket {
    const started = new WebSocket(url)
    started.onopen = () => states.forEach((tell) => tell(true))
    started.onmessage = (message) => hear(JSON.parse(String(message.data)) as Heard)
    started.onclose = () => {
      states.forEach((tell) => tell(false))
      for (const { fail } of open.values()) fail(new Error('connection lost'))
      open.clear()
      window.setTimeout(() => (socket = connect()), reconnectMs)
    }
    return started
  }

  function hear({ id, reply, event, value }: Heard): void {
    if (event !== undefined) return hearers.forEach((tell) => tell(event, value))
    if (id === undefined || !reply) return
    open.get(id)?.done(reply)
    open.delete(id)
  }

  const send = (name: string, input: unknown) =>
    new Promise<Reply>((done, fail) => {
      if (socket.readyState !== WebSocket.OPEN) return fail(new Error('connection lost'))
      open.set(++last, { done, fail })
      socket.send(JSON.stringify({ id: last, name, input }))
    })
  return {
    call: async (name, input) => (await opened(socket), send(name, input)),
    on: (hear) => void hearers.push(hear),
    onState: (tell) => void states.push(tell),
  }
}

const opened = (socket: WebSocket): Promise<void> | void =>
  socket.readyState === WebSocket.CONNECTING
    ? new Promise((done) => {
        socket.addEventListener('open', () => done(), { once: true })
        socket.addEventListener('close', () => done(), { once: true })
      })
    : undefined
