// npm run torture [-- <kills>]: the kill test for as long as you like; 1,000 kills unless told otherwise.
import { torment, type Told } from './torment.ts'

const kills = Number(process.argv[2] ?? 1_000)
const begun = performance.now()
const line = ({ kills: done, sold, customers, problems }: Told): string =>
  `${done} kills, ${sold} sales and ${customers} customers answered for, ${problems.length} promises broken, ${Math.round((performance.now() - begun) / 1000)} s`

const told = await torment(kills, Math.random, (so) => console.log(line(so)))
for (const problem of told.problems) console.error(problem)
process.exitCode = told.problems.length === 0 && told.sold > 0 ? 0 : 1
