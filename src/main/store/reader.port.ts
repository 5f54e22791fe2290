import { Worker } from 'node:worker_threads'
import type { Reader, ReaderReply, Watch } from '../context.ts'
import type { Json } from '../vocabulary.ts'

/** `thread` is the URL of hosts/reader; `checked` makes it check the shape of every row, as tests do. */
export type ReaderOptions = { readonly thread: URL; readonly file: string; readonly key: Buffer | null; readonly checked?: boolean }
/** Both threads see these two numbers: whether the register is closing, and how many handles are open. */
export const places = { closing: 0, handles: 1 } as const
/** The one question that is no reading: the thread is to copy the log into the file (store/log.ts). It answers how many pages are left. */
export const logIntoFile = 'log-into-file'
export type ReaderData = { readonly file: string; readonly key: Uint8Array | null; readonly checked: boolean; readonly seen: Int32Array }
export type ToReader = { readonly id: number; readonly name: string; readonly input: Json } | { readonly stop: number }
export type FromReader = { readonly id: number; readonly reply: ReaderReply } | { readonly id: number; readonly step: Json }
type Asked = { readonly done: (reply: ReaderReply) => void; readonly watch: Watch }

/** Reading one statement to its end takes a second or two at most; a file that is still read then is closed without a clean end. */
const closeWaitMs = 5_000
/** After this long without a question the thread ends and gives its memory back. */
const idleMs = 120_000
const cancelled: ReaderReply = { ok: false, code: 'check-cancelled', facts: {} }

/** Starts the thread with the first question, so that a register that shows no report has none. */
export function openReader({ thread: url, file, key, checked = false }: ReaderOptions): Reader {
  const seen = new Int32Array(new SharedArrayBuffer(8))
  const data: ReaderData = { file, key, checked, seen }
  const asked = new Map<number, Asked>()
  const thread = startedOnUse(url, data, asked)
  let [last, closed] = [0, false]
  return {
    ask: (name, input, watch = {}) => new Promise((done) => {
      if (closed) return done(cancelled)
      const id = ++last
      asked.set(id, { done, watch })
      watch.signal?.addEventListener('abort', () => asked.has(id) && thread.tell({ stop: id }), { once: true })
      thread.tell({ id, name, input })
    }),
    close: () => {
      closed = true
      waitUntilFree(seen)
      thread.end()
      answerAll(asked, cancelled)
    },
  }
}

function answerAll(asked: Map<number, Asked>, reply: ReaderReply): void {
  for (const { done } of asked.values()) done(reply)
  asked.clear()
}

/** Blocks: the file may only be closed when nobody reads it any more. */
function waitUntilFree(seen: Int32Array): void {
  Atomics.store(seen, places.closing, 1)
  for (let open = Atomics.load(seen, places.handles); open > 0; open = Atomics.load(seen, places.handles)) {
    if (Atomics.wait(seen, places.handles, open, closeWaitMs) === 'timed-out') return
  }
}

/** The thread, which begins with the first word to it and ends when nothing was asked for a while. It never keeps the program from ending while it has nothing to do. */
function startedOnUse(url: URL, workerData: ReaderData, asked: Map<number, Asked>) {
  let thread: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  const end = (): void => {
    clearTimeout(idle)
    void thread?.terminate()
    thread = null
  }
  function hear(message: FromReader): void {
    const one = asked.get(message.id)
    if ('step' in message) return one?.watch.heard?.(message.step)
    asked.delete(message.id)
    // Whoever took the question back is answered so, also where the thread was done before it heard.
    one?.done(one.watch.signal?.aborted ? cancelled : message.reply)
    if (asked.size > 0) return
    thread?.unref()
    idle = setTimeout(end, idleMs).unref()
  }
  function start(): Worker {
    const started = new Worker(url, { workerData })
    started.on('message', hear)
    started.on('error', (error) => {
      thread = null
      answerAll(asked, { ok: false, bug: { stack: error.stack ?? String(error), code: '' } })
    })
    return started
  }
  const tell = (message: ToReader): void => {
    clearTimeout(idle)
    thread ??= start()
    thread.ref()
    thread.postMessage(message)
  }
  return { tell, end }
}
