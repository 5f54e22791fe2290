import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

type Place = { readonly platform: NodeJS.Platform; readonly env: NodeJS.ProcessEnv }

const macApps = ['Chromium', 'Google Chrome', 'Microsoft Edge']
const linuxNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable']
const windowsPaths = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe']

/** A browser that can show the register as a window of its own: Chromium, Chrome or Edge. Null where there is none, or no screen to show it on. */
export function findBrowser({ platform, env }: Place): string | null {
  if (env['CHROMIUM'] && existsSync(env['CHROMIUM'])) return env['CHROMIUM']
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return null
  return placesToLook({ platform, env }).find((file) => existsSync(file)) ?? null
}

function placesToLook({ platform, env }: Place): string[] {
  if (platform === 'darwin') return macApps.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((root) => root !== undefined)
    return windowsPaths.flatMap((rest) => roots.map((root) => path.win32.join(root, rest)))
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  return linuxNames.flatMap((name) => [...folders, '/snap/bin'].map((folder) => path.join(folder, name)))
}

const quiet = [
  '--no-first-run', '--no-default-browser-check', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-default-apps', '--disable-domain-reliability', '--disable-quic', '--no-pings', '--disable-features=Translate,AutofillServerCommunication',
]

/**
 * Opens the address as a window without tabs, with a profile of its own (cookies do not know ports, and the shop's browser history is
 * nobody's). As root Chromium runs only without its sandbox. It leads its own process group, so that all of it can be ended.
 */
export function openWindow(browser: string, address: string, profile: string): ChildProcess {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []
  const args = [`--app=${address}`, `--user-data-dir=${profile}`, '--class=Regulars', ...quiet, ...asRoot]
  return spawn(browser, args, { stdio: 'ignore', detached: process.platform !== 'win32' })
}

/** Ends the window and every process under it. */
export function endWindow(window: ChildProcess): void {
  if (window.pid === undefined || window.exitCode !== null) return
  if (process.platform === 'win32') return void spawnSync('taskkill', ['/pid', String(window.pid), '/t', '/f'])
  try {
    process.kill(-window.pid, 'SIGTERM')
  } catch {
    // it has ended by itself
  }
}
