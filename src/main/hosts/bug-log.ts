import { appendFileSync, closeSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

const mostBytes = 1024 * 1024

/**
 * Where bugs are written: time, door and stack, never an input. The file is kept under 1 MiB; the one before it is kept beside it.
 * A disk that is full or gone must not turn one bug into two: a line that cannot be written is dropped.
 */
export function openBugLog(folder: string, now: () => string) {
  const file = path.join(folder, 'bugs.log')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return (bug: unknown, where: string): void => {
    try {
      if (sizeOf(file) > mostBytes) renameSync(file, `${file}.1`)
      appendFileSync(file, `${now()} ${where}\n${describe(bug)}\n\n`, { mode: 0o600 })
    } catch {
      // nothing left to tell
    }
  }
}

const mostRead = 64 * 1024
const mostTold = 5
/** The newest bugs in short: time and door, the kind of error and the file it came from, never its message. What cannot be read is none. */
export function recentBugs(folder: string): string[] {
  try {
    return tailOf(path.join(folder, 'bugs.log')).split('\n\n').filter((bug) => /^\d{4}-\d\d-\d\dT\S+ \S+\n/.test(bug)).slice(-mostTold).map(inShort)
  } catch {
    return []
  }
}

function tailOf(file: string): string {
  const size = sizeOf(file)
  if (size === 0) return ''
  const bytes = Buffer.alloc(Math.min(size, mostRead))
  const handle = openSync(file, 'r')
  try {
    readSync(handle, bytes, 0, bytes.length, size - bytes.length)
  } finally {
    closeSync(handle)
  }
  return bytes.toString('utf8')
}

function inShort(bug: string): string {
  const [head = '', kind = ''] = bug.split('\n')
  const from = /^\s+at .*?([\w.-]+:\d+)(?::\d+)?\)?$/m.exec(bug)?.[1] ?? ''
  return [head, /^[A-Za-z]+(?: [A-Z_]+)?(?=:)/.exec(kind)?.[0] ?? '', from].filter(Boolean).join(' ')
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** The stack's frames as they are; of the message only its shape, for it may quote what was typed. */
export function describe(bug: unknown): string {
  if (!(bug instanceof Error)) return `thrown: ${typeof bug}`
  const frames = (bug.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const code = 'code' in bug ? ` ${String(bug.code)}` : ''
  const cause = bug.cause === undefined ? [] : [`caused by ${describe(bug.cause)}`]
  return [`${bug.name}${code}: ${withoutValues(bug)}`, ...frames, ...cause].join('\n')
}

// JSON's own errors quote the text they choked on.
const withoutValues = (bug: Error): string =>
  bug instanceof SyntaxError ? '(not kept)' : bug.message.slice(0, 300).replaceAll(/"[^"]*"|`[^`]*`|'[^']*'/g, '…').replaceAll(/\d/g, '#')
