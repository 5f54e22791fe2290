import { connect } from 'node:net'
import { openPty } from './pty-pair.ts'

/** A serial line that ends in the virtual printer on this port: what the register writes there is printed, and what the printer says comes back. */
export function printerLine(port: number): { readonly path: string; readonly unplug: () => void } {
  const line = openPty()
  const printer = connect({ host: '127.0.0.1', port })
  line.onBytes((bytes) => void printer.write(bytes))
  printer.on('data', (bytes) => line.write(bytes))
  printer.on('error', () => undefined)
  let plugged = true
  const unplug = () => {
    if (!plugged) return
    plugged = false
    printer.destroy()
    line.close()
  }
  return { path: line.path, unplug }
}
