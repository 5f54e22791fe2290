import type { Core } from '../context.ts'
import { seenOnPaper } from '../customers/masks.ts'
import { receiptWords } from '../devices/receipt-words.ts'
import { Refusal } from '../errors.ts'
import { receiptOf, type Receipt, type ReceiptDelivery, type ReceiptFacts, type ReceiptLine, type Show } from '../devices/receipt.ts'
import { receiptAsPdf } from '../devices/receipt-pdf.port.ts'
import { receiptAsText } from '../devices/receipt-text.ts'
import { exemptionOf } from '../sales/cart-terms.sql.ts'
import { deliveryOf } from '../sales/deliveries.sql.ts'
import { feeWord, type DeliveryTime } from '../sales/delivery.ts'
import { refundLinesOf, refundsOf, refundTaxesOf } from '../sales/refunds.sql.ts'
import { refundNumber, saleNumber } from '../sales/sale-number.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import { saleTaxesOf, soldLines, type SoldLineRecord, type SoldSale } from '../sales/sold.sql.ts'
import { refundTendersOf, tendersOf } from '../sales/tenders.sql.ts'
import { showMoney } from '../shop/currency.ts'
import type { Shop } from '../shop/shop.ts'
import { shareOf } from '../sales/returns.ts'
import type { Cents, FieldSight, Instant, Language, PlainDate, RefundId } from '../vocabulary.ts'
import { accountOnSale } from './account-on-sale.ts'
import { pointsOnSale } from './points-on-sale.ts'
import { pointsTerms } from './points-terms.ts'
import { copyOf, theSold } from './sale-record.ts'
import { theShop } from './the-shop.ts'

type Asked = SaleInput<'receipt'>

/** The receipt of a sale, or of one of its refunds, for the screen to show. `duplicate` marks a reprint; `sight` is of whoever reads it there. */
export function receiptDocument(core: Core, asked: Asked, sight?: FieldSight): Receipt {
  const shop = theShop(core)
  const sold = theSold(core, asked.saleId)
  const facts = { ...common(shop, sold, asked, sight), ...(asked.refundId === null ? saleFacts(core, sold, asked.language) : refundFacts(core, sold, asked)), points: namedPoints(core, asked), account: accountOnSale(core, asked.saleId, asked.refundId), delivery: deliveryOnPaper(core, shop, asked, sight) }
  return receiptOf(facts, showFor(shop, sold.currency, asked.language))
}

/** The programme and its word as they are today, in the receipt's language. */
function namedPoints(core: Core, { saleId, refundId, language }: Asked): ReceiptFacts['points'] {
  const points = pointsOnSale(core, saleId, refundId)
  const terms = pointsTerms(core)
  const { one = '', many = '' } = terms?.words?.[language] ?? {}
  return points && { ...points, programme: terms?.name ?? '', word: one + many === '' ? null : { one: one || many, many: many || one } }
}

export const receiptText = (core: Core, asked: Asked, sight?: FieldSight): { text: string } => ({ text: receiptAsText(receiptDocument(core, asked, sight)) })

export async function receiptPdf(core: Core, asked: Asked, sight?: FieldSight): Promise<{ base64: string; fileName: string }> {
  const receipt = receiptDocument(core, asked, sight)
  const pdf = await receiptAsPdf(receipt, new Date(theSold(core, asked.saleId).completedAt))
  return { base64: pdf.toString('base64'), fileName: `${receipt.number}.pdf` }
}

/** Numbers as the customer's language writes them in the shop's country. */
export function showFor(shop: Shop, currency: string, language: Language): Show {
  const locale = `${language}-${shop.country}`
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: shop.timeZone })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const quantity = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  return {
    money: (cents) => showMoney(cents as Cents, currency, locale), moment: (at: Instant) => moment.format(new Date(at)),
    percent: (ppm) => percent.format(ppm / 1_000_000), quantity: (milli) => quantity.format(milli / 1000),
    day: (plain: PlainDate) => day.format(new Date(`${plain}T00:00:00Z`)),
  }
}

function common(shop: Shop, sold: SoldSale, { language, duplicate }: Asked, sight?: FieldSight) {
  const customer = copyOf(sold.customerCopy)
  return {
    language, duplicate, pricesIncludeTax: sold.pricesIncludeTax === 1, shop: shopOnPaper(shop),
    customer: customer && seenOnPaper({ name: customer.erased ? receiptWords[language].deletedCustomer : customer.name, phone: customer.phone, address: customer.address ? addressLines(customer.address) : [] }, sight),
  }
}

/** The shop as it stands on every paper. */
export const shopOnPaper = ({ name, phone, email, taxNumber, receiptFooter: footer, ...place }: Shop): ReceiptFacts['shop'] => ({ name, phone, email, taxNumber, footer, address: addressLines(place) })

type Place = { readonly address1: string; readonly address2: string; readonly city: string; readonly region: string; readonly postcode: string }
export const addressLines = ({ address1, address2, city, region, postcode }: Place): string[] =>
  [address1, address2, [[city, region].filter(Boolean).join(', '), postcode].filter(Boolean).join(' ')].filter((line) => line.trim() !== '')

type Facts = Omit<ReceiptFacts, keyof ReturnType<typeof common> | 'points' | 'account' | 'delivery'>

/** Where it goes; a refund goes nowhere. */
function deliveryOnPaper(core: Core, shop: Shop, { saleId, refundId, language }: Asked, sight?: FieldSight): ReceiptDelivery | null {
  const planned = refundId === null ? deliveryOf(core.db, saleId) : undefined
  if (!planned) return null
  const { name, phone, note, ...place } = planned
  return seenOnPaper({ when: showWhen(planned, `${language}-${shop.country}`), name, phone, address: addressLines(place), note }, sight)
}

/** A day and a time of the shop's own clock, as that language writes them. */
function showWhen({ day, time }: DeliveryTime, locale: string): string {
  const at = new Date(`${day ?? '2000-01-01'}T${time || '00:00'}:00Z`)
  const said = (style: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(at)
  return [day === null ? '' : said({ dateStyle: 'medium' }), time === '' ? '' : said({ timeStyle: 'short' })].filter(Boolean).join(' ')
}

/** The fee of a delivery in the words of the paper. */
const inWordsOf = (language: Language) => <L extends { readonly kind: 'item' | 'delivery'; readonly name: string }>(line: L): L => (line.kind === 'delivery' ? { ...line, name: feeWord[language] } : line)

function saleFacts(core: Core, sold: SoldSale, language: Language): Facts {
  return {
    kind: 'sale', number: saleNumber(sold.till, sold.number), at: sold.completedAt, till: sold.registerName, staff: sold.staffName,
    lines: soldLines(core.db, sold.id).map(inWordsOf(language)).map(lineFacts), taxes: saleTaxesOf(core.db, sold.id), tenders: tendersOf(core.db, sold.id),
    subtotalCents: sold.subtotalCents, discountCents: sold.discountsCents, discountPpm: sold.discount?.kind === 'percent' ? sold.discount.ppm : null,
    totalCents: (sold.netCents + sold.taxCents) as Cents, roundingCents: sold.roundingCents, note: sold.note, voidedAt: sold.voidedAt, of: null,
    refundedCents: refundsOf(core.db, sold.id).reduce((all, { totalCents }) => all + totalCents, 0) as Cents, exempt: exemptionOf(core.db, sold.id) ?? null,
  }
}

const lineFacts = ({ name, note, quantityMilli, priceCents, grossCents, lineDiscountCents, discount }: SoldLineRecord): ReceiptLine =>
  ({ name, note, quantityMilli, priceCents, grossCents, discountCents: lineDiscountCents, discountPpm: discount?.kind === 'percent' ? discount.ppm : null })

function refundFacts(core: Core, sold: SoldSale, { refundId, language }: Asked): Facts {
  const refund = refundsOf(core.db, sold.id).find(({ id }) => id === refundId)
  if (!refund || refundId === null) throw new Refusal('not-found', { field: 'refundId' })
  const rates = new Map(saleTaxesOf(core.db, sold.id).map((tax) => [tax.taxRateId, tax]))
  const taxes = refundTaxesOf(core.db, refundId).flatMap(({ taxRateId, taxCents }) => {
    const rate = rates.get(taxRateId)
    return rate ? [{ ...rate, taxCents }] : []
  })
  const worthCents = (refund.netCents + refund.taxCents) as Cents
  return {
    kind: 'refund', number: refundNumber(refund.till, refund.number), at: refund.at, till: refund.registerName, staff: refund.staffName, taxes,
    lines: refundLines(core, sold, refundId, language), tenders: refundTendersOf(core.db, sold.id).filter((tender) => tender.refundId === refundId),
    subtotalCents: sold.pricesIncludeTax === 1 ? worthCents : refund.netCents, discountCents: 0 as Cents, discountPpm: null, totalCents: worthCents,
    roundingCents: refund.roundingCents, note: '', voidedAt: null, of: { number: saleNumber(sold.till, sold.number), at: sold.completedAt, reason: refund.reason }, refundedCents: 0 as Cents,
  }
}

/** What came back, each at what was really paid for it: discounts are in it already. */
function refundLines(core: Core, sold: SoldSale, refundId: RefundId, language: Language): ReceiptLine[] {
  return refundLinesOf(core.db, sold.id).filter((line) => line.refundId === refundId).map(inWordsOf(language)).map(({ name, quantityMilli, netCents, taxCents }) => {
    const paidCents = (sold.pricesIncludeTax === 1 ? netCents + taxCents : netCents) as Cents
    return { name, note: '', quantityMilli, priceCents: shareOf(paidCents, quantityMilli), grossCents: paidCents, discountCents: 0 as Cents, discountPpm: null }
  })
}
