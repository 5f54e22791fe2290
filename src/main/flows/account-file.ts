import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { seenEmail } from '../customers/masks.ts'
import { linkFor } from '../customers/reach.ts'
import { readRecord } from '../customers/record.sql.ts'
import type { Receipt } from '../devices/receipt.ts'
import { accountWords } from '../devices/account-words.ts'
import { receiptAsPdf } from '../devices/receipt-pdf.port.ts'
import { receiptAsText } from '../devices/receipt-text.ts'
import { sheetAsPdf } from '../devices/sheet-pdf.port.ts'
import { sheetFor, statementSheets } from '../devices/statement-sheet.ts'
import { attachFile, enqueue } from '../messaging/outbox.sql.ts'
import { statementAttached, statementTexts } from '../messaging/statement-texts.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import { showMoney } from '../shop/currency.ts'
import type { Caller, CustomerId, FieldSight, Language, RequestId } from '../vocabulary.ts'
import { paymentReceipt, statementDocument, statementFacts, type PaymentAsked, type StatementAsked } from './account-paper.ts'
import { sightOf } from './field-sight.ts'
import { showFor } from './receipt.ts'
import { accountNow } from './the-account.ts'
import { theShop } from './the-shop.ts'
import { hideWay } from './way-out.ts'

/** A statement, or with `entryId` the receipt of a payment: for the screen, as text, or as a PDF. */
export type PaperAsked = StatementAsked & { readonly entryId: PaymentAsked['entryId'] | null; readonly duplicate: boolean }
export const accountPaper = (core: Core, { entryId, duplicate, ...asked }: PaperAsked, sight?: FieldSight): Receipt =>
  (entryId === null ? statementDocument(core, asked, sight) : paymentReceipt(core, { ...asked, entryId, duplicate }, sight))

export const accountPaperText = (core: Core, asked: PaperAsked, sight?: FieldSight): { text: string } => ({ text: receiptAsText(accountPaper(core, asked, sight)) })

/** A statement on sheets of A4 or Letter, as the shop's country prints them; the receipt of a payment as wide as a receipt. */
export async function accountPaperPdf(core: Core, asked: PaperAsked, sight?: FieldSight): Promise<{ base64: string; fileName: string }> {
  if (asked.entryId === null) {
    const { pdf, fileName } = await statementPdf(core, asked, sight)
    return { base64: pdf.toString('base64'), fileName }
  }
  const paper = accountPaper(core, asked, sight)
  const pdf = await receiptAsPdf(paper, new Date(core.now()))
  return { base64: pdf.toString('base64'), fileName: `${paper.title.replaceAll(/[^\p{L}\p{N}. -]/gu, '').trim()}.pdf` }
}

/** Named by its day alone: whose it is stands in it. */
async function statementPdf(core: Core, { customerId, language }: StatementAsked, sight?: FieldSight): Promise<{ pdf: Buffer; fileName: string }> {
  const shop = theShop(core)
  const facts = statementFacts(core, { customerId, language }, sight)
  const { statement } = accountWords[language]
  const pages = statementSheets(facts, showFor(shop, shop.currency, language), sheetFor(shop.country))
  const pdf = await sheetAsPdf(oneByOne(pages), { title: `${statement} ${facts.to}`, language, at: new Date(facts.at) })
  return { pdf, fileName: `${statement} ${facts.to}.pdf` }
}
async function* oneByOne<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all
}

export type Sending = { readonly requestId: RequestId; readonly customerId: CustomerId; readonly language: Language }

/**
 * Puts a short word on the account with the statement as a PDF into the outbox, to the customer's first e-mail address: they asked for it, so no consent
 * to advertising is needed. Refuses 'cannot-reach', and 'not-allowed' to who may not see balances.
 */
export async function mailStatement(core: Core, caller: Caller, { requestId, customerId, language }: Sending): Promise<{ address: string }> {
  needsBalance(core, caller)
  const { registerId, staffId } = caller
  if (!addressOf(core, customerId)) throw new Refusal('cannot-reach', { way: 'email' })
  const { pdf: content, fileName } = await statementPdf(core, { customerId, language })
  const sent = once(core.db, { id: requestId, door: 'accounts/mail-statement', at: core.now() }, () => {
    const address = addressOf(core, customerId)
    if (!address) throw new Refusal('cannot-reach', { way: 'email' })
    const [at, id] = [core.now(), core.newId()]
    const body = `${wordOn(core, { customerId, language })}\n\n${statementAttached[language]}`
    enqueue(core.db, { id, sourceKey: `statement/${requestId}`, customerId, channel: 'email', purpose: 'statement', address, body, consentId: null, at })
    attachFile(core.db, { outboxId: id, customerId, fileName, mediaType: 'application/pdf', content })
    appendAudit(core.db, { id: core.newId(), at, registerId, staffId, kind: 'statement-sent', target: `customer/${customerId}`, after: { channel: 'email' } })
    return { address }
  })
  core.emit('outbox-changed', {})
  return { address: seenEmail(sent.address, sightOf(core, caller).email) }
}
const addressOf = (core: Pick<Core, 'db'>, customerId: CustomerId): string | undefined => readRecord(core.db, customerId)?.emails[0]?.address

/** Who may not see balances makes no paper that says one. */
export function needsBalance(core: Core, caller: Caller): void {
  if (sightOf(core, caller).balance !== 'full') throw new Refusal('not-allowed', { field: 'balance' })
}

/** What is owed and since when it is due, in a sentence. */
function wordOn(core: Core, { customerId, language }: StatementAsked): string {
  const shop = theShop(core)
  const { balanceCents, oldestDueOn } = accountNow(core, customerId)
  const locale = `${language}-${shop.country}`
  const due = oldestDueOn === null ? null : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${oldestDueOn}T00:00:00Z`))
  return statementTexts[language](shop.name, showMoney(Math.abs(balanceCents) as typeof balanceCents, shop.currency, locale), balanceCents, due)
}

/** The link that opens WhatsApp with a short word on what is owed, in the customer's language. Refuses 'cannot-reach' without a number, and 'not-allowed' as above. */
export function statementLink(core: Core, caller: Caller, { customerId, language }: StatementAsked): { link: string; text: string } {
  needsBalance(core, caller)
  const record = readRecord(core.db, customerId)
  const link = record ? linkFor('whatsapp', record) : null
  if (!link) throw new Refusal('cannot-reach', { way: 'whatsapp' })
  const text = wordOn(core, { customerId, language })
  const whole = `${link}?text=${encodeURIComponent(text)}`
  return { link: sightOf(core, caller).phone === 'full' ? whole : hideWay(core, caller.registerId, whole), text }
}
