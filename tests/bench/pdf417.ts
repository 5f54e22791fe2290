import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readWithJs } from '../../src/renderer/devices/camera/js-reader.ts'
import { turned, type Picture } from '../../src/renderer/devices/camera/picture.ts'
import { readPicture, readStill } from '../../src/renderer/devices/camera/read-picture.ts'
import { readWithWasm } from '../../src/renderer/devices/camera/wasm-reader.ts'
import { licenceFrames } from '../renderer/devices/camera/licence-frames.ts'
import { pngPicture, startDecoder } from '../renderer/devices/camera/pictures.ts'
import { at, head, row, sorted, verdict } from './measure.ts'

type Shown = { readonly kind: string; readonly picture: Picture; readonly isRight: (text: string) => boolean }
type Reader = (picture: Picture) => Promise<string | null>

const now = () => performance.now()
const readers: Readonly<Record<string, Reader>> = {
  'ours in a frame (90 ms)': async (picture) => (await readPicture(picture, { budgetMs: 90, now, turn: 0 })).believed?.text ?? null,
  'ours on a still picture': async (picture) => (await readStill(picture, 6000, now))?.text ?? null,
  'zxing-wasm, try harder': async (picture) => (await readWithWasm(picture, { wanted: 'pdf417', harder: true }))[0]?.text ?? null,
  'zxing-wasm, fast': async (picture) => (await readWithWasm(picture, { wanted: 'pdf417' }))[0]?.text ?? null,
  '@zxing/library, try harder': async (picture) => readWithJs(picture)[0]?.text ?? null,
}

/** Codes read, misread, and time per picture, on the same pictures: made-up licences as a webcam sees them (`share` of 200), and the real ones at four turns. */
export async function benchPdf417(share: number): Promise<void> {
  await startDecoder()
  const made = [...licenceFrames(share)].map(({ damage, text, picture }) => ({ kind: damage, picture, isRight: (read: string) => read === text }))
  await compare(`PDF417: ${made.length} made-up licences, 1280 x 720`, made, 0.95)
  const real = realPictures()
  if (real.length === 0) console.log('\nPDF417: the folder of real pictures is not here; not measured')
  else await compare(`PDF417: ${real.length} real pictures and turns of them`, real, 1)
}

async function compare(title: string, pictures: readonly Shown[], wanted: number): Promise<void> {
  console.log(head(title))
  const rights: [string, Map<string, number>][] = []
  for (const [name, read] of Object.entries(readers)) {
    const [times, right]: [number[], Map<string, number>] = [[], new Map()]
    let misread = 0
    for (const { kind, picture, isRight } of pictures) {
      const begun = now()
      const text = await read(picture)
      times.push(now() - begun)
      if (text !== null && isRight(text)) right.set(kind, (right.get(kind) ?? 0) + 1)
      else if (text !== null) misread++
    }
    const all = [...right.values()].reduce((sum, count) => sum + count, 0)
    console.log(`${row(name, sorted(times))}   read ${all}, misread ${misread}`)
    rights.push([name, right])
    if (name === 'ours on a still picture') console.log(verdict(`share read, at least ${wanted} wanted and none misread`, all / pictures.length, all / pictures.length >= wanted && misread === 0))
    if (name.startsWith('ours in')) console.log(verdict('ms median a frame, under 60 wanted', at(sorted(times), 0.5), at(sorted(times), 0.5) < 60))
  }
  byKind(pictures, rights)
}

function byKind(pictures: readonly Shown[], rights: readonly [string, Map<string, number>][]): void {
  for (const [kind, shown] of Map.groupBy(pictures, (picture) => picture.kind)) {
    console.log(`    ${kind.padEnd(20)} of ${String(shown.length).padStart(3)}: ${rights.map(([name, right]) => `${name} ${right.get(kind) ?? 0}`).join('; ')}`)
  }
}

function realPictures(): Shown[] {
  const folder = path.join(process.env['REGULARS_TEST_DATA'] ?? path.resolve(import.meta.dirname, '../../../shared/data'), 'pdf417')
  if (!existsSync(folder)) return []
  const manifest = JSON.parse(readFileSync(path.join(folder, 'aamva-made-here/manifest.json'), 'utf8')) as { file: string; variant: string; expectedBase64: string }[]
  const licences = manifest.map(({ file, variant, expectedBase64 }) => {
    const wanted = Buffer.from(expectedBase64, 'base64').toString('latin1')
    return { kind: `licence ${variant}`, picture: pngPicture(path.join(folder, 'aamva-made-here', file)), isRight: (text: string) => text === wanted }
  })
  return [...licences, ...readdirSync(path.join(folder, 'zxing')).filter((name) => name.endsWith('.png')).flatMap((name) => photosOf(path.join(folder, 'zxing', name.slice(0, -4))))]
}

function photosOf(photo: string): Shown[] {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd()
  const binary = existsSync(`${photo}.bin`) ? readFileSync(`${photo}.bin`, 'latin1') : null
  const wanted = plain(binary ?? readFileSync(`${photo}.txt`, 'utf8'))
  const isRight = (text: string) => text === binary || plain(text) === wanted || plain(Buffer.from(text, 'latin1').toString()) === wanted
  const upright = pngPicture(`${photo}.png`)
  const quarter = turned(upright)
  return [upright, quarter, turned(quarter), turned(turned(quarter))].map((picture, turn) => ({ kind: `zxing at ${turn * 90}`, picture, isRight }))
}
