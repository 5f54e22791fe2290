import { describe } from 'vitest'
import { isCode, walk, type Node } from './parsed.ts'
import { holds, plant, src, type Rule, type Source } from './sources.ts'

const languages = ['en', 'fr', 'es'] as const
type Words = Readonly<Record<string, string>>

/** namespace -> language -> words */
function dictionaries(files: readonly Source[]): Map<string, Map<string, Words>> {
  const found = new Map<string, Map<string, Words>>()
  for (const { path, text } of files) {
    const [, language, name] = /renderer\/words\/(\w+)\/([\w-]+)\.json$/.exec(path) ?? []
    if (language === undefined || name === undefined) continue
    const of = found.get(name) ?? new Map<string, Words>()
    found.set(name, of.set(language, JSON.parse(text) as Words))
  }
  return found
}

/** i18next's plural endings: French and Spanish have one more than English. */
const base = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '')
const difference = (a: Set<string>, b: Set<string>): string[] => [...[...a].filter((each) => !b.has(each)), ...[...b].filter((each) => !a.has(each))]
const keysOf = (words: Words | undefined): Set<string> => new Set(Object.keys(words ?? {}).map(base))

const eachPair = (files: readonly Source[], look: (name: string, language: string, words: Words, english: Words) => string[]): string[] =>
  [...dictionaries(files)].flatMap(([name, of]) => languages.flatMap((language) => look(name, language, of.get(language) ?? {}, of.get('en') ?? {})))

const sameKeys: Rule = (files) => eachPair(files, (name, language, words, english) =>
  difference(keysOf(words), keysOf(english)).map((key) => `${name}:${key} is not in both en and ${language}`))

const holesOf = (words: Words, key: string): Set<string> =>
  new Set(Object.entries(words).filter(([each]) => base(each) === key).flatMap(([, text]) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, hole]) => hole ?? '')))
const sameHoles: Rule = (files) => eachPair(files, (name, language, words, english) =>
  [...keysOf(english)].filter((key) => difference(holesOf(words, key), holesOf(english, key)).length > 0).map((key) => `${name}:${key} has other places to fill in ${language}`))

const saysSomething: Rule = (files) => eachPair(files, (name, language, words) => Object.entries(words).filter(([, text]) => typeof text !== 'string' || text.trim() === '').map(([key]) => `${name}:${key} says nothing in ${language}`))

const pluralsWhole: Rule = (files) => eachPair(files, (name, language, words) => {
  const plural = Object.keys(words).filter((key) => /_(one|other|many)$/.test(key))
  return plural.filter((key) => !(`${base(key)}_one` in words) || !(`${base(key)}_other` in words)).map((key) => `${name}:${key} lacks a plural in ${language}`)
})

const refusalCodes = (files: readonly Source[]): string[] => {
  const text = files.find(({ path }) => path === 'src/main/errors.ts')?.text.split('/** A "no"')[0] ?? ''
  return [...text.replaceAll(/\/\/.*/g, '').matchAll(/\| '([\w-]+)'/g)].map(([, code]) => code ?? '')
}
const refusalsSaid: Rule = (files) => {
  const of = dictionaries(files).get('refusals')
  return [...refusalCodes(files), 'bug', 'connection-lost'].flatMap((code) => languages.filter((language) => !(code in (of?.get(language) ?? {}))).map((language) => `refusal ${code} has no sentence in ${language}`))
}

/** What is written into the audit in the place itself; a kind handed on through a helper is not seen here. */
const auditKinds = (files: readonly Source[]): string[] =>
  files.flatMap(({ path, text }) => (path.startsWith('src/main/') ? [...text.matchAll(/appendAudit\([^;]{0,300}?\bkind: '([a-z-]+)'/g)].map(([, kind]) => kind ?? '') : []))
const auditSaid: Rule = (files) => {
  const of = dictionaries(files).get('office')
  return auditKinds(files).flatMap((kind) => languages.filter((language) => !(`kind-${kind}` in (of?.get(language) ?? {}))).map((language) => `audit kind ${kind} has no name in ${language}`))
}

/** The keys a call of t() may ask for: 'a', c ? 'a' : 'b', or `a-${x}` as the beginning 'a-'. */
function asked(node: Node | undefined): { key: string; whole: boolean }[] {
  if (!node) return []
  if (node.type === 'Literal' && typeof node['value'] === 'string') return [{ key: node['value'], whole: true }]
  if (node.type === 'ConditionalExpression') return [...asked(node['consequent'] as Node), ...asked(node['alternate'] as Node)]
  if (node.type !== 'TemplateLiteral') return []
  const quasis = node['quasis'] as { value: { cooked: string } }[]
  return [{ key: quasis[0]?.value.cooked ?? '', whole: quasis.length === 1 }]
}

function askedIn(file: Source): { key: string; whole: boolean }[] {
  const found: { key: string; whole: boolean }[] = []
  walk(file, (node) => {
    if (node.type !== 'CallExpression') return
    const callee = node['callee'] as { type: string; name?: string; property?: { name?: string } }
    if (callee.name === 't' || callee.property?.name === 't') found.push(...asked((node['arguments'] as Node[])[0]))
  })
  return found
}

const wordsExist: Rule = (files) => {
  const all = new Map([...dictionaries(files)].map(([name, of]) => [name, keysOf(of.get('en'))]))
  const everyKey = new Set([...all.values()].flatMap((keys) => [...keys]))
  const isThere = (keys: Set<string>, key: string, whole: boolean) => (whole ? keys.has(key) : [...keys].some((each) => each.startsWith(key)))
  return files.filter((file) => isCode(file) && file.path.startsWith('src/renderer/')).flatMap((file) => {
    const own = [...file.text.matchAll(/useTranslation\((?:'([\w-]+)')?\)/g)].map(([, name]) => all.get(name ?? 'app') ?? new Set<string>())
    const near = own.length > 0 ? new Set(own.flatMap((keys) => [...keys])) : everyKey
    return askedIn(file).filter(({ key, whole }) => {
      const [, name, rest] = /^([\w-]+):(.*)$/s.exec(key) ?? []
      return name === undefined ? !isThere(near, key, whole) : !isThere(all.get(name) ?? new Set(), rest ?? '', whole)
    }).map(({ key }) => `${file.path} says ${key}, and no dictionary has it`)
  })
}

const bareText: Rule = (files) => files.filter((file) => file.path.endsWith('.tsx')).flatMap((file) => {
  const found: string[] = []
  walk(file, (node) => {
    if (node.type === 'JSXText' && /\p{L}{3,}/u.test(node['value'] as string)) found.push(`${file.path} shows "${(node['value'] as string).trim()}" in one language only`)
  })
  return found
})

const dictionary = (language: string, words: Words) => plant(`src/renderer/words/${language}/sell.json`, JSON.stringify(words))
const three = (en: Words, fr: Words, es: Words) => [dictionary('en', en), dictionary('fr', fr), dictionary('es', es)]
describe('words', () => {
  holds('every word is there in English, French and Spanish', sameKeys, src, three({ a: 'x', b: 'y' }, { a: 'x' }, { a: 'x', b: 'y' }))
  holds('what is filled in is the same in every language', sameHoles, src, three({ a: '{{n}} left' }, { a: '{{n}}' }, { a: 'quedan' }))
  holds('no word is empty', saysSomething, src, three({ a: 'x' }, { a: ' ' }, { a: 'x' }))
  holds('a plural has one and other', pluralsWhole, src, three({ a_one: 'x' }, { a_one: 'x' }, { a_one: 'x' }))
  holds('every refusal has a sentence in every language', refusalsSaid, src, [plant('src/main/errors.ts', "export type RefusalCode =\n  | 'no-such-sentence'"), ...three({}, {}, {})])
  holds('every kind of audit entry has a name in every language', auditSaid, src, [plant('src/main/staff/a.ts', "appendAudit(core.db, { id, kind: 'made-up', target })")])
  holds('every word a screen asks for exists', wordsExist, src, [...three({ a: 'x' }, { a: 'x' }, { a: 'x' }), plant('src/renderer/sales/A.tsx', "const A = () => { const { t } = useTranslation('sell'); return t('nowhere') }")])
  holds('no screen shows a sentence that is not in the dictionaries', bareText, src, [plant('src/renderer/sales/A.tsx', 'const A = () => <p>Hello there</p>')])
})
