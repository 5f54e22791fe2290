import type { Outcome, PrintReason } from './print-job.ts'
import { readAsb, readInstant, statusReader, troubleIn, type PrinterStatus, type PrinterTrouble } from './printer-status.ts'
import { pause, type Link } from './printer.port.ts'

/** What to print: the drawer's pulse goes first, and at once (in real time) where the printer cannot print. */
export type Errand = { readonly pulse: Uint8Array | null; readonly pulseNow: Uint8Array | null; readonly paper: Uint8Array }
export type Manner = { readonly status: 'answers' | 'maybe' | 'none'; readonly confirms: boolean; readonly timing?: Partial<Timing> }
export type Timing = { readonly askMs: number; readonly confirmMs: number; readonly troubleMs: number; readonly settleMs: number }
/** Told as it happens: from `began` on something may be on paper; `trouble` is what the printer waits for, null when it goes on. */
export type Told = { readonly began: () => void; readonly trouble: (trouble: PrinterTrouble | null) => void; readonly answers: (answers: boolean) => void }
/** What whoever waits may do meanwhile: hang up, or tell the printer that the jam is cleared. */
export type Reins = { readonly signal: AbortSignal; goOn: () => void }

const usual: Timing = { askMs: 1_500, confirmMs: 20_000, troubleMs: 10 * 60_000, settleMs: 400 }
const initialise = [0x1b, 0x40]
const reportAll = [0x1d, 0x61, 0xff]
const askPrinted = [0x1d, 0x72, 0x01]
const askCause = [0x10, 0x04, 0x02]
const recover = [0x10, 0x05, 0x01]
const flushBytes = 8_192
const chunkBytes = 1_024

/**
 * Prints over an open link by the printer's own protocol: ask how it is, send, and ask to be told when everything is on paper. Only that answer
 * makes it "printed". Before the first byte of the paper a failure is certain; after it, silence is "unknown".
 */
export async function printOver(link: Link, errand: Errand, manner: Manner, told: Told, reins: Reins): Promise<Outcome> {
  const talk = hearing(link, reins.signal, { ...usual, ...manner.timing })
  reins.goOn = () => void link.write(Uint8Array.from(recover)).catch(() => undefined)
  const outcome = await conversation(talk, errand, manner, told)
  await link.end(outcome.state === 'unknown')
  return outcome
}

async function conversation(talk: Talk, errand: Errand, manner: Manner, told: Told): Promise<Outcome> {
  if (manner.status === 'none') return send(talk, errand, false, told, initialise)
  const status = await askHowItIs(talk, manner.status === 'answers')
  told.answers(status !== null)
  if (talk.ended()) return { state: 'failed', reason: 'connection-lost', pulsed: false }
  if (status === null) return manner.status === 'maybe' ? send(talk, errand, false, told, initialise) : { state: 'failed', reason: 'no-answer', pulsed: false }
  const trouble = troubleIn(status)
  if (trouble === null) return send(talk, errand, manner.confirms, told, [])
  if (errand.pulseNow) await talk.write(errand.pulseNow)
  return { state: 'failed', reason: trouble, pulsed: errand.pulseNow !== null }
}

/** A printer that hangs with someone else's receipt reads no commands, but says at once why when it is asked in real time (DLE EOT 2). */
async function askAtOnce(talk: Talk): Promise<PrinterStatus | null> {
  void talk.write(Uint8Array.from(askCause))
  await talk.wait('instant', talk.timing.askMs / 2)
  const byte = talk.instant()
  const status = byte === null ? null : { ...readAsb([]), ...readInstant(2, byte) }
  return status !== null && troubleIn(status) !== null ? status : null
}

/** A printer may still be digesting half a command of someone else: then nothing comes, and NULs push it through before it is asked once more. */
async function askHowItIs(talk: Talk, insist: boolean): Promise<PrinterStatus | null> {
  const question = Uint8Array.from([...initialise, ...reportAll])
  void talk.write(question)
  if ((await talk.wait('status', talk.timing.askMs)) !== 'late') return talk.status()
  const cause = await askAtOnce(talk)
  if (cause !== null || !insist) return cause
  void talk.write(Buffer.concat([new Uint8Array(flushBytes), question]))
  await talk.wait('status', talk.timing.askMs)
  return talk.status()
}

async function send(talk: Talk, { pulse, paper }: Errand, confirms: boolean, told: Told, before: readonly number[]): Promise<Outcome> {
  const bytes = Buffer.concat([Uint8Array.from(before), pulse ?? new Uint8Array(), paper])
  const pulsed = pulse !== null
  told.began()
  talk.watch(told.trouble)
  for (let at = 0; at < bytes.length; at += chunkBytes) if (!(await delivered(talk, bytes.subarray(at, at + chunkBytes)))) return lost(talk, pulsed, 'no-confirmation')
  if (!confirms) return settle(talk, pulsed)
  talk.ask()
  if (!(await delivered(talk, Uint8Array.from(askPrinted)))) return lost(talk, pulsed)
  const answer = await awaitPaper(talk)
  return answer === 'confirmed' ? { state: 'printed', reason: '', pulsed } : lost(talk, pulsed, 'no-confirmation')
}

/** A printer that is out of paper takes no more: that may last. One that takes nothing and says nothing is given up. */
async function delivered(talk: Talk, bytes: Uint8Array): Promise<boolean> {
  const writing = talk.write(bytes)
  for (;;) {
    const waitMs = talk.trouble() === null ? talk.timing.confirmMs : talk.timing.troubleMs
    const done = await Promise.race([writing, pause(waitMs).then(() => 'late' as const)])
    if (done !== 'late') return done
    if (talk.trouble() === null || waitMs === talk.timing.troubleMs) return false
  }
}

/** Waits as long as the printer needs, and as long as it says that it waits for us: paper, a closed cover. */
async function awaitPaper(talk: Talk): Promise<'confirmed' | 'ended' | 'late'> {
  for (;;) {
    const trouble = talk.trouble() !== null
    const answer = await talk.wait('confirmed', trouble ? talk.timing.troubleMs : talk.timing.confirmMs, true)
    if (answer === 'confirmed' || answer === 'ended') return answer
    if (answer === 'late') return 'late'
  }
}

/** A printer that says nothing more is believed after a moment; one that says it is in trouble is waited for. */
async function settle(talk: Talk, pulsed: boolean): Promise<Outcome> {
  await talk.wait('confirmed', talk.timing.settleMs)
  while (talk.trouble() !== null && !talk.ended()) if ((await talk.wait('confirmed', talk.timing.troubleMs, true)) === 'late') break
  return talk.trouble() === null ? { state: 'sent', reason: '', pulsed } : lost(talk, pulsed)
}

const lost = (talk: Talk, pulsed: boolean, late: PrintReason = 'connection-lost'): Outcome =>
  ({ state: 'unknown', reason: talk.dropped() ? 'dropped' : (talk.trouble() ?? (talk.ended() ? 'connection-lost' : late)), pulsed })

type Heeded = 'status' | 'confirmed' | 'instant'
type Woken = Heeded | 'ended' | 'late' | 'changed'
type Talk = {
  readonly timing: Timing
  readonly write: (bytes: Uint8Array) => Promise<boolean>
  readonly wait: (what: Heeded, ms: number, orChange?: boolean) => Promise<Woken>
  readonly status: () => PrinterStatus | null
  readonly instant: () => number | null
  readonly trouble: () => PrinterTrouble | null
  /** From now on a confirmation is the answer to this question. */
  readonly ask: () => void
  readonly watch: (tell: (trouble: PrinterTrouble | null) => void) => void
  readonly ended: () => boolean
  readonly dropped: () => boolean
}

/** Both sides of one connection: what the printer last said, and someone to wake when it says more. Writes go one after another. */
function hearing(link: Link, signal: AbortSignal, timing: Timing): Talk {
  const now: Now = { status: null, confirmed: false, instant: null, ended: false, wake: () => undefined, tell: () => undefined, written: Promise.resolve(true) }
  const trouble = () => (now.status === null ? null : troubleIn(now.status))
  const gone = new Promise<false>((no) => {
    const over = () => ((now.ended = true), now.wake(), no(false))
    link.onEnd(over)
    signal.addEventListener('abort', over, { once: true })
  })
  listen(link, now, trouble)
  return {
    timing, trouble, status: () => now.status, instant: () => now.instant, ended: () => now.ended, dropped: () => signal.aborted,
    ask: () => void (now.confirmed = false), watch: (tell) => void (now.tell = tell),
    write: (bytes) => (now.written = now.written.then((fine) => (fine ? Promise.race([link.write(bytes).then(() => true, () => false), gone]) : false))),
    wait: (what, ms, orChange = false) => woken(now, what, ms, orChange),
  }
}
type Now = { status: PrinterStatus | null; confirmed: boolean; instant: number | null; ended: boolean; wake: () => void; tell: (trouble: PrinterTrouble | null) => void; written: Promise<boolean> }

function listen(link: Link, now: Now, trouble: () => PrinterTrouble | null): void {
  const read = statusReader()
  link.onData((bytes) => read(bytes).forEach((heard) => {
    const before = trouble()
    if (heard.kind === 'status') now.status = heard.status
    if (heard.kind === 'confirmed') now.confirmed = true
    if (heard.kind === 'instant') now.instant = heard.byte
    if (trouble() !== before) now.tell(trouble())
    now.wake()
  }))
}

/** Waits for what is asked for, for the end, or (`orChange`) for anything new; it may have come already. */
function woken(now: Now, what: Heeded, ms: number, orChange: boolean): Promise<Woken> {
  return new Promise((done) => {
    const look = (changed: boolean): void => {
      const come = { confirmed: now.confirmed, status: now.status !== null, instant: now.instant !== null }[what]
      const found: Woken | null = come ? what : now.ended ? 'ended' : changed && orChange ? 'changed' : null
      if (found !== null) finish(found)
    }
    const finish = (found: Woken) => {
      clearTimeout(late)
      now.wake = () => undefined
      done(found)
    }
    const late = setTimeout(() => finish('late'), ms)
    now.wake = () => look(true)
    look(false)
  })
}
