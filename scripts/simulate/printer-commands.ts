import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { paperPicture } from './printer-picture.ts'
import type { VirtualPrinter } from './printer.ts'

export const printerHelp = `paper-out N          the paper ends after N more lines; paper: a new roll
cover open|shut, slow MS, mute on|off
power-cut N          the power goes at line N
receipt [FILE.svg]   the last paper as a picture`

/** What can be done to the virtual printer, or null where the command is none of its own. */
export function printerCommand(printer: VirtualPrinter, command: string, folder: string): string | null {
  const [name = '', word = ''] = command.trim().split(/\s+/)
  const count = Math.max(0, Math.trunc(Number(word)) || 0)
  const acts: Readonly<Record<string, () => string>> = {
    'paper-out': () => (printer.set({ paperOutAtLine: count }), `The paper ends after ${count} lines.`),
    paper: () => (printer.loadPaper(), 'A new roll.'),
    cover: () => (printer.set({ coverOpen: word === 'open' }), word === 'open' ? 'The cover is open.' : 'The cover is shut.'),
    slow: () => (printer.set({ lineMs: count }), `${count} ms a line.`),
    mute: () => (printer.set({ mute: word !== 'off' }), word === 'off' ? 'It answers.' : 'It says nothing.'),
    'power-cut': () => (printer.set({ cutPowerAtLine: count }), `The power goes at line ${count}.`),
    receipt: () => showReceipt(printer, path.resolve(folder, word === '' ? 'receipt.svg' : word)),
  }
  return acts[name]?.() ?? null
}

function showReceipt(printer: VirtualPrinter, file: string): string {
  const marks = printer.papers().at(-1) ?? printer.hanging()
  if (marks.length === 0) return 'Nothing was printed yet.'
  writeFileSync(file, paperPicture(marks))
  return `The last paper is ${file}`
}
