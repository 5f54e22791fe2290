import { beforeAll, describe, expect, test } from 'vitest'
import { createAgreement } from '../../../../src/renderer/devices/camera/agreement.ts'
import { readPicture, readStill } from '../../../../src/renderer/devices/camera/read-picture.ts'
import type { Picture } from '../../../../src/renderer/devices/camera/picture.ts'
import type { Reading } from '../../../../src/renderer/devices/camera/reading.ts'
import { licenceFrames, madeUpLicence } from './licence-frames.ts'
import { blurred, bytesOf, chance, noisy, plainShot, shoot, startDecoder, symbolOf, type Shot } from './pictures.ts'

const now = () => performance.now()
const longMs = 20_000
const still = (picture: Picture) => readStill(picture, longMs, now)
const small = { ...plainShot, width: 640, height: 360, x: 320, y: 180 }
const pictureOf = (bcid: string, text: string, shot: Partial<Shot> = {}, options = {}) => bytesOf(shoot(symbolOf(bcid, text, options), { ...small, ...shot }))

beforeAll(startDecoder)

describe('what is read', () => {
  test.each([
    ['qrcode', 'https://regulars.example/c/é', 'qr', 'https://regulars.example/c/é', 'Q1'],
    ['code128', 'LOY-0001234', 'code128', 'LOY-0001234', 'C0'],
    ['ean13', '4012345123456', 'ean13', '4012345123456', 'E0'],
    ['upca', '012345678905', 'ean13', '0012345678905', 'E0'],
    ['upce', '01234565', 'ean13', '0012345000065', 'E0'],
    ['ean8', '40123455', 'ean8', '40123455', 'E4'],
  ])('%s %s', async (bcid, text, symbology, read, aim) => {
    for (const tilt of [0, 0.2, Math.PI / 2, Math.PI]) {
      expect(await still(pictureOf(bcid, text, { tilt, modulePx: 2.2 }))).toMatchObject({ symbology, text: read, aim })
    }
  }, 60_000)

  test('every byte of a PDF417, with its control characters, as one letter each', async () => {
    const text = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte))
    const picture = pictureOf('pdf417', text, { modulePx: 2 }, { columns: 12, eclevel: 4, binarytext: true })
    expect(await still(picture)).toMatchObject({ symbology: 'pdf417', text })
  })

  test('made-up licences that are tilted, slanted, blurred, pale or grainy; none is misread', async () => {
    let [all, right] = [0, 0]
    for (const { text, picture, damage } of licenceFrames(0.1)) {
      const { believed } = await readPicture(picture, { budgetMs: longMs, now, turn: 0 })
      if (believed) expect(believed.text, damage).toBe(text)
      all++
      right += believed ? 1 : 0
    }
    expect(all).toBe(21)
    expect(right).toBeGreaterThanOrEqual(19)
  }, 180_000)

  test('a tilted licence within the time of one frame, or of the next few', async () => {
    const text = madeUpLicence(chance(7))
    const picture = pictureOf('pdf417', text, { ...plainShot, modulePx: 2.2, tilt: 0.14 }, { columns: 13, eclevel: 4, binarytext: true })
    const agree = createAgreement()
    let reading: Reading | null = null
    for (let turn = 0; turn < 5 && !reading; turn++) reading = agree(await readPicture(picture, { budgetMs: 90, now, turn }))
    expect(reading).toMatchObject({ symbology: 'pdf417', text })
  })
})

describe('what is not read', () => {
  test('a picture without a code gives none, however hard it is looked at', async () => {
    const random = chance(99)
    const scenes: [string, (x: number, y: number) => number][] = [
      ['white', () => 255], ['black', () => 0], ['noise', () => random() * 255], ['stripes', (x) => (x % 9 < 4 ? 0 : 255)], ['fine stripes', (x) => (x % 3 === 0 ? 0 : 255)],
      ['checks', (x, y) => ((x >> 3) + (y >> 3)) % 2 * 255], ['bars of chance', (x) => bars[x >> 1] ?? 0], ['rows of chance', (_, y) => bars[y >> 1] ?? 0],
      ['blocks of chance', (x, y) => blocks[(y >> 2) * 160 + (x >> 2)] ?? 0], ['a lamp', (x, y) => 255 - Math.hypot(x - 300, y - 100) / 3], ['lines of print', (x, y) => (y % 24 < 14 ? blocks[(y >> 1) * 160 + (x >> 2)] ?? 0 : 255)],
    ]
    const bars = Array.from({ length: 400 }, () => (random() < 0.5 ? 0 : 255))
    const blocks = Array.from({ length: 160 * 200 }, () => (random() < 0.5 ? 0 : 255))
    for (const [name, grey] of scenes) {
      const picture: Picture = { width: 640, height: 360, data: Uint8ClampedArray.from({ length: 640 * 360 }, (_, at) => grey(at % 640, Math.floor(at / 640))) }
      const { believed, doubted } = await readPicture(picture, { budgetMs: longMs, now, turn: 0 })
      expect([name, believed, doubted]).toEqual([name, null, []])
    }
  }, 60_000)

  test('a code that is torn, smeared or half out of the picture is left unread rather than misread', async () => {
    const random = chance(5)
    for (let nth = 0; nth < 12; nth++) {
      const text = madeUpLicence(random)
      const whole = bytesOf(noisy(blurred(shoot(symbolOf('pdf417', text, { columns: 13, eclevel: 3, binarytext: true }), { ...plainShot, modulePx: 1.8, tilt: random() * 0.2 }), 0.6), 10, random))
      const [left, wide] = [380 + random() * 300, 40 + random() * 260]
      whole.data.forEach((grey, at) => at % 1280 > left && at % 1280 < left + wide && (whole.data[at] = nth % 2 ? 230 : (whole.data[at + 60] ?? grey)))
      const reading = await readStill(whole, 3000, now)
      expect([null, text]).toContain(reading?.text ?? null)
    }
  }, 120_000)

  test.each(['code128', 'ean13'])('%s needs two frames that agree', async (bcid) => {
    const picture = pictureOf(bcid, bcid === 'ean13' ? '4012345123456' : 'LOY-0001234', { modulePx: 3 })
    const agree = createAgreement()
    const frame = () => readPicture(picture, { budgetMs: 90, now, turn: 0 })
    expect(agree(await frame())).toBeNull()
    expect(agree(await frame())).toMatchObject({ symbology: bcid })
  })

  test('two frames that disagree are not believed, nor one that was long ago', () => {
    const doubt = (text: string) => ({ believed: null, doubted: [{ symbology: 'code128' as const, aim: 'C0', text, sure: false }] })
    const agree = createAgreement()
    expect([agree(doubt('A')), agree(doubt('B'))]).toEqual([null, null])
    for (let frame = 0; frame < 12; frame++) agree({ believed: null, doubted: [] })
    expect(agree(doubt('A'))).toBeNull()
    expect(agree(doubt('A'))).toMatchObject({ text: 'A' })
  })
})

test('nothing is printed while looking, and no global is touched', async () => {
  const said: unknown[] = []
  const { warn, error } = console
  console.warn = console.error = (...words: unknown[]) => void said.push(words)
  await still(bytesOf(noisy(shoot(symbolOf('pdf417', 'x'.repeat(200), { columns: 8 }), { ...small, modulePx: 0.9 }), 60, chance(3))))
  Object.assign(console, { warn, error })
  expect(said).toEqual([])
})

test('time is kept: a frame is given up once its time is over and the look under way has ended', async () => {
  let asked = 0
  const clock = () => asked++ * 50
  const random = chance(11)
  const picture: Picture = { width: 640, height: 360, data: Uint8ClampedArray.from({ length: 640 * 360 }, () => random() * 255) }
  await readPicture(picture, { budgetMs: 100, now: clock, turn: 0 })
  expect(asked).toBeLessThanOrEqual(4)
})

test('hundreds of frames take no more memory than a few', async () => {
  const random = chance(23)
  const picture: Picture = { width: 320, height: 180, data: Uint8ClampedArray.from({ length: 320 * 180 }, () => random() * 255) }
  const agree = createAgreement()
  const used = async (frames: number): Promise<number> => {
    for (let turn = 0; turn < frames; turn++) agree(await readPicture(picture, { budgetMs: 5, now, turn }))
    await new Promise((done) => setTimeout(done, 50))
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return (heapUsed + arrayBuffers) / 2 ** 20
  }
  const before = await used(100)
  expect(await used(500) - before).toBeLessThan(60) // MiB that were not collected yet; a frame kept is 0.3
}, 60_000)
