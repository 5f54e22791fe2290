import { execFile } from 'node:child_process'
import { watch, type FSWatcher } from 'node:fs'
import { access, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { listHid, openHid } from './hid.port.ts'
import type { InputPort, MachineFacts, PluggedIn } from './input-port.ts'
import { listSerial, openSerial } from './scanner.port.ts'

const run = promisify(execFile)
const commandLimitMs = 2_000

/** Scanners and readers as this machine has them. Both lists are read off the main thread. */
export const openInputs = (): InputPort => ({ pluggedIn, openSerial, openHid, onPlug, facts })

async function pluggedIn(): Promise<PluggedIn> {
  const [serial, hid] = await Promise.all([listSerial(), listHid()])
  return { serial: serial ?? [], hid: hid ?? [], missing: [...(serial ? [] : ['serial' as const]), ...(hid ? [] : ['hid' as const])] }
}

/** Device files come and go with their devices; Windows has none, and there the calm schedule must do. */
function onPlug(paths: readonly string[], tell: () => void): () => void {
  if (process.platform === 'win32') return () => undefined
  const folders = new Set(['/dev', ...paths.filter((each) => path.isAbsolute(each)).map((each) => path.dirname(each))])
  const watchers = [...folders].flatMap((folder) => watching(folder, (name) => (folder !== '/dev' || /tty|hidraw|cu\.|serial/.test(name)) && tell()))
  return () => watchers.forEach((one) => one.close())
}

function watching(folder: string, tell: (name: string) => void): FSWatcher[] {
  try {
    const watcher = watch(folder, { persistent: false }, (_, name) => tell(name ?? ''))
    watcher.on('error', () => watcher.close())
    return [watcher]
  } catch {
    return []
  }
}

/** Why a Linux machine may keep a scanner from us; elsewhere nothing can be said beforehand. */
async function facts(): Promise<MachineFacts> {
  if (process.platform !== 'linux') return { platform: process.platform, mayOpenSerial: null, modemManager: false, hidRules: null }
  const [serial, modemManager, rules] = await Promise.all([inSerialGroup(), modemManagerRuns(), hasHidRules()])
  return { platform: 'linux', mayOpenSerial: serial, modemManager, hidRules: rules }
}

async function inSerialGroup(): Promise<boolean> {
  if (process.getuid?.() === 0) return true
  const groups = await readFile('/etc/group', 'utf8').catch(() => '')
  const mine = new Set(process.getgroups?.() ?? [])
  return groups.split('\n').some((line) => /^(dialout|uucp):/.test(line) && mine.has(Number(line.split(':')[2])))
}

const modemManagerRuns = (): Promise<boolean> => run('systemctl', ['is-active', '--quiet', 'ModemManager'], { timeout: commandLimitMs }).then(() => true, () => false)

async function hasHidRules(): Promise<boolean> {
  const folders = ['/etc/udev/rules.d', '/usr/lib/udev/rules.d', '/lib/udev/rules.d']
  const names = (await Promise.all(folders.map((folder) => access(folder).then(() => readdir(folder), () => [])))).flat()
  return names.some((name) => /regulars/.test(name))
}
