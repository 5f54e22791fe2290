import type { Core } from '../context.ts'
import type { Found } from '../customers/customer.ts'
import { idsWho, latestWho, type OnlyWho } from '../customers/only.sql.ts'
import type { Caller } from '../vocabulary.ts'
import { sightOf } from './field-sight.ts'
import { rowsOfSeqs } from './find-customers.ts'
import { findSeen, seenRows } from './seen-customers.ts'

export type OnlyAsked = { readonly text: string; readonly who: OnlyWho; readonly inactive: boolean }
/** As many of those who match are looked at; where more do, another letter helps. */
const mostRows = 200

/**
 * The picker narrowed to members, or to those who owe (S5-17): of the people found by what is typed, or before anything is typed of the last served.
 * Who may not see balances is not told who owes.
 */
export async function findOnly(core: Core, caller: Caller, { text, who, inactive }: OnlyAsked): Promise<Found> {
  const sight = sightOf(core, caller)
  if (who === 'owing' && sight.balance !== 'full') return { rows: [], near: false, more: null }
  if (text.trim() === '') return { rows: seenRows(rowsOfSeqs(core, latestWho(core.db, who, inactive, mostRows)), sight), near: false, more: null }
  const found = await findSeen(core, caller, { text, scope: 'picker', most: mostRows, after: null, inactive })
  const fitting = idsWho(core.db, who, found.rows.map(({ id }) => id))
  return { ...found, rows: found.rows.filter(({ id }) => fitting.has(id)), more: null }
}
