// A Chromium for the end-to-end tests: one that is there, or Debian's, or Playwright's.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { modules, root, surroundings } from './install.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const isRoot = () => process.getuid?.() === 0
const runs = (file) => spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0

function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).filter((file) => existsSync(file))
}

function playwrights() {
  try {
    return [createRequire(path.join(root, 'package.json'))('playwright-core').chromium.executablePath()]
  } catch {
    return []
  }
}

const installed = () => [process.env.CHROMIUM, ...onPath(), ...playwrights()].filter(Boolean).find((file) => existsSync(file) && runs(file)) ?? null

function isDebianLike() {
  return existsSync('/etc/os-release') && /^(ID|ID_LIKE)=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function debians() {
  if (!isRoot() || !isDebianLike()) return null
  console.log('No Chromium was found; installing the one of this system …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => spawnSync('apt-get', ['-q', '-y', ...args], { stdio: 'inherit', env, timeout: 900_000 }).status === 0
  return apt('update') && apt('install', '--no-install-recommends', 'chromium', 'fonts-liberation') ? installed() : null
}

function fetched(node) {
  console.log('Installing the Chromium of Playwright …')
  const args = [path.join(modules, '@playwright/test/cli.js'), 'install', ...(isRoot() && process.platform === 'linux' ? ['--with-deps'] : []), 'chromium']
  spawnSync(node, args, { cwd: root, stdio: 'inherit', env: surroundings(node), timeout: 900_000 })
  return installed()
}

/** Its path, or null; what to do then is said by the caller. */
export const findChromium = (node) => installed() ?? debians() ?? fetched(node)
