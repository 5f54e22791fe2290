import { performance } from 'node:perf_hooks'
import { afterFailure, afterLoss, afterOpening, newLife, pauseMsAfter, type Life } from '../devices/device-life.ts'
import type { Device } from '../devices/device.ts'
import type { Arrived } from '../devices/arrived.ts'
import type { Hears, Line, Opened } from '../devices/input-port.ts'
import { streamOf } from '../devices/input-stream.ts'

/** What a running device needs of whoever runs it. */
export type LineKeeper = {
  /** Finds where the device is now and opens it. */
  readonly open: (hears: Hears) => Promise<Opened>
  readonly arrived: (arrived: Arrived) => void
  readonly changed: () => void
  /** Sees the bytes first; true takes them, and nothing arrives. */
  readonly tap: (chunk: Uint8Array, atMs: number) => boolean
}
export type RunningLine = { readonly device: Device; life: Life; readonly close: () => Promise<void>; /** Tries again now, because something was plugged in. */ readonly poke: () => void }

/** Bytes that are read late still count as in time. */
const graceMs = 20

/** Opens one device and keeps at it until closed: reopened with growing pauses, at once when something is plugged in. */
export function runLine(device: Device, keeper: LineKeeper): RunningLine {
  const quiet = quietWatch(device, keeper)
  const trying: Trying = { line: null, failures: 0, opening: false, stopped: false, retry: undefined }
  const running: RunningLine = {
    device, life: newLife,
    close: async () => {
      trying.stopped = true
      clearTimeout(trying.retry)
      quiet.drop()
      await trying.line?.close()
    },
    poke: () => {
      trying.failures = 0
      clearTimeout(trying.retry)
      void attempt(running, trying, keeper, hears)
    },
  }
  const hears: Hears = {
    bytes: quiet.bytes,
    lost: () => {
      trying.line = null
      quiet.drop()
      if (trying.stopped) return
      live(running, keeper, afterLoss(running.life))
      tryLater(running, trying, keeper, hears)
    },
  }
  void attempt(running, trying, keeper, hears)
  return running
}
type Trying = { line: Line | null; failures: number; opening: boolean; stopped: boolean; retry: NodeJS.Timeout | undefined }

async function attempt(running: RunningLine, trying: Trying, keeper: LineKeeper, hears: Hears): Promise<void> {
  if (trying.opening || trying.stopped || trying.line) return
  trying.opening = true
  const opened = await keeper.open(hears).catch((): Opened => ({ trouble: 'failed' }))
  trying.opening = false
  if (trying.stopped) return 'line' in opened ? opened.line.close() : undefined
  if ('line' in opened) {
    trying.line = opened.line
    trying.failures = 0
    return live(running, keeper, afterOpening(running.life))
  }
  live(running, keeper, afterFailure(running.life, opened.trouble))
  tryLater(running, trying, keeper, hears)
}

function tryLater(running: RunningLine, trying: Trying, keeper: LineKeeper, hears: Hears): void {
  clearTimeout(trying.retry)
  trying.retry = setTimeout(() => void attempt(running, trying, keeper, hears), pauseMsAfter(++trying.failures)).unref()
}

function live(running: RunningLine, { changed }: LineKeeper, life: Life): void {
  const isSame = running.life.state === life.state && running.life.trouble === life.trouble
  running.life = life
  if (!isSame) changed()
}

/** Puts the bytes together and watches for the silence that ends what has no other end. */
function quietWatch(device: Device, { arrived, tap }: LineKeeper) {
  let stream = streamOf(device)
  let timer: NodeJS.Timeout | undefined
  const arm = () => {
    clearTimeout(timer)
    const dueAtMs = stream.dueAtMs()
    if (dueAtMs !== null) timer = setTimeout(() => (stream.quiet(performance.now()).forEach(arrived), arm()), Math.max(1, dueAtMs - performance.now() + graceMs)).unref()
  }
  const bytes: Hears['bytes'] = (chunk, atMs) => {
    if (tap(chunk, atMs)) return
    stream.bytes(chunk, atMs).forEach(arrived)
    arm()
  }
  /** What was under way when the device went is half of something: a read error where it was seen to begin. */
  const drop = () => {
    clearTimeout(timer)
    if (stream.dueAtMs() !== null) stream.quiet(Number.MAX_SAFE_INTEGER).filter(({ kind }) => kind === 'read-error').forEach(arrived)
    stream = streamOf(device)
  }
  return { bytes, drop }
}
