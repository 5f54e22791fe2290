import type { Entry } from './ledger.ts'

/** What one row adds to its day in the report. */
export type DayPart = {
  readonly newVisits: number; readonly repeatVisits: number; readonly earned: number; readonly redeemed: number; readonly adjustedUp: number; readonly adjustedDown: number
  readonly reversed: number; readonly expired: number; readonly other: number; readonly net: number; readonly rewards: number; readonly redeemedCents: number
  readonly saleCents: number; readonly owed: number; readonly byHand: number
}
const gains: ReadonlySet<Entry['kind']> = new Set(['earn', 'sign-up', 'birthday', 'tier-bonus'])
const turned: ReadonlySet<Entry['kind']> = new Set(['reverse', 'void'])
const others: ReadonlySet<Entry['kind']> = new Set(['transfer', 'opening', 'waive', 'restore'])

/** A reward that a household paid together stands in several rows and is one. */
const isAlso = (working: Entry['working']): boolean => typeof working === 'object' && working !== null && 'also' in working && working.also === true

/** Redeemed and expired are counted as they read, above zero; what is reversed keeps its sign. Points that wait count when they are earned. */
export function dayPart({ kind, working, points, pending, newVisits, repeatVisits, valueCents, saleCents }: Entry, owed: number): DayPart {
  const all = points + pending
  const adjusted = kind === 'adjust' ? points : 0
  return {
    newVisits, repeatVisits, earned: gains.has(kind) ? all : 0, redeemed: kind === 'redeem' ? 0 - points : 0,
    adjustedUp: Math.max(0, adjusted), adjustedDown: Math.max(0, 0 - adjusted), reversed: turned.has(kind) ? all : 0, expired: kind === 'expire' ? 0 - points : 0,
    other: others.has(kind) ? points : 0, net: points, rewards: kind === 'redeem' && !isAlso(working) ? 1 : 0, redeemedCents: valueCents, saleCents, owed, byHand: kind === 'adjust' ? 1 : 0,
  }
}
