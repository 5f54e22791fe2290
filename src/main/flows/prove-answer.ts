import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { foldedAnswer, leastAnswerLetters } from '../loyalty/proof-codes.ts'
import { dropSecurity, saveSecurity, securityOf } from '../loyalty/proofs.sql.ts'
import { afterWrong, answerLockMs, decoyHash, isLocked, wrongAllowed } from '../staff/pin.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { clearTries, saveTries, triesOf } from '../staff/tries.sql.ts'
import { once } from '../store/once.ts'
import { inTransaction } from '../store/sql.ts'
import type { ApprovalId, Caller, CustomerId, Instant, RequestId, StaffId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { theRecord } from './read-customer.ts'

export type SecurityView = { readonly question: string | null; readonly setAt: Instant | null }
/** The question a customer chose; the answer is nowhere to be read. */
export function securityQuestion(core: Core, customerId: CustomerId): SecurityView {
  const known = securityOf(core.db, customerId)
  return { question: known?.question ?? null, setAt: known?.setAt ?? null }
}

export type SecurityAsked = { readonly requestId: RequestId; readonly customerId: CustomerId; readonly question: string; readonly answer: string; readonly approvalId: ApprovalId | null }
export const securityTarget = (customerId: CustomerId): string => `security/${customerId}`

/**
 * Sets the question and the answer a customer proves themselves with; both empty takes them away. The first is free, another needs a manager's
 * PIN, since whoever changes it could spend the points. Only a hash of the answer is kept. Refuses 'answer-too-short' and 'not-found'.
 */
export async function setSecurity(core: Core, caller: Caller, asked: SecurityAsked): Promise<SecurityView> {
  const [question, answer] = [asked.question.trim(), foldedAnswer(asked.answer)]
  const isRemoval = question === '' && answer === ''
  if (!isRemoval && question === '') throw new Refusal('bad-input', { field: 'question' })
  if (!isRemoval && answer.length < leastAnswerLetters) throw new Refusal('answer-too-short', { field: 'answer', least: leastAnswerLetters })
  theRecord(core, asked.customerId)
  const answerHash = isRemoval ? '' : await core.ports.hashPin(answer)
  once(core.db, { id: asked.requestId, door: 'loyalty/set-security', at: core.now() }, () => {
    const before = securityOf(core.db, asked.customerId)
    const approvedBy = before ? slipFor(core, caller, 'adjust-points', securityTarget(asked.customerId), asked.approvalId).approvedBy : null
    const at = core.now()
    if (isRemoval) dropSecurity(core.db, asked.customerId)
    else saveSecurity(core.db, { customerId: asked.customerId, question, answerHash, at, staffId: caller.staffId })
    clearTries(core.db, triesKey(asked.customerId))
    appendAudit(core.db, {
      id: core.newId(), at, registerId: caller.registerId, staffId: caller.staffId, kind: isRemoval ? 'security-question-removed' : 'security-question-set', target: `customer/${asked.customerId}`, approvedBy,
    })
    return null
  })
  core.emit('customer-changed', { customerId: asked.customerId })
  return securityQuestion(core, asked.customerId)
}

/** Wrong answers are counted beside wrong PINs, by the customer they were given for. */
const triesKey = (customerId: CustomerId): StaffId => `answer-${customerId}` as unknown as StaffId

/** What the answer was asked for: points, or who somebody is. */
type Check = 'points-check' | 'identity-checked'
/** Is this their answer? The try is counted before the slow compare. Refuses 'proof-wrong' {left} and, after five in a row, 'proof-locked' {seconds}. */
export async function proveAnswer(core: Core, caller: Caller, customerId: CustomerId, given: string, kind: Check = 'points-check'): Promise<void> {
  const key = triesKey(customerId)
  const tries = inTransaction(core.db, () => {
    const [at, known] = [core.now(), triesOf(core.db, key)]
    if (isLocked(known, at)) throw locked(core, known.lockedUntil)
    const next = afterWrong(known, wrongAllowed.person, at, answerLockMs)
    saveTries(core.db, key, next, at)
    return next
  })
  const hash = securityOf(core.db, customerId)?.answerHash
  const matches = await core.ports.pinMatches(foldedAnswer(given), hash ?? decoyHash)
  if (matches && hash !== undefined && hash === securityOf(core.db, customerId)?.answerHash) return void clearTries(core.db, key)
  auditWrong(core, caller, customerId, kind)
  if (tries.lockedUntil !== null) throw locked(core, tries.lockedUntil)
  throw new Refusal('proof-wrong', { how: 'security-answer', left: Math.max(0, wrongAllowed.person - tries.wrongCount) })
}

const locked = (core: Core, until: Instant | null): Refusal =>
  new Refusal('proof-locked', { how: 'security-answer', seconds: until === null ? 0 : Math.max(1, Math.ceil((Date.parse(until) - Date.parse(core.now())) / 1_000)) })

function auditWrong(core: Core, { registerId, staffId }: Caller, customerId: CustomerId, kind: Check): void {
  appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind, target: `customer/${customerId}`, outcome: 'proof-wrong' })
}
