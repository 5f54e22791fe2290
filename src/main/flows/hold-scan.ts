import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Caller, DeviceId, Instant, RegisterId } from '../vocabulary.ts'
import type { ScanAsked, ScanOutcome } from './scan-outcome.ts'
import { takeScan } from './take-scan.ts'

export type ArrivedScan = { readonly text: string; readonly symbology: string | null; readonly source: 'serial' | 'hid-pos' | 'hid-msr'; readonly deviceId: DeviceId | null }
type Held = { readonly registerId: RegisterId; readonly text: string; readonly symbology: string | null; readonly at: Instant }

const holdMs = 10_000
const mostHeld = 8
const mostText = 4_000
// In memory alone, for as long as a screen needs to say where it stands. One waiting room per open core.
const rooms = new WeakMap<Core['db'], Map<string, Held>>()

/**
 * A scanner or reader has delivered: the raw text waits here for ten seconds at most, and the screens of that till are told that it came, by a token
 * that can be spent once. It is never stored, logged or sent.
 */
export function scanArrived(core: Core, registerId: RegisterId, { text, symbology, source }: ArrivedScan): void {
  const held = roomOf(core)
  const at = core.now()
  for (const [token, scan] of held) if (isOld(scan, at)) held.delete(token)
  while (held.size >= mostHeld) held.delete([...held.keys()][0]!)
  const token = core.newId()
  held.set(token, { registerId, text: text.slice(0, mostText), symbology: symbology?.slice(0, 8) ?? null, at })
  core.emit('scan-arrived', { registerId, token, source })
}

function roomOf({ db }: Core): Map<string, Held> {
  const known = rooms.get(db)
  if (known) return known
  const made = new Map<string, Held>()
  rooms.set(db, made)
  return made
}
const isOld = ({ at }: Held, now: Instant): boolean => Date.parse(now) - Date.parse(at) > holdMs

/** The scan behind a token, once, for the till it came to. Null where it has gone or was another till's. */
export function spendToken(core: Core, registerId: RegisterId, token: string): Pick<Held, 'text' | 'symbology'> | null {
  const held = roomOf(core)
  const scan = held.get(token)
  if (!scan || scan.registerId !== registerId) return null
  held.delete(token)
  return isOld(scan, core.now()) ? null : { text: scan.text, symbology: scan.symbology }
}

/** What a held scan does on the screen that asks. Refuses 'not-found' where it waited too long. */
export function takeHeld(core: Core, caller: Caller, { token, ...asked }: Omit<ScanAsked, 'text' | 'symbology' | 'slow'> & { readonly token: string }): ScanOutcome {
  const scan = spendToken(core, caller.registerId, token)
  if (!scan) throw new Refusal('not-found', { what: 'scan' })
  return takeScan(core, caller, { ...asked, ...scan, slow: false })
}
