import type { Cents, Instant, Language, PlainDate } from '../vocabulary.ts'
import { accountWords, type AccountWords } from './account-words.ts'
import { customerRows, header, line, owesRows, pair, rule, space, type Receipt, type ReceiptFacts, type ReceiptRow, type Show } from './receipt.ts'
import { receiptWords, type ReceiptWords } from './receipt-words.ts'

type Head = { readonly language: Language; readonly at: Instant; readonly shop: ReceiptFacts['shop']; readonly customer: NonNullable<ReceiptFacts['customer']> }
/** What of a payment stands on its receipt. `matched`: what it paid, each with the sale's number where it was one. */
export type PaymentFacts = Head & {
  /** Money taken for what is owed, or credit handed out. */
  readonly kind: 'payment' | 'payout'
  readonly number: string; readonly till: string; readonly staff: string; readonly method: 'cash' | 'card'; readonly amountCents: Cents; readonly moneyCents: Cents; readonly givenCents: Cents
  readonly changeCents: Cents; readonly reference: string; /** Null where whoever reads it may not see it. */ readonly balanceCents: Cents | null; readonly duplicate: boolean
  readonly matched: readonly { readonly saleNumber: string | null; readonly day: PlainDate; readonly cents: Cents }[]
}
export type StatementRow = {
  readonly kind: 'charge' | 'payment' | 'adjustment' | 'refund' | 'void' | 'write-off' | 'payout'; readonly day: PlainDate; readonly dueOn: PlainDate | null; readonly number: string | null
  readonly amountCents: Cents; readonly balanceCents: Cents; readonly openCents: Cents; readonly reference: string
}
export type StatementFacts = Head & {
  readonly from: PlainDate; readonly to: PlainDate; readonly beforeCents: Cents; readonly rows: readonly StatementRow[]; readonly balanceCents: Cents; readonly overdueCents: Cents
  readonly ageing: { readonly to30Cents: Cents; readonly to60Cents: Cents; readonly to90Cents: Cents; readonly olderCents: Cents }; readonly cut: boolean
}

/** The receipt of money paid on an account, or of credit paid out of it: how much, how, for which charges, and what is left. What is handed out is signed for. */
export function paymentPaper(facts: PaymentFacts, show: Show): Receipt {
  const words = { ...receiptWords[facts.language], ...accountWords[facts.language] }
  const isOut = facts.kind === 'payout'
  const title = `${isOut ? words.payout : words.payment} ${facts.number}`
  const rows: ReceiptRow[] = [
    ...header(facts, words), rule, ...(facts.duplicate ? line(words.duplicate, 'centre', 'large', true) : []), ...line(title, 'left', 'normal', true), ...line(show.moment(facts.at)),
    ...line([facts.till, `${words.servedBy} ${facts.staff}`].filter(Boolean).join(' · '), 'left', 'small'), ...customerRows(facts.customer, words), rule,
    pair(isOut ? words.payout : words.amount, show.money(facts.amountCents), true, 'large'), ...moneyRows(facts, show, words), ...paidFor(facts, show, words), space,
    ...(facts.balanceCents === null ? [] : owesRows({ balanceCents: facts.balanceCents, dueOn: null }, show, words)), ...(isOut ? [space, space, ...line(`${words.received} ____________________`)] : []), ...foot(facts),
  ]
  return { number: facts.number, language: facts.language, title, rows }
}

function moneyRows({ method, amountCents, moneyCents, givenCents, changeCents, reference }: PaymentFacts, show: Show, words: ReceiptWords): ReceiptRow[] {
  const rounding = moneyCents - amountCents
  const rounded = rounding === 0 ? [] : [pair(words.rounding, show.money(rounding)), pair(words.paid, show.money(moneyCents), true)]
  if (method === 'card') return [...rounded, pair([words.card, reference].filter(Boolean).join(' '), show.money(moneyCents))]
  return [...rounded, ...(changeCents === 0 ? [pair(words.cash, show.money(moneyCents))] : [pair(words.given, show.money(givenCents)), pair(words.change, show.money(changeCents))])]
}

const paidFor = ({ matched }: PaymentFacts, show: Show, words: AccountWords & ReceiptWords): ReceiptRow[] =>
  matched.length === 0 ? [] : [space, ...matched.map(({ saleNumber, day, cents }) => pair(`${words.paidOff} ${saleNumber === null ? words.adjustment : `${words.sale} ${saleNumber}`}, ${show.day(day)}`, show.money(cents)))]

const foot = ({ shop }: Head): ReceiptRow[] => {
  const thanks = shop.footer.split('\n').flatMap((text) => line(text, 'centre'))
  return thanks.length > 0 ? [space, ...thanks] : []
}

/** A statement: what stood before, every row with the balance after it, what is owed now, by age, and what of it is overdue. */
export function statementPaper(facts: StatementFacts, show: Show): Receipt {
  const words = { ...receiptWords[facts.language], ...accountWords[facts.language] }
  const { ageing } = facts
  const rows: ReceiptRow[] = [
    ...header(facts, words), rule, ...line(words.statement, 'left', 'large', true), ...line(`${words.from} ${show.day(facts.from)} ${words.to} ${show.day(facts.to)}`), ...line(`${words.asOf} ${show.moment(facts.at)}`, 'left', 'small'),
    ...customerRows(facts.customer, words), rule, ...(facts.cut ? line(words.more, 'left', 'small') : []), pair(words.before, show.money(facts.beforeCents)), ...facts.rows.flatMap((row) => statementRow(row, show, words)), rule,
    ...owesRows({ balanceCents: facts.balanceCents, dueOn: null }, show, words), ...(facts.overdueCents > 0 ? [pair(words.overdue, show.money(facts.overdueCents), true)] : []), space,
    pair(words.to30, show.money(ageing.to30Cents)), pair(words.to60, show.money(ageing.to60Cents)), pair(words.to90, show.money(ageing.to90Cents)), pair(words.older, show.money(ageing.olderCents)), ...foot(facts),
  ]
  return { number: words.statement, language: facts.language, title: `${words.statement} · ${facts.customer.name}`, rows }
}

/** What a row is, with the number on its paper. */
export const statementWhat = ({ kind, number }: Pick<StatementRow, 'kind' | 'number'>, words: AccountWords): string => [words[kind === 'payment' ? 'paid' : kind], number].filter(Boolean).join(' ')

function statementRow(row: StatementRow, show: Show, words: AccountWords & ReceiptWords): ReceiptRow[] {
  const { kind, day, dueOn, amountCents, balanceCents, openCents, reference } = row
  const what = statementWhat(row, words)
  const open = openCents === 0 ? '' : openCents === amountCents ? words.stillOpen : `${words.stillOpen} ${show.money(openCents)}`
  const due = dueOn === null ? '' : `${words.due} ${show.day(dueOn)}`
  const more = [due, amountCents > 0 ? open : '', kind === 'charge' && reference !== '' ? `${words.orderNumber} ${reference}` : '', `${words.now} ${show.money(balanceCents)}`].filter(Boolean)
  return [pair(`${show.day(day)} ${what}`, show.money(amountCents)), ...line(`  ${more.join(' · ')}`, 'left', 'small')]
}
