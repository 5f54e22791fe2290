// `npm run import-shop -- <folder>`: a shop from a folder of CSV files, into an empty register.
import path from 'node:path'
import { build, install, node24, runToEnd, stop, surroundings } from './install.mjs'

install()
const node = node24()
if (!build(node)) stop('The register could not be built; the lines above say why.')
const from = process.env.INIT_CWD ?? process.cwd()
const given = process.argv.slice(2).map((word, at, all) => (word.startsWith('--') || (all[at - 1] ?? '').startsWith('--lang') ? word : path.resolve(from, word)))
const { code } = await runToEnd(node, ['out/main/import-shop.js', ...given], { env: surroundings(node) })
process.exitCode = code ?? 1
