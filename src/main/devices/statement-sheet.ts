import type { StatementFacts, StatementRow } from './account-paper.ts'
import { statementWhat } from './account-paper.ts'
import { accountWords, type AccountWords } from './account-words.ts'
import { receiptWords, type ReceiptWords } from './receipt-words.ts'
import type { Show } from './receipt.ts'
import type { PdfMark, PdfPage } from './sheet-pdf.port.ts'

const sizes = { a4: { widthPt: 595.28, heightPt: 841.89 }, letter: { widthPt: 612, heightPt: 792 } } as const
export type SheetPaper = keyof typeof sizes
const letterCountries = new Set(['US', 'CA', 'MX', 'PR', 'PH', 'CL', 'CO', 'CR', 'DO', 'GT', 'HN', 'NI', 'PA', 'SV', 'VE'])
/** The sheet that printers hold in a country. */
export const sheetFor = (country: string): SheetPaper => (letterCountries.has(country) ? 'letter' : 'a4')

const marginPt = 48
const rowPt = 17
const smallRowPt = 11
type Page = { readonly facts: StatementFacts; readonly show: Show; readonly words: AccountWords & ReceiptWords; readonly widthPt: number; readonly heightPt: number }
/** Something as high as it says, drawn from where it is put down. */
type Block = { readonly heightPt: number; readonly marks: (yPt: number) => readonly PdfMark[] }
type Text = Extract<PdfMark, { kind: 'text' }>

/** A statement on sheets of paper: whom it is from and for, what is owed, every row in a table, and what is open by its age. Every page says whose it is. */
export function statementSheets(facts: StatementFacts, show: Show, paper: SheetPaper): PdfPage[] {
  const page: Page = { facts, show, words: { ...receiptWords[facts.language], ...accountWords[facts.language] }, ...sizes[paper] }
  const pages: Block[][] = [[]]
  const roomPt = page.heightPt - 2 * marginPt - rowPt
  let usedPt = 0
  for (const block of [letterHead(page), tableHead(page), ...tableRows(page), ...ends(page)]) {
    if (usedPt + block.heightPt > roomPt) {
      pages.push([runningHead(page), tableHead(page)])
      usedPt = runningHead(page).heightPt + tableHead(page).heightPt
    }
    pages.at(-1)?.push(block)
    usedPt += block.heightPt
  }
  return pages.map((blocks, at) => ({ widthPt: page.widthPt, heightPt: page.heightPt, marks: [...drawn(blocks), pageNumber(page, at + 1, pages.length)] }))
}

function drawn(blocks: readonly Block[]): PdfMark[] {
  let yPt = marginPt
  return blocks.flatMap((block) => {
    const marks = block.marks(yPt)
    yPt += block.heightPt
    return marks
  })
}

const text = (words: string, where: Partial<Text> & Pick<Text, 'xPt' | 'yPt' | 'widthPt'>): Text => ({ kind: 'text', text: words, sizePt: 9.5, bold: false, align: 'left', ...where })
const ruleAt = ({ widthPt }: Page, yPt: number): PdfMark => ({ kind: 'rule', from: [marginPt, yPt], to: [widthPt - marginPt, yPt] })
const innerPt = ({ widthPt }: Page): number => widthPt - 2 * marginPt

/** The shop at the left, what it is and of when at the right; under them whom it is for, and what they owe. */
function letterHead(page: Page): Block {
  const { facts: { shop, customer, from, to, at }, show, words } = page
  const halfPt = innerPt(page) / 2 - 12
  const rightPt = marginPt + innerPt(page) / 2 + 12
  const ours = [...shop.address, shop.phone, shop.email, shop.taxNumber === '' ? '' : `${words.taxNumber} ${shop.taxNumber}`].filter(Boolean)
  const theirs = [...customer.address, customer.phone].filter(Boolean)
  const when = [`${words.from} ${show.day(from)} ${words.to} ${show.day(to)}`, `${words.asOf} ${show.moment(at)}`]
  const addressPt = 26 + Math.max(ours.length, when.length) * 13 + 22
  const lines = (all: readonly string[], xPt: number, yPt: number): Text[] => all.map((line, row) => text(line, { xPt, yPt: yPt + row * 13, widthPt: halfPt }))
  const owed = owedLines(page)
  const name = nameLines(customer.name)
  const namesPt = name.length * 15
  return {
    heightPt: addressPt + 19 + Math.max(namesPt + theirs.length * 13, owed.length * 17) + 22,
    marks: (yPt) => [
      text(shop.name, { xPt: marginPt, yPt, widthPt: halfPt, sizePt: 16, bold: true }), ...lines(ours, marginPt, yPt + 26),
      text(words.statement, { xPt: rightPt, yPt, widthPt: halfPt, sizePt: 16, bold: true, align: 'right' }), ...lines(when, rightPt, yPt + 26).map((mark): Text => ({ ...mark, align: 'right' })),
      text(words.for, { xPt: marginPt, yPt: yPt + addressPt, widthPt: halfPt, sizePt: 8.5 }),
      ...name.map((line, row) => text(line, { xPt: marginPt, yPt: yPt + addressPt + 13 + row * 15, widthPt: halfPt, sizePt: 12, bold: true })), ...lines(theirs, marginPt, yPt + addressPt + 16 + namesPt),
      ...owed.flatMap(([word, amount], row) => pairAt(page, { word, amount, yPt: yPt + addressPt + 9 + row * 17, isLarge: row === 0, xPt: rightPt })),
    ],
  }
}

const nameLetters = 34
/** A long name goes on in a second line: on a letter it is not cut where words part. */
function nameLines(name: string): string[] {
  const at = name.lastIndexOf(' ', nameLetters)
  return name.length <= nameLetters || at <= 0 ? [name] : [name.slice(0, at), name.slice(at + 1)]
}

/** Said in words, never by a sign: what is owed or in credit, and what of it is overdue. */
function owedLines({ facts: { balanceCents, overdueCents }, show, words }: Page): (readonly [string, string])[] {
  return [[balanceCents < 0 ? words.inCredit : words.owes, show.money(Math.abs(balanceCents))], ...(overdueCents > 0 ? [[words.overdue, show.money(overdueCents)] as const] : [])]
}

type Pair = { readonly word: string; readonly amount: string; readonly yPt: number; readonly xPt: number; readonly isLarge: boolean }
function pairAt(page: Page, { word, amount, yPt, xPt, isLarge }: Pair): Text[] {
  const widthPt = page.widthPt - marginPt - xPt
  const style = isLarge ? { sizePt: 12, bold: true } : {}
  return [text(word, { xPt, yPt, widthPt: widthPt * 0.55, ...style }), text(amount, { xPt: xPt + widthPt * 0.5, yPt, widthPt: widthPt * 0.5, align: 'right', ...style })]
}

/** On every page after the first. */
const runningHead = (page: Page): Block => ({
  heightPt: 28, marks: (yPt) => [text(`${page.facts.shop.name} · ${page.words.statement} · ${page.facts.customer.name}`, { xPt: marginPt, yPt, widthPt: innerPt(page), bold: true })],
})
const pageNumber = (page: Page, at: number, of: number): Text =>
  text(`${page.words.page} ${at} ${page.words.of} ${of}`, { xPt: marginPt, yPt: page.heightPt - marginPt - 4, widthPt: innerPt(page), sizePt: 8.5, align: 'right' })

/** Widths from the left; the second column takes what is left. */
const columnsPt: readonly number[] = [70, 0, 70, 74, 74, 78]
const whatPt = 70
type Cells = readonly [day: string, what: string, due: string, amount: string, open: string, balance: string]
function cellsAt(page: Page, cells: Cells, yPt: number, style: Partial<Text> = {}): Text[] {
  const freePt = innerPt(page) - columnsPt.reduce((all, width) => all + width, 0)
  let xPt = marginPt
  return cells.map((cell, at) => {
    const widthPt = columnsPt[at] === 0 ? freePt : (columnsPt[at] ?? 0)
    const mark = text(cell, { xPt, yPt, widthPt: widthPt - (at === cells.length - 1 ? 0 : 6), align: at > 2 ? 'right' : 'left', ...style })
    xPt += widthPt
    return mark
  })
}

const tableHead = (page: Page): Block => {
  const { headDay, headWhat, headDue, headAmount, headOpen, headBalance } = page.words
  return { heightPt: rowPt + 4, marks: (yPt) => [...cellsAt(page, [headDay, headWhat, headDue, headAmount, headOpen, headBalance], yPt, { sizePt: 8.5 }), ruleAt(page, yPt + rowPt - 2)] }
}

function tableRows(page: Page): Block[] {
  const { facts: { rows, beforeCents, from, cut }, show, words } = page
  const before: Block = { heightPt: rowPt, marks: (yPt) => cellsAt(page, [show.day(from), words.before, '', '', '', show.money(beforeCents)], yPt) }
  const left: Block = { heightPt: rowPt, marks: (yPt) => [text(words.more, { xPt: marginPt, yPt, widthPt: innerPt(page), sizePt: 8.5 })] }
  return [...(cut ? [left] : []), before, ...rows.map((row) => tableRow(page, row))]
}

/** One row, with the customer's own order number under what it is. */
function tableRow(page: Page, row: StatementRow): Block {
  const { show, words } = page
  const order = row.kind === 'charge' && row.reference !== '' ? `${words.orderNumber} ${row.reference}` : ''
  const cells: Cells = [
    show.day(row.day), statementWhat(row, words), row.dueOn === null || row.openCents <= 0 ? '' : show.day(row.dueOn), show.money(row.amountCents), row.openCents === 0 ? '' : show.money(row.openCents), show.money(row.balanceCents),
  ]
  return {
    heightPt: rowPt + (order === '' ? 0 : smallRowPt),
    marks: (yPt) => [...cellsAt(page, cells, yPt), ...(order === '' ? [] : [text(order, { xPt: marginPt + whatPt, yPt: yPt + 13, widthPt: innerPt(page) - whatPt, sizePt: 8 })])],
  }
}

/** What is owed once more, by how long it has been open, and the shop's last word. */
function ends(page: Page): Block[] {
  const { facts: { shop, ageing }, show, words } = page
  const owed = owedLines(page)
  const totals: Block = {
    heightPt: owed.length * rowPt + 18,
    marks: (yPt) => [ruleAt(page, yPt), ...owed.flatMap(([word, amount], row) => pairAt(page, { word, amount, yPt: yPt + 6 + row * rowPt, isLarge: row === 0, xPt: marginPt + innerPt(page) / 2 }))],
  }
  const ages = [[words.to30, ageing.to30Cents], [words.to60, ageing.to60Cents], [words.to90, ageing.to90Cents], [words.older, ageing.olderCents]] as const
  const widthPt = innerPt(page) / ages.length
  const byAge: Block = {
    heightPt: 58,
    marks: (yPt) => [
      text(words.byAge, { xPt: marginPt, yPt, widthPt: innerPt(page), sizePt: 8.5 }), ruleAt(page, yPt + 13),
      ...ages.flatMap(([word, cents], at) => [
        text(word, { xPt: marginPt + at * widthPt, yPt: yPt + 18, widthPt: widthPt - 6, sizePt: 8.5 }), text(show.money(cents), { xPt: marginPt + at * widthPt, yPt: yPt + 31, widthPt: widthPt - 6, bold: true }),
      ]),
    ],
  }
  const foot = shop.footer.split('\n').map((line) => line.trim()).filter(Boolean).map((line): Block => ({ heightPt: 13, marks: (yPt) => [text(line, { xPt: marginPt, yPt, widthPt: innerPt(page), align: 'centre', sizePt: 8.5 })] }))
  return [totals, byAge, ...foot]
}
