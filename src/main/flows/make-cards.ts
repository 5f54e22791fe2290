import { stringify } from 'csv-stringify/sync'
import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { codeOf, mostCodes, randomDigitsIn, shownCode, unusedOf, type CodeForm } from '../loyalty/card-codes.ts'
import { randomDigits } from '../loyalty/card-digits.port.ts'
import { codesMade, insertBatch, insertCode, listBatches, listCards, notePrinted, type Card, type CardsAsked } from '../loyalty/cards.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, CardBatchId, RequestId } from '../vocabulary.ts'

export type CardsWanted = CodeForm & { readonly requestId: RequestId; readonly count: number; readonly anyway: boolean }
export type CardsMade = { readonly batchId: CardBatchId; readonly number: number; readonly codes: number }

/**
 * Makes a batch of codes that nobody can guess from one another. Refuses 'codes-unused' {unused} while less than nine in ten of the last batch are
 * handed out, unless `anyway`; and 'codes-too-many' {most} where so many of one form could be guessed.
 */
export function makeCards(core: Core, caller: Caller, { requestId, anyway, count, ...form }: CardsWanted): CardsMade {
  const made = once(core.db, { id: requestId, door: 'loyalty/make-cards', at: core.now() }, () => {
    const [last] = listBatches(core.db, 1)
    const unused = last ? unusedOf(last) : 0
    if (unused > 0 && !anyway) throw new Refusal('codes-unused', { unused, codes: last!.codes, assigned: last!.assigned, number: last!.number })
    const most = Math.max(0, mostCodes(form) - codesMade(core.db, form))
    if (count > most) throw new Refusal('codes-too-many', { most })
    const batchId = core.newId() as CardBatchId
    const at = core.now()
    insertBatch(core.db, { ...form, id: batchId, codes: count, madeAt: at, staffId: caller.staffId })
    for (let left = count; left > 0;) if (insertCode(core.db, codeOf(form, randomDigits(randomDigitsIn(form))), batchId)) left -= 1
    appendAudit(core.db, { id: core.newId(), at, registerId: caller.registerId, staffId: caller.staffId, kind: 'cards-made', target: `card-batch/${batchId}`, after: { ...form, codes: count } })
    return { batchId, number: listBatches(core.db, 1)[0]!.number, codes: count }
  })
  core.emit('loyalty-changed', {})
  return made
}

const exportAtOnce = 1_000
/** The codes as a file for the printer of the cards; who took it is written down. */
export function exportCards(core: Core, caller: Caller, which: CardsAsked['which']): { csv: string; fileName: string; codes: number } {
  const cards: Card[] = []
  for (let page = listCards(core.db, { which, after: '', most: exportAtOnce }); page.length > 0; page = listCards(core.db, { which, after: cards.at(-1)!.code, most: exportAtOnce })) cards.push(...page)
  const rows = cards.map((card) => [card.code, shownCode(card.code), card.batchNumber ?? '', card.state])
  appendAudit(core.db, { id: core.newId(), at: core.now(), registerId: caller.registerId, staffId: caller.staffId, kind: 'cards-exported', target: '', after: { which, codes: cards.length } })
  return { csv: stringify([['code', 'printed', 'batch', 'state'], ...rows]), fileName: `customer-codes-${which}.csv`, codes: cards.length }
}

/** Counts a print of each card, so that a copy can say it is one. */
export const cardsPrinted = (core: Core, codes: readonly string[]): void => void notePrinted(core.db, codes)
