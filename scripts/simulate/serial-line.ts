import { rmSync, symlinkSync } from 'node:fs'
import { openPty, type PtyPair } from './pty-pair.ts'

/** One end of a virtual serial line; the register opens the other, which stands at `path` for as long as it is plugged in. */
export type SerialLine = {
  readonly path: string
  readonly write: (bytes: string | Uint8Array) => void
  readonly unplug: () => void
  readonly plug: () => void
  readonly isPlugged: () => boolean
}

/** A line behind a path that stays the same however often it is unplugged: what is written comes out there byte for byte, as from a real port. */
export function serialLine(path: string): SerialLine {
  let open: PtyPair | null = null
  const plug = () => {
    if (open) return
    open = openPty()
    rmSync(path, { force: true })
    symlinkSync(open.path, path)
  }
  const unplug = () => {
    if (!open) return
    rmSync(path, { force: true })
    open.close()
    open = null
  }
  const write = (bytes: string | Uint8Array) => {
    if (!open) throw new Error('it is unplugged')
    open.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
  }
  plug()
  return { path, write, plug, unplug, isPlugged: () => open !== null }
}
