import { startTicker } from './loop.ts'
import { megabytes, verdict } from './measure.ts'
import { columnsTold, upload } from './imports.ts'
import { chanceFrom, peopleFrom } from './people.ts'
import type { Bench } from './shop.ts'

const noteChars = 2_000
/** However large the file, reading it takes no more than this beside what the process had: it is sent, kept and read in pieces. */
const mostMoreBytes = 200 * 1024 * 1024

/** A CSV file of so many bytes, with long notes, as one piece of memory that the bench itself holds. */
function fileOf(sizeBytes: number): { readonly file: Buffer; readonly rows: number } {
  const next = peopleFrom(chanceFrom(11))
  const file = Buffer.alloc(sizeBytes)
  let [at, rows] = [file.write('First Name,Last Name,Phone,Email,Notes\n'), 0]
  for (; at < sizeBytes - 2 * noteChars; rows++) {
    const { first, last, phone, email } = next()
    at += file.write(`${first},${last},${phone},${email},"${`note ${rows} `.repeat(noteChars / 10)}"\n`, at)
  }
  return { file: file.subarray(0, at), rows }
}

/** A very large file sent and read: what it costs in memory, and how long main computes in one go meanwhile. */
export async function benchLargeFile(bench: Bench, sizeBytes: number): Promise<void> {
  const { file, rows } = fileOf(sizeBytes)
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const watching = setInterval(() => void (most = Math.max(most, process.memoryUsage.rss())), 100)
  console.log(`\nA file of ${megabytes(file.length)} with ${rows.toLocaleString('en')} rows, in a process of ${megabytes(before)} that holds the file itself`)
  const step = async (name: string, work: () => Promise<unknown>) => {
    const [ticker, begun] = [startTicker(), performance.now()]
    await work()
    const { blockMs, cpuMs } = ticker.stop()
    console.log(`  ${name.padEnd(28)} ${((performance.now() - begun) / 1000).toFixed(1)} s, main in one go ${blockMs.toFixed(1)} ms by the clock, ${cpuMs.toFixed(1)} computing, memory so far ${megabytes(most)}`)
    return cpuMs
  }
  const worst: number[] = []
  let batchId = '' as Awaited<ReturnType<typeof upload>>
  worst.push(await step('sent', async () => void (batchId = await upload(bench, file))))
  await columnsTold(bench, batchId)
  worst.push(await step('read', () => bench.call('imports/read', { batchId })))
  worst.push(await step('thrown away', () => bench.call('imports/cancel', { batchId })))
  clearInterval(watching)
  console.log(verdict('MB of memory more than before, however large the file, wanted under 200', (most - before) / 1024 / 1024, most - before < mostMoreBytes))
  console.log(verdict('ms main computed in one go, wanted under 50', Math.max(...worst), Math.max(...worst) < 50))
}
