import type { Reading } from './reading.ts'

/** A picture for the worker: a frame of the camera, or a photo, for which there is more time and no second frame. */
export type Shown = VideoFrame | ImageBitmap
export type FrameAsked = { readonly id: number; readonly shown: Shown }
export type FrameAnswered = { readonly id: number; readonly reading: Reading | null; readonly failed: boolean; readonly tookMs: number }

/** The worker as a function: a picture goes over (it is gone here afterwards), a reading or null comes back. Rejects where the decoder cannot run. */
export type FrameReader = { readonly read: (shown: Shown) => Promise<Reading | null>; readonly end: () => void }

export function startFrameReader(): FrameReader {
  const worker = new Worker(new URL('./camera.worker.ts', import.meta.url), { type: 'module', name: 'camera' })
  const waiting = new Map<number, { done: (reading: Reading | null) => void; fail: (error: Error) => void }>()
  const failAll = () => waiting.forEach(({ fail }) => fail(new Error('The code reader could not be started')))
  let last = 0
  worker.addEventListener('message', ({ data }: MessageEvent<FrameAnswered>) => {
    const one = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.failed) one?.fail(new Error('The code reader failed'))
    else one?.done(data.reading)
  })
  worker.addEventListener('error', failAll)
  const read = (shown: Shown) => new Promise<Reading | null>((done, fail) => {
    const id = ++last
    waiting.set(id, { done, fail })
    worker.postMessage({ id, shown } satisfies FrameAsked, [shown])
  })
  return { read, end: () => (worker.terminate(), failAll()) }
}
