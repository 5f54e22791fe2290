import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { takes } from '../input.ts'
import type { Room } from '../loyalty/ledger.ts'
import { once } from '../store/once.ts'
import type { Caller, Json, RequestId } from '../vocabulary.ts'
import { adjustPoints, adjustTarget, restoreExpired, roomOfApproval, secondTarget, slipByPin, undoAdjustment, waiveDebt, waiveTarget } from './adjust-points.ts'
import { assignCard, blockCard, findCard, openCard, replaceCard, unassignCard } from './assign-card.ts'
import { attachLater } from './attach-later.ts'
import { cartPoints, type CartPoints } from './cart-points.ts'
import { changeCart, editable, theCart } from './change-cart.ts'
import { editReward, previewRules, readPrograms, saveProgram } from './edit-program.ts'
import { explainEntry } from './explain-points.ts'
import { giveBonus } from './give-bonus.ts'
import { addToHousehold, leaveHousehold, setHouseholdRole } from './household.ts'
import { householdView } from './household-view.ts'
import { joinMember } from './join-member.ts'
import { loyaltyInput as shape } from './loyalty-shapes.ts'
import { cardsPrinted, exportCards, makeCards } from './make-cards.ts'
import { memberPoints, type MemberPoints } from './member-points.ts'
import { moveSale } from './move-sale.ts'
import { pointsOnSale, type PointsOnSale } from './points-on-sale.ts'
import { pointsTerms, type PointsTerms } from './points-terms.ts'
import { previewSheet, printCards } from './print-cards.ts'
import { securityQuestion, setSecurity } from './prove-answer.ts'
import { sendCode } from './prove-code.ts'
import { auditWrongProof, provenFor } from './prove-person.ts'
import { claimReward, rewardsFor, unclaimReward, type RewardView } from './redeem-points.ts'
import { priceSale } from './price-cart.ts'
import { repriceCartOf } from './price-line.ts'
import { setTier } from './review-tier.ts'
import { programNow, theMember } from './the-program.ts'
import { cancelVerify, verify } from './verify-ledger.ts'
import { openSaleOn } from '../sales/sales.sql.ts'

/** Every door of loyalty that joins rooms or writes the ledger. */
export const loyaltyFlows = (core: Core) => ({ ...memberDoors(core), ...byHandDoors(core), ...cartDoors(core), ...proofDoors(core), ...householdDoors(core), ...ruleDoors(core), ...cardDoors(core) })

const memberDoors = (core: Core) => ({
  'loyalty/points': takes(shape.customer, ({ customerId }): MemberPoints => memberPoints(core, customerId)),
  'loyalty/join': takes(shape.join, ({ requestId, customerId }, caller): MemberPoints => {
    written(core, requestId, 'loyalty/join', () => void joinMember(core, caller, customerId))
    core.emit('points-changed', { customerId, accountId: theMember(core, customerId).id })
    return memberPoints(core, customerId)
  }),
  'loyalty/terms': takes(shape.nothing, (): PointsTerms | null => pointsTerms(core)),
  'loyalty/on-sale': takes(shape.onSale, ({ saleId, refundId }): PointsOnSale | null => pointsOnSale(core, saleId, refundId)),
  'loyalty/explain': takes(shape.entry, ({ entryId }) => explainEntry(core, entryId)),
  'loyalty/verify': takes(shape.nothing, (_, caller) => verify(core, caller), 'see-audit'),
  'loyalty/cancel-verify': takes(shape.nothing, () => cancelVerify(core), 'see-audit'),
  'loyalty/attach-later': takes(shape.attachLater, (asked, caller) => attachLater(core, caller, asked)),
  'loyalty/move-sale': takes(shape.attachLater, (asked, caller) => moveSale(core, caller, asked)),
})

const byHandDoors = (core: Core) => ({
  /** What the PIN pad is to ask for: the target of `staff/approve` with the right 'adjust-points'. */
  'loyalty/approval-target': takes(shape.target, ({ customerId, act, second }): { target: string } => ({ target: targetOf(act, customerId, second) })),
  'loyalty/adjust-points': takes(shape.adjust, (asked, caller) => adjustPoints(core, caller, asked)),
  'loyalty/adjustment-room': takes(shape.room, ({ approvalId }, caller): Room => roomOfApproval(core, caller, approvalId)),
  'loyalty/undo-adjustment': takes(shape.undo, (asked, caller) => undoAdjustment(core, caller, asked)),
  'loyalty/restore': takes(shape.restore, (asked, caller) => restoreExpired(core, caller, asked)),
  'loyalty/waive': takes(shape.waive, (asked, caller) => waiveDebt(core, caller, asked)),
  'loyalty/set-tier': takes(shape.setTier, ({ requestId, customerId, approvalId, ...asked }, caller): MemberPoints => {
    written(core, requestId, 'loyalty/set-tier', () => {
      const slip = slipByPin(core, caller, targetOf('tier', customerId, false), approvalId)
      setTier(core, caller, theMember(core, customerId), programNow(core), asked, slip)
      repriceCartOf(core, caller, customerId)
    })
    core.emit('sale-changed', { registerId: caller.registerId })
    core.emit('points-changed', { customerId, accountId: theMember(core, customerId).id })
    return memberPoints(core, customerId)
  }),
})
type Act = 'add' | 'remove' | 'waive' | 'tier'
const targetOf = (act: Act, customerId: Parameters<typeof waiveTarget>[0], second: boolean): string =>
  act === 'waive' ? waiveTarget(customerId) : act === 'tier' ? `tier/${customerId}` : second ? secondTarget(act, customerId) : adjustTarget(act, customerId)

const written = (core: Core, id: RequestId, door: string, work: () => void): Json => once(core.db, { id, door, at: core.now() }, () => (work(), null))

const cartDoors = (core: Core) => ({
  'loyalty/cart': takes(shape.nothing, (_, caller): CartPoints | null => cartPoints(core, caller)),
  'loyalty/rewards': takes(shape.customer, ({ customerId }, caller): RewardView[] => {
    const sale = openSaleOn(core.db, caller.registerId)
    const isTheirs = sale?.customerId === customerId
    return rewardsFor(core, customerId, isTheirs ? sale.id : null, isTheirs ? priceSale(core, sale).payable : null)
  }),
  'loyalty/claim': takes(shape.claim, async ({ requestId, proof: given, ...asked }, caller) => {
    const sale = editable(core, theCart(core, caller))
    const proof = await provenFor(core, caller, sale.customerId, given)
    return proving(core, caller, `sale/${sale.id}`, () => changeCart(core, caller, { requestId, door: 'loyalty/claim' }, (cart) => {
      claimReward(core, caller, { ...asked, proof, saleId: cart.id, customerId: cart.customerId, lines: priceSale(core, cart).payable })
    }))
  }),
  'loyalty/unclaim': takes(shape.unclaim, ({ requestId, claimId }, caller) =>
    changeCart(core, caller, { requestId, door: 'loyalty/unclaim' }, (cart) => unclaimReward(core, cart.id, claimId))),
})

/** A wrong proof is audited after its transaction is gone. */
function proving<T>(core: Core, caller: Caller, target: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) auditWrongProof(core, caller, target, error)
    throw error
  }
}

const householdDoors = (core: Core) => ({
  'loyalty/household': takes(shape.household, ({ customerId }) => householdView(core, customerId)),
  'loyalty/household-add': takes(shape.householdAdd, (asked, caller) => addToHousehold(core, caller, asked)),
  'loyalty/household-leave': takes(shape.householdLeave, (asked, caller) => leaveHousehold(core, caller, asked)),
  'loyalty/household-role': takes(shape.householdRole, (asked, caller) => setHouseholdRole(core, caller, asked)),
})

const proofDoors = (core: Core) => ({
  'loyalty/give-bonus': takes(shape.giveBonus, (asked, caller) => giveBonus(core, caller, asked)),
  'loyalty/security': takes(shape.customer, ({ customerId }) => securityQuestion(core, customerId)),
  'loyalty/set-security': takes(shape.setSecurity, (asked, caller) => setSecurity(core, caller, asked)),
  'loyalty/send-code': takes(shape.join, (asked, caller) => sendCode(core, caller, asked)),
})

const ruleDoors = (core: Core) => ({
  'loyalty/programs': takes(shape.nothing, () => readPrograms(core)),
  'loyalty/save-program': takes(shape.saveProgram, (asked, caller) => saveProgram(core, caller, asked), 'edit-loyalty'),
  'loyalty/preview-rules': takes(shape.preview, (asked) => previewRules(core, asked), 'edit-loyalty'),
  'loyalty/save-reward': takes(shape.saveReward, (asked, caller) => editReward(core, caller, asked), 'edit-loyalty'),
})

const cardDoors = (core: Core) => ({
  'loyalty/card': takes(shape.code, ({ code }) => findCard(core, code)),
  'loyalty/make-cards': takes(shape.makeCards, (asked, caller) => makeCards(core, caller, asked), 'make-cards'),
  'loyalty/export-cards': takes(shape.exportCards, ({ which }, caller) => exportCards(core, caller, which), 'make-cards'),
  'loyalty/print-cards': takes(shape.printCards, (asked, caller) => printCards(core, caller, asked), 'make-cards'),
  'loyalty/preview-sheet': takes(shape.previewSheet, (asked) => previewSheet(core, asked), 'make-cards'),
  'loyalty/cards-printed': takes(shape.printed, ({ requestId, codes }) => written(core, requestId, 'loyalty/cards-printed', () => cardsPrinted(core, codes))),
  'loyalty/assign-card': takes(shape.assignCard, (asked, caller) => assignCard(core, caller, asked)),
  'loyalty/unassign-card': takes(shape.cardRequest, (asked, caller) => unassignCard(core, caller, asked)),
  'loyalty/block-card': takes(shape.blockCard, (asked, caller) => blockCard(core, caller, asked)),
  'loyalty/unblock-card': takes(shape.cardRequest, (asked, caller) => openCard(core, caller, asked)),
  'loyalty/replace-card': takes(shape.replaceCard, (asked, caller) => replaceCard(core, caller, asked)),
})
