import { Worker } from 'node:worker_threads'
import type { Ports } from '../context.ts'

/**
 * Opens the thread that hashes PINs: argon2id takes about 100 ms, and main may not be blocked for 50. `worker` is the URL of pin.worker.
 * A hash that cannot be read is answered with "does not match"; a thread that died fails the open questions and is opened anew.
 */
export function openPinHasher(worker: URL): Omit<Ports, 'reader'> & { close(): Promise<number> } {
  const open = new Map<number, { done(value: unknown): void; fail(error: Error): void }>()
  let last = 0
  let thread = start()
  function start(): Worker {
    const started = new Worker(worker)
    started.on('message', ({ id, value }: { id: number; value: unknown }) => (open.get(id)?.done(value), void open.delete(id)))
    started.on('error', (error) => {
      for (const asked of open.values()) asked.fail(error)
      open.clear()
      thread = start()
    })
    started.unref()
    return started
  }
  const ask = (pin: string, hash: string | null) =>
    new Promise<unknown>((done, fail) => {
      open.set(++last, { done, fail })
      thread.ref()
      thread.postMessage({ id: last, pin, hash })
    }).finally(() => open.size === 0 && thread.unref())
  return {
    hashPin: async (pin) => String(await ask(pin, null)),
    pinMatches: async (pin, encodedHash) => (await ask(pin, encodedHash)) === true,
    close: () => thread.terminate(),
  }
}
