// `npm start`: from a clone to an open register. Flags after -- go to the register: --demo, --data <folder>, --no-browser, --port <number>.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, install, modules, node24, runToEnd, stop, surroundings } from './install.mjs'

const answerLimitMs = 5_000
const downloadLimitMs = 180_000
const earlyEndMs = 5_000
const folder = path.join(modules, 'electron')
const forced = process.env.REGULARS_HOST

if (forced !== undefined && forced !== '' && forced !== 'electron' && forced !== 'browser') stop(`REGULARS_HOST is "${forced}"; it can be electron or browser.`)
install()
const node = node24()
if (!build(node)) stop('The register could not be built; the lines above say why.')
process.exitCode = await start()

async function start() {
  const electron = forced === 'browser' ? null : electronBinary() ?? getElectron()
  if (electron === null && forced === 'electron') stop('Electron is not installed and could not be downloaded. Check the network, or start with REGULARS_HOST=browser.')
  if (electron === null || !hasScreen()) return inBrowser()
  const begun = Date.now()
  const ended = await runToEnd(electron, [...asRoot(), '.', ...flags()], { env: withoutNodeMode() })
  const fellOver = ended.error !== undefined || (ended.signal !== null && !ended.asked && Date.now() - begun < earlyEndMs)
  if (!fellOver || forced === 'electron') return ended.code ?? (ended.asked ? 0 : 1)
  console.log('Electron cannot run on this machine; the register opens in a browser instead.')
  return inBrowser()
}

async function inBrowser() {
  const { code, asked } = await runToEnd(node, ['out/main/browser.js', ...flags()], { env: { ...surroundings(node), NODE_COMPILE_CACHE: path.join(modules, '.cache', 'compiled') } })
  return code ?? (asked ? 0 : 1)
}

/** A folder is meant from where `npm start` was typed. */
function flags() {
  const given = process.argv.slice(2)
  const at = given.indexOf('--data')
  if (at >= 0 && given[at + 1] !== undefined) given[at + 1] = path.resolve(process.env.INIT_CWD ?? process.cwd(), given[at + 1])
  return given.map((flag) => (flag.startsWith('--data=') ? `--data=${path.resolve(process.env.INIT_CWD ?? process.cwd(), flag.slice(7))}` : flag))
}

/** Never `import 'electron'` for this: that starts a download. */
function electronBinary() {
  try {
    const binary = path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8'))
    return existsSync(binary) ? binary : null
  } catch {
    return null
  }
}

/** One quiet try for each version; where it fails once, the browser host serves without asking the network again. */
function getElectron() {
  if (!hasScreen() && forced !== 'electron') return null
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const tried = path.join(modules, '.electron-tried')
  if (forced !== 'electron' && existsSync(tried) && readFileSync(tried, 'utf8') === version) return null
  console.log('Looking for Electron (once) …')
  writeFileSync(tried, version)
  if (forced !== 'electron' && !answers(version)) return null
  spawnSync(node, [path.join(folder, 'install.js')], { stdio: forced === 'electron' ? 'inherit' : 'ignore', timeout: downloadLimitMs, killSignal: 'SIGKILL', env: surroundings(node) })
  return electronBinary()
}

/** Asked first and shortly, so that a network that swallows everything does not hold up the start. */
function answers(version) {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/download/'
  const ask = 'fetch(process.argv[1], { method: "HEAD", signal: AbortSignal.timeout(Number(process.argv[2])) }).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))'
  const address = `${mirror}v${version}/SHASUMS256.txt`
  return spawnSync(node, ['-e', ask, address, String(answerLimitMs)], { stdio: 'ignore', timeout: 2 * answerLimitMs, env: { ...surroundings(node), NODE_USE_ENV_PROXY: '1' } }).status === 0
}

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Chromium refuses its sandbox to root. */
function asRoot() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : []
}

function withoutNodeMode() {
  const { ELECTRON_RUN_AS_NODE: _nodeMode, ...rest } = process.env
  return rest
}
