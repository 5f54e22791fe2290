import { randomInt } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from '../errors.ts'
import { importShop, shopFileNames, type ShopFiles, type ShopReport } from '../flows/import-shop.ts'
import { keyFromFile } from './key-file.ts'
import { openRegister, shopFileIn, type OpenedRegister } from './open-register.ts'
import { checkNode, usualFolder } from './options.ts'
import { sayStartFailure, systemLanguage } from './start-words.ts'

// npm run import-shop -- <folder> [--data <folder>] [--owner-pin <digits>]
const usage = `Name the folder with ${Object.values(shopFileNames).join(', ')}: npm run import-shop -- <folder> [--data <folder>] [--owner-pin <4 to 8 digits>]`

async function start(): Promise<void> {
  checkNode(process.versions.node)
  process.umask(0o077) // what we write is for this user alone
  const { values, positionals } = parseArgs({ args: process.argv.slice(2), allowPositionals: true, options: { data: { type: 'string' }, 'owner-pin': { type: 'string' } } })
  const [from] = positionals
  if (from === undefined) throw new Error(usage)
  const files = readFiles(from)
  const folder = path.resolve(values.data ?? process.env['REGULARS_DATA'] ?? usualFolder(process.platform, process.env))
  const register = openRegister({ folder, key: keyFromFile(folder, shopFileIn(folder)), threads: new URL('./', import.meta.url) })
  try {
    await bringIn(register, files, values['owner-pin'])
    console.log(`The shop is in ${folder}`)
  } finally {
    register.close()
  }
}

function readFiles(folder: string): ShopFiles {
  const there = existsSync(folder) ? readdirSync(folder) : []
  const read = (name: string): Uint8Array => {
    const found = there.find((each) => each.toLowerCase() === name)
    if (found === undefined) throw new Error(`${path.join(folder, name)} is not there. ${usage}`)
    return readFileSync(path.join(folder, found))
  }
  return { customers: read(shopFileNames.customers), products: read(shopFileNames.products), invoices: read(shopFileNames.invoices), invoiceLines: read(shopFileNames.invoiceLines) }
}

/** Where there is no shop yet, one is made for an owner whose PIN is given, or made up and told once. */
async function bringIn(register: OpenedRegister, files: ShopFiles, pin: string | undefined): Promise<void> {
  const status = await register.call('shop/status', {})
  const isSetUp = status.ok && (status.value as { setUp?: boolean }).setUp === true
  const ownerPin = pin ?? String(randomInt(100_000, 1_000_000))
  const report = await importShop(register.app.core, register.registerId, files, isSetUp ? null : ownerPin)
  console.log(tell(report))
  if (!isSetUp && pin === undefined) console.log(`A shop was made for them. Its owner signs in with the PIN ${ownerPin}; it is not shown again.`)
}

const money = (cents: number): string => (cents / 100).toFixed(2)
const counted = (name: string, { added, known }: ShopReport['items']): string => `${name.padEnd(10)} ${String(added).padStart(6)} added ${String(known).padStart(6)} already there`

const tell = ({ customers, items, sales, fileCents, shopCents }: ShopReport): string =>
  [counted('customers', customers), counted('items', items), counted('sales', sales), `total       ${money(fileCents)} in the files, ${money(shopCents)} in the register`].join('\n')

function sayWhy(error: unknown): string {
  if (!(error instanceof Refusal)) return error instanceof Error ? error.message : String(error)
  if (/^(file|key|disk|backup)-/.test(error.code)) return sayStartFailure(error, systemLanguage(process.env['LANG'])).text
  return `Nothing more was imported (${error.code}): ${JSON.stringify(error.facts)}`
}

start().catch((error: unknown) => {
  console.error(sayWhy(error))
  process.exitCode = 1
})
