import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { paperBytes } from '../../src/main/devices/esc-pos.ts'
import { bytesIn } from '../../src/main/devices/printable.ts'
import { printedLines, type PrintedLine } from '../../src/main/devices/printed-lines.ts'
import { profileNamed } from '../../src/main/devices/printer-profiles.ts'
import type { ReceiptRow } from '../../src/main/devices/receipt.ts'
import { at, head, row, sorted, verdict } from './measure.ts'

const profile = profileNamed('epson-tm-t88')!
const noPen = { widthOf: () => 0, draw: () => ({ width: 8, height: 8, black: new Uint8Array(64) }) }
const pair = (left: string, right: string, size: 'normal' | 'large' = 'normal'): ReceiptRow => ({ kind: 'pair', left, right, size, bold: size === 'large' })
const text = (line: string, size: 'normal' | 'large' = 'normal'): ReceiptRow => ({ kind: 'text', text: line, align: 'centre', size, bold: size === 'large' })
/** A header, twelve lines, sums with euro and accents, and the code of the sale. */
const rows: readonly ReceiptRow[] = [
  text('CAFÉ DU COIN', 'large'), text('4820, rue Saint-Denis'), text('Montréal, QC H2J 2L6'), { kind: 'rule' },
  ...Array.from({ length: 12 }, (_, item) => pair(`2 × Café crème ñandú n° ${item + 1}`, `${(item * 3.1 + 4).toFixed(2).replace('.', ',')} €`)),
  { kind: 'rule' }, pair('Sous-total', '252,60 €'), pair('TVQ 9,975 %', '25,20 €'), pair('Total', '277,80 €', 'large'), { kind: 'space' }, text('Merci! À bientôt'),
]
const isLetters = (line: PrintedLine) => line.kind === 'letters'
const lines = printedLines(rows, profile, noPen).filter(isLetters)

const ours = (): Uint8Array => Buffer.concat([Uint8Array.from([0x1b, 0x40]), paperBytes({ logo: null, rows, code: '1-000042' }, profile, noPen)])

/** The same lines through the encoder by itself, choosing its pages by itself. */
function encoderAlone(): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({ printerModel: 'epson-tm-t88v', newline: '\n' })
  encoder.initialize().codepage('auto')
  for (const line of lines) encoder.align(line.align === 'centre' ? 'center' : 'left').bold(line.bold).size(line.wide, line.tall).line(line.text)
  return encoder.align('center').barcode('1-000042', 'code128', { height: 64, width: 2, text: 'below' }).cut('partial').encode()
}

/** The fewest bytes anyone could send: one code page, no padding, styles only where they change. */
function smallest(): Uint8Array {
  const body = lines.flatMap((line) => [...(line.tall > 1 || line.bold ? [0x1b, 0x45, 1, 0x1d, 0x21, ((line.wide - 1) << 4) | (line.tall - 1)] : []), ...(line.align === 'centre' ? [0x1b, 0x61, 1] : []),
    ...bytesIn('cp858', line.text), 0x0a, ...(line.tall > 1 || line.bold ? [0x1b, 0x45, 0, 0x1d, 0x21, 0] : []), ...(line.align === 'centre' ? [0x1b, 0x61, 0] : [])])
  const code = [0x1b, 0x61, 1, 0x1d, 0x68, 64, 0x1d, 0x77, 3, 0x1d, 0x48, 2, 0x1d, 0x6b, 73, 10, ...Buffer.from('{B1-000042'), 0x1b, 0x61, 0]
  return Uint8Array.from([0x1b, 0x40, 0x1b, 0x74, 19, ...body, ...code, 0x0a, 0x0a, 0x0a, 0x0a, 0x1d, 0x56, 1])
}

function timed(work: () => Uint8Array, rounds: number): readonly number[] {
  for (let warm = 0; warm < 30; warm++) work()
  return sorted(Array.from({ length: rounds }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  }))
}

const lost = (bytes: Uint8Array) => bytes.reduce((all, byte) => all + (byte === 0x3f ? 1 : 0), 0)

/** Receipt bytes per second beside the encoder alone, and beside the fewest bytes there could be. */
export function benchReceipt(rounds: number): void {
  const [mine, alone] = [timed(ours, rounds), timed(encoderAlone, rounds)]
  const [size, bare, floor] = [ours(), encoderAlone(), smallest()]
  console.log(head(`a receipt of ${lines.length} lines as printer bytes`))
  console.log(row(`ours, ${size.length} bytes`, mine))
  console.log(row(`the encoder alone, ${bare.length} bytes`, alone))
  const perSecond = (bytes: Uint8Array, times: readonly number[]) => Math.round((bytes.length / at(times, 0.5)) * 1000)
  console.log(`  bytes per second: ours ${perSecond(size, mine).toLocaleString('en')}, the encoder alone ${perSecond(bare, alone).toLocaleString('en')}; a printer at 9600 baud takes 960`)
  console.log(`  question marks: ours ${lost(size)}, the encoder alone ${lost(bare)}; the fewest bytes there could be: ${floor.length}`)
  console.log(verdict('bytes over the fewest, 1.2 times at most', size.length / floor.length, size.length / floor.length <= 1.2))
}
