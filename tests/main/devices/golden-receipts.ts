import { receiptOf, type ReceiptFacts, type ReceiptRow, type Show } from '../../../src/main/devices/receipt.ts'
import type { Cents, Instant, Language, PlainDate, Ppm } from '../../../src/main/vocabulary.ts'

const at = '2026-11-21T19:05:00.000Z' as Instant
const c = (amount: number) => amount as Cents
/** Amounts as that language writes them, with the spaces a computer puts there. */
function show(language: Language): Show {
  const sign = language === 'en' ? (text: string) => `$${text}` : language === 'fr' ? (text: string) => `${text.replace('.', ',')}\u00a0$` : (text: string) => `${text.replace('.', ',')}\u202f€`
  return {
    money: (cents) => `${cents < 0 ? (language === 'fr' ? '\u2212' : '-') : ''}${sign((Math.abs(cents) / 100).toFixed(2))}`, moment: (moment) => moment.slice(0, 16).replace('T', ' '),
    percent: (ppm) => `${ppm / 10_000}\u00a0%`, quantity: (milli) => String(milli / 1000), day: (day: PlainDate) => day,
  }
}

const sale: ReceiptFacts = {
  kind: 'sale', language: 'en', number: '1-000042', at, till: 'Till 1', staff: 'Léa', duplicate: false, voidedAt: null, of: null, refundedCents: c(0), note: '',
  shop: { name: 'Brûlerie du Coin', address: ['4820, rue Saint-Denis', 'Montréal, QC H2J 2L6'], phone: '+1 514-555-0142', email: '', taxNumber: '123456789 RT0001', footer: 'Merci! À bientôt' },
  customer: { name: 'Zoë Ñandú', phone: '', address: [] }, pricesIncludeTax: false,
  lines: [
    { name: 'Café crème moulu très finement, sac de 250 grammes', note: '', quantityMilli: 2000, priceCents: c(900), grossCents: c(1800), discountCents: c(180), discountPpm: 100_000 as Ppm },
    { name: 'Thé noir', note: 'sans sucre', quantityMilli: 1000, priceCents: c(450), grossCents: c(450), discountCents: c(0), discountPpm: null },
  ],
  taxes: [{ name: 'TPS', ratePpm: 50_000 as Ppm, taxCents: c(104) }, { name: 'TVQ', ratePpm: 99_750 as Ppm, taxCents: c(206) }],
  tenders: [{ kind: 'card', amountCents: c(1000), givenCents: c(1000), changeCents: c(0), reference: 'A1B2' }, { kind: 'cash', amountCents: c(1380), givenCents: c(2000), changeCents: c(620), reference: '' }],
  subtotalCents: c(2070), discountCents: c(0), discountPpm: null, totalCents: c(2380), roundingCents: c(0),
  points: { earned: 23, spent: 0, balance: 263, pendingUntil: null, next: { points: 40, expiresOn: '2026-12-31' as PlainDate }, rewards: [], programme: '', word: null },
}
const rows = (language: Language, changes: Partial<ReceiptFacts> = {}): readonly ReceiptRow[] => receiptOf({ ...sale, ...changes, language }, show(language)).rows
const refund: Partial<ReceiptFacts> = { kind: 'refund', of: { number: '1-000041', at, reason: 'abîmé' }, points: null }

/** Receipts whose bytes are kept; `says` is what must stand on the paper. */
export const goldenReceipts: readonly { readonly name: string; readonly profile: string; readonly rows: readonly ReceiptRow[]; readonly says: readonly string[] }[] = [
  { name: 'english-80', profile: 'epson-tm-t88', rows: rows('en'), says: ['Brûlerie du Coin', 'Café crème moulu', 'Discount', '-$1.80', '$23.80', 'Change', '$6.20', 'Points earned', '23', 'Points balance', '263', 'Zoë Ñandú'] },
  { name: 'french-80', profile: 'epson-tm-t20', rows: rows('fr'), says: ['Reçu 1-000042', 'Monnaie', '6,20 $', '-1,80 $', 'Points gagnés', 'À bientôt', 'TVQ 9.975 %'] },
  { name: 'spanish-euro-80', profile: 'epson-tm-t88', rows: rows('es'), says: ['Recibo 1-000042', '23,80 €', 'Descuento', 'Saldo de puntos'] },
  { name: 'english-58', profile: 'pos-5890', rows: rows('en'), says: ['Café crème moulu très', '$23.80', 'A1B2', '263'] },
  { name: 'french-58', profile: 'generic-58', rows: rows('fr'), says: ['23,80 $', 'Montréal', 'No de taxe 123456789 RT0001'] },
  { name: 'spanish-euro-58', profile: 'pos-5890', rows: rows('es'), says: ['23,80 €', '6,20 €'] },
  { name: 'spanish-euro-citizen', profile: 'citizen-ct-s310ii', rows: rows('es'), says: ['23,80 €', 'Café crème moulu'] },
  { name: 'refund-fr-80', profile: 'bixolon-srp-350', rows: rows('fr', refund), says: ['Remboursement', 'De la vente 1-000041', 'abîmé', '23,80 $'] },
  { name: 'duplicate-en-80', profile: 'bixolon-srp-350iii', rows: rows('en', { duplicate: true }), says: ['DUPLICATE', '$23.80'] },
  { name: 'star-line-fr', profile: 'star-tsp-line', rows: rows('fr'), says: [] },
]
