import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { knownBy, type Account, type PointsPerson } from '../loyalty/accounts.sql.ts'
import { cleanCode } from '../loyalty/card-codes.ts'
import { getCard } from '../loyalty/cards.sql.ts'
import type { Rules } from '../loyalty/program.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { PlainDate } from '../vocabulary.ts'
import type { Desk } from './the-program.ts'

/** What a customer shows before many points are spent. */
export type Proof = { readonly kind: 'card'; readonly code: string } | { readonly kind: 'last4-and-birthday'; readonly last4: string; readonly birthDate: PlainDate }
type Asked = { readonly account: Account; readonly person: PointsPerson; readonly points: number; readonly rules: Rules; readonly proof: Proof | null; readonly desk: Desk }

/** Anyone can name a phone number: above the shop's amount the customer proves who they are. Answers how, or refuses 'proof-needed' or 'proof-wrong'. */
export function provePerson(core: Core, asked: Asked): string {
  const { check, checkAbove } = asked.rules.redemption
  if (check === 'none' || asked.points <= checkAbove) return ''
  if (asked.proof?.kind !== check) throw new Refusal('proof-needed', { how: check, above: checkAbove })
  const right = asked.proof.kind === 'card' ? hasCard(core, asked, asked.proof.code) : isBorn(core, asked, asked.proof)
  if (!right) throw new Refusal('proof-wrong', { how: check })
  return check
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
