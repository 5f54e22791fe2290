import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../errors.ts'
import { endWindow, findBrowser, openWindow } from './chromium.ts'
import { clearHalfMadeDemo, fillDemo } from './demo.ts'
import { keyFromFile } from './key-file.ts'
import { openRegister, shopFileIn, type OpenedRegister } from './open-register.ts'
import { checkNode, readOptions, type HostOptions } from './options.ts'
import { builtScreens, developedScreens, developmentServer } from './screens.ts'
import { sayStartFailure, systemLanguage } from './start-words.ts'
import { onAskForAddress, progressBar } from './terminal.ts'
import { serve, type WebHost } from './web-server.ts'

// The register without Electron: the same core under plain Node, the same screens in a browser on this machine.
const here = path.dirname(fileURLToPath(import.meta.url))
const threads = new URL('./', import.meta.url)
/** How long a page may be gone before its closing counts: a reload takes less. */
const awayMs = 2_000
const parentCheckMs = 1_000

async function start(): Promise<void> {
  checkNode(process.versions.node)
  process.umask(0o077) // what we write is for this user alone
  const options = readOptions(process.argv.slice(2), process.env)
  if (options.demo) clearHalfMadeDemo(options.folder)
  const register = openRegister({ folder: options.folder, key: keyFromFile(options.folder, shopFileIn(options.folder)), threads })
  const server = developmentServer(process.env)
  const screens = server === null ? builtScreens(path.join(here, '../renderer')) : developedScreens(server)
  const web = await serve(register, screens, { port: options.port, more: options.moreBrowsers }).catch((error: unknown) => (register.close(), Promise.reject(error)))
  const end = endsOnce(register, web)
  keepSafe(register, end)
  endWithParent(process.env['REGULARS_PARENT'], end)
  show(options, web, end)
  if (options.demo) await fillDemo(register, options.folder, progressBar(process.stdout)).catch((bug: unknown) => register.log(bug, 'demo'))
}

/** Closes everything in order, once: the socket, the window, then the shop's file. */
function endsOnce(register: OpenedRegister, web: WebHost) {
  let ending = false
  const atEnd: (() => void)[] = []
  const end = (code: number): void => {
    if (ending) return
    ending = true
    for (const work of atEnd) work()
    void web.close().finally(() => (register.close(), process.exit(code)))
  }
  return Object.assign(end, { atEnd })
}
type End = ReturnType<typeof endsOnce>

/** A bug outside a call is written down and the program ends with its file closed: half a state is worse than a restart. */
function keepSafe(register: OpenedRegister, end: End): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0))
  for (const out of [process.stdout, process.stderr]) out.on('error', () => undefined) // the terminal may be closed before us
  process.on('unhandledRejection', (bug) => register.log(bug, 'unhandled'))
  process.on('uncaughtException', (bug) => {
    register.log(bug, 'uncaught')
    console.error(sayStartFailure(null, systemLanguage(process.env['LANG'])).text)
    end(1)
  })
}

/** Whoever started us may be killed without a word to us; then nobody could end us any more. */
function endWithParent(parent: string | undefined, end: End): void {
  if (parent === undefined || process.ppid !== Number(parent)) return
  setInterval(() => process.ppid !== Number(parent) && end(0), parentCheckMs).unref()
}

function show(options: HostOptions, web: WebHost, end: End): void {
  const tellAddress = () => console.log(`Open this address in a browser on this computer (it works once):\n  ${web.newAddress()}\n`)
  const browser = options.browser ? findBrowser(process) : null
  console.log(`Regulars keeps its data in ${options.folder}`)
  if (browser === null) tellAddress()
  else showWindow(browser, options, web, end, tellAddress)
  onAskForAddress(tellAddress)
  console.log(process.stdin.isTTY ? 'Press Enter for a new address, Ctrl+C to end.' : 'Ctrl+C ends it.')
}

/** The program ends with its window. A window that never connected is not an end: the address is printed instead. */
function showWindow(browser: string, options: HostOptions, web: WebHost, end: End, tellAddress: () => void): void {
  const window = openWindow(browser, web.newAddress(), path.join(options.folder, 'browser'))
  let closed = false
  let seen = false
  const endIfLeft = () => setTimeout(() => closed && seen && web.wire.count() === 0 && end(0), awayMs)
  const gone = () => {
    closed = true
    if (seen) return void endIfLeft()
    console.log('No window could be opened.')
    tellAddress()
  }
  end.atEnd.push(() => endWindow(window))
  window.once('error', gone).once('exit', gone)
  web.wire.onCount((count) => {
    seen ||= count > 0
    if (process.platform === 'darwin') closed ||= seen // there a program outlives its last window
    if (count === 0) endIfLeft()
  })
}

start().catch((error: unknown) => {
  const isOurs = error instanceof Refusal
  const { title, text } = sayStartFailure(isOurs ? error : null, systemLanguage(process.env['LANG']))
  console.error(isOurs ? `${title}. ${text}` : `Regulars could not start: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
})
