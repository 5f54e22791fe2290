import type { Picture } from '../../../../src/renderer/devices/camera/picture.ts'
import { blurred, bytesOf, chance, noisy, plainShot, shoot, symbolOf, type Raws, type Shot } from './pictures.ts'

/** What was done to a frame, and how many of them the whole set of 200 has. */
export const damages = { clean: 20, 'tilt to 5°': 20, 'tilt 5-15°': 25, blur: 30, noise: 20, 'held at an angle': 30, 'low contrast': 25, combined: 30 } as const
export type Damage = keyof typeof damages
export type LicenceFrame = { readonly damage: Damage; readonly text: string; readonly picture: Picture }

/** Made-up licences in 1280 x 720 frames, 1.5 to 4 pixels a module, as a webcam would show them; `share` of the whole set of 200. */
export function* licenceFrames(share: number, seed = 4171): Generator<LicenceFrame> {
  const random = chance(seed)
  for (const [damage, count] of Object.entries(damages) as [Damage, number][]) {
    for (let nth = 0; nth < count * share; nth++) yield frameOf(damage, random)
  }
}

function frameOf(damage: Damage, random: () => number): LicenceFrame {
  const text = madeUpLicence(random)
  const symbol = symbolOf('pdf417', text, { columns: 11 + Math.floor(random() * 6), eclevel: 3 + Math.floor(random() * 3), binarytext: true })
  const most = Math.min(4, 1150 / (symbol.width + 16), 600 / (symbol.height + 16))
  const modulePx = Math.max(damage === 'combined' ? 1.9 : 1.5, 1.5 + random() * (most - 1.5))
  const shot: Shot = {
    ...plainShot, modulePx, x: 600 + random() * 80, y: 320 + random() * 80, dark: 15 + random() * 30, paper: 215 + random() * 30, around: 120 + random() * 100,
    ...heldAs(damage, symbol.width / 2, random),
  }
  return { damage, text, picture: bytesOf(spoilt(damage, shoot(symbol, shot), modulePx, random)) }
}

const degrees = (count: number): number => (count * Math.PI) / 180
/** One side up to a third nearer than the other. */
const aslant = (half: number, random: () => number): readonly [number, number] => {
  const way = random() * 2 * Math.PI
  return [(Math.cos(way) * 0.18) / half, (Math.sin(way) * 0.18) / half]
}

function heldAs(damage: Damage, half: number, random: () => number): Partial<Shot> {
  const side = random() * 2 - 1
  if (damage === 'tilt to 5°') return { tilt: degrees(5 * side) }
  if (damage === 'tilt 5-15°') return { tilt: degrees(Math.sign(side) * (5 + 10 * Math.abs(side))) }
  if (damage === 'held at an angle') return { tilt: degrees(3 * side), near: aslant(half, random) }
  const dark = (damage === 'low contrast' ? 90 : 50) + random() * 20
  if (damage === 'low contrast') return { dark, paper: dark + 22 + random() * 20 }
  return damage === 'combined' ? { tilt: degrees(10 * side), near: aslant(half, random), dark, paper: dark + 70 + random() * 50 } : {}
}

function spoilt(damage: Damage, picture: Raws, modulePx: number, random: () => number): Raws {
  if (damage === 'blur') return blurred(picture, 0.3 + 0.45 * modulePx * random())
  if (damage === 'noise') return noisy(picture, 12 + 28 * random(), random)
  if (damage === 'low contrast') return noisy(picture, 1 + 2 * random(), random)
  return damage === 'combined' ? noisy(blurred(picture, 0.3 + 0.3 * modulePx * random()), 4 + 10 * random(), random) : picture
}

/** A licence in the shape of AAMVA version 10; nobody's. */
export function madeUpLicence(random: () => number): string {
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
  const letters = (count: number) => Array.from({ length: count }, () => String.fromCharCode(65 + Math.floor(random() * 26))).join('')
  const fields = [
    `DLDAQ${letters(1)}${digits(8)}`, `DCS${letters(7 + Math.floor(random() * 6))}`, 'DDEN', `DAC${letters(6)}`, 'DDFN', `DAD${letters(5)}`, 'DDGN', 'DCAD', 'DCBNONE', 'DCDNONE',
    `DBD0606201${digits(1)}`, `DBB0606198${digits(1)}`, `DBA1210202${digits(1)}`, 'DBC1', 'DAU068 in', 'DAYBRO', `DAG${digits(4)} ${letters(9)} STREET`, `DAI${letters(8)}`, 'DAJVA', `DAK${digits(9)}  `,
    `DCF${digits(20)}`, 'DCGUSA', `DCK${digits(12)}`, 'DDAF', 'DDB06062018', 'DDD1\r',
  ].join('\n')
  return `@\n\x1e\rANSI 636000100102DL0041${String(fields.length).padStart(4, '0')}ZV03190008${fields}ZVZVA01\r`
}
