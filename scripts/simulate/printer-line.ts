import { spawnSync } from 'node:child_process'
import { closeSync, constants, openSync } from 'node:fs'
import { connect } from 'node:net'
import pty from '@lydell/node-pty'

// What the package opens without a child process, which its types do not show.
type End = { destroy(): void; write(bytes: Uint8Array): boolean; on(event: 'data', heard: (bytes: Buffer) => void): void; on(event: 'error', heard: () => void): void }
type Pair = { readonly _pty: string; readonly _master: End; readonly _slave: End }

/** A serial line that ends in the virtual printer on this port: what the register writes there is printed, and what the printer says comes back. */
export function printerLine(port: number): { readonly path: string; readonly unplug: () => void } {
  const pair = (pty as unknown as { open(options: { encoding: null }): Pair }).open({ encoding: null })
  // The package reads its own end too; another handle keeps that end alive.
  const held = openSync(pair._pty, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK)
  pair._slave.destroy()
  spawnSync('stty', ['-F', pair._pty, 'raw', '-echo'], { stdio: 'ignore' })
  const printer = connect({ host: '127.0.0.1', port })
  pair._master.on('data', (bytes) => void printer.write(bytes))
  pair._master.on('error', () => undefined)
  printer.on('data', (bytes) => void pair._master.write(bytes))
  printer.on('error', () => undefined)
  let plugged = true
  const unplug = () => {
    if (!plugged) return
    plugged = false
    printer.destroy()
    pair._master.destroy()
    closeSync(held)
  }
  return { path: pair._pty, unplug }
}
