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
  let line: Line | null = null
  let failures = 0
  let [opening, stopped] = [false, false]
  let retry: NodeJS.Timeout | undefined
  const running: RunningLine = { device, life: newLife, close, poke }
  const live = (life: Life) => {
    const isSame = running.life.state === life.state && running.life.trouble === life.trouble
    running.life = life
    if (!isSame) keeper.changed()
  }
  const again = () => {
    clearTimeout(retry)
    retry = setTimeout(() => void attempt(), pauseMsAfter(++failures)).unref()
  }
  const lost = () => {
    line = null
    quiet.drop()
    if (stopped) return
    live(afterLoss(running.life))
    again()
  }
  async function attempt(): Promise<void> {
    if (opening || stopped || line) return
    opening = true
    const opened = await keeper.open({ bytes: quiet.bytes, lost }).catch((): Opened => ({ trouble: 'failed' }))
    opening = false
    if ('line' in opened && stopped) return opened.line.close()
    if (stopped) return
    if ('line' in opened) [line, failures] = [opened.line, 0]
    live('line' in opened ? afterOpening(running.life) : afterFailure(running.life, opened.trouble))
    if (!line) again()
  }
  async function close(): Promise<void> {
    stopped = true
    clearTimeout(retry)
    quiet.drop()
    await line?.close()
  }
  function poke(): void {
    failures = 0
    clearTimeout(retry)
    void attempt()
  }
  void attempt()
  return running
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
