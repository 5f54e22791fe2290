import { spawnSync } from 'node:child_process'
import { closeSync, constants, openSync } from 'node:fs'
import pty from '@lydell/node-pty'

/** Our end of a virtual serial line; the other is a file of the system that any program can open. */
export type PtyPair = {
  readonly path: string
  readonly write: (bytes: Uint8Array) => void
  readonly onBytes: (heard: (bytes: Buffer) => void) => void
  /** The other end sees its line go, as when a cable is pulled. */
  readonly close: () => void
}

// What the package opens without a child process, which its types do not show.
type End = { destroy(): void; write(bytes: Uint8Array): boolean; on(event: 'data', heard: (bytes: Buffer) => void): void; on(event: 'error', heard: () => void): void }
type Pair = { readonly _pty: string; readonly _master: End; readonly _slave: End }

/** Opens a pair whose bytes come through as they are, without echo. Throws where the system has none (Windows). */
export function openPty(): PtyPair {
  const pair = (pty as unknown as { open(options: { encoding: null }): Pair }).open({ encoding: null })
  // The package reads the other end too, and would eat what is meant for the register; another handle keeps that end alive.
  const held = openSync(pair._pty, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK)
  pair._slave.destroy()
  pair._master.on('error', () => undefined)
  spawnSync('stty', ['-F', pair._pty, 'raw', '-echo'], { stdio: 'ignore' })
  return {
    path: pair._pty, write: (bytes) => void pair._master.write(bytes), onBytes: (heard) => pair._master.on('data', heard),
    close: () => {
      pair._master.destroy()
      closeSync(held)
    },
  }
}
