import type { Core } from '../context.ts'
import type { MergeId } from '../customers/merges.sql.ts'
import { accountOf, getAccount, insertAccount, setAccountOwner, type Account } from '../loyalty/accounts.sql.ts'
import { endOfFile, entriesSince, moveWaitingOf, stillWaiting } from '../loyalty/ledger.sql.ts'
import { lotsBegunSince } from '../loyalty/lots.sql.ts'
import type { Standing } from '../loyalty/tiers.ts'
import { insertMove, standingOf } from '../loyalty/tiers.sql.ts'
import type { AccountId, EntryId, Points } from '../vocabulary.ts'
import type { Both } from './merge-rows.ts'
import { reviewTier } from './review-tier.ts'
import { programIfOn, programNowOrThen, type Desk } from './the-program.ts'
import { mergePoints, moveBoth, unmergePoints } from './transfer-points.ts'

/**
 * What became of the points. 'joined': both were members, and the balance went over by two rows. 'handed': only the one that goes was a member, and
 * the account itself is the survivor's now, from row `seq` of the file on.
 */
export type PointsMerged =
  | { readonly how: 'none' }
  | { readonly how: 'joined'; readonly from: AccountId; readonly to: AccountId; readonly tier: { readonly before: Standing | null; readonly after: Standing | null } }
  | { readonly how: 'handed'; readonly account: AccountId; readonly seq: number }

const noStanding: Standing = { tierId: null, since: '2000-01-01' as Standing['since'], reviewOn: null, dropsOn: null, manualUntil: null }
const standing = (core: Core, account: AccountId): Standing | null => standingOf(core.db, account, core.now()) ?? null

/** The points of both are the survivor's, with every bucket's own end. To be called in the transaction of the merge. */
export function joinPoints(core: Core, desk: Desk, mergeId: MergeId, { keptId, goneId }: Both): PointsMerged {
  const [from, to] = [accountOf(core.db, goneId), accountOf(core.db, keptId)]
  if (!from) return { how: 'none' }
  if (!to) {
    setAccountOwner(core.db, from.id, keptId)
    return { how: 'handed', account: from.id, seq: endOfFile(core.db).seq }
  }
  const before = standing(core, to.id)
  mergePoints(core, desk, mergeId, from, to)
  const now = programIfOn(core, core.now())
  if (now) reviewTier(core, to, now)
  return { how: 'joined', from: from.id, to: to.id, tier: { before, after: standing(core, to.id) } }
}

/** Both accounts, where both are members. */
export function accountsOfBoth({ db }: Pick<Core, 'db'>, { keptId, goneId }: Both): { from: Account; to: Account } | null {
  const [from, to] = [accountOf(db, goneId), accountOf(db, keptId)]
  return from && to ? { from, to } : null
}
/** The two accounts of a merge that joined them. */
export function accountsOfMerge({ db }: Pick<Core, 'db'>, merged: PointsMerged): { from: Account; to: Account } | null {
  if (merged.how !== 'joined') return null
  const [from, to] = [getAccount(db, merged.from), getAccount(db, merged.to)]
  return from && to ? { from, to } : null
}

/** The merge of points taken back: what is left of the other's goes home; what was earned since stays with the survivor. */
export function partPoints(core: Core, desk: Desk, mergeId: MergeId, { keptId, goneId }: Both, merged: PointsMerged): void {
  if (merged.how === 'handed') return handBack(core, desk, mergeId, { keptId, goneId }, merged)
  const accounts = accountsOfMerge(core, merged)
  if (merged.how !== 'joined' || !accounts) return
  unmergePoints(core, desk, mergeId, accounts.from, accounts.to)
  restoreTier(core, desk, accounts.to, merged.tier)
}

/** The survivor stands where they stood, unless their tier has moved since. */
function restoreTier(core: Core, { staffId }: Desk, account: Account, { before, after }: Extract<PointsMerged, { how: 'joined' }>['tier']): void {
  const now = standing(core, account.id)
  if (JSON.stringify(before) === JSON.stringify(after) || JSON.stringify(now) !== JSON.stringify(after)) return
  const { program } = programNowOrThen(core, { ruleVersion: 1 })
  insertMove(core.db, account.id, { kind: 'down', ...(before ?? noStanding) }, { ruleVersion: program.version, score: 0, reason: 'unmerged', staffId, approvedBy: null, at: core.now() })
}

function handBack(core: Core, desk: Desk, mergeId: MergeId, { keptId, goneId }: Both, { account, seq }: Extract<PointsMerged, { how: 'handed' }>): void {
  const since = entriesSince(core.db, account, seq)
  setAccountOwner(core.db, account, goneId)
  if (since.length > 0) splitOff(core, desk, mergeId, { keptId, account, seq, since })
}

type Split = { readonly keptId: Both['keptId']; readonly account: AccountId; readonly seq: number; readonly since: readonly EntryId[] }
/** What the survivor earned on the other's account becomes an account of their own. */
function splitOff(core: Core, desk: Desk, mergeId: MergeId, { keptId, account, seq, since }: Split): void {
  const from = getAccount(core.db, account)!
  const { moment } = programNowOrThen(core, { ruleVersion: 1 })
  const id = core.newId() as AccountId
  insertAccount(core.db, { id, customerId: keptId, joinedAt: core.now(), joinedDay: moment.day, registerId: desk.registerId, staffId: desk.staffId })
  const lots = lotsBegunSince(core.db, account, seq)
  const points = lots.reduce((sum, { left }) => sum + left, 0) as Points
  const pending = stillWaiting(core.db, account, since)
  if (points !== 0 || pending !== 0) moveBoth(core, desk, { key: `unmerge/${mergeId}`, from, to: getAccount(core.db, id)!, points, pending, lots })
  moveWaitingOf(core.db, account, id, since)
}
