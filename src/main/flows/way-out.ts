import type { Core } from '../context.ts'
import type { Instant, RegisterId } from '../vocabulary.ts'

type Held = { readonly registerId: RegisterId; readonly link: string; readonly at: Instant }
const holdMs = 30_000
const mostHeld = 8
/** Where a host finds the ways out: /way/<token>. */
export const wayPath = '/way/'
// In memory alone, for as long as a tap takes. One key board per open file.
const boards = new WeakMap<Core['db'], Map<string, Held>>()

function boardOf({ db }: Pick<Core, 'db'>): Map<string, Held> {
  const known = boards.get(db) ?? new Map<string, Held>()
  boards.set(db, known)
  return known
}
const isOld = ({ at }: Held, now: Instant): boolean => Date.parse(now) - Date.parse(at) > holdMs

/** A way to a customer for someone who may not see where it leads: the screen is handed this address, which its host turns into the real one, once. */
export function hideWay(core: Pick<Core, 'db' | 'now' | 'newId'>, registerId: RegisterId, link: string): string {
  const board = boardOf(core)
  const at = core.now()
  for (const [token, held] of board) if (isOld(held, at)) board.delete(token)
  while (board.size >= mostHeld) board.delete([...board.keys()][0]!)
  const token = core.newId()
  board.set(token, { registerId, link, at })
  return `${wayPath}${token}`
}

/** Where such an address leads, once and within half a minute, for the till it was made for; null where it leads nowhere any more. */
export function takeWay(core: Pick<Core, 'db' | 'now'>, registerId: RegisterId, path: string): string | null {
  const token = path.slice(wayPath.length)
  const board = boardOf(core)
  const held = path.startsWith(wayPath) ? board.get(token) : undefined
  if (!held || held.registerId !== registerId) return null
  board.delete(token)
  return isOld(held, core.now()) ? null : held.link
}
