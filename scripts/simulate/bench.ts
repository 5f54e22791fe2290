import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { typeCode } from './keyboard.ts'
import { licenceOf, personCalled, swipeOf } from './people.ts'
import { serialLine, type SerialLine } from './serial-line.ts'

/** A counter without hardware: two serial lines and a keyboard. Each command is one line of words; the answer is what to tell. */
export type Bench = { readonly lines: { readonly scanner: SerialLine; readonly reader: SerialLine }; readonly run: (command: string) => Promise<string>; readonly stop: () => void }
type Words = { readonly rest: string; readonly words: readonly string[] }
type Set = { prefix: string; suffix: string; gapMs: number }

const suffixes: Readonly<Record<string, string>> = { cr: '\r', lf: '\n', crlf: '\r\n', tab: '\t', none: '' }
export const help = `scan CODE            the scanner reads a code
licence NAME|FILE    the scanner reads a licence's barcode: "licence Jane Sample 2010" was born in 2010
swipe [NAME]         a licence goes through the reader
pay-card             a payment card goes through the reader (to be refused)
half                 a swipe that stops halfway
noise                8 kB that are no text
unplug, replug       the scanner; "unplug reader" the reader
prefix TEXT|none     what the scanner sends before every code
suffix cr|lf|crlf|tab|none
type CODE [MS]       keys with so many milliseconds between them (needs --devtools)
wait MS, quit`

/** Opens both lines in a folder; `debug` is the address of a Chromium's debugger for the keyboard. */
export function openBench(folder: string, debug: string | null): Bench {
  mkdirSync(folder, { recursive: true })
  const lines = { scanner: serialLine(path.join(folder, 'scanner')), reader: serialLine(path.join(folder, 'reader')) }
  const set: Set = { prefix: '', suffix: '\r', gapMs: 10 }
  const commands = { ...serialCommands(lines, set), ...setCommands(set), ...keyCommands(debug, set) }
  const run = async (command: string): Promise<string> => {
    const [name = '', ...words] = command.trim().split(/\s+/)
    if (name === '') return ''
    const work = commands[name]
    return work ? work({ rest: command.trim().slice(name.length).trim(), words }) : `No such command: ${name}. Type help.`
  }
  const stop = () => Object.values(lines).forEach((line) => line.unplug())
  return { lines, run, stop }
}

type Commands = Readonly<Record<string, (given: Words) => string | Promise<string>>>

function serialCommands({ scanner, reader }: Bench['lines'], set: Set): Commands {
  const send = (line: SerialLine, text: string | Uint8Array, what: string): string => {
    if (!line.isPlugged()) return 'It is unplugged. Type replug.'
    line.write(text)
    return what
  }
  const around = (code: string) => set.prefix + code + set.suffix
  const lineCalled = (name: string | undefined) => (name === 'reader' ? reader : scanner)
  return {
    scan: ({ rest }) => (rest === '' ? 'Which code? scan 5901234123457' : send(scanner, around(rest), `Scanned ${rest}.`)),
    licence: ({ rest }) => send(scanner, around(existsSync(rest) ? readFileSync(rest, 'latin1') : licenceOf(personCalled(rest))), 'A licence was scanned.'),
    swipe: ({ rest }) => send(reader, `${swipeOf(personCalled(rest))}\r`, 'A licence was swiped.'),
    'pay-card': () => send(reader, '%B4111111111111111^SAMPLE/JANE^3012101?;4111111111111111=3012101?\r', 'A payment card was swiped.'),
    half: () => send(reader, swipeOf(personCalled('')).slice(0, 34), 'Half a swipe, and no more.'),
    noise: () => send(scanner, Uint8Array.from({ length: 8_192 }, (_, at) => (at * 37) % 256), '8 kB of noise.'),
    unplug: ({ words: [name] }) => (lineCalled(name).unplug(), 'Unplugged.'),
    replug: ({ words: [name] }) => (lineCalled(name).plug(), 'Plugged in again.'),
  }
}

const setCommands = (set: Set): Commands => ({
  prefix: ({ rest }) => ((set.prefix = rest === 'none' ? '' : rest), 'Set.'),
  suffix: ({ words: [name = ''] }) => {
    const end = suffixes[name]
    if (end === undefined) return `One of ${Object.keys(suffixes).join(', ')}.`
    set.suffix = end
    return 'Set.'
  },
  wait: ({ words: [ms = '500'] }) => new Promise((done) => void setTimeout(() => done(''), Number(ms) || 0)),
  help: () => help,
})

const keyCommands = (debug: string | null, set: Set): Commands => ({
  type: async ({ words: [code = '', ms] }) => {
    if (debug === null) return 'Start the register in a Chromium with --remote-debugging-port=9222, and this with --devtools http://127.0.0.1:9222.'
    return typeCode(debug, set.prefix + code, Number(ms ?? set.gapMs)).then(() => `Typed ${code}.`, () => `No page of the register answers at ${debug}.`)
  },
})
