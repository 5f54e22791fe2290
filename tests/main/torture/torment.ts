import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openStore } from '../../../src/main/store/open.ts'
import { nothingPromised, promise, type Act, type Promised } from './acts.ts'
import { brokenPromises, settle } from './judge.ts'

export type Told = { readonly kills: number; readonly sold: number; readonly customers: number; readonly problems: readonly string[] }
const killsPerShop = 10
const longestLifeMs = 700
const load = path.join(import.meta.dirname, 'load.ts')

/** Lets a till work, ends it without warning, and looks at what it left; again and again, on a fresh shop now and then. */
export async function torment(kills: number, chance: () => number, tell: (so: Told) => void = () => undefined): Promise<Told> {
  const problems: string[] = []
  let [sold, customers] = [0, 0]
  for (let done = 0; done < kills; done += killsPerShop) {
    const folder = mkdtempSync(path.join(tmpdir(), 'regulars-torture-'))
    writeFileSync(path.join(folder, 'key'), randomBytes(32))
    const so = nothingPromised()
    for (let kill = done; kill < Math.min(done + killsPerShop, kills); kill++) problems.push(...(await oneLife(folder, so, chance)).map((problem) => `kill ${kill + 1}: ${problem}`))
    sold += so.sold.size
    customers += so.customers.size
    rmSync(folder, { recursive: true, force: true })
    tell({ kills: Math.min(done + killsPerShop, kills), sold, customers, problems })
  }
  return { kills, sold, customers, problems }
}

/** One life and its end. One in five is ended while it is still starting. */
async function oneLife(folder: string, so: Promised, chance: () => number): Promise<string[]> {
  const acts = await liveAndDie(folder, chance() < 0.2 ? null : chance() * longestLifeMs, chance)
  promise(so, acts)
  const bugs = acts.flatMap((act) => (act.is === 'bug' ? [act.what] : []))
  const store = openStore({ file: path.join(folder, 'shop.db'), key: readKey(folder), stamp: 'judge' })
  try {
    const problems = [...bugs, ...brokenPromises(store.db, so)]
    settle(store.db, so)
    return problems
  } finally {
    store.close()
  }
}

function liveAndDie(folder: string, afterOpenMs: number | null, chance: () => number): Promise<Act[]> {
  const child = spawn(process.execPath, [load, folder, String(Math.floor(chance() * 2 ** 32))], { stdio: ['ignore', 'pipe', 'inherit'] })
  const kill = () => void child.kill('SIGKILL')
  let heard = ''
  let waiting = afterOpenMs !== null
  if (afterOpenMs === null) setTimeout(kill, chance() * longestLifeMs)
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    heard += text
    if (!waiting || !heard.includes('"open"')) return
    waiting = false
    setTimeout(kill, afterOpenMs ?? 0)
  })
  const wholeLines = () => heard.slice(0, heard.lastIndexOf('\n') + 1).split('\n').filter((line) => line !== '')
  return new Promise((done) => child.once('close', () => done(wholeLines().map((line) => JSON.parse(line) as Act))))
}

const readKey = (folder: string): Buffer => readFileSync(path.join(folder, 'key'))
