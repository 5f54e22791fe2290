import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Account } from '../loyalty/accounts.sql.ts'
import { addMonths } from '../loyalty/calendar.ts'
import { nextTier, type Standing } from '../loyalty/tiers.ts'
import { insertMove, standingOf } from '../loyalty/tiers.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { Approval, PlainDate, TierId } from '../vocabulary.ts'
import { scoreOf } from './pool.ts'
import type { Desk, Now } from './the-program.ts'

const noTier = (today: PlainDate): Standing => ({ tierId: null, since: today, reviewOn: null, dropsOn: null, manualUntil: null })

/** Moves a member up at once, or down when their time has come: by what the last twelve months brought, never by the balance. */
export function reviewTier(core: Core, account: Account, { program, moment }: Now): void {
  if (program.rules.tiers.levels.length === 0) return
  const score = scoreOf(core, account, { program, moment })
  const at = core.now()
  const move = nextTier(program.rules, standingOf(core.db, account.id, at) ?? noTier(moment.day), score, moment.day)
  if (move) insertMove(core.db, account.id, move, { ruleVersion: program.version, score, reason: '', staffId: null, approvedBy: null, at })
}

export type TierAsked = { readonly tierId: TierId | null; readonly until: PlainDate | null; readonly reason: string }
/** A tier by hand: with a manager's slip, a reason and an end. Refuses 'not-found' for a tier the rules do not have. */
export function setTier(core: Core, { registerId, staffId }: Desk, account: Account, { program, moment }: Now, asked: TierAsked, slip: Approval<'adjust-points'>): void {
  if (asked.tierId !== null && !program.rules.tiers.levels.some(({ id }) => id === asked.tierId)) throw new Refusal('not-found', { field: 'tierId' })
  const at = core.now()
  const score = scoreOf(core, account, { program, moment })
  const before = standingOf(core.db, account.id, at)?.tierId ?? null
  const move = { kind: 'manual' as const, tierId: asked.tierId, since: moment.day, reviewOn: addMonths(moment.day, program.rules.tiers.reviewMonths), dropsOn: null, manualUntil: asked.until }
  insertMove(core.db, account.id, move, { ruleVersion: program.version, score, reason: asked.reason, staffId, approvedBy: slip.approvedBy, at })
  appendAudit(core.db, {
    id: core.newId(), at, registerId, staffId, kind: 'tier-set', target: `customer/${account.customerId}`, before: { tierId: before },
    after: { tierId: asked.tierId, until: asked.until }, approvedBy: slip.approvedBy, reason: asked.reason,
  })
}
