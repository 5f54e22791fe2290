// npm run bench [-- --quick]: what the register costs, in one run beside its rivals. Read the ratios; the milliseconds are this machine's.
import { cpus, totalmem } from 'node:os'
import { benchCommit } from './commit.ts'
import { benchLoyalty } from './loyalty.ts'
import { megabytes } from './measure.ts'
import { chanceFrom, peopleFrom } from './people.ts'
import { benchPin } from './pin.ts'
import { benchSearch } from './search.ts'
import { openBench } from './shop.ts'
import { benchStartUp } from './start-up.ts'

const quick = process.argv.includes('--quick')
const sizes = quick ? [10_000, 100_000] : [100_000, 1_000_000]
console.log(`Regulars on Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? '?'}, ${megabytes(totalmem())}${quick ? ', quick' : ''}`)

await benchStartUp(quick ? 3 : 10)
const bench = await openBench()
try {
  const chance = chanceFrom(20_261_121)
  await benchSearch(bench, sizes, peopleFrom(chance), chance)
  await benchCommit(bench, quick ? 50 : 300)
  await benchLoyalty(bench, quick ? 50_000 : 1_000_000)
  await benchPin(bench, quick ? 40 : 200)
} finally {
  bench.close()
}
