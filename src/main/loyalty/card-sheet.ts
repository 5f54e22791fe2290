import { code128, qrCode } from './barcodes.ts'
import { shownCode } from './card-codes.ts'

// Where everything of a card sheet stands, in points (1/72 inch) from the top left. It is drawn elsewhere: on paper, or on screen before that.

export const sheetKinds = ['a4', 'letter', 'cr80'] as const
export type SheetKind = (typeof sheetKinds)[number]
export type Box = { readonly xPt: number; readonly yPt: number; readonly widthPt: number; readonly heightPt: number }
export type SheetMark =
  | { readonly kind: 'dark'; /** x, y, width, height of each dark piece. */ readonly boxes: readonly (readonly [number, number, number, number])[] }
  | { readonly kind: 'rule'; readonly from: readonly [number, number]; readonly to: readonly [number, number] }
  | { readonly kind: 'text'; readonly text: string; readonly xPt: number; readonly yPt: number; readonly widthPt: number; readonly sizePt: number; readonly bold: boolean; readonly align: 'left' | 'centre' | 'right' }
export type SheetPage = { readonly widthPt: number; readonly heightPt: number; readonly marks: readonly SheetMark[] }
export type CardFace = {
  readonly code: string; readonly shopName: string
  /** Under the shop's name: whose it is; empty leaves a line to write on. */
  readonly holder: string
  /** Above the code: the word for a copy, or nothing. */
  readonly copy: string
}
export type SheetAsked = { readonly kind: SheetKind; readonly cutMarks: boolean }

const mm = 72 / 25.4
type Grid = { readonly widthPt: number; readonly heightPt: number; readonly across: number; readonly down: number; readonly card: readonly [number, number]; readonly first: readonly [number, number]; readonly step: readonly [number, number] }
/** Two across and five down: A4 cards of 85 x 54 mm with 10 mm between, Letter cards of 3.5 x 2 in edge to edge (Avery 8371); CR80 is one card a page. */
const grids: { readonly [K in SheetKind]: Grid } = {
  a4: { widthPt: 210 * mm, heightPt: 297 * mm, across: 2, down: 5, card: [85 * mm, 54 * mm], first: [15 * mm, 13.5 * mm], step: [95 * mm, 54 * mm] },
  letter: { widthPt: 612, heightPt: 792, across: 2, down: 5, card: [252, 144], first: [54, 36], step: [252, 144] },
  cr80: { widthPt: 85.6 * mm, heightPt: 53.98 * mm, across: 1, down: 1, card: [85.6 * mm, 53.98 * mm], first: [0, 0], step: [0, 0] },
}
export const cardsPerPage = (kind: SheetKind): number => grids[kind].across * grids[kind].down

/** One page of cards: as many of `faces` as it holds, row by row. */
export function sheetPage(faces: readonly CardFace[], { kind, cutMarks }: SheetAsked): SheetPage {
  const { widthPt, heightPt, across, card, first, step } = grids[kind]
  const marks = faces.slice(0, cardsPerPage(kind)).flatMap((face, at) => {
    const box = { xPt: first[0] + (at % across) * step[0], yPt: first[1] + Math.floor(at / across) * step[1], widthPt: card[0], heightPt: card[1] }
    return [...cardMarks(face, box), ...(cutMarks && kind !== 'cr80' ? corners(box) : [])]
  })
  return { widthPt, heightPt, marks }
}

const marginPt = 5 * mm
const qrPt = 20 * mm
const barHeightPt = 12 * mm
/** Light on each side of the bars, in modules. */
const lightModules = 10
/** Narrower bars do not scan from an office printer; wider ones only take room. */
const moduleWidth = { leastPt: 0.19 * mm, mostPt: 0.38 * mm }

/** The front of a card: shop, holder, QR code at the top right, Code 128 with the code in print below it. */
function cardMarks({ code, shopName, holder, copy }: CardFace, box: Box): SheetMark[] {
  const left = box.xPt + marginPt
  const innerPt = box.widthPt - 2 * marginPt
  const bottom = box.yPt + box.heightPt - marginPt
  const barsAt = { xPt: left, yPt: bottom - 4.5 * mm - barHeightPt, widthPt: innerPt, heightPt: barHeightPt }
  const nameWidth = innerPt - qrPt - 3 * mm
  const text = (words: string, yPt: number, sizePt: number, bold = false): SheetMark => ({ kind: 'text', text: words, xPt: left, yPt, widthPt: nameWidth, sizePt, bold, align: 'left' })
  return [
    text(shopName, box.yPt + marginPt, 12, true),
    ...(holder === '' ? [lineToWriteOn(left, box.yPt + marginPt + 15 * mm, Math.min(nameWidth, 45 * mm))] : [text(holder, box.yPt + marginPt + 7 * mm, 10)]),
    ...(copy === '' ? [] : [text(copy, box.yPt + marginPt + 17 * mm, 7)]),
    qrMark(code, { xPt: box.xPt + box.widthPt - marginPt - qrPt, yPt: box.yPt + 4 * mm, widthPt: qrPt, heightPt: qrPt }),
    ...barMark(code, barsAt),
    { kind: 'text', text: shownCode(code), xPt: left, yPt: bottom - 3.6 * mm, widthPt: innerPt, sizePt: 10, bold: false, align: 'centre' },
  ]
}

const lineToWriteOn = (xPt: number, yPt: number, widthPt: number): SheetMark => ({ kind: 'rule', from: [xPt, yPt], to: [xPt + widthPt, yPt] })

/** The Code 128 in the middle of its place with the light it needs on both sides; none where the code is too long for bars a scanner can tell apart. */
function barMark(code: string, box: Box): SheetMark[] {
  const widths = code128(code)
  const modules = widths.reduce((sum, width) => sum + width, 0)
  const modulePt = Math.min(moduleWidth.mostPt, box.widthPt / (modules + 2 * lightModules))
  if (modulePt < moduleWidth.leastPt) return []
  let xPt = box.xPt + (box.widthPt - modules * modulePt) / 2
  const boxes: [number, number, number, number][] = []
  for (const [at, width] of widths.entries()) {
    if (at % 2 === 0) boxes.push([xPt, box.yPt, width * modulePt, box.heightPt])
    xPt += width * modulePt
  }
  return [{ kind: 'dark', boxes }]
}

/** Dark modules side by side are one box: fewer to draw, and no hairline between them. */
function qrMark(code: string, box: Box): SheetMark {
  const rows = qrCode(code)
  const modulePt = box.widthPt / rows.length
  const boxes: [number, number, number, number][] = []
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      const from = x
      while (row[x]) x++
      if (x > from) boxes.push([box.xPt + from * modulePt, box.yPt + y * modulePt, (x - from) * modulePt, modulePt])
    }
  }
  return { kind: 'dark', boxes }
}

const cutPt = 4 * mm
/** Short lines at the corners, outside the card where there is room, so that a blade finds its way. */
function corners({ xPt, yPt, widthPt, heightPt }: Box): SheetMark[] {
  const [right, below] = [xPt + widthPt, yPt + heightPt]
  return [[xPt, yPt, -1, -1], [right, yPt, 1, -1], [xPt, below, -1, 1], [right, below, 1, 1]].flatMap(([x = 0, y = 0, dx = 0, dy = 0]): SheetMark[] => [
    { kind: 'rule', from: [x, y], to: [x + dx * cutPt, y] }, { kind: 'rule', from: [x, y], to: [x, y + dy * cutPt] },
  ])
}
