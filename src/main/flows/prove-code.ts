import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { knownBy, signUpSecret, type Account } from '../loyalty/accounts.sql.ts'
import { randomDigits } from '../loyalty/card-digits.port.ts'
import { codeHash, codeRules } from '../loyalty/proof-codes.ts'
import { codesSince, insertCode, lastCode, takeCodeTry } from '../loyalty/proofs.sql.ts'
import { endMessage, enqueue } from '../messaging/outbox.sql.ts'
import { texts } from '../messaging/texts.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { inTransaction } from '../store/sql.ts'
import type { Caller, CustomerId, Instant, RequestId } from '../vocabulary.ts'
import { theRecord } from './read-customer.ts'
import { theMember } from './the-program.ts'
import { theShop } from './the-shop.ts'

export type CodeSent = { readonly to: string; readonly expiresAt: Instant }
/** A moment so many milliseconds after another; before it where they are below zero. */
export const laterBy = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString() as Instant
const shownDigits = 2
const masked = (phone: string): string => `••• ${phone.slice(-shownDigits)}`

/** Can a text message leave this register at all? */
export const canSendTexts = (core: Core): boolean => core.ports.sendText !== undefined

/**
 * Sends a code of six digits to the customer's first phone number; it holds for five minutes. The message stands in the outbox without the code.
 * Refuses 'sms-not-set-up', 'no-phone', 'codes-too-often' and 'sms-failed'.
 */
export async function sendCode(core: Core, _caller: Caller, { requestId, customerId }: { readonly requestId: RequestId; readonly customerId: CustomerId }): Promise<CodeSent> {
  const send = core.ports.sendText
  if (!send) throw new Refusal('sms-not-set-up')
  const account = theMember(core, customerId)
  const [phone] = knownBy(core.db, customerId).phones
  if (phone === undefined) throw new Refusal('no-phone', { customerId })
  const code = randomDigits(codeRules.digits)
  const message = inTransaction(core.db, () => keep(core, account, requestId, phone, code))
  try {
    await send(phone, message.text(code))
    endMessage(core.db, message.id, 'sent', '', core.now())
  } catch {
    endMessage(core.db, message.id, 'failed', 'not-sent', core.now())
    throw new Refusal('sms-failed')
  }
  return { to: masked(phone), expiresAt: message.expiresAt }
}

function keep(core: Core, account: Account, requestId: RequestId, phone: string, code: string) {
  const at = core.now()
  if (codesSince(core.db, account.id, laterBy(at, 0 - codeRules.whileMs)) >= codeRules.mostSent) throw new Refusal('codes-too-often', { minutes: codeRules.whileMs / 60_000 })
  const [id, expiresAt] = [core.newId(), laterBy(at, codeRules.lifeMs)]
  insertCode(core.db, { id, accountId: account.id, codeHash: codeHash(signUpSecret(core.db), account.id, code), sentAt: at, expiresAt, tries: codeRules.tries })
  const shop = theShop(core)
  const text = (shown: string): string => texts[theRecord(core, account.customerId).language ?? shop.language].code(shop.name, shown)
  const messageId = core.newId()
  const known = enqueue(core.db, { id: messageId, sourceKey: `code/${requestId}`, customerId: account.customerId, channel: 'sms', purpose: 'points-code', address: phone, body: text('••••••'), consentId: null, at })
  if (known === 0) throw new Refusal('request-reused')
  return { id: messageId, expiresAt, text }
}

/** Is this the code that was sent last? Answers its id, to be used up by the act. Refuses 'proof-wrong' {left}; a code that is old or used is wrong too. */
export function proveCode(core: Core, { registerId, staffId }: Caller, customerId: CustomerId, given: string): string {
  const account = theMember(core, customerId)
  const sent = lastCode(core.db, account.id)
  const open = sent && sent.usedAt === null && sent.expiresAt > core.now() && takeCodeTry(core.db, sent.id) === 1
  if (open && sent.codeHash === codeHash(signUpSecret(core.db), account.id, given.replace(/\D/g, ''))) return sent.id
  appendAudit(core.db, { id: core.newId(), at: core.now(), registerId, staffId, kind: 'points-check', target: `customer/${customerId}`, outcome: 'proof-wrong' })
  throw new Refusal('proof-wrong', { how: 'sms-code', left: open ? sent.triesLeft - 1 : 0 })
}
