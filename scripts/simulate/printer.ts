import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { engineOf, type Mark, type Step } from './printer-engine.ts'
import type { pageTables } from './printer-pages.ts'

// A receipt printer on TCP 9100 as its maker documents it: it prints line by line, reports its state when asked and by itself, keeps what it was
// sent while the paper is out, forgets it when the power goes, and serves one connection at a time.
export type Faults = {
  /** The paper ends after so many lines (counted from the start, or from the last change of paper). */
  paperOutAtLine?: number
  /** The power goes after so many lines: every connection is gone, and what was not printed with it. */
  cutPowerAtLine?: number
  coverOpen?: boolean
  /** Takes everything and says nothing: a cheap clone. */
  mute?: boolean
  /** Says how it is, but never that it has printed. */
  neverConfirms?: boolean
  /** How long a line takes. */
  lineMs?: number
}
export type Options = { readonly port?: number; readonly pages?: keyof typeof pageTables; readonly faults?: Faults }
export type VirtualPrinter = {
  readonly port: number
  /** Every piece of paper that was cut off, and what hangs out of the printer still. */
  readonly papers: () => readonly (readonly Mark[])[]
  readonly hanging: () => readonly Mark[]
  /** Everything it was ever sent, in order. */
  readonly received: () => Buffer
  readonly drawerOpenings: () => readonly { readonly pin: 2 | 5; readonly atLine: number }[]
  readonly display: () => Buffer
  readonly unknown: () => readonly number[]
  readonly connections: () => number
  readonly set: (faults: Faults) => void
  readonly loadPaper: () => void
  readonly stop: () => Promise<void>
}

type Machine = {
  readonly faults: Faults; readonly server: Server; readonly engine: ReturnType<typeof engineOf>; readonly waiting: Socket[]
  serving: Socket | null; buffer: number[]; received: Buffer[]; papers: Mark[][]; hanging: Mark[]; drawers: { pin: 2 | 5; atLine: number }[]; display: number[]; unknown: number[]
  linesLeft: number; lines: number; busy: boolean; said: string; count: number
}
const bufferBytes = 4_096

/** Starts a printer on 127.0.0.1; port 0 lets the system choose one. Rejects where the port is taken. */
export async function startPrinter({ port = 0, pages = 'epson', faults = {} }: Options = {}): Promise<VirtualPrinter> {
  const machine: Machine = {
    faults: { ...faults }, server: createServer(), engine: engineOf(pages), waiting: [], serving: null, buffer: [], received: [], papers: [], hanging: [], drawers: [], display: [], unknown: [],
    linesLeft: faults.paperOutAtLine ?? Infinity, lines: 0, busy: false, said: '', count: 0,
  }
  machine.server.on('connection', (socket) => arrive(machine, socket))
  await new Promise<void>((done, failed) => void machine.server.once('error', failed).listen(port, '127.0.0.1', done))
  return faceOf(machine)
}

function faceOf(machine: Machine): VirtualPrinter {
  return {
    port: (machine.server.address() as AddressInfo).port,
    papers: () => machine.papers, hanging: () => machine.hanging, received: () => Buffer.concat(machine.received), drawerOpenings: () => machine.drawers,
    display: () => Buffer.from(machine.display), unknown: () => machine.unknown, connections: () => machine.count,
    set: (faults) => {
      Object.assign(machine.faults, faults)
      if (faults.paperOutAtLine !== undefined) machine.linesLeft = faults.paperOutAtLine
      report(machine)
      void work(machine)
    },
    loadPaper: () => {
      machine.linesLeft = Infinity
      report(machine)
      void work(machine)
    },
    stop: () => new Promise((done) => {
      for (const socket of [machine.serving, ...machine.waiting]) socket?.destroy()
      machine.server.close(() => done())
    }),
  }
}

/** Only the first connection prints; the others are accepted and wait until it closes. */
function arrive(machine: Machine, socket: Socket): void {
  machine.count++
  socket.on('error', () => undefined)
  socket.once('close', () => leave(machine, socket))
  if (machine.serving) {
    machine.waiting.push(socket)
    socket.pause()
  } else serve(machine, socket)
}

function serve(machine: Machine, socket: Socket): void {
  machine.serving = socket
  socket.on('data', (bytes) => take(machine, bytes))
  socket.once('end', () => socket.end())
  socket.resume()
}

function leave(machine: Machine, socket: Socket): void {
  const at = machine.waiting.indexOf(socket)
  if (at >= 0) machine.waiting.splice(at, 1)
  if (machine.serving !== socket) return
  machine.serving = null
  const next = machine.waiting.shift()
  if (next) serve(machine, next)
}

/** Real-time commands are obeyed as they come in, even inside a picture; everything else waits its turn. A full buffer stops the line. */
function take(machine: Machine, bytes: Buffer): void {
  machine.received.push(bytes)
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0x10) atOnce(machine, bytes.subarray(at))
  for (const byte of bytes) machine.buffer.push(byte)
  if (machine.buffer.length > bufferBytes) machine.serving?.pause()
  void work(machine)
}

function atOnce(machine: Machine, [, what, n = 0, m = 0]: Buffer): void {
  if (what === 0x04 && n >= 1 && n <= 4) answer(machine, [instantStatus(machine, n)])
  if (what === 0x14 && n === 1) machine.drawers.push({ pin: m === 1 ? 5 : 2, atLine: machine.lines })
}

const paperOut = (machine: Machine) => machine.linesLeft <= 0
const stopped = (machine: Machine) => paperOut(machine) || machine.faults.coverOpen === true

function instantStatus(machine: Machine, n: number): number {
  const offline = stopped(machine) ? 0x08 : 0
  const cause = (machine.faults.coverOpen ? 0x04 : 0) | (paperOut(machine) ? 0x20 : 0)
  return 0x12 | ([0, offline, cause, 0, paperOut(machine) ? 0x60 : 0][n] ?? 0)
}

function answer(machine: Machine, bytes: readonly number[]): void {
  if (!machine.faults.mute) machine.serving?.write(Uint8Array.from(bytes))
}

const status = (machine: Machine): number[] => [0x10 | (stopped(machine) ? 0x08 : 0) | (machine.faults.coverOpen ? 0x20 : 0), 0, paperOut(machine) ? 0x0f : 0, 0x0f]

/** By itself, after every change, to whoever asked for reports. */
function report(machine: Machine): void {
  const now = status(machine)
  if (machine.engine.reports() === 0 || machine.said === now.join()) return
  machine.said = now.join()
  answer(machine, now)
}

/** Works through the buffer, command by command, for as long as there is paper and the cover is shut. */
async function work(machine: Machine): Promise<void> {
  if (machine.busy) return
  machine.busy = true
  for (let read = nextCommand(machine); read !== null; read = nextCommand(machine)) {
    machine.buffer.splice(0, read.used)
    if (machine.buffer.length <= bufferBytes) machine.serving?.resume()
    await obey(machine, read.step)
  }
  machine.busy = false
  if (!stopped(machine)) machine.serving?.resume() // half a picture longer than the buffer: it prints row by row and takes the rest
}
/** Questions are answered while nothing can be printed: only paper has to wait. */
function nextCommand(machine: Machine) {
  if (stopped(machine) && machine.hanging.length > 0) return null
  const read = machine.engine.next(machine.buffer)
  return read !== null && stopped(machine) && ['print', 'feed', 'cut'].includes(read.step.do) ? null : read
}

async function obey(machine: Machine, step: Step): Promise<void> {
  if (step.do === 'print') await printed(machine, step.mark)
  if (step.do === 'cut') machine.papers.push(machine.hanging.splice(0))
  if (step.do === 'drawer') machine.drawers.push({ pin: step.pin, atLine: machine.lines })
  if (step.do === 'display') machine.display.push(step.byte)
  if (step.do === 'unknown') machine.unknown.push(step.byte)
  if (step.do === 'answer' && step.what === 'report') {
    machine.said = ''
    report(machine)
  }
  if (step.do === 'answer' && step.what === 'paper' && !machine.faults.neverConfirms) answer(machine, [0x00])
}

async function printed(machine: Machine, mark: Mark): Promise<void> {
  if (machine.faults.lineMs) await new Promise((done) => void setTimeout(done, machine.faults.lineMs))
  machine.hanging.push(mark)
  machine.lines++
  machine.linesLeft--
  if (machine.faults.cutPowerAtLine !== undefined && machine.lines >= machine.faults.cutPowerAtLine) return powerGone(machine)
  if (paperOut(machine)) report(machine)
}

/** What was in the buffer is lost, and every connection with it. */
function powerGone(machine: Machine): void {
  delete machine.faults.cutPowerAtLine
  machine.buffer.length = 0
  machine.engine.reset()
  for (const socket of [machine.serving, ...machine.waiting]) socket?.resetAndDestroy()
}
