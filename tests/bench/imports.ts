import Papa from 'papaparse'
import { insertCustomer } from '../../src/main/customers/customers.sql.ts'
import type { Input, Output } from '../../src/main/handlers.ts'
import { inTransaction } from '../../src/main/store/sql.ts'
import type { ItemId } from '../../src/main/vocabulary.ts'
import { cashierHead, cashierRow, startCashier, stockShelf, worstOf, type Sold } from './cashier.ts'
import { megabytes, verdict } from './measure.ts'
import { chanceFrom, peopleFrom, recordOf } from './people.ts'
import type { Bench } from './shop.ts'

const pieceBytes = 256 * 1024
type Batch = Output<'imports/begin'>['batchId']

/** So many contacts as a CSV file that another program might have written. */
function csvOf(rows: number): Buffer {
  const next = peopleFrom(chanceFrom(7))
  const pieces = [Buffer.from('First Name,Last Name,Phone,Email\n')]
  for (let left = rows; left > 0; left -= 10_000) {
    const lines = Array.from({ length: Math.min(left, 10_000) }, () => next()).map(({ first, last, phone, email }) => `${first},${last},${phone},${email}\n`)
    pieces.push(Buffer.from(lines.join('')))
  }
  return Buffer.concat(pieces)
}

/** Sends a file up as the screen does. */
export async function upload({ call, rid }: Bench, file: Buffer): Promise<Batch> {
  const { batchId } = await call('imports/begin', { requestId: rid(), fileName: 'contacts.csv', sizeBytes: file.length })
  for (let at = 0, position = 0; at < file.length; at += pieceBytes, position++) {
    await call('imports/chunk', { batchId, position, base64: file.subarray(at, at + pieceBytes).toString('base64') })
    await new Promise<void>((resolve) => void setImmediate(resolve))
  }
  return batchId
}

/** Lets the columns be guessed, and agrees. */
export async function columnsTold({ call }: Bench, batchId: Batch): Promise<void> {
  await call('imports/read', { batchId }) // finds the columns
  const { columns } = await call('imports/mapping', { batchId })
  await call('imports/set-mapping', { batchId, headerRow: true, columns: columns.map(({ index, field }) => ({ index, field, group: '' })) })
}

type Step = readonly [name: string, work: () => Promise<unknown>]
type Measured = { readonly name: string; readonly ms: number; readonly sold: Sold; readonly memory: number }

/** One step beside a cashier who sells all the while. */
async function measured(bench: Bench, itemId: ItemId, [name, work]: Step): Promise<Measured> {
  const cashier = startCashier(bench, itemId)
  let memory = 0
  const watching = setInterval(() => void (memory = Math.max(memory, process.memoryUsage.rss())), 500)
  const begun = performance.now()
  await work()
  const ms = performance.now() - begun
  clearInterval(watching)
  const sold = await cashier.stop()
  console.log(`${cashierRow(name, sold)}   took ${(ms / 1000).toFixed(1)} s, main in one go ${sold.blockMs.toFixed(1)}, computing ${sold.cpuMs.toFixed(1)}, ${megabytes(memory)}`)
  return { name, ms, sold, memory }
}

/** A file of contacts sent, read, taken in, taken back, taken in again and read a second time, while a cashier sells. */
export async function benchImports(bench: Bench, rows: number): Promise<void> {
  const { call, rid } = bench
  const file = csvOf(rows)
  console.log(`\nImport of ${rows.toLocaleString('en')} contacts (${megabytes(file.length)}) into a shop of ${await howMany(bench)}, while a cashier sells\n${cashierHead}`)
  const itemId = await stockShelf(bench)
  let batchId = '' as Batch
  const all: Measured[] = []
  const step = async (...each: Step) => void all.push(await measured(bench, itemId, each))
  await step('nothing but the cashier', () => new Promise((resolve) => void setTimeout(resolve, 5_000)))
  await step('file sent', async () => void (batchId = await upload(bench, file)))
  await columnsTold(bench, batchId)
  await step('read, with twins looked for', () => call('imports/read', { batchId }))
  await step('all rows ticked', () => call('imports/choose', { batchId, position: null, ticked: true } as Input<'imports/choose'>))
  await step('import, stopped half-way', async () => {
    const running = call('imports/run', { requestId: rid(), batchId })
    await halfDone(bench, batchId, rows)
    await call('imports/cancel', { batchId })
    await running
  })
  const before = await howMany(bench)
  await step('import', () => call('imports/run', { requestId: rid(), batchId }))
  console.log(`  ${await howMany(bench) - before} customers more`)
  let again = '' as Batch
  await step('the same file again: sent, read', async () => {
    again = await upload(bench, file)
    await columnsTold(bench, again)
    const { counts } = await call('imports/read', { batchId: again })
    console.log(`  the second time: ${JSON.stringify(counts.heaps)}`)
  })
  await step('thrown away', () => call('imports/cancel', { batchId: again }))
  await step('undo', () => call('imports/undo', { requestId: rid(), batchId }))
  verdicts(all)
  await plainWay(bench, itemId, file)
}

function verdicts(all: readonly Measured[]): void {
  const [quiet, ...steps] = all
  const wall = Math.max(...steps.map(({ sold }) => worstOf(sold, 'wallMs')))
  const cpu = Math.max(...steps.map(({ sold }) => worstOf(sold, 'cpuMs')))
  console.log(verdict('ms main computed at most while a call at the till waited, wanted under 50', cpu, cpu < 50))
  console.log(verdict(`ms a call at the till waited at most, wanted under 50 (${quiet ? worstOf(quiet.sold, 'wallMs').toFixed(1) : '?'} with nothing else asked)`, wall, wall < 50))
}

const howMany = async ({ call }: Bench): Promise<number> => (await call('customers/page', { after: null, most: 1, letter: null })).total

async function halfDone({ call }: Bench, batchId: Batch, rows: number): Promise<void> {
  for (;;) {
    await new Promise((resolve) => void setTimeout(resolve, 100))
    const { counts, state } = await call('imports/state', { batchId })
    if (counts.added > rows / 2 || state === 'done') return
  }
}

/** The plain way: the file parsed in one piece, one transaction on main, no twins, no undo. */
async function plainWay(bench: Bench, itemId: ItemId, file: Buffer): Promise<void> {
  const { name, ms, sold } = await measured(bench, itemId, ['one parse, one transaction', async () => {
    const { data } = Papa.parse<string[]>(file.toString('utf8'), { skipEmptyLines: true })
    inTransaction(bench.app.core.db, () => {
      for (const [first = '', last = '', phone = '', email = ''] of data.slice(1)) insertCustomer(bench.app.core.db, recordOf({ first, last, phone, email, city: '' }, bench.newId()))
    })
  }])
  console.log(`  the plain way (${name}): ${(ms / 1000).toFixed(1)} s, in which the till stood still for ${(sold.blockMs / 1000).toFixed(1)} s`)
}
