// From the text behind the header to elements. Offsets and lengths are never followed: of 139 collected cards 107 carry wrong ones.
import { cutElements } from './aamva-cut.ts'
import type { Element, Table } from './aamva-elements.ts'

/** Values by element id, as the card writes them. The first that is not empty stays. */
export type Elements = Map<string, string>
type Reading = { readonly table: Table; readonly privateTypes: readonly string[]; readonly elements: Elements }

const lineEnds = /\p{Cc}+/u
const essential = ['DAQ', 'DBB', 'DBA', 'DAJ', 'DAI', 'DAG']

/** One line is one element; a line without an id of its own belongs to the element before; a line that holds several is cut. */
export function readElements(body: string, table: Table, privateTypes: readonly string[]): Elements {
  const reading: Reading = { table, privateTypes, elements: new Map() }
  const lines = publicLines(body, privateTypes).map((line) => withoutSubfile(line.trimStart(), table)).filter(Boolean)
  let last = ''
  for (const line of lines) last = readLine(reading, line, last)
  if (essential.some((id) => !reading.elements.has(id))) for (const line of lines) cutAfterAll(reading, line)
  return reading.elements
}

/** A line within its element's width may hold several all the same: then what was taken whole is taken apart. */
function cutAfterAll(reading: Reading, line: string): void {
  const pieces = cutElements(line, reading.table)
  if (pieces.length > 1 && pieces[0]) reading.elements.delete(pieces[0][0])
  for (const [id, value] of pieces) keep(reading, id, value)
}

/** What a jurisdiction adds for itself may hold anything, line ends and signatures too: from its first subfile on nothing is read but a next DL, ID or EN. */
function publicLines(body: string, privateTypes: readonly string[]): string[] {
  const lines: string[] = []
  let isPrivate = false
  for (const line of body.split(lineEnds)) {
    if (/^(?:DL|ID|EN)D[A-D][A-Z]/.test(line)) isPrivate = false
    const starts: number = isPrivate ? 0 : privateStart(line, privateTypes)
    if (!isPrivate) lines.push(starts < 0 ? line : line.slice(0, starts))
    isPrivate ||= starts >= 0
  }
  return lines
}

function privateStart(line: string, privateTypes: readonly string[]): number {
  if (!line.includes('Z')) return -1
  if (/^(Z[A-Z])\1/.test(line)) return 0
  const starts = privateTypes.map((type) => line.indexOf(type + type)).filter((at) => at >= 0)
  return starts.length > 0 ? Math.min(...starts) : -1
}

const withoutSubfile = (line: string, table: Table): string => (/^(?:DL|ID|EN)/.test(line) && table.has(line.slice(2, 5)) ? line.slice(2) : line)

function readLine(reading: Reading, line: string, last: string): string {
  const id = line.slice(0, 3)
  const element = reading.table.get(id)
  if (!element) return /^Z[A-Z0-9]{2}/.test(line) || line === 'DL' || line === 'ID' ? '' : goOn(reading, line, last)
  if (line.trimEnd().length - 3 <= element.most + 2) keep(reading, id, line.slice(3))
  else for (const [cutId, value] of cutElements(line, reading.table)) keep(reading, cutId, value)
  return id
}

/** A wrapped line: only where the element before has words and room for more. */
function goOn({ table, elements }: Reading, line: string, last: string): string {
  const before = elements.get(last)
  const element: Element | undefined = table.get(last)
  const hasWords = element?.kind === 'text' || element?.kind === 'name'
  if (before?.trim() && element && hasWords && /[A-Za-z0-9]/.test(line) && before.length + line.length < element.most)
    elements.set(last, `${before.trimEnd()} ${line}`)
  return last
}

function keep({ elements }: Reading, id: string, value: string): void {
  if (!elements.get(id)?.trim()) elements.set(id, value)
}
