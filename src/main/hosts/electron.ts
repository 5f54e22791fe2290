import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, Menu, session, type BrowserWindow } from 'electron'
import { clearHalfMadeDemo, fillDemo } from './demo.ts'
import { openDoor } from './electron-door.ts'
import { keyFromKeyring } from './electron-key.ts'
import { endOnBug, reviveCrashedPage, showStartFailure, warnOfWeakKey } from './electron-mishaps.ts'
import { hardenSession, holdPagesInPlace, registerScheme } from './electron-session.ts'
import { openTillWindow, preloadIn } from './electron-window.ts'
import { openRegister, shopFileIn } from './open-register.ts'
import { readOptions } from './options.ts'
import { builtScreens, developedScreens, developmentServer } from './screens.ts'

// The register on a till. Two things must happen before Electron is ready: every page is sandboxed, and our scheme is known.
app.enableSandbox()
registerScheme()
let wayOut = (_pathname: string): string | null => null
holdPagesInPlace((pathname) => wayOut(pathname))
process.umask(0o077) // what we write is for this user alone

const here = path.dirname(fileURLToPath(import.meta.url))
const options = readOptions(process.argv.slice(1), process.env, { strict: false })
const profile = path.join(options.folder, 'electron')
mkdirSync(profile, { recursive: true, mode: 0o700 })
app.setPath('userData', profile)

async function start(): Promise<BrowserWindow> {
  if (options.demo) clearHalfMadeDemo(options.folder)
  const { key, weak } = await keyFromKeyring(options.folder, shopFileIn(options.folder))
  const register = openRegister({ folder: options.folder, key, threads: new URL('./', import.meta.url) })
  wayOut = (pathname) => register.wayOut(pathname)
  app.once('will-quit', () => register.close())
  endOnBug(register, options.folder)
  const development = app.isPackaged ? null : developmentServer(process.env)
  hardenSession(session.defaultSession, development === null ? builtScreens(path.join(here, '../renderer')) : developedScreens(development), development)
  const window = openTillWindow(options.folder, preloadIn(here))
  openDoor(window, register)
  reviveCrashedPage(window, register)
  if (weak) warnOfWeakKey(window)
  if (options.demo) void fillDemo(register, options.folder, () => undefined).catch((bug: unknown) => register.log(bug, 'demo'))
  return window
}

/** A second start only brings the window that is open to the front. */
function comeToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}

if (app.requestSingleInstanceLock()) {
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]) : null)
  app.on('window-all-closed', () => app.quit())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  app.whenReady().then(start).then(
    (window) => void app.on('second-instance', () => comeToFront(window)),
    (error: unknown) => (showStartFailure(error, options.folder), app.exit(1)),
  )
} else app.quit()
