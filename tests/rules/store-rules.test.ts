import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrations } from '../../src/main/store/migrate.ts'
import { isCode, walk, type Node } from './parsed.ts'
import { holds, main, plant, readText, renderer, src, type Rule, type Source } from './sources.ts'

const isMigration = (at: string): boolean => /^src\/main\/store\/migrations\/\d/.test(at)
const numberOf = (at: string): number => Number(/migrations\/(\d+)-/.exec(at)?.[1])

const numbered: Rule = (files) => files.filter(({ path: at }) => isMigration(at)).flatMap(({ path: at, text }) => {
  const version = Number(/export const version = (\d+)/.exec(text)?.[1])
  const fine = /migrations\/\d{4}-[a-z-]+\.ts$/.test(at) && version === numberOf(at) && version % 10 === 0
  return fine ? [] : [`${at} is version ${version}`]
})

const inOrder: Rule = (files) => {
  const listed = [...(files.find(({ path: at }) => at === 'src/main/store/migrate.ts')?.text.matchAll(/from '\.\/migrations\/(\d+)-/g) ?? [])].map(([, number]) => Number(number))
  const there = files.map(({ path: at }) => at).filter(isMigration).map(numberOf).toSorted((a, b) => a - b)
  return listed.join() === there.join() ? [] : [`migrate.ts lists ${listed.join()} and the folder has ${there.join()}`]
}

const strict: Rule = (files) => files.filter(({ path: at }) => isMigration(at)).flatMap(({ path: at, text }) =>
  [...text.matchAll(/CREATE TABLE (\w+) \(([\s\S]*?)\n?\)\s*([\w, ]*);/g)].filter(([, , , end = '']) => !/\bSTRICT\b/.test(end)).map(([, name]) => `${at}: ${name} is not STRICT`))

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
type Frozen = Readonly<Record<string, string>>
/** Shipped migrations and their hashes, written by scripts/freeze-migrations.mjs; a file that is listed never changes again. */
const frozen: Frozen = JSON.parse(readText('tests/rules/frozen-migrations.json')) as Frozen
const thawed = (list: Frozen): Rule => (files) =>
  Object.entries(list).filter(([at, hash]) => hashOf(files.find((file) => file.path === at)?.text ?? '') !== hash).map(([at]) => `${at} was shipped and has changed`)

/** Columns of the shop that no code outside its own form and table reads. */
const unread: Rule = (files) => {
  const shop = /export type Shop = \{([\s\S]*?)\n\}/.exec(files.find(({ path: at }) => at === 'src/main/shop/shop.ts')?.text ?? '')?.[1] ?? ''
  const fields = [...shop.matchAll(/readonly (\w+):/g)].map(([, name]) => name ?? '')
  const readers = files.filter(({ path: at }) => /\.tsx?$/.test(at) && !/^src\/(main\/shop|renderer\/shop)\/|make-demo-shop|import-shop|set-up|Settings/i.test(at))
  return fields.filter((field) => !readers.some(({ text }) => new RegExp(`\\b${field}\\b`).test(text))).map((field) => `nobody reads the setting ${field}`)
}

const programFile = 'src/main/loyalty/program.ts'
const nameOf = (key: unknown): string => (key as { readonly name?: string } | null)?.name ?? ''
/** The names in the objects handed to z.strictObject. */
const shapeFields = (file: Source): string[] => {
  const found: string[] = []
  walk(file, (node) => {
    if (node.type !== 'CallExpression' || nameOf((node['callee'] as Node)['property']) !== 'strictObject') return
    const [shape] = node['arguments'] as readonly Node[]
    found.push(...((shape?.['properties'] ?? []) as readonly Node[]).map(({ key }) => nameOf(key)))
  })
  return [...new Set(found)]
}
/** The names that code takes out of an object: `rules.earn`, or `{ earn } = rules`. */
const namesRead = (file: Source): string[] => {
  const found: string[] = []
  walk(file, (node) => {
    if (node.type === 'MemberExpression') found.push(nameOf(node['property']))
    if (node.type === 'ObjectPattern') found.push(...(node['properties'] as readonly Node[]).map(({ key }) => nameOf(key)))
  })
  return found
}
// The shop's own word for a point goes to the screens as it is: they take it by language and number.
const languages = ['en', 'fr', 'es', 'one', 'many']
/** Rules of the loyalty programme that an owner could set and nothing obeys. */
const unreadRules: Rule = (files) => {
  const program = files.find(({ path: at }) => at === programFile)
  const read = new Set(files.filter((file) => isCode(file) && /^src\/main\/(loyalty|flows)\//.test(file.path) && file.path !== programFile).flatMap(namesRead))
  return (program ? shapeFields(program) : []).filter((field) => !read.has(field) && !languages.includes(field)).map((field) => `nobody reads the rule ${field}`)
}

const past = /(ed|made|sent|done|gone|lost|found|begun|held|paid|sold|read|left)$/
const pastTense: Rule = (files) => [...(files.find(({ path: at }) => at === 'src/main/events.ts')?.text.matchAll(/^ {2}'([\w-]+)':/gm) ?? [])].map(([, name]) => name ?? '').filter((name) => !past.test(name)).map((name) => `${name} is not in the past tense`)

type Package = { readonly dependencies?: Frozen; readonly devDependencies?: Frozen; readonly optionalDependencies?: Frozen }
const packagesOf = (text: string): [string, string][] => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text) as Package
  return [dependencies, devDependencies, optionalDependencies].flatMap((group) => Object.entries(group ?? {}))
}
const pinned: Rule = (files) => files.filter(({ path: at }) => at === 'package.json').flatMap(({ text }) => packagesOf(text)).filter(([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version)).map(([name, version]) => `${name} is ${version}`)
const named: Rule = (files) => {
  const readme = files.find(({ path: at }) => at === 'README.md')?.text ?? ''
  return files.filter(({ path: at }) => at === 'package.json').flatMap(({ text }) => packagesOf(text)).filter(([name]) => !readme.includes(`\`${name}\``)).map(([name]) => `README does not say what ${name} is for`)
}

const ofRoot = ['package.json', 'README.md'].filter((file) => existsSync(path.resolve(import.meta.dirname, '../..', file))).map((file) => plant(file, readText(file)))
const badTable = plant('src/main/store/migrations/0070-x.ts', 'export const version = 71\nexport const up = `CREATE TABLE a (b TEXT);`')
describe('store, settings and packages', () => {
  holds('migrations are numbered by tens, like their files', numbered, main, [badTable])
  holds('every migration is listed, in order', inOrder, main, [badTable])
  holds('every table is STRICT', strict, main, [badTable])
  test('a shipped migration never changes', () => expect(thawed(frozen)(main)).toEqual([]))
  holds('every setting of the shop has a reader', unread, [...main, ...renderer], [plant('src/main/shop/shop.ts', 'export type Shop = {\n  readonly unheardOf: string\n}')])
  holds('every rule of the loyalty programme has a reader', unreadRules, main, [plant(programFile, 'const a = z.strictObject({ unheardOf: z.boolean() })')])
  holds('events are named in the past tense', pastTense, main, [plant('src/main/events.ts', "export type Events = {\n  'change-sale': null\n}")])
  holds('every package is pinned to one version', pinned, ofRoot, [plant('package.json', '{"dependencies":{"left-pad":"^1.0.0"}}')])
  holds('README says what every package is for', named, ofRoot, [plant('package.json', '{"dependencies":{"left-pad":"1.0.0"}}')])
  test('the migrations run in the order of their numbers', () => expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => (at + 1) * 10)))
  test('seen to fail: a shipped migration never changes', () => expect(thawed({ 'src/main/store/migrations/0010-shop.ts': 'another hash' })(src)).not.toEqual([]))
})
