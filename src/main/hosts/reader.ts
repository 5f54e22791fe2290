import { parentPort, workerData } from 'node:worker_threads'
import type { ReaderReply } from '../context.ts'
import { Refusal } from '../errors.ts'
import { readings, type Reading } from '../flows/readings.ts'
import { openReader } from '../store/open.ts'
import { putLogAway } from '../store/log.ts'
import { logIntoFile, places, type FromReader, type ReaderData, type ToReader } from '../store/reader.port.ts'
import { checkRows, inSnapshot } from '../store/sql.ts'
import type { Instant, Json } from '../vocabulary.ts'

// The thread that reads: every question gets a handle of its own and sees the file as it stood when it was asked.
const { file, key, checked, seen } = workerData as ReaderData
const stopped = new Set<number>()
checkRows(checked)
const tell = (message: FromReader): void => parentPort?.postMessage(message)
const closing = (): boolean => Atomics.load(seen, places.closing) === 1

parentPort?.on('message', (message: ToReader) => {
  if ('stop' in message) return void stopped.add(message.stop)
  void answer(message).then((reply) => (stopped.delete(message.id), tell({ id: message.id, reply })))
})

async function answer({ id, name, input }: Extract<ToReader, { id: number }>): Promise<ReaderReply> {
  Atomics.add(seen, places.handles, 1)
  try {
    if (closing()) throw new Refusal('check-cancelled')
    const db = openReader(file, key && Buffer.from(key))
    try {
      const { at, asked } = input as { at: Instant; asked: never }
      const look = { db, at, heard: (step: Json) => tell({ id, step }), stopped: () => closing() || stopped.has(id) }
      const value = name === logIntoFile ? putLogAway(db) : await inSnapshot(db, () => (readings as Readonly<Record<string, Reading>>)[name]!(look, asked))
      return { ok: true, value: value ?? null }
    } finally {
      db.close()
    }
  } catch (error) {
    return asReply(error)
  } finally {
    Atomics.sub(seen, places.handles, 1)
    Atomics.notify(seen, places.handles)
  }
}

function asReply(error: unknown): ReaderReply {
  if (error instanceof Refusal) return { ok: false, code: error.code, facts: error.facts }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return { ok: false, bug: { stack: error instanceof Error ? (error.stack ?? error.message) : String(error), code } }
}
