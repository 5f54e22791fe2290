import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { knownBy, type Account, type PointsPerson } from '../loyalty/accounts.sql.ts'
import { cleanCode } from '../loyalty/card-codes.ts'
import { getCard } from '../loyalty/cards.sql.ts'
import type { Rules } from '../loyalty/program.ts'
import { securityOf, useCode } from '../loyalty/proofs.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { Caller, CustomerId, PlainDate } from '../vocabulary.ts'
import { proveAnswer } from './prove-answer.ts'
import { proveCode } from './prove-code.ts'
import type { Desk } from './the-program.ts'

/** What a customer shows before many points are spent. */
export type Proof =
  | { readonly kind: 'card'; readonly code: string } | { readonly kind: 'last4-and-birthday'; readonly last4: string; readonly birthDate: PlainDate }
  | { readonly kind: 'sms-code'; readonly codeId: string; readonly customerId: CustomerId } | { readonly kind: 'security-answer'; readonly customerId: CustomerId }
/** What a screen sends: a code or an answer is proved before the act, since comparing an answer takes its time. */
export type GivenProof =
  | Extract<Proof, { kind: 'card' | 'last4-and-birthday' }> | { readonly kind: 'sms-code'; readonly code: string } | { readonly kind: 'security-answer'; readonly answer: string }

/** The proof as the act takes it, and only for this customer. Refuses 'proof-wrong' and 'proof-locked'. */
export async function provenFor(core: Core, caller: Caller, customerId: CustomerId | null, given: GivenProof | null): Promise<Proof | null> {
  if (given === null || customerId === null) return null
  if (given.kind === 'sms-code') return { kind: 'sms-code', codeId: proveCode(core, caller, customerId, given.code), customerId }
  if (given.kind !== 'security-answer') return given
  await proveAnswer(core, caller, customerId, given.answer)
  return { kind: 'security-answer', customerId }
}

type Asked = { readonly account: Account; readonly person: PointsPerson; readonly points: number; readonly rules: Rules; readonly proof: Proof | null; readonly desk: Desk }

/** Anyone can name a phone number: above the shop's amount the customer proves who they are. Answers how, or refuses 'proof-needed' or 'proof-wrong'. */
export function provePerson(core: Core, asked: Asked): string {
  const { check, checkAbove } = asked.rules.redemption
  if (check === 'none' || asked.points <= checkAbove) return ''
  if (asked.proof?.kind !== check) throw new Refusal('proof-needed', { how: check, above: checkAbove, ...askedHow(core, asked) })
  if (!isProven(core, asked, asked.proof)) throw new Refusal('proof-wrong', { how: check })
  return check
}

/** What the till needs to ask for it: the customer's own question, or null where they have none. */
const askedHow = (core: Core, { account: { customerId }, rules }: Asked): { readonly customerId?: CustomerId; readonly question?: string | null } => {
  if (rules.redemption.check === 'sms-code') return { customerId }
  return rules.redemption.check === 'security-answer' ? { customerId, question: securityOf(core.db, customerId)?.question ?? null } : {}
}

function isProven(core: Core, asked: Asked, proof: Proof): boolean {
  if (proof.kind === 'card') return hasCard(core, asked, proof.code)
  if (proof.kind === 'last4-and-birthday') return isBorn(core, asked, proof)
  if (proof.customerId !== asked.account.customerId) return false
  return proof.kind === 'security-answer' || useCode(core.db, proof.codeId, core.now()) === 1
}

/** A wrong proof is written down outside of the transaction that it ended. */
export function auditWrongProof(core: Core, { registerId, staffId }: Desk, target: string, refusal: Refusal): void {
  if (refusal.code !== 'proof-wrong') return
  appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind: 'points-check', target, outcome: refusal.code })
}

function hasCard(core: Core, { account }: Asked, code: string): boolean {
  const card = getCard(core.db, cleanCode(code))
  return card?.state === 'active' && card.accountId === account.id
}

const isBorn = (core: Core, { account, person }: Asked, { last4, birthDate }: Extract<Proof, { kind: 'last4-and-birthday' }>): boolean =>
  person.birthDate === birthDate && knownBy(core.db, account.customerId).phones.some((phone) => phone.endsWith(last4))
