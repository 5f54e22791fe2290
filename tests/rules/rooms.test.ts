import { describe } from 'vitest'
import { importsOf, roomOf, walk, withoutComments, isCode } from './parsed.ts'
import { holds, main, plant, renderer, src, type Rule } from './sources.ts'

const say = ({ from, to }: { from: string; to: string }): string => `${from} imports ${to}`
const isMain = (at: string): boolean => at.startsWith('src/main/')

const roomsVisit: Rule = (files) => importsOf(files).filter(({ from, to }) => roomOf(from) && roomOf(to) && roomOf(from) !== roomOf(to) && (isMain(from) === isMain(to))).map(say)

const joinersOfTwo: Rule = (files) =>
  files.filter(({ path }) => isMain(path) && !path.startsWith('src/main/flows/') && !/\/(handlers|events)\.ts$/.test(path)).flatMap((file) => {
    const rooms = new Set(importsOf([file]).map(({ to }) => (isMain(to) ? roomOf(to) : null)).filter((room) => room !== null))
    const allowed = file.path.startsWith('src/main/hosts/') ? 0 : 1
    return roomOf(file.path) === null && rooms.size > allowed && !file.path.startsWith('src/main/hosts/') ? [`${file.path} joins ${[...rooms].join(' and ')}`] : []
  })

/** hosts > core > handlers > flows > rooms > store; a file may import only what stands further down, types excepted. */
function height(at: string): number {
  if (at.startsWith('src/main/hosts/')) return 6
  if (at === 'src/main/core.ts') return 5
  if (at === 'src/main/handlers.ts') return 4
  if (at.startsWith('src/main/flows/')) return 3
  if (roomOf(at)) return 2
  return at.startsWith('src/main/store/') ? 1 : 0
}
const looksUp: Rule = (files) =>
  importsOf(files).filter(({ from, to, typeOnly }) => isMain(from) && isMain(to) && !typeOnly && height(to) > height(from)).map(say)

const circles: Rule = (files) => {
  const next = Map.groupBy(importsOf(files).filter(({ typeOnly, to }) => !typeOnly && to.startsWith('src/')), ({ from }) => from)
  const found: string[] = []
  const done = new Set<string>()
  const visit = (at: string, way: readonly string[]): void => {
    if (way.includes(at)) return void found.push([...way.slice(way.indexOf(at)), at].join(' > '))
    if (done.has(at)) return
    for (const { to } of next.get(at) ?? []) visit(to, [...way, at])
    done.add(at)
  }
  for (const at of next.keys()) visit(at, [])
  return found
}

const outsideWorld: Rule = (files) =>
  importsOf(files).filter(({ from, to }) => /^(electron|electron-store|ws|node:https?|node:net|conf)$/.test(to) && !from.startsWith('src/main/hosts/') && !from.endsWith('.port.ts') && from !== 'src/preload/index.ts').map(say)

const codeFromMain: Rule = (files) => importsOf(files).filter(({ from, to, typeOnly }) => from.startsWith('src/renderer/') && isMain(to) && !typeOnly).map(say)

const screensLookUp: Rule = (files) =>
  importsOf(files).filter(({ from, to }) => (roomOf(from)?.startsWith('renderer/') && /^src\/renderer\/(screens\/|app\.tsx)/.test(to)) || (from.startsWith('src/renderer/ui/') && (roomOf(to) || to.startsWith('src/renderer/screens/')))).map(say)

const onlyTheBridge: Rule = (files) =>
  files.filter((file) => isCode(file) && !/renderer\/(bridge|socket-wire)\.ts$/.test(file.path) && /\b(new WebSocket|window\.regulars|XMLHttpRequest|fetch\()/.test(withoutComments(file))).map(({ path }) => `${path} talks past the bridge`)

const drawers = /(^|\/)(shared|common|lib|utils?|helpers?|services?|types|settings|misc)(\/|\.tsx?$)/
const noDrawers: Rule = (files) => files.filter(({ path }) => drawers.test(path)).map(({ path }) => `${path} is a drawer`)

const fiveMembers: Rule = (files) => {
  const context = files.find(({ path }) => path === 'src/main/context.ts')
  let members = 0
  if (context) walk(context, (node) => {
    if (node.type === 'TSTypeAliasDeclaration' && (node['id'] as { name?: string }).name === 'Core') members = (node['typeAnnotation'] as { members?: unknown[] }).members?.length ?? 0
  })
  return members === 5 ? [] : [`Core has ${members} members`]
}

describe('rooms', () => {
  holds('rooms never import rooms, not even a type', roomsVisit, src, [plant('src/main/sales/a.ts', "import type { Customer } from '../customers/customer.ts'")])
  holds('only flows join rooms', joinersOfTwo, main, [plant('src/main/joins.ts', "import { a } from './sales/a.ts'\nimport { b } from './staff/b.ts'")])
  holds('arrows go one way: hosts, core, handlers, flows, rooms, store', looksUp, main, [plant('src/main/sales/a.ts', "import { pay } from '../flows/pay.ts'")])
  holds('no import goes round in a circle', circles, src, [plant('src/main/a.ts', "import { b } from './b.ts'"), plant('src/main/b.ts', "import { a } from './a.ts'")])
  holds('only hosts, ports and the preload know Electron, sockets and servers', outsideWorld, src, [plant('src/main/sales/a.ts', "import { app } from 'electron'")])
  holds('screens take types from main, never code', codeFromMain, renderer, [plant('src/renderer/sales/A.tsx', "import { may } from '../../main/staff/staff.ts'")])
  holds('a screen room never looks up to a screen, and ui knows no room', screensLookUp, renderer, [plant('src/renderer/sales/A.tsx', "import { Shell } from '../screens/Shell.tsx'")])
  holds('screens reach main through the bridge alone', onlyTheBridge, renderer, [plant('src/renderer/sales/A.tsx', "const s = new WebSocket('ws://x')")])
  holds('there is no drawer folder or file', noDrawers, src, [plant('src/main/utils/a.ts', '')])
  holds('Core has five members', fiveMembers, main, [plant('src/main/context.ts', 'export type Core = { a: 1; b: 2; c: 3; d: 4; e: 5; f: 6 }')])
})
