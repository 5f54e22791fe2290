import type { Core } from '../context.ts'
import { seenOnPaper } from '../customers/masks.ts'
import { displayName } from '../customers/names.ts'
import { customerOnSale } from '../customers/on-sale.sql.ts'
import { receiptAsPdf } from '../devices/receipt-pdf.port.ts'
import { receiptOf, type Receipt, type ReceiptLine } from '../devices/receipt.ts'
import { looseNumber, noReceiptWord, type LooseLine, type LooseReturn } from '../sales/loose-return.ts'
import { looseLinesOf, looseTaxesOf } from '../sales/loose-returns.sql.ts'
import { shareOf } from '../sales/returns.ts'
import type { Cents, FieldSight, Language, LooseReturnId } from '../vocabulary.ts'
import { shopOnPaper, showFor } from './receipt.ts'
import { theReturn } from './the-return.ts'
import { theShop } from './the-shop.ts'

export type SlipAsked = { readonly returnId: LooseReturnId; readonly language: Language; readonly duplicate: boolean }

/** The slip of a return without a receipt, as a document: what came back, at what, why, and what was handed over. Refuses 'not-found'. */
export function returnSlip(core: Core, { returnId, language, duplicate }: SlipAsked, sight?: FieldSight): Receipt {
  const shop = theShop(core)
  const found = theReturn(core, returnId)
  const worthCents = (found.netCents + found.taxCents) as Cents
  return receiptOf({
    kind: 'refund', language, duplicate, number: looseNumber(found.till, found.number), at: found.at, till: found.registerName, staff: found.staffName, shop: shopOnPaper(shop),
    customer: customerOn(core, found, sight), lines: looseLinesOf(core.db, returnId).map((line) => slipLine(line, found)), taxes: looseTaxesOf(core.db, returnId), pricesIncludeTax: found.pricesIncludeTax,
    tenders: [{ kind: found.kind, amountCents: found.totalCents, givenCents: found.totalCents, changeCents: 0 as Cents, reference: found.reference }],
    subtotalCents: found.pricesIncludeTax ? worthCents : found.netCents, discountCents: 0 as Cents, discountPpm: null, totalCents: worthCents, roundingCents: found.roundingCents,
    note: [noReceiptWord[language], found.reason].filter(Boolean).join(' · '), voidedAt: null, of: null, refundedCents: 0 as Cents, points: null,
  }, showFor(shop, found.currency, language))
}

/** Discounts are in what is given for a piece already. */
function slipLine({ name, quantityMilli, netCents, taxCents }: LooseLine, { pricesIncludeTax }: LooseReturn): ReceiptLine {
  const backCents = (pricesIncludeTax ? netCents + taxCents : netCents) as Cents
  return { name, note: '', quantityMilli, priceCents: shareOf(backCents, quantityMilli), grossCents: backCents, discountCents: 0 as Cents, discountPpm: null }
}

function customerOn(core: Core, { customerId }: LooseReturn, sight?: FieldSight) {
  const found = customerId === null ? undefined : customerOnSale(core.db, customerId)
  return found ? seenOnPaper({ name: displayName(found), phone: found.phone, address: [] }, sight) : null
}

/** The same as a file. */
export async function returnPdf(core: Core, asked: SlipAsked, sight?: FieldSight): Promise<{ base64: string; fileName: string }> {
  const slip = returnSlip(core, asked, sight)
  const pdf = await receiptAsPdf(slip, new Date(theReturn(core, asked.returnId).at))
  return { base64: pdf.toString('base64'), fileName: `${slip.number}.pdf` }
}
