import type { Core } from '../context.ts'
import { readPhone } from '../customers/contact.ts'
import { Refusal } from '../errors.ts'
import { accountOf, customersByPhone } from '../loyalty/accounts.sql.ts'
import { cleanCode, fits, shownCode } from '../loyalty/card-codes.ts'
import { assignCard as writeCard, codeForms, endCard, getCard, insertForeign, noteCardUse, releaseCard, unblockCard, type Card } from '../loyalty/cards.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, CustomerId, RequestId } from '../vocabulary.ts'
import { joinMember } from './join-member.ts'
import { theMember } from './the-program.ts'
import { theShop } from './the-shop.ts'

/** What a scanned or typed code is: a card and whose, a mistyped one, a member's phone number, or nothing we know. */
export type CardFound =
  | { readonly kind: 'active' | 'blocked' | 'replaced'; readonly code: string; readonly shown: string; readonly customerId: CustomerId | null; readonly name: string | null; readonly reason: string }
  | { readonly kind: 'unassigned' | 'mistyped' | 'unknown'; readonly code: string; readonly shown: string }
  | { readonly kind: 'phone'; readonly customerIds: readonly CustomerId[] }

/** Looks a code up; a card that is used is dated. A blocked one says why, and never opens an account. */
export function findCard(core: Core, typed: string): CardFound {
  const code = cleanCode(typed)
  const shown = shownCode(code)
  const card = getCard(core.db, code)
  if (card) {
    if (card.state === 'active') noteCardUse(core.db, code, core.now())
    return card.state === 'unassigned' ? { kind: 'unassigned', code, shown } : { kind: card.state, code, shown, customerId: card.customerId, name: card.customerName, reason: card.reason }
  }
  const form = codeForms(core.db).map((each) => fits(code, each))
  if (form.includes('mistyped') && !form.includes('yes')) return { kind: 'mistyped', code, shown }
  const phone = readPhone(typed, theShop(core).country)
  const customerIds = phone ? customersByPhone(core.db, phone).filter((customerId) => accountOf(core.db, customerId) !== undefined) : []
  return customerIds.length > 0 ? { kind: 'phone', customerIds } : { kind: 'unknown', code, shown }
}

export type AssignAsked = { readonly requestId: RequestId; readonly code: string; readonly customerId: CustomerId; readonly takeUnknown: boolean }
/**
 * Hands a blank card to a customer; whoever takes one becomes a member. Refuses 'card-taken' {customerId, name}, 'card-blocked', 'card-mistyped', and
 * 'card-unknown' for a code that was not made here, unless `takeUnknown`.
 */
export function assignCard(core: Core, caller: Caller, { requestId, code: typed, customerId, takeUnknown }: AssignAsked): Card {
  return changed(core, caller, { requestId, door: 'loyalty/assign-card', kind: 'card-assigned' }, () => {
    const code = cleanCode(typed)
    const account = joinMember(core, caller, customerId)
    handOut(core, caller, code, account.id, takeUnknown)
    return { code, customerId }
  })
}

function handOut(core: Core, caller: Caller, code: string, accountId: Parameters<typeof writeCard>[2], takeUnknown: boolean): void {
  const card = getCard(core.db, code)
  if (card?.state === 'active') throw new Refusal('card-taken', { customerId: card.customerId, name: card.customerName, code })
  if (card && card.state !== 'unassigned') throw new Refusal('card-blocked', { state: card.state, reason: card.reason })
  if (!card) {
    const forms = codeForms(core.db).map((form) => fits(code, form))
    if (forms.includes('mistyped')) throw new Refusal('card-mistyped', { code })
    if (!takeUnknown || code.length < 4) throw new Refusal('card-unknown', { code })
    insertForeign(core.db, code)
  }
  writeCard(core.db, code, accountId, caller.staffId, core.now())
}

type Act = { readonly requestId: RequestId; readonly door: string; readonly kind: string; readonly reason?: string }
function changed(core: Core, caller: Caller, { requestId, door, kind, reason }: Act, work: () => { code: string; customerId: CustomerId }): Card {
  const done = once(core.db, { id: requestId, door, at: core.now() }, () => {
    const { code, customerId } = work()
    appendAudit(core.db, { id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind, target: `customer/${customerId}`, after: { code }, reason: reason ?? null })
    return { card: getCard(core.db, code)!, customerId }
  })
  core.emit('points-changed', { customerId: done.customerId, accountId: theMember(core, done.customerId).id })
  return done.card
}

const ownedCard = (core: Core, code: string): Card & { customerId: CustomerId; accountId: NonNullable<Card['accountId']> } => {
  const card = getCard(core.db, cleanCode(code))
  if (!card || card.customerId === null || card.accountId === null) throw new Refusal('card-unknown', { code })
  return { ...card, customerId: card.customerId, accountId: card.accountId }
}

/** The undo of handing out: the card is blank again. */
export const unassignCard = (core: Core, caller: Caller, { requestId, code }: { requestId: RequestId; code: string }): Card =>
  changed(core, caller, { requestId, door: 'loyalty/unassign-card', kind: 'card-unassigned' }, () => {
    const card = ownedCard(core, code)
    if (releaseCard(core.db, card.code) === 0) throw new Refusal('card-blocked', { state: card.state })
    return card
  })

/** A card that may not be used any more says why; the points stay. */
export const blockCard = (core: Core, caller: Caller, { requestId, code, reason }: { requestId: RequestId; code: string; reason: string }): Card =>
  changed(core, caller, { requestId, door: 'loyalty/block-card', kind: 'card-blocked', reason }, () => {
    const card = ownedCard(core, code)
    if (endCard(core.db, card.code, 'blocked', reason, null) === 0) throw new Refusal('card-blocked', { state: card.state })
    return card
  })

export const openCard = (core: Core, caller: Caller, { requestId, code }: { requestId: RequestId; code: string }): Card =>
  changed(core, caller, { requestId, door: 'loyalty/unblock-card', kind: 'card-unblocked' }, () => {
    const card = ownedCard(core, code)
    if (unblockCard(core.db, card.code) === 0) throw new Refusal('card-blocked', { state: card.state })
    return card
  })

export type ReplaceAsked = { readonly requestId: RequestId; readonly code: string; readonly newCode: string; readonly reason: string; readonly takeUnknown: boolean }
/** A lost card: a new code on the same account, the old one never works again. */
export const replaceCard = (core: Core, caller: Caller, { requestId, code, newCode: typed, reason, takeUnknown }: ReplaceAsked): Card =>
  changed(core, caller, { requestId, door: 'loyalty/replace-card', kind: 'card-replaced', reason }, () => {
    const old = ownedCard(core, code)
    const newCode = cleanCode(typed)
    if (old.state === 'replaced') throw new Refusal('card-blocked', { state: old.state })
    handOut(core, caller, newCode, old.accountId, takeUnknown)
    if (old.state === 'blocked') unblockCard(core.db, old.code)
    endCard(core.db, old.code, 'replaced', reason, newCode)
    return { code: newCode, customerId: old.customerId }
  })
