import type { Cents, Instant, Language, PlainDate, Ppm } from '../vocabulary.ts'
import { receiptWords, type ReceiptWords } from './receipt-words.ts'

/** One printed line: words, or words on the left and an amount on the right. */
export type ReceiptRow =
  | { readonly kind: 'text'; readonly text: string; readonly align: 'left' | 'centre'; readonly size: 'normal' | 'large' | 'small'; readonly bold: boolean }
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly size: 'normal' | 'large'; readonly bold: boolean }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space' }
/** A receipt as a document: every amount and date already in words of the customer's language. Screen, text and PDF only lay it out. */
export type Receipt = { readonly number: string; readonly language: Language; readonly title: string; readonly rows: readonly ReceiptRow[] }

/** How numbers are written for this shop in this language. */
export type Show = {
  readonly money: (cents: number) => string; readonly moment: (at: Instant) => string; readonly percent: (ppm: number) => string; readonly quantity: (milli: number) => string
  readonly day: (day: PlainDate) => string
}
export type ReceiptLine = {
  readonly name: string; readonly note: string; readonly quantityMilli: number; readonly priceCents: Cents; readonly grossCents: Cents
  readonly discountCents: Cents; readonly discountPpm: Ppm | null
}
export type ReceiptTax = { readonly name: string; readonly ratePpm: Ppm; readonly taxCents: Cents }
export type ReceiptTender = { readonly kind: 'cash' | 'card' | 'account'; readonly amountCents: Cents; readonly givenCents: Cents; readonly changeCents: Cents; readonly reference: string }
/** What is printed, in figures: the flow gathers it from shop, sale and customer. */
export type ReceiptFacts = {
  readonly kind: 'sale' | 'refund'; readonly language: Language; readonly number: string; readonly at: Instant; readonly till: string; readonly staff: string
  readonly shop: { readonly name: string; readonly address: readonly string[]; readonly phone: string; readonly email: string; readonly taxNumber: string; readonly footer: string }
  readonly customer: { readonly name: string; readonly phone: string; readonly address: readonly string[] } | null
  readonly lines: readonly ReceiptLine[]; readonly taxes: readonly ReceiptTax[]; readonly tenders: readonly ReceiptTender[]
  readonly subtotalCents: Cents; readonly discountCents: Cents; readonly discountPpm: Ppm | null; readonly pricesIncludeTax: boolean
  readonly totalCents: Cents; readonly roundingCents: Cents; readonly note: string; readonly duplicate: boolean; readonly voidedAt: Instant | null
  /** On a refund: the sale it is of, and why. */
  readonly of: { readonly number: string; readonly at: Instant; readonly reason: string } | null
  /** On a sale: what has been refunded since. */
  readonly refundedCents: Cents
  readonly points: ReceiptPoints | null
  /** On a sale without tax: by which certificate. */
  readonly exempt?: { readonly certificate: string; readonly until: PlainDate | null } | null
  readonly account?: ReceiptAccount | null
  readonly delivery?: ReceiptDelivery | null
}
/** Where the goods go, to whom and when; of who was deleted since, only when. */
export type ReceiptDelivery = { readonly when: string; readonly name: string; readonly phone: string; readonly address: readonly string[]; readonly note: string }
/** What the sale or refund left on the customer's account (below zero: to their credit), and when what was charged is due. */
export type ReceiptAccount = { readonly balanceCents: Cents; readonly dueOn: PlainDate | null }
/** What the sale did to the customer's points. On a refund `earned` and `spent` are below zero: what went back and what returned. */
export type ReceiptPoints = {
  readonly earned: number; readonly spent: number; readonly balance: number; readonly pendingUntil: PlainDate | null
  readonly next: { readonly points: number; readonly expiresOn: PlainDate | null } | null
  readonly rewards: readonly { readonly name: string; readonly cents: Cents }[]
  /** What the shop calls its programme, and a point in the customer's language; empty and null for the usual words. */
  readonly programme: string; readonly word: { readonly one: string; readonly many: string } | null
}
type Page = { readonly facts: ReceiptFacts; readonly show: Show; readonly words: ReceiptWords }

/** Lays a receipt out, row by row. Nothing that was sold, taken off, taxed, paid or given back is left out. */
export function receiptOf(facts: ReceiptFacts, show: Show): Receipt {
  const page = { facts, show, words: receiptWords[facts.language] }
  const title = `${facts.kind === 'sale' ? page.words.receipt : page.words.refund} ${facts.number}`
  const rows = [...header(facts, page.words), rule, ...heading(page, title), rule, ...facts.lines.flatMap((line) => lineRows(page, line)), rule, ...sums(page), ...tenders(page), ...accountRows(page), ...pointsRows(page), ...footer(page)]
  return { number: facts.number, language: facts.language, title, rows }
}

// What every paper is made of: rules, space, words, and words with an amount.
export const rule: ReceiptRow = { kind: 'rule' }
export const space: ReceiptRow = { kind: 'space' }
export const line = (text: string, align: 'left' | 'centre' = 'left', size: 'normal' | 'large' | 'small' = 'normal', bold = false): ReceiptRow[] =>
  text.trim() === '' ? [] : [{ kind: 'text', text: text.trim(), align, size, bold }]
export const pair = (left: string, right: string, bold = false, size: 'normal' | 'large' = 'normal'): ReceiptRow => ({ kind: 'pair', left, right, size, bold })

/** The shop, as it stands at the top of every paper. */
export function header({ shop }: Pick<ReceiptFacts, 'shop'>, words: Pick<ReceiptWords, 'taxNumber'>): ReceiptRow[] {
  const contact = [shop.phone, shop.email].filter(Boolean).flatMap((text) => line(text, 'centre', 'small'))
  const taxNumber = shop.taxNumber === '' ? [] : line(`${words.taxNumber} ${shop.taxNumber}`, 'centre', 'small')
  return [...line(shop.name, 'centre', 'large', true), ...shop.address.flatMap((text) => line(text, 'centre', 'small')), ...contact, ...taxNumber]
}

function heading({ facts, show, words }: Page, title: string): ReceiptRow[] {
  const marks = [facts.duplicate ? words.duplicate : '', facts.voidedAt === null ? '' : `${words.void} ${show.moment(facts.voidedAt)}`].filter(Boolean)
  const { customer, of } = facts
  return [
    ...marks.flatMap((mark) => line(mark, 'centre', 'large', true)), ...line(title, 'left', 'normal', true), ...line(show.moment(facts.at)),
    ...line([facts.till, `${words.servedBy} ${facts.staff}`].filter(Boolean).join(' · '), 'left', 'small'),
    ...(of ? [...line(`${words.ofSale} ${of.number}, ${show.moment(of.at)}`), ...line(`${words.reason}${words.colon}${of.reason}`)] : []),
    ...(customer ? customerRows(customer, words) : []), ...deliveryRows(facts.delivery ?? null, words),
  ]
}

/** Set apart and bold, so that whoever packs or drives finds it. */
function deliveryRows(delivery: ReceiptDelivery | null, words: ReceiptWords): ReceiptRow[] {
  if (!delivery) return []
  const { when, name, phone, address, note } = delivery
  return [rule, ...line([words.delivery, when].filter(Boolean).join(words.colon), 'left', 'normal', true), ...[name, phone, ...address, note].flatMap((text) => line(text))]
}

/** Whom a paper is for. */
export const customerRows = (customer: NonNullable<ReceiptFacts['customer']>, words: Pick<ReceiptWords, 'customer' | 'colon'>): ReceiptRow[] =>
  [...line(`${words.customer}${words.colon}${customer.name}`), ...line(customer.phone, 'left', 'small'), ...customer.address.flatMap((text) => line(text, 'left', 'small'))]

function lineRows({ show, words }: Page, sold: ReceiptLine): ReceiptRow[] {
  const single = sold.quantityMilli === 1000
  const priced = single ? [pair(sold.name, show.money(sold.grossCents))]
    : [...line(sold.name), pair(`  ${show.quantity(sold.quantityMilli)} × ${show.money(sold.priceCents)}`, show.money(sold.grossCents))]
  const off = sold.discountCents === 0 ? [] : [pair(`  ${words.discount}${percentOf(sold.discountPpm, show)}`, show.money(0 - sold.discountCents))]
  return [...priced, ...off, ...line(sold.note, 'left', 'small')]
}
const percentOf = (ppm: Ppm | null, show: Show): string => (ppm === null ? '' : ` ${show.percent(ppm)}`)

function sums(page: Page): ReceiptRow[] {
  const { facts, show, words } = page
  const { subtotalCents, discountCents, discountPpm, taxes, pricesIncludeTax, totalCents, roundingCents, kind } = facts
  const taxRows = taxes.map((tax) => pair(`${pricesIncludeTax ? `${words.included} ` : ''}${tax.name} ${show.percent(tax.ratePpm)}`, show.money(tax.taxCents)))
  const total = pair(words.total, show.money(totalCents), true, 'large')
  const rewards = facts.points?.rewards ?? []
  const ownCents = discountCents - rewards.reduce((all, { cents }) => all + cents, 0)
  return [
    ...(taxes.length > 0 || discountCents > 0 || facts.exempt ? [pair(words.subtotal, show.money(subtotalCents))] : []),
    ...(ownCents > 0 ? [pair(`${words.discount}${percentOf(discountPpm, show)}`, show.money(0 - ownCents))] : []),
    ...rewards.map(({ name, cents }) => pair(name === '' ? payment(page) : `${words.reward}${words.colon}${name}`, show.money(0 - cents))),
    ...exemptRows(page), ...(pricesIncludeTax ? [total, ...taxRows] : [...taxRows, total]),
    ...(roundingCents === 0 ? [] : [pair(words.rounding, show.money(roundingCents)), pair(kind === 'sale' ? words.paid : words.refunded, show.money(totalCents + roundingCents), true)]),
  ]
}

/** Why there is no tax, and what came off prices that held some. */
function exemptRows({ facts: { exempt, subtotalCents, discountCents, totalCents }, show, words }: Page): ReceiptRow[] {
  if (!exempt) return []
  const until = exempt.until === null ? '' : ` (${words.until} ${show.day(exempt.until)})`
  const said = exempt.certificate === '' ? words.exempt : `${words.exempt}${words.colon}${exempt.certificate}${until}`
  const offCents = totalCents - (subtotalCents - discountCents)
  return offCents === 0 ? line(said) : [pair(said, show.money(offCents))]
}

const payment = ({ facts: { points }, words }: Page): string => (points?.word ? `${words.ownPayment} ${points.word.many}` : words.pointsUsed)

const tenders = ({ facts, show, words }: Page): ReceiptRow[] => [space, ...facts.tenders.flatMap((tender) => tenderRows(tender, show, words))]

function tenderRows({ kind, amountCents, givenCents, changeCents, reference }: ReceiptTender, show: Show, words: ReceiptWords): ReceiptRow[] {
  if (kind === 'card') return [pair([words.card, reference].filter(Boolean).join(' '), show.money(amountCents))]
  if (kind === 'account') return [pair(words.onAccount, show.money(amountCents)), ...line(reference === '' ? '' : `${words.orderNumber}${words.colon}${reference}`, 'left', 'small')]
  if (changeCents === 0) return [pair(words.cash, show.money(amountCents))]
  return [pair(words.given, show.money(givenCents)), pair(words.change, show.money(changeCents))]
}

const accountRows = ({ facts: { account }, show, words }: Page): ReceiptRow[] => (account ? owesRows(account, show, words) : [])

/** What is owed now, or stands to their credit: said in words, never by a sign. */
export const owesRows = ({ balanceCents, dueOn }: ReceiptAccount, show: Show, words: Pick<ReceiptWords, 'inCredit' | 'owes' | 'due'>): ReceiptRow[] =>
  [pair(balanceCents < 0 ? words.inCredit : words.owes, show.money(Math.abs(balanceCents)), true), ...(dueOn === null ? [] : [pair(words.due, show.day(dueOn))])]

/** Earned, used, what is left, and what runs out next: the customer takes it home in writing. */
function pointsRows({ facts: { points, kind }, show, words }: Page): ReceiptRow[] {
  if (points === null) return []
  const { earned, spent, balance, pendingUntil, next, word } = points
  const count = (number: number) => [show.quantity(number * 1000), word && (Math.abs(number) === 1 ? word.one : word.many)].filter(Boolean).join(' ')
  const say = word ? ownWords(words) : words
  const gained = pendingUntil === null ? say.earned : `${say.waiting} ${show.day(pendingUntil)}`
  const moved = kind === 'sale' ? [pair(gained, count(earned)), ...(spent > 0 ? [pair(say.used, count(0 - spent))] : [])]
    : [...(earned < 0 ? [pair(say.takenBack, count(earned))] : []), ...(spent < 0 ? [pair(say.givenBack, count(0 - spent))] : [])]
  return [
    space, ...line(points.programme || words.points, 'left', 'normal', true), ...moved, pair(balance < 0 ? say.owed : say.balance, count(Math.abs(balance)), true),
    ...(next?.expiresOn ? [pair(`${words.next} ${show.day(next.expiresOn)}`, count(next.points))] : []),
  ]
}

const ownWords = ({ ownEarned, ownWaiting, ownUsed, ownTakenBack, ownGivenBack, ownBalance, ownOwed }: ReceiptWords) =>
  ({ earned: ownEarned, waiting: ownWaiting, used: ownUsed, takenBack: ownTakenBack, givenBack: ownGivenBack, balance: ownBalance, owed: ownOwed })

function footer({ facts, show, words }: Page): ReceiptRow[] {
  const since = facts.refundedCents === 0 ? [] : [pair(words.refundedSoFar, show.money(0 - facts.refundedCents))]
  const note = line(facts.note)
  const thanks = facts.shop.footer.split('\n').flatMap((text) => line(text, 'centre'))
  return [...since, ...(note.length > 0 ? [space, ...note] : []), ...(thanks.length > 0 ? [space, ...thanks] : [])]
}
