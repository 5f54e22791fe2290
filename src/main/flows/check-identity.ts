import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { Caller, CustomerId } from '../vocabulary.ts'
import { proveAnswer, securityQuestion } from './prove-answer.ts'
import { theRecord } from './read-customer.ts'

/**
 * Is whoever stands at the till the customer they say they are? Their own question is asked; every try is audited, right or wrong. Refuses
 * 'no-security-question', 'proof-wrong' {left} and, after five wrong ones, 'proof-locked' for a quarter of an hour.
 */
export async function checkIdentity(core: Core, caller: Caller, { customerId, answer }: { readonly customerId: CustomerId; readonly answer: string }): Promise<null> {
  theRecord(core, customerId)
  if (securityQuestion(core, customerId).question === null) throw new Refusal('no-security-question', { customerId })
  await proveAnswer(core, caller, customerId, answer, 'identity-checked')
  appendAudit(core.db, { id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'identity-checked', target: `customer/${customerId}` })
  return null
}
