// `npm run dev`: screens that change as they are written. In Electron where it is installed, else on the browser host.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { install, modules, node24, runToEnd, surroundings } from './install.mjs'

install()
const node = node24()
const electron = process.env.REGULARS_HOST !== 'browser' && existsSync(path.join(modules, 'electron', 'path.txt'))
// electron-vite starts "Electron" at ELECTRON_EXEC_PATH: Node itself, with the browser host as its entry.
const host = electron ? ['--'] : ['--entry', 'out/main/browser.js', '--', '--no-browser']
const env = electron ? surroundings(node) : { ...surroundings(node), ELECTRON_EXEC_PATH: node }
const { code } = await runToEnd(node, [path.join(modules, 'electron-vite/bin/electron-vite.js'), 'dev', '--watch', ...host, ...process.argv.slice(2)], { env })
process.exitCode = code ?? 0
