import type { InputPort } from './devices/input-port.ts'
import type { Events } from './events.ts'
import type { RefusalCode } from './errors.ts'
import type { ReadableDB, WritableDB } from './store/sql.ts'
import type { Instant, Json } from './vocabulary.ts'

/** What slow or outside work main may ask for. Real ones are opened by a host; tests open the same. */
export type Ports = {
  /** argon2id (19 MiB, t=2, p=1) on its own thread, encoded with its salt. */
  readonly hashPin: (pin: string) => Promise<string>
  readonly pinMatches: (pin: string, encodedHash: string) => Promise<boolean>
  readonly reader: Reader
  /** Sends a text message to a phone number; absent where no provider is set up. */
  readonly sendText?: (to: string, text: string) => Promise<void>
  /** The last bugs of this register: when, at which door, what kind, in which file; nothing that was typed. Absent without a log. */
  readonly recentBugs?: () => readonly string[]
  /** Scanners and licence readers that are plugged in; absent where a shop is opened without a till. */
  readonly inputs?: InputPort
}

/** What is told while a long reading goes on, and how it is stopped. */
export type Watch = { readonly heard?: (step: Json) => void; readonly signal?: AbortSignal }
export type ReaderReply =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly code: RefusalCode; readonly facts: Readonly<Record<string, Json>> }
  | { readonly ok: false; readonly bug: { readonly stack: string; readonly code: string } }
/** Reports and checks are read on a thread with its own handle that only reads: however long they take, the till does not wait. */
export type Reader = {
  /** Answers the reading of this name (flows/readings.ts) from one look at the file, as it stood when it began. */
  readonly ask: (name: string, input: Json, watch?: Watch) => Promise<ReaderReply>
  /** Stops what is being read and gives the file free before it returns; whoever asked is answered 'check-cancelled'. */
  readonly close: () => void
}
/** What a reading is handed: the file as it stood at one moment, the time of asking, and the ear of whoever asked. */
export type Look = { readonly db: ReadableDB; readonly at: Instant; readonly heard: (step: Json) => void; readonly stopped: () => boolean }

/** Everything a flow or a door is handed. It stays at five members: a rule test counts them. */
export type Core = {
  readonly db: WritableDB
  readonly now: () => Instant
  readonly newId: () => string
  readonly emit: <K extends keyof Events>(name: K, event: Events[K]) => void
  readonly ports: Ports
}
