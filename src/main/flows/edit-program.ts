import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { groupTimes, withGroupTimes, type Occasion } from '../loyalty/boosts.ts'
import { localMoment } from '../loyalty/calendar.ts'
import { earned, type SoldLine } from '../loyalty/earn.ts'
import { explain, type Explained } from '../loyalty/explain.ts'
import { mistakeIn, rulesShape, type Rules, type RuleVersion } from '../loyalty/program.ts'
import { insertProgram, listPrograms, programAt } from '../loyalty/program.sql.ts'
import { getReward, saveReward } from '../loyalty/rewards.sql.ts'
import type { RewardDraft } from '../loyalty/reward.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, CategoryId, Cents, GroupId, Instant, ItemId, Json, LineId, Milli, Points, RequestId, RewardId, TierId } from '../vocabulary.ts'
import { may } from './approve.ts'
import { canSendTexts } from './prove-code.ts'
import { programNow } from './the-program.ts'
import { theShop } from './the-shop.ts'

export type Programs = { /** Can a code be sent by text message? */ readonly canSendTexts: boolean; readonly now: RuleVersion | null; readonly next: readonly RuleVersion[]; readonly past: readonly RuleVersion[] }
/** The version that holds, those that have a start to come, and the past ones, newest first. */
export function readPrograms(core: Core): Programs {
  const at = core.now()
  const now = programAt(core.db, at) ?? null
  const all = listPrograms(core.db)
  return { canSendTexts: canSendTexts(core), now, next: all.filter(({ startsAt }) => startsAt > at), past: all.filter(({ version, startsAt }) => startsAt <= at && version !== now?.version) }
}

export type ProgramAsked = { readonly requestId: RequestId; readonly startsAt: Instant | null; readonly rules: Rules }
/** A change of the rules is a new version from a moment on (null: from now). Refuses 'rules-wrong' {field} and 'rules-in-past'. */
export function saveProgram(core: Core, caller: Caller, { requestId, startsAt, rules }: ProgramAsked): { version: number } {
  const saved = once(core.db, { id: requestId, door: 'loyalty/save-program', at: core.now() }, () => writeVersion(core, caller, startsAt, rules))
  core.emit('loyalty-changed', {})
  return saved
}

function writeVersion(core: Core, caller: Caller, startsAt: Instant | null, rules: Rules): { version: number } {
  const at = core.now()
  const field = mistakeIn(rules)
  if (field) throw new Refusal('rules-wrong', { field })
  if (startsAt !== null && startsAt < at) throw new Refusal('rules-in-past', { field: 'startsAt' })
  const before = programAt(core.db, at)
  if (rules.redemption.check === 'sms-code' && before?.rules.redemption.check !== 'sms-code' && !canSendTexts(core)) throw new Refusal('sms-not-set-up', { field: 'redemption.check' })
  const version = insertProgram(core.db, startsAt ?? at, rules, caller.staffId, at)
  appendAudit(core.db, {
    id: core.newId(), at, registerId: caller.registerId, staffId: caller.staffId, kind: 'loyalty-rules', target: `loyalty-program/${version}`,
    before: (before?.rules ?? null) as Json, after: { startsAt: startsAt ?? at, rules } as Json,
  })
  return { version }
}

/**
 * How often a group's members earn is a rule of the programme: another number (thousandths) is a new version from now on, and needs the right to
 * change the programme. To be called in the transaction that saves the group; the number that holds already writes nothing. Answers the number before.
 * Refuses 'loyalty-off', * 'not-allowed', 'times-over-cap' {most} and 'rules-wrong'.
 */
export function setGroupTimes(core: Core, caller: Caller, group: { readonly id: GroupId; readonly name: string }, timesMilli: number): { readonly was: number } {
  const { rules } = programNow(core).program
  const was = groupTimes(rules, group.id)
  if (timesMilli === was) return { was }
  if (may(core, caller.role, 'edit-loyalty') !== 'yes') throw new Refusal('not-allowed', { right: 'edit-loyalty' })
  const { capMilli } = rules.multipliers
  if (timesMilli > capMilli && timesMilli !== 1_000) throw new Refusal('times-over-cap', { field: 'timesMilli', most: capMilli / 1_000 })
  const next = withGroupTimes(rules, group, timesMilli)
  if (!rulesShape.safeParse(next).success) throw new Refusal('rules-wrong', { field: 'multipliers.boosts' })
  writeVersion(core, caller, null, next)
  return { was }
}

export type PreviewAsked = {
  readonly rules: Rules; readonly at: Instant | null; readonly groupId: GroupId | null; readonly tierId: TierId | null; readonly birthday: boolean
  readonly lines: readonly { readonly name: string; readonly itemId: ItemId | null; readonly categoryId: CategoryId | null; readonly cents: Cents; readonly taxCents: Cents; readonly minimumAge: number | null }[]
}
/** What a made-up sale would earn under rules that are not saved yet, with its working-out: "a sale of 22.50 earns 33". */
export function previewRules(core: Core, { rules, at, lines, ...who }: PreviewAsked): Explained {
  const field = mistakeIn(rules)
  if (field) throw new Refusal('rules-wrong', { field })
  const occasion: Occasion = { ...who, moment: localMoment(at ?? core.now(), theShop(core).timeZone) }
  const result = earned(lines.map(asSold), rules, occasion)
  return explain({ kind: 'earn', points: result.points, pending: 0 as Points, ruleVersion: 0, working: { kind: 'earn', ...result, attachedLater: false, pendingUntil: null } as unknown as Json })
}
const asSold = ({ cents, ...line }: PreviewAsked['lines'][number], at: number): SoldLine =>
  ({ ...line, lineId: `line-${at}` as LineId, netCents: cents, pointsCents: 0 as Cents, quantityMilli: 1_000 as Milli, kind: 'item', earnsPoints: true, voided: false })

export type RewardAsked = { readonly requestId: RequestId; readonly id: RewardId | null; readonly draft: RewardDraft }
/** Adds or changes a reward. Rows of old redemptions keep what it was. */
export function editReward(core: Core, caller: Caller, { requestId, id, draft }: RewardAsked): { id: RewardId } {
  const saved = once(core.db, { id: requestId, door: 'loyalty/save-reward', at: core.now() }, () => {
    const before = id === null ? null : getReward(core.db, id)
    if (before === undefined) throw new Refusal('not-found', { field: 'id' })
    if (draft.what.kind === 'product' && draft.what.itemIds.length + draft.what.categoryIds.length === 0) throw new Refusal('rules-wrong', { field: 'what' })
    const rewardId = id ?? (core.newId() as RewardId)
    const at = core.now()
    saveReward(core.db, rewardId, draft, at)
    appendAudit(core.db, { id: core.newId(), at, registerId: caller.registerId, staffId: caller.staffId, kind: 'reward-saved', target: `reward/${rewardId}`, before: before as Json, after: draft as Json })
    return { id: rewardId }
  })
  core.emit('loyalty-changed', {})
  return saved
}
