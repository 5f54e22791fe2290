import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import type { Reply } from '../core.ts'
import type { OpenedRegister } from './open-register.ts'
import { strangerStatus, type Gate } from './web-gate.ts'

// One socket for calls and events: {id, name, input} is answered {id, reply}; an event is {event, value}.
const asked = z.strictObject({ id: z.union([z.number().int(), z.string().max(64)]), name: z.string().max(100), input: z.unknown().optional() })
const mostBytes = 2 * 1024 * 1024
/** Above this the socket is closed without an answer. */
const hardMostBytes = 4 * 1024 * 1024
const pingEveryMs = 30_000

export type Wire = { readonly inUse: (session: string) => boolean; readonly drop: (session: string) => void; count(): number; onCount(tell: (count: number) => void): void; close(): void }

/** Opens /wire on the server for browsers the gate knows; `gate` is asked for late, because each needs the other. */
export function openWire(server: Server, register: OpenedRegister, host: () => string, gate: () => Gate): Wire {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: hardMostBytes, perMessageDeflate: false })
  const sessions = new Map<WebSocket, string>()
  const tellers: ((count: number) => void)[] = []
  const countChanged = () => tellers.forEach((tell) => tell(sessions.size))
  server.on('upgrade', (request, socket, head) => {
    const session = gate().sessionOf(request)
    const status = refusedUpgrade(request, host(), session)
    if (status !== null) return turnAway(socket, status)
    sockets.handleUpgrade(request, socket, head, (opened) => {
      sessions.set(opened, session ?? '')
      opened.on('close', () => (sessions.delete(opened), countChanged()))
      serve(opened, register)
      countChanged()
    })
  })
  const stopEvents = register.app.on((event, value) => sessions.forEach((_session, socket) => socket.send(JSON.stringify({ event, value }))))
  const pulse = setInterval(() => sessions.forEach((_session, socket) => checkPulse(socket)), pingEveryMs)
  return {
    inUse: (session) => [...sessions.values()].includes(session),
    drop: (session) => sessions.forEach((of, socket) => of === session && socket.close(4001, 'another browser took over')),
    count: () => sessions.size,
    onCount: (tell) => void tellers.push(tell),
    close() {
      clearInterval(pulse)
      stopEvents()
      sessions.forEach((_session, socket) => socket.terminate())
      sockets.close()
    },
  }
}

function refusedUpgrade(request: IncomingMessage, host: string, session: string | null): number | null {
  const stranger = strangerStatus(request, host)
  if (stranger !== null) return stranger
  if (request.headers.origin === undefined) return 403
  if (request.url !== '/wire') return 404
  return session === null ? 401 : null
}

function turnAway(socket: Duplex, status: number): void {
  socket.on('error', () => undefined)
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

const silent = new WeakSet<WebSocket>()
function checkPulse(socket: WebSocket): void {
  if (silent.has(socket)) return socket.terminate()
  silent.add(socket)
  socket.ping()
}

function serve(socket: WebSocket, register: OpenedRegister): void {
  socket.on('pong', () => silent.delete(socket))
  socket.on('error', () => undefined) // a frame that is too big or not UTF-8: ws closes the socket, the screen opens a new one
  socket.on('message', (data: Buffer, isBinary) => void answer(data, isBinary, register).then((said) => socket.send(said)))
}

const no = (code: 'bad-input' | 'too-large'): Reply => ({ ok: false, code, facts: {} })

/** What this message is answered with. Anything can come in; nothing of it throws. */
export async function answer(data: Buffer, isBinary: boolean, register: Pick<OpenedRegister, 'call'>): Promise<string> {
  const text = isBinary ? '' : data.toString()
  if (text.length > mostBytes) return JSON.stringify({ id: idAtStart(text), reply: no('too-large') })
  const message = asked.safeParse(parsed(text))
  if (!message.success) return JSON.stringify({ id: idAtStart(text), reply: no('bad-input') })
  const { id, name, input } = message.data
  return JSON.stringify({ id, reply: await register.call(name, input) })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

// A message that is not read still names its question at its start, so that the screen's question does not stay open.
const idAtStart = (text: string): number | null => {
  const id = /^\{"id":(\d{1,15})[,}]/.exec(text.slice(0, 40))?.[1]
  return id === undefined ? null : Number(id)
}
