// What start and test share. Runs under any Node from 18 on, with built-ins only: it must work before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
export const modules = path.join(root, 'node_modules')
const parentCheckMs = 1_000
const oldestNode = [24, 7]

/** Ends with a plain sentence. */
export function stop(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}

/** Of everything that decides what is installed, and nothing else: a new script in package.json installs nothing anew. */
function wantedStamp() {
  const { dependencies, devDependencies, optionalDependencies, allowScripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const asked = JSON.stringify([process.platform, process.arch, dependencies, devDependencies, optionalDependencies, allowScripts])
  return createHash('sha256').update(asked).update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex')
}
const kept = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Installs exactly what the lock says, and only when the lock, the package or the system changed since the last time. */
export function install() {
  const stamp = path.join(modules, '.install-stamp')
  const wanted = wantedStamp()
  if (kept(stamp) === wanted) return
  // A linked folder belongs to another checkout; npm would empty it.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return
  console.log('Installing what the register is made of (once; about half a minute) …')
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const done = npm && /\.c?js$/.test(npm)
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.error) stop('npm was not found. Install Node.js 18 or newer with npm from https://nodejs.org and try again.')
  if (done.status !== 0) stop('The installation failed; the lines above say why. Check the network and try again.')
  writeFileSync(stamp, wanted)
}

const newEnough = (version) => {
  const [major, minor] = version.replace('v', '').split('.').map(Number)
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
}

/** The Node the register runs under: the one it was installed with, or this one where it is new enough. */
export function node24() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const found = readdirSync(modules)
    .filter((folder) => folder.startsWith('node-') && folder.endsWith(`-${process.arch}`))
    .map((folder) => path.join(modules, folder, 'bin', name))
    .find((file) => existsSync(file))
  if (found) return found
  if (newEnough(process.version)) return process.execPath
  return stop(`The register needs Node ${oldestNode.join('.')} or newer on this kind of machine, and this is ${process.version}. Install it from https://nodejs.org and try again.`)
}

/** The surroundings in which that Node comes first. */
export const surroundings = (node) => ({ ...process.env, PATH: [path.dirname(node), path.join(modules, '.bin'), process.env.PATH].join(path.delimiter) })

const newestIn = (place) => {
  const found = statSync(place, { throwIfNoEntry: false })
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(place).map((name) => newestIn(path.join(place, name))))
}

/** Builds when a source is newer than the last build. */
export function build(node) {
  const stamp = path.join(root, 'out', '.build-stamp')
  const sources = ['src', 'resources', 'electron.vite.config.ts', 'package-lock.json'].map((name) => path.join(root, name))
  if (Math.max(...sources.map(newestIn)) <= (statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? -1)) return true
  const started = new Date()
  const done = spawnSync(node, [path.join(modules, 'electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit', env: surroundings(node) })
  if (done.status !== 0) return false
  writeFileSync(stamp, started.toISOString())
  return true
}

/** Runs a child in a process group of its own; a signal that ends us ends all of it, and it ends with us. */
export function runToEnd(command, args, options = {}) {
  const own = process.platform !== 'win32'
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', detached: own, ...options, env: { ...(options.env ?? process.env), REGULARS_PARENT: String(process.pid) } })
  const pass = (signal) => {
    try {
      process.kill(own ? -child.pid : child.pid, signal)
    } catch {
      // it has ended
    }
  }
  let asked = 0
  const onSignal = (signal) => (asked++ < 2 ? pass(signal) : pass('SIGKILL'))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
  const parent = process.ppid
  const watch = setInterval(() => process.ppid !== parent && onSignal('SIGTERM'), parentCheckMs) // npm may be ended without telling us
  const leave = () => pass('SIGKILL')
  process.once('exit', leave)
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 1, signal: null, error, asked: asked > 0 }))
    child.once('close', (code, signal) => {
      clearInterval(watch)
      process.off('exit', leave)
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, onSignal)
      done({ code, signal, asked: asked > 0 })
    })
  })
}
