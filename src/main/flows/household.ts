import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Account } from '../loyalty/accounts.sql.ts'
import { cleanCode } from '../loyalty/card-codes.ts'
import { getCard } from '../loyalty/cards.sql.ts'
import type { HouseholdId, HouseholdRole, Stay } from '../loyalty/households.ts'
import { endStay, insertHousehold, insertStay, setRole, stayOf, staysIn } from '../loyalty/households.sql.ts'
import { hasVisited } from '../loyalty/ledger.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { ApprovalId, Caller, CustomerId, Json, RequestId, StaffId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { giveSignUp } from './join-member.ts'
import { programNow, theMember, type Now } from './the-program.ts'
import { householdView, type HouseholdView } from './household-view.ts'
import { reviewTier } from './review-tier.ts'

/** Both agree by showing their cards, or a manager allows it. */
type Agreement = { readonly requestId: RequestId; readonly cards: readonly string[]; readonly approvalId: ApprovalId | null }
export const householdTarget = (act: 'add' | 'leave' | 'role' | 'owner', customerId: CustomerId): string => `household-${act}/${customerId}`

/** Who must agree has shown a card of theirs; else it takes a manager's slip. A card that is not of one of them is 'proof-wrong'. Answers who allowed it. */
function agreed(core: Core, caller: Caller, needed: readonly Account[], { cards, approvalId }: Agreement, target: string): StaffId | null {
  const shown = cards.filter((code) => code.trim() !== '').map((code) => getCard(core.db, cleanCode(code)))
  if (shown.some((card) => card?.state !== 'active' || !needed.some(({ id }) => id === card.accountId))) throw new Refusal('proof-wrong', { how: 'card' })
  if (needed.every(({ id }) => shown.some((card) => card?.accountId === id))) return null
  return slipFor(core, caller, 'adjust-points', target, approvalId).approvedBy
}

type Noted = { readonly kind: string; readonly customerId: CustomerId; readonly after: Json; readonly approvedBy: StaffId | null }
function note(core: Core, { registerId, staffId }: Caller, { kind, customerId, after, approvedBy }: Noted): void {
  appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind, target: `customer/${customerId}`, after, approvedBy })
}

function changing(core: Core, requestId: RequestId, door: string, customerId: CustomerId, work: (now: Now) => readonly Stay[]): HouseholdView {
  const touched = once(core.db, { id: requestId, door, at: core.now() }, () => work(programOn(core)).map(({ customerId: of, accountId }) => ({ customerId: of, accountId })))
  for (const each of touched) core.emit('points-changed', each)
  return householdView(core, customerId)
}
function programOn(core: Core): Now {
  const now = programNow(core)
  if (!now.program.rules.households.on) throw new Refusal('households-off')
  return now
}

export type AddAsked = Agreement & { readonly customerId: CustomerId; readonly joinerId: CustomerId; readonly role: 'spender' | 'earner'; readonly capPoints: number | null; readonly name: string }
/**
 * Someone joins the household of `customerId`, who becomes the owner of a new one where they have none. Their points stay on their own account and
 * are spent together. Refuses 'not-a-member', 'household-taken' for who is in one already, and 'household-full'.
 */
export function addToHousehold(core: Core, caller: Caller, asked: AddAsked): HouseholdView {
  return changing(core, asked.requestId, 'loyalty/household-add', asked.customerId, (now) => {
    const [host, joiner] = [theMember(core, asked.customerId), theMember(core, asked.joinerId)]
    if (host.id === joiner.id || stayOf(core.db, joiner.id)) throw new Refusal('household-taken', { customerId: asked.joinerId })
    const known = stayOf(core.db, host.id)
    const stays = known ? staysIn(core.db, known.householdId) : []
    const { most } = now.program.rules.households
    if (Math.max(1, stays.length) >= most) throw new Refusal('household-full', { most })
    const owner = stays.find(({ role }) => role === 'owner')
    const approvedBy = agreed(core, caller, [owner ? theMember(core, owner.customerId) : host, joiner], asked, householdTarget('add', asked.joinerId))
    const householdId = known?.householdId ?? makeHousehold(core, caller, host, asked.name, approvedBy)
    insertStay(core.db, { id: core.newId(), householdId, accountId: joiner.id, role: asked.role, capPoints: asked.capPoints, at: core.now(), by: 'till', staffId: caller.staffId, approvedBy })
    note(core, caller, { kind: 'household-joined', customerId: asked.joinerId, after: { householdId, role: asked.role, capPoints: asked.capPoints }, approvedBy })
    greet(core, caller, joiner, now)
    return staysIn(core.db, householdId)
  })
}

function makeHousehold(core: Core, caller: Caller, owner: Account, name: string, approvedBy: StaffId | null): HouseholdId {
  const householdId = core.newId() as HouseholdId
  insertHousehold(core.db, householdId, name.trim(), core.now(), caller.staffId)
  insertStay(core.db, { id: core.newId(), householdId, accountId: owner.id, role: 'owner', capPoints: null, at: core.now(), by: 'till', staffId: caller.staffId, approvedBy })
  return householdId
}

/** A family shares a phone: whoever had no sign-up bonus for that reason has it now. And where tiers count together, they are looked at anew. */
function greet(core: Core, caller: Caller, joiner: Account, now: Now): void {
  if (now.program.rules.bonuses.signUpWhen === 'at-once' || hasVisited(core.db, joiner.id)) giveSignUp(core, caller, joiner, now)
  reviewTier(core, joiner, now)
}

function theStay(core: Core, customerId: CustomerId): Stay {
  const stay = stayOf(core.db, theMember(core, customerId).id)
  if (!stay) throw new Refusal('no-household', { customerId })
  return stay
}
const ownerOf = (stays: readonly Stay[]): Stay => {
  const owner = stays.find(({ role }) => role === 'owner')
  if (!owner) throw new Error('a household has its owner')
  return owner
}

export type LeaveAsked = Agreement & { readonly customerId: CustomerId }
/**
 * Someone leaves with what is left of their own points: those stand on their account as ever. With their own card or the owner's, else a
 * manager's PIN. Refuses 'household-owner' while others stay: they hand it over first.
 */
export function leaveHousehold(core: Core, caller: Caller, asked: LeaveAsked): HouseholdView {
  return changing(core, asked.requestId, 'loyalty/household-leave', asked.customerId, () => {
    const stay = theStay(core, asked.customerId)
    const stays = staysIn(core.db, stay.householdId)
    if (stay.role === 'owner' && stays.length > 1) throw new Refusal('household-owner')
    const approvedBy = oneOf(core, caller, [stay, ownerOf(stays)], asked, householdTarget('leave', asked.customerId))
    endStay(core.db, stay.id, core.now(), 'till')
    note(core, caller, { kind: 'household-left', customerId: asked.customerId, after: { householdId: stay.householdId }, approvedBy })
    return stays
  })
}

/** One of these suffices. */
function oneOf(core: Core, caller: Caller, stays: readonly Stay[], agreement: Agreement, target: string): StaffId | null {
  const accounts = stays.map(({ customerId }) => theMember(core, customerId))
  const shown = agreement.cards.map((code) => getCard(core.db, cleanCode(code))?.accountId ?? null)
  const present = accounts.filter(({ id }) => shown.includes(id)).slice(0, 1)
  return agreed(core, caller, present.length > 0 ? present : accounts.slice(0, 1), agreement, target)
}

export type RoleAsked = Agreement & { readonly customerId: CustomerId; readonly role: HouseholdRole; readonly capPoints: number | null }
/**
 * Changes what someone may do. A new owner needs both cards or a manager, and the old one may spend from then on; any other change needs the
 * owner's card or a manager. Refuses 'household-owner' for the owner themselves.
 */
export function setHouseholdRole(core: Core, caller: Caller, asked: RoleAsked): HouseholdView {
  return changing(core, asked.requestId, 'loyalty/household-role', asked.customerId, () => {
    const stay = theStay(core, asked.customerId)
    const stays = staysIn(core.db, stay.householdId)
    const owner = ownerOf(stays)
    if (stay.role === 'owner') throw new Refusal('household-owner')
    const isOwner = asked.role === 'owner'
    const needed = isOwner ? [owner, stay] : [owner]
    const approvedBy = agreed(core, caller, needed.map(({ customerId }) => theMember(core, customerId)), asked, householdTarget(isOwner ? 'owner' : 'role', asked.customerId))
    if (isOwner) setRole(core.db, owner.id, 'spender', null)
    setRole(core.db, stay.id, asked.role, isOwner ? null : asked.capPoints)
    note(core, caller, { kind: isOwner ? 'household-owner-changed' : 'household-role-set', customerId: asked.customerId, after: { role: asked.role, capPoints: asked.capPoints }, approvedBy })
    return stays
  })
}
