import type { Cookie } from '@playwright/test'
import WebSocket from 'ws'
import type { Reply } from '../../src/main/core.ts'
import type { Handlers, Input, Output } from '../../src/main/handlers.ts'

/** The wire without a page: for seeding a shop through the same doors, with the cookie of a browser that was let in. */
export type Caller = {
  call<K extends keyof Handlers>(name: K, input: Input<K>): Promise<Output<K>>
  /** The plain reply; any name and input. */
  reply(name: string, input: unknown): Promise<Reply>
  /** Sends text as it is. */
  send(text: string): void
  readonly socket: WebSocket
  close(): void
}

export async function openCaller(origin: string, cookies: readonly Pick<Cookie, 'name' | 'value'>[]): Promise<Caller> {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/wire`, { origin, headers: { cookie } })
  const open = new Map<number, (reply: Reply) => void>()
  let last = 0
  await new Promise((done, fail) => socket.once('open', done).once('error', fail))
  socket.on('message', (data: Buffer) => {
    const { id, reply } = JSON.parse(data.toString()) as { id?: number; reply?: Reply }
    if (id === undefined || !reply) return
    open.get(id)?.(reply)
    open.delete(id)
  })
  const reply = (name: string, input: unknown) =>
    new Promise<Reply>((done) => {
      open.set(++last, done)
      socket.send(JSON.stringify({ id: last, name, input }))
    })
  return {
    reply, socket, send: (text) => socket.send(text), close: () => socket.close(),
    async call(name, input) {
      const said = await reply(name, input)
      if (!said.ok) throw Object.assign(new Error(`${name}: ${said.code} ${JSON.stringify(said.facts)}`), { code: said.code, facts: said.facts })
      return said.value as Output<typeof name>
    },
  }
}
