import { describe, expect, test } from 'vitest'
import type { StatementFacts, StatementRow } from '../../../src/main/devices/account-paper.ts'
import type { PdfPage } from '../../../src/main/devices/sheet-pdf.port.ts'
import { sheetFor, statementSheets } from '../../../src/main/devices/statement-sheet.ts'
import type { Show } from '../../../src/main/devices/receipt.ts'
import type { Instant, PlainDate } from '../../../src/main/vocabulary.ts'
import { cents } from '../sales/stocked.ts'

const show: Show = { money: (amount) => `$${(amount / 100).toFixed(2)}`, moment: (at) => at, percent: String, quantity: String, day: (day) => day }
const row = (at: number, more: Partial<StatementRow> = {}): StatementRow => ({
  kind: 'charge', day: '2026-11-01' as PlainDate, dueOn: '2026-12-01' as PlainDate, number: `1-${String(at).padStart(6, '0')}`, amountCents: cents(4000), balanceCents: cents(4000 * at), openCents: cents(4000), reference: '', ...more,
})
const facts = (rows: readonly StatementRow[], more: Partial<StatementFacts> = {}): StatementFacts => ({
  language: 'fr', at: '2026-11-22T12:00:00.000Z' as Instant, shop: { name: 'Brûlerie du Coin', address: ['4820, rue Saint-Denis', 'Montréal QC'], phone: '(514) 555-0100', email: 'allo@x.ca', taxNumber: '123', footer: 'Merci!\nÀ bientôt' },
  customer: { name: 'Café Tremblay', phone: '(514) 555-0142', address: ['1, rue Rachel', 'Montréal QC'] }, from: '2026-08-24' as PlainDate, to: '2026-11-22' as PlainDate, beforeCents: cents(0), rows,
  balanceCents: cents(4000 * rows.length), overdueCents: cents(0), ageing: { to30Cents: cents(4000 * rows.length), to60Cents: cents(0), to90Cents: cents(0), olderCents: cents(0) }, cut: false, ...more,
})
const wordsOf = ({ marks }: PdfPage): string[] => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
const many = Array.from({ length: 120 }, (_, at) => row(at + 1, at % 5 === 0 ? { reference: `BC-${at}` } : {}))

describe('a statement on sheets', () => {
  test('is on Letter where printers hold Letter, else on A4', () => {
    expect([sheetFor('CA'), sheetFor('MX'), sheetFor('FR'), sheetFor('ES')]).toEqual(['letter', 'letter', 'a4', 'a4'])
    expect(statementSheets(facts([]), show, 'letter').map(({ widthPt, heightPt }) => [widthPt, heightPt])).toEqual([[612, 792]])
    expect(statementSheets(facts([]), show, 'a4')[0]).toMatchObject({ widthPt: 595.28, heightPt: 841.89 })
  })

  test.each(['a4', 'letter'] as const)('loses no row over its pages, says whose it is on each, and draws nothing outside the margins or into something else (%s)', (paper) => {
    const pages = statementSheets(facts(many), show, paper)
    expect(pages.length).toBeGreaterThan(3)
    const words = pages.flatMap(wordsOf)
    for (const { number, reference } of many) expect(words).toEqual(expect.arrayContaining([`Achat ${number}`, ...(reference === '' ? [] : [`No de commande ${reference}`])]))
    pages.forEach((page, at) => {
      expect(wordsOf(page).join(' ')).toContain('Café Tremblay')
      expect(wordsOf(page)).toEqual(expect.arrayContaining([`Page ${at + 1} de ${pages.length}`, 'Opération', 'Solde']))
      const texts = page.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []))
      for (const { xPt, widthPt, yPt, sizePt } of texts) {
        expect(xPt).toBeGreaterThanOrEqual(48)
        expect(xPt + widthPt).toBeLessThanOrEqual(page.widthPt - 48 + 0.01)
        expect(yPt + sizePt).toBeLessThanOrEqual(page.heightPt - 36)
      }
      const last = Math.max(...texts.filter(({ text }) => !text.startsWith('Page ')).map(({ yPt, sizePt }) => yPt + sizePt))
      expect(last).toBeLessThanOrEqual(page.heightPt - 48 - 4)
    })
  })

  test('says in words what is owed, overdue or in credit, and when an open charge is due', () => {
    const owed = wordsOf(statementSheets(facts([row(1)], { overdueCents: cents(4000) }), show, 'a4')[0]!)
    expect(owed).toEqual(expect.arrayContaining(['Dû au compte', '$40.00', 'En retard', '2026-12-01', 'À payer, par ancienneté', 'Merci!', 'À bientôt']))
    const settled = wordsOf(statementSheets(facts([row(1, { openCents: cents(0) })], { balanceCents: cents(-500) }), show, 'a4')[0]!)
    expect(settled).toEqual(expect.arrayContaining(['Crédit au compte', '$5.00']))
    expect(settled).not.toContain('2026-12-01')
    expect(settled).not.toContain('En retard')
  })
})
