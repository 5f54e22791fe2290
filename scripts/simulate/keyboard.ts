// A scanner that types: real key events, sent into a Chromium that was started with --remote-debugging-port.
const betweenTriesMs = 20

type Target = { readonly type: string; readonly url: string; readonly webSocketDebuggerUrl?: string }
const codeOf = (char: string): string => (/[a-z]/i.test(char) ? `Key${char.toUpperCase()}` : /\d/.test(char) ? `Digit${char}` : '')

/** Types a code and Enter into the register's page, `gapMs` between keys (Honeywell about 10, Zebra about 80). Rejects where no page answers at `debugger`. */
export async function typeCode(debug: string, code: string, gapMs: number): Promise<void> {
  const targets = (await (await fetch(new URL('/json', debug))).json()) as Target[]
  const page = targets.find(({ type, webSocketDebuggerUrl }) => type === 'page' && webSocketDebuggerUrl !== undefined)
  if (!page?.webSocketDebuggerUrl) throw new Error(`no page at ${debug}`)
  const socket = new WebSocket(page.webSocketDebuggerUrl)
  await new Promise((done, failed) => {
    socket.addEventListener('open', done, { once: true })
    socket.addEventListener('error', failed, { once: true })
  })
  await strike(socket, code, gapMs)
  await pause(betweenTriesMs)
  socket.close()
}

async function strike(socket: WebSocket, code: string, gapMs: number): Promise<void> {
  let id = 0
  const send = (type: string, key: Readonly<Record<string, string | number>>) => socket.send(JSON.stringify({ id: ++id, method: 'Input.dispatchKeyEvent', params: { type, ...key } }))
  const keys = [...Array.from(code, (char) => ({ key: char, text: char, code: codeOf(char) })), { key: 'Enter', text: '\r', code: 'Enter', windowsVirtualKeyCode: 13 }]
  let dueMs = performance.now()
  for (const key of keys) {
    send('keyDown', key)
    send('keyUp', key)
    dueMs += gapMs
    await pause(Math.max(0, dueMs - performance.now()))
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms))
