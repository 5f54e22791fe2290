import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { blurred, bytesOf, chance, noisy, plainShot, shoot, symbolOf, type Shot, type Symbol } from '../renderer/devices/camera/pictures.ts'

/** What Chromium's fake camera films. The file is read again at each opening of the camera, so a test may change the scene in between. */
export const filmFile = path.join(tmpdir(), `regulars-camera-${process.env['TEST_PARALLEL_INDEX'] ?? 0}.y4m`)
export const fakeCamera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${filmFile}`]
const [width, height, frames] = [1280, 720, 6]

/** Films a code as a hand holds it: a little tilted, a little out of focus, grainy, each frame somewhat different. Null films an empty counter. */
export function film(symbol: Symbol | null, shot: Partial<Shot> = {}): void {
  const random = chance(17)
  const parts = [Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`)]
  for (let frame = 0; frame < frames; frame++) {
    const lies = { ...plainShot, modulePx: 3, tilt: 0.06 + frame * 0.01, dark: 40, paper: 220, around: 130, ...shot }
    const { data } = bytesOf(noisy(blurred(shoot(symbol ?? nothing, lies), 0.5), 5, random))
    parts.push(Buffer.from('FRAME\n'), Buffer.from(data.map((grey) => 16 + (grey * 219) / 255)), Buffer.alloc((width * height) / 2, 128))
  }
  writeFileSync(filmFile, Buffer.concat(parts))
}
const nothing: Symbol = { width: 1, height: 1, isDark: () => false }
export const codeOf = symbolOf

type Watched = { streams: MediaStream[]; longest: number }

/** From now on: which cameras the page opened, and the longest task of its main thread in ms. */
export const watchCamera = (page: Page): Promise<unknown> => page.evaluate(() => {
  const watched: Watched = { streams: [], longest: 0 }
  Object.assign(window, { watched })
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted)
    watched.streams.push(stream)
    return stream
  }
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (watched.longest = Math.max(watched.longest, duration)))).observe({ entryTypes: ['longtask'] })
})

/** How many cameras were opened, how many are still on, and the longest task since the last asking. */
export const cameraWas = (page: Page): Promise<{ opened: number; on: number; longestMs: number }> => page.evaluate(() => {
  const { watched } = window as unknown as { watched: Watched }
  const longestMs = watched.longest
  watched.longest = 0
  return { opened: watched.streams.length, on: watched.streams.filter((stream) => stream.getTracks().some((track) => track.readyState === 'live')).length, longestMs }
})
