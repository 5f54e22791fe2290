import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
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
