import { setImmediate as pause } from 'node:timers/promises'
import type { Core } from '../context.ts'
import { sheetAsPdf } from '../devices/sheet-pdf.port.ts'
import { Refusal } from '../errors.ts'
import { cardsPerPage, sheetPage, type CardFace, type SheetAsked, type SheetPage } from '../loyalty/card-sheet.ts'
import { getCard, listCards, notePrinted, type Card, type CardsAsked } from '../loyalty/cards.sql.ts'
import { cleanCode } from '../loyalty/card-codes.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, Language, RequestId } from '../vocabulary.ts'
import { theShop } from './the-shop.ts'

/** Which cards: a part of the list from a code on, or these. */
export type CardsToPrint = { readonly which: CardsAsked['which']; readonly after: string | null } | { readonly codes: readonly string[] }
export type PrintAsked = { readonly requestId: RequestId; readonly cards: CardsToPrint; readonly sheet: SheetAsked; readonly language: Language }
export type Printed = { readonly base64: string; readonly fileName: string; readonly codes: number; readonly more: string | null }
export type SheetPreview = { readonly page: SheetPage | null; readonly codes: readonly string[] }

const copyWord: { readonly [L in Language]: string } = { en: 'Copy', fr: 'Copie', es: 'Copia' }
/** A file of a thousand cards is a few megabytes; a larger batch comes in several. */
const cardsPerFile = 1_000

/** Whoever holds a card that is blocked or replaced has nothing to print. */
const printable = ({ state }: Card): boolean => state === 'unassigned' || state === 'active'

function cardsIn(core: Core, cards: CardsToPrint, most: number): { found: Card[]; more: string | null } {
  if ('codes' in cards) return { found: cards.codes.slice(0, most).flatMap((code) => getCard(core.db, cleanCode(code)) ?? []).filter(printable), more: null }
  const rows = listCards(core.db, { which: cards.which, after: cards.after ?? '', most: most + 1 })
  return { found: rows.slice(0, most).filter(printable), more: rows.length > most ? rows[most - 1]!.code : null }
}

const faceOf = (core: Core, language: Language) => {
  const shopName = theShop(core).name
  return ({ code, customerName, printed }: Card): CardFace => ({ code, shopName, holder: customerName ?? '', copy: printed > 0 ? copyWord[language] : '' })
}

/** The first page as it will be printed, for the screen to draw, with its codes for whoever cannot see it. */
export function previewSheet(core: Core, { cards, sheet, language }: Omit<PrintAsked, 'requestId'>): SheetPreview {
  const { found } = cardsIn(core, cards, cardsPerPage(sheet.kind))
  return { page: found.length === 0 ? null : sheetPage(found.map(faceOf(core, language)), sheet), codes: found.map(({ code }) => code) }
}

/**
 * A PDF of cards with Code 128 and QR. Each is counted as printed, so that the next one says it is a copy; asked twice with one request, the same
 * faces come back. Refuses 'not-found' where there is nothing to print.
 */
export async function printCards(core: Core, caller: Caller, { requestId, cards, sheet, language }: PrintAsked): Promise<Printed> {
  const at = core.now()
  const { faces, more } = once(core.db, { id: requestId, door: 'loyalty/print-cards', at }, () => {
    const { found, more: next } = cardsIn(core, cards, cardsPerFile)
    if (found.length === 0) throw new Refusal('not-found', { field: 'cards' })
    notePrinted(core.db, found.map(({ code }) => code))
    appendAudit(core.db, { id: core.newId(), at, registerId: caller.registerId, staffId: caller.staffId, kind: 'cards-printed', target: '', after: { codes: found.length, sheet: sheet.kind } })
    return { faces: found.map(faceOf(core, language)), more: next }
  })
  core.emit('loyalty-changed', {})
  const pdf = await sheetAsPdf(pagesOf(faces, sheet), { title: theShop(core).name, language, at: new Date(at) })
  return { base64: pdf.toString('base64'), fileName: `cards-${sheet.kind}-${faces[0]!.code}.pdf`, codes: faces.length, more }
}

async function* pagesOf(faces: readonly CardFace[], sheet: SheetAsked): AsyncGenerator<SheetPage> {
  const each = cardsPerPage(sheet.kind)
  for (let from = 0; from < faces.length; from += each) {
    yield sheetPage(faces.slice(from, from + each), sheet)
    await pause()
  }
}
