import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { createAgreement } from './agreement.ts'
import type { FrameAsked, FrameAnswered, Shown } from './frames.ts'
import { greyOf, type Picture } from './picture.ts'
import { readPicture, readStill } from './read-picture.ts'
import type { Reading } from './reading.ts'
import { startWasm } from './wasm-reader.ts'

// A thread of its own: it is handed one picture at a time and answers each. What it read is kept nowhere.
const frameMs = 90
const stillMs = 6000

const started = startWasm({ address: wasmAddress })
const agree = createAgreement()
const now = () => performance.now()
let turn = 0

addEventListener('message', ({ data }: MessageEvent<FrameAsked>) => {
  const began = now()
  const answer = (reading: Reading | null, failed: boolean) => postMessage({ id: data.id, reading, failed, tookMs: now() - began } satisfies FrameAnswered)
  read(data).then((reading) => answer(reading, false), () => answer(null, true))
})

async function read({ shown }: FrameAsked): Promise<Reading | null> {
  const still = shown instanceof ImageBitmap
  const picture = still ? drawn(shown, shown.width, shown.height) : await pictureOf(shown)
  shown.close()
  await started
  return still ? readStill(picture, stillMs, now) : agree(await readPicture(picture, { budgetMs: frameMs, now, turn: turn++ }))
}

/** Cameras give brightness and colour apart, and only the brightness is read. */
async function pictureOf(frame: VideoFrame): Promise<Picture> {
  const { width, height } = frame.visibleRect ?? { width: frame.displayWidth, height: frame.displayHeight }
  if (frame.format !== 'I420' && frame.format !== 'NV12') return drawn(frame, width, height)
  const planes = new Uint8Array(frame.allocationSize())
  const { offset = 0, stride = width } = (await frame.copyTo(planes))[0] ?? {}
  if (stride === width) return { data: new Uint8ClampedArray(planes.buffer, offset, width * height), width, height }
  const data = new Uint8ClampedArray(width * height)
  for (let row = 0; row < height; row++) data.set(planes.subarray(offset + row * stride, offset + row * stride + width), row * width)
  return { data, width, height }
}

let canvas: OffscreenCanvas | null = null
let context: OffscreenCanvasRenderingContext2D | null = null

/** One canvas is used again for every picture of a size, so that five minutes of frames take no more memory than one. */
function drawn(shown: Shown, width: number, height: number): Picture {
  if (!canvas || canvas.width !== width || canvas.height !== height) {
    canvas = new OffscreenCanvas(width, height)
    context = canvas.getContext('2d', { willReadFrequently: true })
  }
  if (!context) throw new Error('There is no canvas to read the picture with')
  context.clearRect(0, 0, width, height)
  context.drawImage(shown, 0, 0)
  return greyOf(context.getImageData(0, 0, width, height))
}
