import type { Events } from './events.ts'
import type { WritableDB } from './store/sql.ts'
import type { Instant } from './vocabulary.ts'

/** What slow or outside work main may ask for. Real ones are opened by a host; tests open the same. */
export type Ports = {
  /** argon2id (19 MiB, t=2, p=1) on its own thread, encoded with its salt. */
  readonly hashPin: (pin: string) => Promise<string>
  readonly pinMatches: (pin: string, encodedHash: string) => Promise<boolean>
}

/** Everything a flow or a door is handed. It stays at five members: a rule test counts them. */
export type Core = {
  readonly db: WritableDB
  readonly now: () => Instant
  readonly newId: () => string
  readonly emit: <K extends keyof Events>(name: K, event: Events[K]) => void
  readonly ports: Ports
}
