import { setImmediate as pause } from 'node:timers/promises'
import type { Core, Look } from '../context.ts'
import { Refusal } from '../errors.ts'
import { followAccountSeals, type BrokenAccount, type SealEnd } from '../accounts/verify.ts'
import { countSealed, cutOff, sealsAfter, strayOpen, unsealed, wrongOpen } from '../accounts/verify.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { Caller } from '../vocabulary.ts'
import { askReader } from './ask-reader.ts'

/** `rows`: entries and matches that were read. */
export type AccountsCheck = { readonly rows: number; readonly broken: BrokenAccount | null }
const rowsAtOnce = 1_000

/** Reads every entry and match again: each as it was sealed, none put in, and what is open of each added up anew. Names the first that does not fit. */
export async function checkAccounts({ db, heard, stopped }: Look): Promise<AccountsCheck> {
  let end: SealEnd = { seq: 0, seal: '' }
  const rows = countSealed(db)
  for (let more = true; more;) {
    const chunk = sealsAfter(db, end.seq, rowsAtOnce)
    const next = followAccountSeals(end, chunk)
    if ('broken' in next) return { rows, broken: next.broken }
    end = next.end
    more = chunk.length === rowsAtOnce
    heard({ rows: end.seq, of: rows })
    await pause()
    if (stopped()) throw new Refusal('check-cancelled')
  }
  return { rows, broken: firstThatDiffers(db) }
}

function firstThatDiffers(db: Look['db']): BrokenAccount | null {
  const added = unsealed(db)
  if (added) return { what: 'added', ...added }
  const wrong = wrongOpen(db)
  if (wrong) return { what: 'open', ...wrong }
  if (cutOff(db)) return { what: 'missing', id: '', at: null }
  const stray = strayOpen(db)
  return stray === undefined ? null : { what: 'open', id: stray, at: null }
}

/** The same for a person, written into the audit. */
export async function verifyAccounts(core: Core, { registerId, staffId }: Caller): Promise<AccountsCheck> {
  const check = await askReader(core, 'verify-accounts', null)
  appendAudit(core.db, {
    id: core.newId(), at: core.now(), registerId, staffId, kind: 'accounts-verified', target: check.broken ? `account/${check.broken.id}` : '',
    after: { rows: check.rows, broken: check.broken?.what ?? null }, outcome: check.broken ? 'broken' : 'done',
  })
  return check
}
