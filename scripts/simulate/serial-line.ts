import { spawnSync } from 'node:child_process'
import { closeSync, constants, existsSync, openSync, rmSync, symlinkSync } from 'node:fs'
import pty from '@lydell/node-pty'

/** One end of a virtual serial line; the register opens the other, which stands at `path` for as long as it is plugged in. */
export type SerialLine = {
  readonly path: string
  readonly write: (bytes: string | Uint8Array) => void
  readonly unplug: () => void
  readonly plug: () => void
  readonly isPlugged: () => boolean
}

// What the package opens without a child process, which its types do not show.
type End = { destroy(): void; write(bytes: Uint8Array): boolean; on(event: 'error', heard: () => void): void }
type Pair = { readonly _pty: string; readonly _master: End; readonly _slave: End }
type Opened = { readonly pair: Pair; readonly held: number }

/** A pty pair behind a path that stays the same however often it is unplugged: what is written comes out there byte for byte, as from a real port. */
export function serialLine(path: string): SerialLine {
  let open: Opened | null = null
  const plug = () => {
    open ??= openPair(path)
  }
  const unplug = () => {
    if (!open) return
    rmSync(path, { force: true })
    open.pair._master.destroy()
    closeSync(open.held)
    open = null
  }
  const write = (bytes: string | Uint8Array) => {
    if (!open) throw new Error('it is unplugged')
    open.pair._master.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
  }
  plug()
  return { path, write, plug, unplug, isPlugged: () => open !== null }
}

function openPair(path: string): Opened {
  const pair = (pty as unknown as { open(options: { encoding: null }): Pair }).open({ encoding: null })
  // The package reads its own end too, and would eat what is meant for the register; another handle keeps that end alive.
  const held = openSync(pair._pty, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK)
  pair._slave.destroy()
  pair._master.on('error', () => undefined)
  spawnSync('stty', ['-F', pair._pty, 'raw', '-echo'], { stdio: 'ignore' })
  if (existsSync(path)) rmSync(path)
  symlinkSync(pair._pty, path)
  return { pair, held }
}
