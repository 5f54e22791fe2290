import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { createAgreement } from './agreement.ts'
import type { FrameAsked, FrameAnswered } from './frames.ts'
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

async function read({ bitmap, still }: FrameAsked): Promise<Reading | null> {
  const picture = pixelsOf(bitmap)
  await started
  return still ? readStill(picture, stillMs, now) : agree(await readPicture(picture, { budgetMs: frameMs, now, turn: turn++ }))
}

let canvas: OffscreenCanvas | null = null
let context: OffscreenCanvasRenderingContext2D | null = null

/** One canvas is used again for every frame of a size, so that five minutes of frames take no more memory than one. */
function pixelsOf(bitmap: ImageBitmap): Picture {
  const { width, height } = bitmap
  if (!canvas || canvas.width !== width || canvas.height !== height) {
    canvas = new OffscreenCanvas(width, height)
    context = canvas.getContext('2d', { willReadFrequently: true })
  }
  if (!context) throw new Error('There is no canvas to read the picture with')
  context.clearRect(0, 0, width, height)
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  return greyOf(context.getImageData(0, 0, width, height))
}
