import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { connect } from 'node:net'
import type { LinkFailure } from './print-job.ts'
import type { PrinterAddress } from './printer-profile.ts'

/** An open way to a printer. Bytes that come back and its end are told to whoever listens; `write` settles when they have left us. */
export type Link = {
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly onData: (hear: (bytes: Uint8Array) => void) => void
  readonly onEnd: (hear: () => void) => void
  /** Says goodbye (FIN), or with `now` hangs up. */
  readonly end: (now?: boolean) => Promise<void>
}
/** The way could not be opened, in a word the screens have a sentence for. */
export class LinkFailed extends Error {
  readonly reason: LinkFailure
  constructor(reason: LinkFailure) {
    super(reason)
    this.name = 'LinkFailed'
    this.reason = reason
  }
}

const connectMs = 3_000
const farewellMs = 1_000
const retryMs = 30

/** Opens the way to a printer: a host and port, a serial line, or a device file of the USB printer class. Refuses by throwing LinkFailed. */
export function openLink(transport: string, address: PrinterAddress): Promise<Link> {
  if (address === null) throw new LinkFailed('no-device')
  if ('host' in address) return overNetwork(address)
  return transport === 'serial' ? overSerial(address) : overDeviceFile(address.path)
}

function overNetwork({ host, port }: { readonly host: string; readonly port: number }): Promise<Link> {
  return new Promise((done, failed) => {
    const socket = connect({ host, port, noDelay: true })
    const late = setTimeout(() => (socket.destroy(), failed(new LinkFailed('unreachable'))), connectMs)
    socket.once('error', (error) => (clearTimeout(late), failed(new LinkFailed(reasonOf(error)))))
    socket.once('connect', () => {
      clearTimeout(late)
      socket.on('error', () => undefined) // the end that follows says it
      const closed = new Promise<void>((gone) => void socket.once('close', () => gone()))
      done({
        write: (bytes) => new Promise((sent, lost) => void socket.write(bytes, (error) => (error ? lost(error) : sent()))),
        onData: (hear) => void socket.on('data', hear),
        onEnd: (hear) => void socket.once('end', hear).once('close', hear),
        end: async (now = false) => {
          if (now) socket.destroy()
          else socket.end()
          await Promise.race([closed, pause(farewellMs)])
          socket.destroy()
        },
      })
    })
  })
}

/** A while that keeps no program alive. */
export const pause = (ms: number) => new Promise<void>((done) => void setTimeout(done, ms).unref())

/** The system's own words for what went wrong, sorted into ours. */
function reasonOf(error: Error): LinkFailure {
  const code = 'code' in error ? String(error.code) : ''
  const said = `${code} ${error.message}`
  if (/ECONNREFUSED/.test(said)) return 'refused'
  if (/EACCES|EPERM|permission denied|access denied/i.test(said)) return 'no-permission'
  if (/EBUSY|resource (temporarily )?unavailable|cannot lock|busy/i.test(said)) return 'busy'
  if (/ENOENT|ENODEV|ENXIO|no such|file not found/i.test(said)) return 'no-device'
  return 'unreachable'
}

type Line = { readonly path: string; readonly baudRate: number | null; readonly flow: 'xon-xoff' | 'rts-cts' | 'none' | null }

/** node-serialport knows XON/XOFF and RTS/CTS, not the DTR/DSR most printers leave the factory with: the printer is set to one of the first two. */
async function overSerial({ path, baudRate, flow }: Line): Promise<Link> {
  const { SerialPort } = await import('serialport')
  const soft = flow === null || flow === 'xon-xoff'
  const port = new SerialPort({ path, baudRate: baudRate ?? 9_600, autoOpen: false, xon: soft, xoff: soft, rtscts: flow === 'rts-cts' })
  await new Promise<void>((done, failed) => port.open((error) => (error ? failed(new LinkFailed(reasonOf(error))) : done())))
  port.on('error', () => undefined)
  return {
    write: (bytes) => new Promise((sent, lost) => {
      const gone = () => lost(new Error('the line is gone'))
      port.once('close', gone)
      port.write(Buffer.from(bytes), (error) => (error ? lost(error) : port.drain((late) => (port.off('close', gone), late ? lost(late) : sent()))))
    }),
    onData: (hear) => void port.on('data', hear),
    onEnd: (hear) => void port.once('close', hear),
    end: () => (port.isOpen ? new Promise((done) => port.close(() => done())) : Promise.resolve()),
  }
}

/** usblp takes what it can and says EAGAIN for the rest, which may last as long as the paper is out: nothing here waits inside the system. */
async function overDeviceFile(path: string): Promise<Link> {
  const file = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY).catch((error: Error) => Promise.reject(new LinkFailed(reasonOf(error))))
  const ears = { data: (_bytes: Uint8Array): void => undefined, end: (): void => undefined, open: true }
  void listenTo(file, ears)
  return {
    write: (bytes) => writeAll(file, bytes, ears),
    onData: (hear) => void (ears.data = hear),
    onEnd: (hear) => void (ears.end = hear),
    end: async () => {
      if (!ears.open) return
      ears.open = false
      await file.close().catch(() => undefined)
    },
  }
}
type Ears = { data: (bytes: Uint8Array) => void; end: () => void; open: boolean }
const isLater = (error: unknown) => error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EWOULDBLOCK')

async function writeAll(file: FileHandle, bytes: Uint8Array, ears: Ears): Promise<void> {
  let at = 0
  while (at < bytes.length) {
    if (!ears.open) throw new Error('the file was closed')
    try {
      at += (await file.write(bytes, at)).bytesWritten
    } catch (error) {
      if (!isLater(error)) throw error
      await pause(retryMs)
    }
  }
}

/** Many USB printers never say anything; a reading that fails for good ends the listening, not the printing. */
async function listenTo(file: FileHandle, ears: Ears): Promise<void> {
  const room = new Uint8Array(256)
  while (ears.open) {
    try {
      const { bytesRead } = await file.read(room, 0, room.length)
      if (bytesRead > 0) ears.data(room.slice(0, bytesRead))
      else await pause(retryMs)
    } catch (error) {
      if (!isLater(error)) return ears.open ? ears.end() : undefined
      await pause(retryMs)
    }
  }
}
