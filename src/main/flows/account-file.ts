import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { seenEmail } from '../customers/masks.ts'
import { linkFor } from '../customers/reach.ts'
import { readRecord } from '../customers/record.sql.ts'
import type { Receipt } from '../devices/receipt.ts'
import { receiptAsPdf } from '../devices/receipt-pdf.port.ts'
import { receiptAsText } from '../devices/receipt-text.ts'
import { enqueue } from '../messaging/outbox.sql.ts'
import { statementTexts } from '../messaging/statement-texts.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import { showMoney } from '../shop/currency.ts'
import type { Caller, CustomerId, FieldSight, Language, RequestId } from '../vocabulary.ts'
import { paymentReceipt, statementDocument, type PaymentAsked, type StatementAsked } from './account-paper.ts'
import { sightOf } from './field-sight.ts'
import { accountNow } from './the-account.ts'
import { theShop } from './the-shop.ts'
import { hideWay } from './way-out.ts'

/** A statement, or with `entryId` the receipt of a payment: for the screen, as text, or as a PDF. */
export type PaperAsked = StatementAsked & { readonly entryId: PaymentAsked['entryId'] | null; readonly duplicate: boolean }
export const accountPaper = (core: Core, { entryId, duplicate, ...asked }: PaperAsked, sight?: FieldSight): Receipt =>
  (entryId === null ? statementDocument(core, asked, sight) : paymentReceipt(core, { ...asked, entryId, duplicate }, sight))

export const accountPaperText = (core: Core, asked: PaperAsked, sight?: FieldSight): { text: string } => ({ text: receiptAsText(accountPaper(core, asked, sight)) })

export async function accountPaperPdf(core: Core, asked: PaperAsked, sight?: FieldSight): Promise<{ base64: string; fileName: string }> {
  const paper = accountPaper(core, asked, sight)
  const pdf = await receiptAsPdf(paper, new Date(core.now()))
  return { base64: pdf.toString('base64'), fileName: `${paper.title.replaceAll(/[^\p{L}\p{N}. -]/gu, '').trim()}.pdf` }
}

export type Sending = { readonly requestId: RequestId; readonly customerId: CustomerId; readonly language: Language }

/** Puts the statement into the outbox, to the customer's first e-mail address: they asked for it, so no consent to advertising is needed. Refuses 'cannot-reach'. */
export function mailStatement(core: Core, caller: Caller, { requestId, customerId, language }: Sending): { address: string } {
  const { registerId, staffId } = caller
  const sent = once(core.db, { id: requestId, door: 'accounts/mail-statement', at: core.now() }, () => {
    const address = readRecord(core.db, customerId)?.emails[0]?.address
    if (!address) throw new Refusal('cannot-reach', { way: 'email' })
    const { text: body } = accountPaperText(core, { customerId, language, entryId: null, duplicate: false })
    const at = core.now()
    enqueue(core.db, { id: core.newId(), sourceKey: `statement/${requestId}`, customerId, channel: 'email', purpose: 'statement', address, body, consentId: null, at })
    appendAudit(core.db, { id: core.newId(), at, registerId, staffId, kind: 'statement-sent', target: `customer/${customerId}`, after: { channel: 'email' } })
    return { address }
  })
  return { address: seenEmail(sent.address, sightOf(core, caller).email) }
}

/** The link that opens WhatsApp with a short word on what is owed, in the customer's language. Refuses 'cannot-reach' without a number. */
export function statementLink(core: Core, caller: Caller, { customerId, language }: StatementAsked): { link: string; text: string } {
  const record = readRecord(core.db, customerId)
  const link = record ? linkFor('whatsapp', record) : null
  if (!link) throw new Refusal('cannot-reach', { way: 'whatsapp' })
  const shop = theShop(core)
  const { balanceCents, oldestDueOn } = accountNow(core, customerId)
  const locale = `${language}-${shop.country}`
  const due = oldestDueOn === null ? null : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${oldestDueOn}T00:00:00Z`))
  const text = statementTexts[language](shop.name, showMoney(Math.abs(balanceCents) as typeof balanceCents, shop.currency, locale), balanceCents, due)
  const whole = `${link}?text=${encodeURIComponent(text)}`
  return { link: sightOf(core, caller).phone === 'full' ? whole : hideWay(core, caller.registerId, whole), text }
}
