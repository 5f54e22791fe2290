import { describe } from 'vitest'
import { importsOf, isCode, lineAt, literalsOf, roomOf, walk, withoutComments } from './parsed.ts'
import { holds, main, plant, src, type Rule } from './sources.ts'

// The suffix of a file says what it may do.
const suffixOf = (at: string): string => /\.(sql|api|port|worker)\.ts$/.exec(at)?.[1] ?? 'plain'
const inRoom = (at: string): boolean => roomOf(at)?.startsWith('main/') === true
const say = ({ from, to }: { from: string; to: string }): string => `${from} imports ${to}`

const sqlWords = /\b(SELECT\s+[\w*(]|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX|VIEW|TRIGGER)|PRAGMA\s|VACUUM\b)/
const sqlElsewhere: Rule = (files) =>
  files.filter((file) => isCode(file) && file.path.startsWith('src/') && !/\.sql\.ts$|^src\/main\/store\//.test(file.path))
    .filter((file) => literalsOf(file).some((text) => sqlWords.test(text)) || /\bdb\.(prepare|exec|pragma)\b/.test(withoutComments(file))).map(({ path }) => `${path} holds SQL`)

const plainImports = /\.(sql|api|port|worker)\.ts$|^src\/main\/(store|flows|hosts)\/|^src\/main\/(context|core|handlers)\.ts$|^node:(?!crypto$)|^better-sqlite3$/
const plainIsPure: Rule = (files) =>
  importsOf(files.filter(({ path }) => inRoom(path) && suffixOf(path) === 'plain')).filter(({ to, typeOnly }) => !typeOnly && plainImports.test(to)).map(say)

const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandom(UUID|Bytes|Int)\b|\bprocess\.(env|argv|cwd)\b|\bsetInterval\(/
const askTheWorld: Rule = (files) =>
  files.filter(({ path }) => path.startsWith('src/main/') && isCode({ path, text: '' }) && !/\.(port|worker)\.ts$|^src\/main\/hosts\//.test(path))
    .flatMap((file) => (impure.test(withoutComments(file)) ? [`${file.path} reads the clock, chance or the surroundings`] : []))

const sqlImports: Rule = (files) =>
  importsOf(files.filter(({ path }) => suffixOf(path) === 'sql')).filter(({ to, typeOnly }) => !typeOnly && /\.(api|port|worker)\.ts$|^src\/main\/(flows|hosts)\/|^src\/main\/(context|core|handlers|errors)\.ts$|^node:/.test(to)).map(say)

type Parameter = { readonly name?: string; readonly typeAnnotation?: { readonly typeAnnotation?: { readonly typeName?: { readonly name?: string } } } }
const isHandle = ({ typeAnnotation }: Parameter): boolean => /^(Readable|Writable)DB$/.test(typeAnnotation?.typeAnnotation?.typeName?.name ?? '')

/** Whoever is handed the database is handed it first, under the name db: then a call site shows what it touches. */
const sqlTakesDb: Rule = (files) => files.filter((file) => isCode(file) && file.path.startsWith('src/main/')).flatMap((file) => {
  const found: string[] = []
  walk(file, (node) => {
    const parameters = (node['params'] ?? []) as readonly Parameter[]
    if (!/Function/.test(node.type) || !Array.isArray(parameters)) return
    const at = parameters.findIndex(isHandle)
    if (at > 0 || (at === 0 && parameters[0]?.name !== 'db')) found.push(`${file.path}:${lineAt(file, node.start)} does not take the database first, as db`)
  })
  return found
})

const apiImports: Rule = (files) =>
  importsOf(files.filter(({ path }) => suffixOf(path) === 'api')).filter(({ to, typeOnly }) => !typeOnly && /\.port\.ts$|^src\/main\/(flows|hosts|core\.ts|handlers\.ts)|^node:(?!crypto$)/.test(to)).map(say)

const portImports: Rule = (files) =>
  importsOf(files.filter(({ path }) => suffixOf(path) === 'port' || suffixOf(path) === 'worker')).filter(({ to, typeOnly }) => !typeOnly && to.startsWith('src/main/') && !/devices\/|vocabulary\.ts$/.test(to)).map(say)

const minted: Rule = (files) => files.filter((file) => isCode(file) && file.path !== 'src/main/staff/approval.ts' && /\bas (unknown as )?Approval</.test(withoutComments(file))).map(({ path }) => `${path} mints an approval`)

const brandsInFlows: Rule = (files) => files.filter(({ path, text }) => path.startsWith('src/main/flows/') && /\bsql`/.test(text)).map(({ path }) => `${path} holds SQL`)

const preloadGrows: Rule = (files) =>
  files.filter(({ path }) => path === 'src/preload/index.ts').flatMap((file) => {
    const channels = [...file.text.matchAll(/ipcRenderer\.\w+\('([\w-]+)'/g)].map(([, name]) => name)
    const names = [...file.text.matchAll(/exposeInMainWorld\(/g)].length
    return file.text.split('\n').length > 16 || names !== 1 || channels.join() !== 'call,event' ? [`${file.path} shows more than call and on`] : []
  })

const room = (name: string, text: string) => [plant(`src/main/sales/${name}`, text)]
describe('powers', () => {
  holds('SQL stands only in *.sql.ts and store', sqlElsewhere, src, room('a.ts', "const q = 'SELECT * FROM sales'"))
  holds('a plain file in a room only computes', plainIsPure, main, room('a.ts', "import { all } from '../store/sql.ts'"))
  holds('only ports, workers and hosts read the clock, chance and the surroundings', askTheWorld, main, room('a.ts', 'export const at = () => Date.now()'))
  holds('a *.sql.ts file decides nothing: no refusal, no door, no outside world', sqlImports, main, room('a.sql.ts', "import { Refusal } from '../errors.ts'"))
  holds('what is handed the database is handed it first, as db', sqlTakesDb, main, room('a.sql.ts', 'export const find = (id: string, db: ReadableDB) => id'))
  holds('a door does the work of its own room', apiImports, main, room('a.api.ts', "import { pay } from '../flows/pay.ts'"))
  holds('a port knows no customers, sales or points', portImports, main, room('a.port.ts', "import { total } from '../sales/totals.ts'"))
  holds('approvals are minted only in staff/approval.ts', minted, src, room('a.ts', "const slip = {} as Approval<'void-sale'>"))
  holds('flows hold no SQL', brandsInFlows, main, [plant('src/main/flows/a.ts', 'sql`x`')])
  holds('the preload shows call and on over two channels and nothing else', preloadGrows, src, [plant('src/preload/index.ts', "contextBridge.exposeInMainWorld('a', { x: () => ipcRenderer.invoke('open-file') })")])
})
