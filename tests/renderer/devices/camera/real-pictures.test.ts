import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readStill } from '../../../../src/renderer/devices/camera/read-picture.ts'
import { turned, type Picture } from '../../../../src/renderer/devices/camera/picture.ts'
import { readWithWasm } from '../../../../src/renderer/devices/camera/wasm-reader.ts'
import { pngPicture, startDecoder } from './pictures.ts'

const folder = path.join(process.env['REGULARS_TEST_DATA'] ?? path.resolve(import.meta.dirname, '../../../../../shared/data'), 'pdf417')
const here = existsSync(folder)
if (!here) console.warn(`NOT TESTED: real pictures of PDF417. There is no ${folder}`)

const longMs = 20_000
const read = async (picture: Picture): Promise<string | null> => (await readStill(picture, longMs, () => performance.now()))?.text ?? null
/** zxing-cpp alone, trying as hard as it can. */
const alone = async (picture: Picture): Promise<string | null> => (await readWithWasm(picture, { wanted: 'pdf417', harder: true }))[0]?.text ?? null

type Licence = { readonly file: string; readonly variant: string; readonly expectedBase64: string }
const licences = here ? (JSON.parse(readFileSync(path.join(folder, 'aamva-made-here/manifest.json'), 'utf8')) as Licence[]) : []
const photos = here ? readdirSync(path.join(folder, 'zxing')).filter((name) => name.endsWith('.png')).map((name) => path.join(folder, 'zxing', name.slice(0, -4))) : []

/** zxing's own tests compare text: UTF-8 files, line ends as the file's editor left them. */
function expectedOf(photo: string): (text: string | null) => boolean {
  if (existsSync(`${photo}.bin`)) return (text) => text === readFileSync(`${photo}.bin`, 'latin1')
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd()
  const wanted = plain(readFileSync(`${photo}.txt`, 'utf8'))
  return (text) => text !== null && [plain(text), plain(Buffer.from(text, 'latin1').toString())].includes(wanted)
}

beforeAll(startDecoder)

describe.skipIf(!here)('real pictures', () => {
  test('every licence picture, clean or damaged, byte by byte; never fewer than zxing-cpp alone', async () => {
    const [missed, byOthers]: [string[], string[]] = [[], []]
    for (const { file, expectedBase64 } of licences) {
      const picture = pngPicture(path.join(folder, 'aamva-made-here', file))
      const wanted = Buffer.from(expectedBase64, 'base64').toString('latin1')
      const [ours, theirs] = [await read(picture), await alone(picture)]
      expect([wanted, null], file).toContain(ours)
      if (ours !== wanted) missed.push(file)
      if (theirs === wanted && ours !== wanted) byOthers.push(file)
    }
    expect(licences.length).toBeGreaterThan(30)
    expect(byOthers, 'zxing-cpp alone reads these').toEqual([])
    expect(missed).toEqual([])
  }, 120_000)

  test('every photo of zxing at 0, 90, 180 and 270 degrees, and none misread', async () => {
    const missed: string[] = []
    for (const photo of photos) {
      const isRight = expectedOf(photo)
      let picture = pngPicture(`${photo}.png`)
      for (const degrees of [0, 90, 180, 270]) {
        const text = await read(picture)
        if (text !== null) expect(isRight(text), `${path.basename(photo)} at ${degrees}`).toBe(true)
        else missed.push(`${path.basename(photo)} at ${degrees}`)
        picture = turned(picture)
      }
    }
    expect(photos.length).toBeGreaterThan(20)
    expect(missed).toEqual([])
  }, 180_000)
})
