import { createHash } from 'node:crypto'
import type { SealedRow } from './verify.sql.ts'

/** changed: a row no longer says what it said; missing: it is gone; added: nothing sealed it; open: what is open of it does not add up; seals: the seals themselves were changed. */
export type AccountFault = 'changed' | 'missing' | 'added' | 'open' | 'seals'
export type BrokenAccount = { readonly what: AccountFault; readonly id: string; readonly at: string | null }
export type SealEnd = { readonly seq: number; readonly seal: string }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Follows the seals through a piece of the file: where they lead, or the first row that does not fit. */
export function followAccountSeals(from: SealEnd, rows: readonly SealedRow[]): { end: SealEnd } | { broken: BrokenAccount } {
  let { seq, seal } = from
  for (const row of rows) {
    const what = faultOf(row, seq, seal)
    if (what) return { broken: { what, id: row.id, at: row.at } }
    ;({ seq, seal } = row)
  }
  return { end: { seq, seal } }
}

function faultOf(row: SealedRow, seq: number, seal: string): AccountFault | null {
  if (row.seq !== seq + 1 || row.seal !== sha256(`${seal}|${row.kind}|${row.id}|${row.digest}`)) return 'seals'
  if (row.body === null) return 'missing'
  return sha256(row.body) === row.digest ? null : 'changed'
}
