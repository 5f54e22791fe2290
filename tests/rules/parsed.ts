import path from 'node:path'
import { parseSync } from 'vite'
import type { Source } from './sources.ts'

export type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean }
/** A node of the syntax tree; its fields are looked at by name. */
export type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [field: string]: unknown }
type Parsed = ReturnType<typeof parseSync>

const kept = new WeakMap<Source, Parsed>()
export const isCode = ({ path: at }: Source): boolean => /\.(ts|tsx|mjs)$/.test(at)

export function parse(file: Source): Parsed {
  const found = kept.get(file) ?? parseSync(file.path, file.text)
  kept.set(file, found)
  return found
}

const asPath = (from: string, asked: string): string => (asked.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(from), asked)) : asked)

/** Every import and re-export of these files; relative ones as paths from the root, packages by name. */
export const importsOf = (files: readonly Source[]): Import[] => files.filter(isCode).flatMap(importsIn)

function importsIn(file: Source): Import[] {
  const { module } = parse(file)
  const imported = module.staticImports.map(({ moduleRequest, entries }) => ({ asked: moduleRequest.value, typeOnly: entries.length > 0 && entries.every(({ isType }) => isType) }))
  const exported = module.staticExports.flatMap(({ entries }) => entries).filter(({ moduleRequest }) => moduleRequest)
    .map(({ moduleRequest, isType }) => ({ asked: moduleRequest?.value ?? '', typeOnly: isType }))
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => ({ asked: file.text.slice(moduleRequest.start + 1, moduleRequest.end - 1), typeOnly: false }))
  return [...imported, ...exported, ...dynamic].map(({ asked, typeOnly }) => ({ from: file.path, to: asPath(file.path, asked), typeOnly }))
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Walks the whole tree, parents before children. */
export function walk(file: Source, visit: (node: Node, parent: Node | null) => void): void {
  const step = (node: Node, parent: Node | null): void => {
    visit(node, parent)
    for (const value of Object.values(node)) {
      if (isNode(value)) step(value, node)
      else if (Array.isArray(value)) for (const item of value) if (isNode(item)) step(item, node)
    }
  }
  step(parse(file).program as unknown as Node, null)
}

export const linesOf = (text: string): number => text.split('\n').length
export const lineAt = (file: Source, at: number): number => linesOf(file.text.slice(0, at))

/** What stands in string and template literals: code without comments. */
export function literalsOf(file: Source): string[] {
  const found: string[] = []
  walk(file, (node) => {
    if (node.type === 'Literal' && typeof node['value'] === 'string') found.push(node['value'])
    if (node.type === 'TemplateElement') found.push((node['value'] as { raw: string }).raw)
  })
  return found
}

/** The code with every comment taken out, so that a rule does not trip over a word of prose. */
export function withoutComments(file: Source): string {
  return parse(file).comments.toReversed().reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), file.text)
}

const joiners = ['flows', 'store', 'hosts']
const shared = ['screens', 'ui', 'words']
/** The room a file belongs to: main/sales, renderer/sales … or null for what stands outside the rooms. */
export function roomOf(at: string): string | null {
  const [, side, folder, rest] = at.split('/')
  if (rest === undefined || folder === undefined) return null
  if (side === 'main') return joiners.includes(folder) ? null : `main/${folder}`
  return side === 'renderer' && !shared.includes(folder) ? `renderer/${folder}` : null
}
