import type { Json, Points } from '../vocabulary.ts'
import type { Multiplier } from './boosts.ts'
import type { Earned, NotCounted } from './earn.ts'
import { asDecimal, asText, fromText, rounded, sum, times } from './fraction.ts'
import type { Entry, Kind } from './ledger.ts'

export type EarnWorking = { readonly kind: 'earn' } & Earned & { readonly attachedLater: boolean; readonly pendingUntil: string | null }

export type ExplainedLine = {
  readonly name: string; readonly quantityMilli: number; readonly eligibleCents: number; readonly notCounted: NotCounted | null
  readonly base: string; readonly multipliers: readonly Multiplier[]; readonly times: string; readonly points: string
}
/** A working-out as the screen shows and prints it. Decimals carry '…' where they go on; `addsUp` says that main summed them again, exactly. */
export type Explained = {
  readonly kind: Kind; readonly points: Points; readonly pending: Points; readonly ruleVersion: number
  readonly earn: {
    readonly lines: readonly ExplainedLine[]; readonly eligibleCents: number; readonly minimumCents: number
    readonly exact: string; readonly rounding: string; readonly rounded: Points; readonly cap: Earned['cap']; readonly result: Points; readonly addsUp: boolean
  } | null
  /** Any other row's own facts: a reward's parts, what a refund left standing, what was not recovered. */
  readonly facts: Json
}

/** Why the balance changed by this row. Sums are done again from the kept fractions, not repeated from what was stored. */
export function explain({ kind, points, pending, ruleVersion, working }: Pick<Entry, 'kind' | 'points' | 'pending' | 'ruleVersion' | 'working'>): Explained {
  const common = { kind, points, pending, ruleVersion }
  return isEarn(working) ? { ...common, earn: earnPart(working, (points + pending) as Points), facts: null } : { ...common, earn: null, facts: working }
}

const isEarn = (working: unknown): working is EarnWorking => typeof working === 'object' && working !== null && 'kind' in working && working.kind === 'earn'

function earnPart(working: EarnWorking, given: Points): Explained['earn'] {
  const exact = sum(working.lines.map((line) => times(fromText(line.base), fromText(line.times))))
  const whole = rounded(exact, working.rounding)
  const result = (working.cap ? Math.min(whole, working.cap.most) : whole) as Points
  return {
    lines: working.lines.map((line) => ({
      name: line.name, quantityMilli: line.quantityMilli, eligibleCents: line.eligibleCents, notCounted: line.notCounted,
      base: asDecimal(fromText(line.base)), multipliers: line.multipliers, times: asDecimal(fromText(line.times)),
      points: asDecimal(times(fromText(line.base), fromText(line.times))),
    })),
    eligibleCents: working.eligibleCents, minimumCents: working.minimumCents, exact: asDecimal(exact), rounding: working.rounding,
    rounded: whole as Points, cap: working.cap, result, addsUp: result === given && asText(exact) === working.exact,
  }
}
