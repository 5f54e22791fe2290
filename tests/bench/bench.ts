// npm run bench [-- --quick] [--rows 1000000 (of the import)] [--only commit,loyalty,pin,imports,large-file,export,search,top-search,customer-list,duplicates,receivables,start,receipt,licence]: what the register costs, in one run beside its rivals. Read the ratios; the milliseconds are this machine's.
import { cpus, totalmem } from 'node:os'
import { benchCommit } from './commit.ts'
import { benchCustomerList } from './customer-list.ts'
import { benchExport } from './export.ts'
import { benchDuplicates } from './duplicates.ts'
import { benchImports } from './imports.ts'
import { benchLargeFile } from './large-file.ts'
import { benchLicence } from './licence.ts'
import { benchLoyalty } from './loyalty.ts'
import { megabytes } from './measure.ts'
import { chanceFrom, peopleFrom } from './people.ts'
import { benchPdf417 } from './pdf417.ts'
import { benchPin } from './pin.ts'
import { benchScan } from './scan.ts'
import { benchScanScreen } from './scan-screen.ts'
import { benchReceipt } from './receipt.ts'
import { benchReceivables } from './receivables.ts'
import { benchSearch, fill } from './search.ts'
import { openBench } from './shop.ts'
import { benchStartUp } from './start-up.ts'
import { benchTopSearch } from './top-search.ts'

const quick = process.argv.includes('--quick')
const sizes = quick ? [10_000, 100_000] : [100_000, 1_000_000]
console.log(`Regulars on Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? '?'}, ${megabytes(totalmem())}${quick ? ', quick' : ''}`)

const importRows = Number(process.argv[process.argv.indexOf('--rows') + 1]) || (quick ? 10_000 : 100_000)
const only = process.argv[process.argv.indexOf('--only') + 1]?.split(',') ?? []
const wanted = (name: string): boolean => !process.argv.includes('--only') || only.includes(name)
if (wanted('start')) await benchStartUp(quick ? 3 : 10)
if (wanted('licence')) benchLicence(quick ? 500 : 3_000)
const bench = await openBench()
try {
  const chance = chanceFrom(20_261_121)
  const next = peopleFrom(chance)
  if (wanted('search')) await benchSearch(bench, sizes, next, chance)
  else fill(bench, [], next, sizes[0] ?? 0)
  if (wanted('top-search')) await benchTopSearch(bench, next, sizes.at(-1) ?? 0)
  if (wanted('customer-list')) await benchCustomerList(bench, next, sizes.at(-1) ?? 0)
  if (wanted('duplicates')) await benchDuplicates(bench, next, sizes.at(-1) ?? 0)
  if (wanted('commit')) await benchCommit(bench, quick ? 50 : 300)
  if (wanted('loyalty')) await benchLoyalty(bench, quick ? 50_000 : 1_000_000)
  if (wanted('receivables')) await benchReceivables(bench, quick ? 10_000 : 100_000)
  if (wanted('export')) await benchExport(bench, sizes.at(-1) ?? 0)
  if (wanted('imports')) await benchImports(bench, importRows)
  if (wanted('large-file')) await benchLargeFile(bench, (quick ? 20 : 200) * 1024 * 1024)
  if (wanted('pdf417')) await benchPdf417(quick ? 0.2 : 1)
  if (wanted('receipt')) benchReceipt(quick ? 100 : 1_000)
  if (wanted('scan')) await benchScan(bench, quick ? 200 : 1_000)
  if (wanted('pin')) await benchPin(bench, quick ? 40 : 400)
} finally {
  bench.close()
}
if (wanted('scan')) await benchScanScreen(quick ? 10_000 : 100_000, quick ? 10 : 40)
