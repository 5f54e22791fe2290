import { createHash } from 'node:crypto'
import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { knownBy, personOf, signUpSecret, type Account } from '../loyalty/accounts.sql.ts'
import { bonusesSince, isBonusProofUsed, noteBonus, type BonusKind } from '../loyalty/bonus-proofs.sql.ts'
import { personKeys } from '../loyalty/bonuses.ts'
import { addDays, addMonths } from '../loyalty/calendar.ts'
import { expiresOn } from '../loyalty/expiry.ts'
import { entry } from '../loyalty/ledger.ts'
import { balanceOf, scoreSince } from '../loyalty/ledger.sql.ts'
import { foldedAnswer } from '../loyalty/proof-codes.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, CustomerId, PlainDate, Points, RequestId } from '../vocabulary.ts'
import { mayEarn } from './join-member.ts'
import { poolOf } from './pool.ts'
import { programNow, rowOf, theMember, type Now } from './the-program.ts'
import { writeEntry } from './write-entry.ts'

export type BonusProof = { readonly kind: 'referral'; readonly friendId: CustomerId } | { readonly kind: 'review'; readonly where: string }
export type BonusAsked = { readonly requestId: RequestId; readonly customerId: CustomerId; readonly proof: BonusProof }
export type BonusGiven = { readonly points: Points; readonly balance: Points }
/** `friendId` and no name: rows are for ever, names can be erased. */
type Proven = { readonly key: string; readonly note: string; readonly friendId: CustomerId | null }

const leastProofLetters = 4
const yearMonths = 12

/**
 * Points for bringing a friend, or for a review: each only with its proof, each friend and each review once in all time, and so many a year.
 * Refuses 'bonus-off', 'bonus-limit', 'bonus-proof-used', and what is wrong with the friend: 'not-a-member', 'bonus-same-person', 'bonus-not-new', 'bonus-no-sale'.
 */
export function giveBonus(core: Core, caller: Caller, { requestId, customerId, proof }: BonusAsked): BonusGiven {
  const account = theMember(core, customerId)
  const given = once(core.db, { id: requestId, door: 'loyalty/give-bonus', at: core.now() }, () => {
    const now = programNow(core)
    const person = personOf(core.db, customerId)
    if (!person || !mayEarn(core, person)) throw new Refusal('customer-inactive', { customerId })
    const points = bonusOf(core, account, proof.kind, now)
    const { key, note, friendId } = proof.kind === 'referral' ? friendProof(core, account, proof.friendId, now) : reviewProof(proof.where)
    if (isBonusProofUsed(core.db, key)) throw new Refusal('bonus-proof-used', { kind: proof.kind })
    const common = rowOf(core, caller, account, now)
    const { row } = writeEntry(core, caller.registerId, entry(common, 'earn', `bonus/${key}`, {
      points, reason: proof.kind, note, working: { kind: 'bonus', bonus: proof.kind, friendId }, lots: [{ originId: common.id, points, expiresOn: expiresOn(now.program.rules.expiry.rule, common.day), earnedAt: common.at }],
    }))
    noteBonus(core.db, key, proof.kind, account.id, row.id, common.day)
    appendAudit(core.db, { id: core.newId(), at: core.now(), ...desk(caller), kind: 'bonus-given', target: `customer/${customerId}`, after: { bonus: proof.kind, points, entryId: row.id }, reason: note })
    return { points, balance: balanceOf(core.db, account.id).balance }
  })
  core.emit('points-changed', { customerId, accountId: account.id })
  return given
}
const desk = ({ registerId, staffId }: Caller) => ({ registerId, staffId })

function bonusOf(core: Core, account: Account, kind: BonusKind, { program, moment }: Now): Points {
  const { referralPoints, referralMostPerYear, reviewPoints, reviewMostPerYear } = program.rules.bonuses
  const [points, most] = kind === 'referral' ? [referralPoints, referralMostPerYear] : [reviewPoints, reviewMostPerYear]
  if (points === 0) throw new Refusal('bonus-off', { kind })
  if (bonusesSince(core.db, account.id, kind, addMonths(moment.day, 0 - yearMonths)) >= most) throw new Refusal('bonus-limit', { kind, most })
  return points as Points
}

/** A friend is another person, a member since a short while and after who brings them, who has bought something and kept it. */
function friendProof(core: Core, account: Account, friendId: CustomerId, now: Now): Proven {
  const friend = theMember(core, friendId)
  if (friend.id === account.id || isSamePerson(core, account, friend) || poolOf(core, account, now).accountIds.includes(friend.id)) throw new Refusal('bonus-same-person')
  const since = addDays(now.moment.day, 0 - now.program.rules.bonuses.referralWithinDays)
  if (friend.joinedAt <= account.joinedAt || friend.joinedDay < since) throw new Refusal('bonus-not-new', { days: now.program.rules.bonuses.referralWithinDays })
  if (scoreSince(core.db, friend.id, 'spend', '' as PlainDate) <= 0) throw new Refusal('bonus-no-sale')
  return { key: `referral/${friend.id}`, note: '', friendId }
}

function isSamePerson(core: Core, one: Account, other: Account): boolean {
  const keysOf = ({ customerId }: Account): string[] => {
    const person = personOf(core.db, customerId)
    return personKeys({ ...knownBy(core.db, customerId), birthDate: person?.birthDate ?? null, name: person?.name ?? '' }, signUpSecret(core.db))
  }
  const known = new Set(keysOf(one))
  return keysOf(other).some((key) => known.has(key))
}

/** Where the review stands: its address, or what was seen on the customer's own phone. The same one counts once, however it is typed. */
function reviewProof(where: string): Proven {
  const folded = foldedAnswer(where)
  if (folded.length < leastProofLetters) throw new Refusal('reason-needed', { field: 'where' })
  return { key: `review/${createHash('sha256').update(folded).digest('hex')}`, note: where.trim(), friendId: null }
}
