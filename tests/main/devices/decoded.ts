import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { scratchFolder } from '../../harness/app.ts'

const folder = process.env['REGULARS_TEST_DATA'] ?? path.resolve(import.meta.dirname, '../../../../shared/data')
const decoder = path.join(folder, '../tools/escpos_decode.py')
const hasPython = spawnSync('python3', ['--version']).status === 0
/** A decoder written from the makers' manuals by others; what the register prints is judged by it where it is there. */
export const canDecode = existsSync(decoder) && hasPython
if (!canDecode) console.warn(`SKIPPED: receipts judged by the independent decoder, because ${hasPython ? `${decoder} is not there` : 'there is no python3'} (set REGULARS_TEST_DATA to where the data are)`)

export type Decoded = { readonly type: string; readonly text?: string; readonly name?: string; readonly data?: string; readonly symbology?: string; readonly codepage?: string; readonly widthDots?: number; readonly heightDots?: number; readonly complete?: boolean; readonly mode?: string; readonly pin?: number; readonly bytes?: string; readonly onMs?: number; readonly offMs?: number }

/** What those bytes do, event by event. */
export function decoded(bytes: Uint8Array, map: 'epson' | 'star' | 'citizen' = 'epson'): Decoded[] {
  const file = path.join(scratchFolder(), 'out.bin')
  writeFileSync(file, bytes)
  const run = spawnSync('python3', [decoder, file, '--map', map], { encoding: 'utf8', maxBuffer: 50_000_000 })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as Decoded[]
}

/** The lines of letters on the paper, and each code and picture where it stands. */
export const paperText = (events: readonly Decoded[]): string =>
  events.flatMap(({ type, text, data, symbology }) => (type === 'line' ? [(text ?? '').trimEnd()] : type === 'barcode' || type === 'qrcode' ? [`[${symbology ?? type} ${data}]`] : type === 'raster' ? ['[picture]'] : type === 'cut' ? ['[cut]'] : [])).join('\n')
