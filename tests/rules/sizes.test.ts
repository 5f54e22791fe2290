import { describe } from 'vitest'
import { isCode, lineAt, linesOf, parse, walk } from './parsed.ts'
import { everything, holds, plant, src, type Rule } from './sources.ts'

const mostFileLines = 250
const mostFunctionLines = 40
const isSource = (at: string): boolean => /\.(tsx?|mjs|css)$/.test(at)

const longFiles: Rule = (files) => files.filter(({ path, text }) => isSource(path) && linesOf(text) - 1 > mostFileLines).map(({ path, text }) => `${path} has ${linesOf(text) - 1} lines`)

const longFunctions: Rule = (files) => files.filter(isCode).flatMap((file) => {
  const found: string[] = []
  walk(file, (node) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return
    const lines = linesOf(file.text.slice(node.start, node.end))
    if (lines > mostFunctionLines) found.push(`${file.path}:${lineAt(file, node.start)} has a function of ${lines} lines`)
  })
  return found
})

const defaults: Rule = (files) =>
  files.filter(isCode).filter((file) => parse(file).module.staticExports.some(({ entries }) => entries.some(({ exportName }) => exportName.kind === 'Default'))).map(({ path }) => `${path} exports a default`)

const forbidden: Readonly<Record<string, string>> = { TSEnumDeclaration: 'an enum', TSAnyKeyword: 'any', TSInterfaceDeclaration: 'an interface', TSParameterProperty: 'a parameter property', TSModuleDeclaration: 'a namespace' }
const unwanted: Rule = (files) => files.filter(isCode).flatMap((file) => {
  const found: string[] = []
  walk(file, (node) => {
    const what = forbidden[node.type]
    if (what !== undefined && !file.path.endsWith('.d.ts')) found.push(`${file.path}:${lineAt(file, node.start)} has ${what}`)
  })
  return found
})

const measures = /(timeout|delay|interval|wait|quiet|every|after|limit|age|keep|away|pause|debounce|period|longest|shortest|ttl)/i
const units = /(Ms|Seconds|Minutes|Hours|Days|Weeks|Years|Bytes|KiB|MiB|Px|Em|Lines|Rows|Chars|Digits|Cents|Milli|Ppm|Points|Share|Tries|Pages|Letters|Words)$|^(pages|rows|tiles|lines|letters|tries)[A-Z]|[Pp]er[A-Z]/
const unitless: Rule = (files) => files.filter((file) => isCode(file) && file.path.startsWith('src/')).flatMap((file) =>
  [...file.text.matchAll(/^(?:export )?const (\w+) = [\d_.]+(?: \* [\d_]+)*\s*(?:\/\/.*)?$/gm)].filter(([, name = '']) => measures.test(name) && !units.test(name)).map(([, name]) => `${file.path}: ${name} does not say its unit`))

describe('sizes and style', () => {
  holds('no file is longer than 250 lines', longFiles, everything, [plant('src/a.ts', 'x\n'.repeat(251))])
  holds('no function is longer than 40 lines', longFunctions, src, [plant('src/a.ts', `function f() {\n${'  g()\n'.repeat(40)}}`)])
  holds('exports have names', defaults, src, [plant('src/a.ts', 'export default 1')])
  holds('no enum, any, interface, namespace or parameter property', unwanted, everything, [plant('src/a.ts', 'const a: any = 1')])
  holds('a constant that measures says its unit', unitless, src, [plant('src/a.ts', 'const timeout = 500\n')])
})
