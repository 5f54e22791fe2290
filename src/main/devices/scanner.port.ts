import { performance } from 'node:perf_hooks'
import type { Hears, InputPort, Opened, OpenTrouble, SerialPlace } from './input-port.ts'

type Library = typeof import('serialport')
let library: Promise<Library | null> | undefined
/** Loaded when first asked for; null where its native part does not fit this machine. */
const serialport = (): Promise<Library | null> => (library ??= import('serialport').catch(() => null))

const hexOrNull = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number.parseInt(text, 16))

/** The serial ports the system lists (a pty is never among them), or null without the library. */
export async function listSerial(): Promise<SerialPlace[] | null> {
  const lib = await serialport()
  if (!lib) return null
  const found = await lib.SerialPort.list().catch(() => [])
  return found.map(({ path, vendorId, productId, serialNumber, manufacturer }) =>
    ({ path, vendorId: hexOrNull(vendorId), productId: hexOrNull(productId), serialNumber: serialNumber ?? null, maker: manufacturer ?? '' }))
}

/** Opens one line: 8 data bits, no parity, one stop bit, no handshake (DTR/DSR does not exist in this library). */
export const openSerial: InputPort['openSerial'] = async ({ path, baudRate }, hears) => {
  const lib = await serialport()
  if (!lib) return { trouble: 'missing' }
  const port = new lib.SerialPort({ path, baudRate, dataBits: 8, parity: 'none', stopBits: 1, rtscts: false, autoOpen: false })
  port.on('error', () => undefined) // a close of what is closed already; a loss comes as 'close'
  return new Promise<Opened>((done) => port.open((error) => done(error ? { trouble: troubleIn(error.message) } : listening(port, hears))))
}

function listening(port: InstanceType<Library['SerialPort']>, hears: Hears): Opened {
  let closing = false
  port.on('data', (chunk: Buffer) => {
    try {
      hears.bytes(chunk, performance.now())
    } finally {
      chunk.fill(0)
    }
  })
  port.once('close', () => {
    if (!closing) hears.lost()
  })
  const close = (): Promise<void> => new Promise((done) => {
    closing = true
    if (port.isOpen) port.close(() => done())
    else done()
  })
  return { line: { close } }
}

function troubleIn(message: string): OpenTrouble {
  if (/no such|not found|unknown error code 2\b/i.test(message)) return 'absent'
  if (/lock|busy|temporarily unavailable|access denied/i.test(message)) return 'busy' // Windows says "Access denied" of a port that another program holds
  return /permission|not permitted/i.test(message) ? 'refused' : 'failed'
}
