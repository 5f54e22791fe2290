// `npm run simulate`: a virtual scanner, licence reader, keyboard and receipt printer, for a register on this machine. Flags after --: --folder, --port, --devtools, --do.
import { install, node24, runToEnd, surroundings } from './install.mjs'

install()
const node = node24()
const { code } = await runToEnd(node, ['scripts/simulate/simulate.ts', ...process.argv.slice(2)], { env: surroundings(node) })
process.exitCode = code ?? 0
