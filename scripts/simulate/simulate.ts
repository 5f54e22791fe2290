import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { help, openBench, type Bench } from './bench.ts'
import { printerCommand, printerHelp } from './printer-commands.ts'
import { startPrinter, type VirtualPrinter } from './printer.ts'

// `npm run simulate`: a counter without hardware. The register cannot tell it from the real thing, because it speaks the real protocols.
const { values } = parseArgs({
  options: { folder: { type: 'string', default: path.join(tmpdir(), 'regulars-counter') }, port: { type: 'string', default: '9100' }, devtools: { type: 'string' }, do: { type: 'string' } },
})
const folder = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), values.folder)

async function start(): Promise<void> {
  const bench = openLines()
  const printer = await startPrinter({ port: Number(values.port) }).catch(() => null)
  tellWhere(bench, printer)
  const run = async (command: string) => {
    const said = printer ? printerCommand(printer, command, folder) : null
    return said ?? (bench ? bench.run(command) : 'Serial lines need Linux or macOS.')
  }
  const end = () => {
    bench?.stop()
    void printer?.stop().finally(() => process.exit(0))
    if (!printer) process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
  if (values.do !== undefined) await runAll(values.do.split(';'), run)
  else await prompt(run)
  end()
}

function openLines(): Bench | null {
  try {
    return openBench(folder, values.devtools ?? null)
  } catch {
    return null
  }
}

function tellWhere(bench: Bench | null, printer: VirtualPrinter | null): void {
  if (bench) {
    console.log(`Scanner         ${bench.lines.scanner.path}`)
    console.log(`Licence reader  ${bench.lines.reader.path}`)
    console.log('Type these paths into Settings > Devices > Add device > Serial port.')
  } else console.log('No serial lines here: they need Linux or macOS.')
  console.log(printer ? `Printer         127.0.0.1, port ${printer.port} (Settings > Devices > Add printer > Network)` : `No printer: port ${values.port} is taken. Choose another with --port.`)
}

async function runAll(commands: readonly string[], run: (command: string) => Promise<string>): Promise<void> {
  for (const command of commands) {
    const said = await run(command)
    if (said !== '') console.log(said)
  }
}

async function prompt(run: (command: string) => Promise<string>): Promise<void> {
  console.log('\nType help, or a command.')
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' })
  terminal.prompt()
  for await (const line of terminal) {
    if (/^(quit|exit)$/.test(line.trim())) break
    const said = line.trim() === 'help' ? `${help}\n${printerHelp}` : await run(line)
    if (said !== '') console.log(said)
    terminal.prompt()
  }
  terminal.close()
}

await start()
