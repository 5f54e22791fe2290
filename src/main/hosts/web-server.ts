import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OpenedRegister } from './open-register.ts'
import { isOutsideLink } from './outside-link.ts'
import { plain, type Screens, type Shown } from './screens.ts'
import { openGate, strangerStatus, type Gate } from './web-gate.ts'
import { openWire, type Wire } from './wire.ts'

export type WebHost = { readonly port: number; newAddress(): string; readonly wire: Wire; close(): Promise<void> }

const sentences: Readonly<Record<number, string>> = {
  400: 'This address cannot be read.',
  401: 'This browser has not been let in. Open the one-time address that the register printed in its terminal, or press Enter there for a new one.',
  403: 'Only the register itself may ask for this.',
  405: 'Pages can only be read here.',
  409: 'The register is already open in another browser. Close it there first, or start the register with --allow-more-browsers.',
  410: 'This one-time address was used already. Press Enter in the terminal of the register for a new one.',
  421: 'The register answers on 127.0.0.1 only.',
}

/** Shows the screens on 127.0.0.1 and nowhere else, to the browser that brings the one-time address. */
export async function serve(register: OpenedRegister, screens: Screens, { port, more }: { port: number; more: boolean }): Promise<WebHost> {
  let host = ''
  const server = createServer((request, response) => void answer(request, { host, gate, screens, register }).then((shown) => reply(request, response, shown)))
  const wire = openWire(server, register, () => host, () => gate)
  const gate = openGate({ more, atWork: wire.inUse, left: wire.drop })
  await new Promise<void>((opened, failed) => server.once('error', failed).listen(port, '127.0.0.1', opened))
  const { port: bound } = server.address() as AddressInfo
  host = `127.0.0.1:${bound}`
  const close = () => {
    wire.close()
    server.closeAllConnections()
    return new Promise<void>((closed) => void server.close(() => closed()))
  }
  return { port: bound, wire, close, newAddress: () => `http://${host}/?t=${gate.newToken()}` }
}

const refuse = (status: number): Shown => plain(status, sentences[status] ?? 'This is refused.')

type Answering = { readonly host: string; readonly gate: Gate; readonly screens: Screens; readonly register: OpenedRegister }
async function answer(request: IncomingMessage, { host, gate, screens, register }: Answering): Promise<Shown> {
  const stranger = strangerStatus(request, host)
  if (stranger !== null) return refuse(stranger)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
  const url = URL.parse(request.url ?? '/', `http://${host}`)
  const pathname = url && readable(url.pathname)
  if (!url || pathname === null) return refuse(400)
  const token = url.searchParams.get('t')
  const known = gate.sessionOf(request) !== null
  if (pathname === '/' && token !== null) return known ? goHome() : letIn(gate, token)
  if (!known) return refuse(401)
  const out = register.wayOut(pathname)
  return out !== null && isOutsideLink(out) ? goTo(out) : screens(pathname).catch(() => plain(500, 'This page could not be read.'))
}

function letIn(gate: Gate, token: string): Shown {
  const admitted = gate.admit(token)
  if (admitted.kind === 'used-up') return refuse(410)
  return admitted.kind === 'second-browser' ? refuse(409) : goHome({ 'set-cookie': admitted.cookie })
}

const goHome = (more: Readonly<Record<string, string>> = {}): Shown => goTo('/', more)
function goTo(location: string, more: Readonly<Record<string, string>> = {}): Shown {
  const { headers } = plain(302, '')
  return { status: 302, headers: { ...headers, ...more, location }, body: Buffer.alloc(0) }
}

function readable(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

function reply(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Shown): void {
  response.writeHead(status, { ...headers, 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}
