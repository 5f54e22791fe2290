import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { receiptAsPdf } from '../../../src/main/devices/receipt-pdf.port.ts'
import { runsOf } from '../../../src/main/devices/receipt-fonts.ts'
import { receiptAsText } from '../../../src/main/devices/receipt-text.ts'
import { receiptOf, type ReceiptFacts, type Show } from '../../../src/main/devices/receipt.ts'
import { columnsOf, wrap } from '../../../src/main/devices/text-width.ts'
import type { Cents, Instant, PlainDate, Ppm } from '../../../src/main/vocabulary.ts'

const at = '2026-11-21T19:05:00.000Z' as Instant
const show: Show = {
  money: (cents) => (cents / 100).toFixed(2), moment: (moment) => moment.slice(0, 16).replace('T', ' '), percent: (ppm) => `${ppm / 10_000} %`, quantity: (milli) => String(milli / 1000),
  day: (day) => day,
}
const sale: ReceiptFacts = {
  kind: 'sale', language: 'en', number: '1-000042', at, till: 'Till 1', staff: 'Léa', duplicate: false, voidedAt: null, of: null, refundedCents: 0 as Cents, note: '',
  shop: { name: 'Brûlerie du Coin', address: ['4820, rue Saint-Denis', 'Montréal, QC H2J 2L6'], phone: '+1 514-555-0142', email: '', taxNumber: '123456789 RT0001', footer: 'Merci!' },
  customer: { name: 'Ana Ruiz', phone: '+15145550199', address: ['12, rue Rachel', 'Montréal, QC'] }, pricesIncludeTax: false,
  lines: [
    { name: 'Coffee 250 g', note: '', quantityMilli: 2000, priceCents: 900 as Cents, grossCents: 1800 as Cents, discountCents: 180 as Cents, discountPpm: 100_000 as Ppm },
    { name: 'Filter papers', note: 'size 4', quantityMilli: 1000, priceCents: 450 as Cents, grossCents: 450 as Cents, discountCents: 0 as Cents, discountPpm: null },
  ],
  taxes: [{ name: 'GST', ratePpm: 50_000 as Ppm, taxCents: 104 as Cents }, { name: 'QST', ratePpm: 99_750 as Ppm, taxCents: 206 as Cents }],
  tenders: [
    { kind: 'card', amountCents: 1000 as Cents, givenCents: 1000 as Cents, changeCents: 0 as Cents, reference: 'A1B2' },
    { kind: 'cash', amountCents: 1380 as Cents, givenCents: 2000 as Cents, changeCents: 620 as Cents, reference: '' },
  ],
  subtotalCents: 2070 as Cents, discountCents: 0 as Cents, discountPpm: null, totalCents: 2380 as Cents, roundingCents: 0 as Cents, points: null,
}
const textOf = (facts: Partial<ReceiptFacts>) => receiptAsText(receiptOf({ ...sale, ...facts }, show))

describe('a receipt in words', () => {
  test('shows shop, tax number, lines with discounts, taxes by rate, tenders, change, number and customer', () => {
    expect(textOf({})).toBe(`             Brûlerie du Coin
          4820, rue Saint-Denis
           Montréal, QC H2J 2L6
             +1 514-555-0142
         Tax no. 123456789 RT0001
------------------------------------------
Receipt 1-000042
2026-11-21 19:05
Till 1 · Served by Léa
Customer: Ana Ruiz
+15145550199
12, rue Rachel
Montréal, QC
------------------------------------------
Coffee 250 g
  2 × 9.00                           18.00
  Discount 10 %                      -1.80
Filter papers                         4.50
size 4
------------------------------------------
Subtotal                             20.70
GST 5 %                               1.04
QST 9.975 %                           2.06
Total                                23.80

Card A1B2                            10.00
Cash given                           20.00
Change                                6.20

                  Merci!
`)
  })
  test('says when it is a duplicate, void, a refund, and in which language', () => {
    expect(textOf({ duplicate: true, language: 'fr' })).toContain('DUPLICATA')
    expect(textOf({ voidedAt: at, language: 'es' })).toContain('ANULADA 2026-11-21 19:05')
    const refund = textOf({ kind: 'refund', number: '1-R000003', of: { number: '1-000042', at, reason: 'torn bag' }, roundingCents: 2 as Cents })
    for (const words of ['Refund 1-R000003', 'Of sale 1-000042', 'Reason: torn bag', 'Cash rounding', 'Amount refunded']) expect(refund).toContain(words)
  })
  test('says which taxes are in the price below the total', () => {
    const lines = textOf({ pricesIncludeTax: true }).split('\n')
    expect(lines.findIndex((line) => line.startsWith('Total'))).toBeLessThan(lines.findIndex((line) => line.startsWith('Included GST')))
  })
  test('never is wider than 42 columns and loses no letter, whatever the name', () => {
    const name = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), fc.constantFrom('咖啡豆二百五十克裝特級阿拉比卡深度烘焙咖啡豆禮盒', 'ａｂｃ', 'กาแฟคั่วบด', 'قهوة عربية'))
    fc.assert(fc.property(name, (typed) => {
      const text = textOf({ lines: [{ ...sale.lines[1]!, name: typed, note: '' }] })
      for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(42)
      const letters = (some: string) => some.normalize('NFC').replace(/\s|\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
      expect(letters(text)).toContain(letters(typed))
    }), { numRuns: 300 })
  })
})

test('wide letters take two columns, accents none', () => expect([columnsOf('咖啡'), columnsOf('e\u0301'), columnsOf('👨‍👩‍👧')]).toEqual([4, 1, 2]))
test('a word longer than the paper is cut, not lost', () => expect(wrap('abcdefghij kl', 4, columnsOf)).toEqual(['abcd', 'efgh', 'ij', 'kl']))

describe('a receipt as PDF', () => {
  const pdfOf = (facts: Partial<ReceiptFacts>) => receiptAsPdf(receiptOf({ ...sale, ...facts }, show), new Date(at), [])
  test('is one page, 80 mm wide, as long as it needs to be', async () => {
    const pdf = (await pdfOf({})).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(pdf).toMatch(/\/MediaBox \[0 0 226\.77 [\d.]+\]/)
  })
  test('embeds one font per script a name needs, and no more', async () => {
    const fontsIn = async (name: string) => new Set([...(await pdfOf({ customer: { name, phone: '', address: [] } })).toString('latin1').matchAll(/\/BaseFont \/\w+\+([\w-]+)/g)].map((found) => found[1])).size
    const plain = await fontsIn('Ana Ruiz')
    expect(await fontsIn('Łukasz Żółć')).toBeGreaterThanOrEqual(plain)
    expect((await pdfOf({ customer: { name: 'Иван Петров', phone: '', address: [] } })).length).toBeGreaterThan((await pdfOf({})).length)
  })
  test('chooses the part of the typeface by letter, and says where there is none', () => {
    expect(runsOf('Ana Łuk Иван Ελένη Nguyễn')).toEqual([
      { text: 'Ana ', font: 'latin' }, { text: 'Ł', font: 'latin-ext' }, { text: 'uk ', font: 'latin' }, { text: 'Иван', font: 'cyrillic' }, { text: ' ', font: 'latin' },
      { text: 'Ελένη', font: 'greek' }, { text: ' Nguy', font: 'latin' }, { text: 'ễ', font: 'vietnamese' }, { text: 'n', font: 'latin' },
    ])
    expect(runsOf('李')).toEqual([{ text: '李', font: null }])
  })
  test('draws a box for a letter no font has, never a question mark', async () => {
    const pdf = await pdfOf({ customer: { name: '李小龍', phone: '', address: [] }, shop: { ...sale.shop, footer: '' } })
    expect(streams(pdf).some((stream) => / re\n/.test(stream))).toBe(true)
  })
})

/** The page's drawing orders. */
function streams(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/\/Length (\d+)[^>]*\/Filter \/FlateDecode[^>]*>>\s*stream\n/g)].flatMap((found) => {
    const from = found.index + found[0].length
    try {
      return [inflateSync(pdf.subarray(from, from + Number(found[1]))).toString('latin1')]
    } catch {
      return []
    }
  })
}

describe('points on a receipt', () => {
  const points = { earned: 17, spent: 100, balance: 157, pendingUntil: null, next: { points: 57, expiresOn: '2026-12-31' as PlainDate }, rewards: [{ name: '5.00 off', cents: 500 as Cents }], programme: '', word: null }
  test('what was earned and used, the balance, and what expires next', () => {
    const text = textOf({ points, discountCents: 700 as Cents })
    for (const line of [/^Points earned +17$/m, /^Points used +-100$/m, /^Points balance +157$/m, /^Next to expire, on 2026-12-31 +57$/m]) expect(text).toMatch(line)
  })
  test('a reward stands apart from the discount, and both come to what was taken off', () => {
    const text = textOf({ points, discountCents: 700 as Cents })
    expect(text).toMatch(/^Discount +-2\.00$/m)
    expect(text).toMatch(/^Reward: 5\.00 off +-5\.00$/m)
  })
  test('points as payment are called so, and points that wait say until when', () => {
    const text = textOf({ points: { ...points, rewards: [{ name: '', cents: 500 as Cents }], pendingUntil: '2026-12-05' as PlainDate }, discountCents: 500 as Cents, language: 'fr' })
    expect(text).toMatch(/^Payé en points +-5\.00$/m)
    expect(text).toMatch(/^Points gagnés, à vous le 2026-12-05 +17$/m)
    expect(text).not.toContain('Rabais  ')
  })
  test('a refund says what went back and what returned; a debt is called one', () => {
    const text = textOf({ kind: 'refund', points: { earned: -17, spent: -100, balance: -40, pendingUntil: null, next: null, rewards: [], programme: '', word: null } })
    for (const line of [/^Points taken back +-17$/m, /^Points given back +100$/m, /^Points owed +40$/m]) expect(text).toMatch(line)
  })
  test('the shop\'s own word stands at the number, whatever its gender, under the name of its programme', () => {
    const own = { ...points, rewards: [{ name: '', cents: 500 as Cents }], programme: 'Club du Coin', word: { one: 'étoile', many: 'étoiles' } }
    const text = textOf({ points: own, discountCents: 500 as Cents, language: 'fr' })
    for (const line of [/^Club du Coin$/m, /^Gagné +17 étoiles$/m, /^Utilisé +-100 étoiles$/m, /^Solde +157 étoiles$/m, /^Payé en étoiles +-5\.00$/m]) expect(text).toMatch(line)
    expect(textOf({ points: { ...own, balance: 1 }, language: 'fr' })).toMatch(/^Solde +1 étoile$/m)
    expect(text).not.toMatch(/[Pp]oint/)
  })
})
