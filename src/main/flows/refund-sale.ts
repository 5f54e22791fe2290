import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { insertRefund, nextRefundNumber, refundedOf } from '../sales/refunds.sql.ts'
import { moneyBack, returnLine, sumReturned, type ReturnedLine, type SoldLine } from '../sales/returns.ts'
import { refundNumber } from '../sales/sale-number.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { RefundPreview, RefundRecord } from '../sales/sale.ts'
import type { SoldSale } from '../sales/sold.sql.ts'
import { insertTender } from '../sales/tenders.sql.ts'
import { getRegister } from '../shop/shop.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, Cents, RefundId, StaffId, TenderId } from '../vocabulary.ts'
import { slipFor } from './approve.ts'
import { reverseForRefund } from './reverse-points.ts'
import { refundRecords, returnableLines, theSold } from './sale-record.ts'
import { theShop } from './the-shop.ts'

type Asked = SaleInput<'refund'>
type Giving = Omit<Asked, 'requestId'>
type Worth = ReturnType<typeof worthOf>

/** What giving these lines back would return; nothing is written. Refuses what refundSale refuses but for the approval. */
export function previewRefund(core: Core, { saleId, lines }: SaleInput<'refundPreview'>): RefundPreview {
  const { netCents, taxCents, cardCents, cashCents } = worthOf(core, refundable(core, saleId), lines)
  return { netCents, taxCents, roundingCents: (cardCents - netCents - taxCents) as Cents, totalCents: cardCents, totalInCashCents: cashCents }
}

/**
 * Gives back a whole sale, some lines or part of them, approved and audited. Piece by piece it comes to what was paid and never to more
 * ('refund-too-much' for a quantity that is not there any more). A card refund needs the terminal's reference.
 */
export function refundSale(core: Core, caller: Caller, asked: Asked): RefundRecord {
  const refund = once(core.db, { id: asked.requestId, door: 'sales/refund', at: core.now() }, () => giveBack(core, caller, asked))
  core.emit('sales-changed', { saleId: asked.saleId })
  core.emit('sale-refunded', { registerId: caller.registerId, saleId: asked.saleId, refundId: refund.id })
  return refund
}

/** The same inside a transaction of the caller's. */
export function giveBack(core: Core, caller: Caller, asked: Giving): RefundRecord {
  const sold = refundable(core, asked.saleId)
  const worth = worthOf(core, sold, asked.lines)
  if (asked.kind === 'card' && asked.reference.trim() === '') throw new Refusal('reference-needed', { field: 'reference' })
  const { approvedBy } = slipFor(core, caller, 'refund-sale', asked.saleId, asked.approvalId)
  const id = writeRefund(core, caller, asked, worth, approvedBy)
  return theRefund(core, sold, id)
}

function refundable(core: Core, saleId: Asked['saleId']): SoldSale {
  const sold = theSold(core, saleId)
  if (sold.state === 'voided') throw new Refusal('already-voided', { saleId })
  return sold
}

function worthOf(core: Core, sold: SoldSale, asked: Asked['lines']) {
  const lines = returnableLines(core, sold.id)
  if (lines.every((line) => line.returnedMilli >= line.quantityMilli)) throw new Refusal('already-refunded', { saleId: sold.id })
  const returned = asked.map((piece) => returnPiece(lines, piece, asked))
  const sums = sumReturned(returned)
  const before = refundedOf(core.db, sold.id)
  const money = moneyBack({
    exactCents: sold.netCents + sold.taxCents, paidCents: sold.totalCents, returnedExactCents: before.exactCents, returnedCents: before.totalCents, coinCents: theShop(core).cashStepCents,
  }, sums.netCents + sums.taxCents)
  return { ...sums, ...money, lines: returned }
}

function returnPiece(lines: readonly SoldLine[], { lineId, quantityMilli }: Asked['lines'][number], asked: Asked['lines']): ReturnedLine {
  const line = lines.find(({ id }) => id === lineId)
  if (!line) throw new Refusal('not-found', { field: 'lines', lineId })
  if (asked.filter((piece) => piece.lineId === lineId).length > 1) throw new Refusal('bad-input', { field: 'lines', problem: 'twice' })
  const leftMilli = line.quantityMilli - line.returnedMilli
  if (quantityMilli > leftMilli) throw new Refusal('refund-too-much', { lineId, leftMilli })
  return returnLine(line, quantityMilli)
}

function writeRefund(core: Core, { registerId, staffId }: Caller, asked: Giving, worth: Worth, approvedBy: StaffId): RefundId {
  const id = core.newId() as RefundId
  const at = core.now()
  const number = nextRefundNumber(core.db, registerId)
  const totalCents = asked.kind === 'cash' ? worth.cashCents : worth.cardCents
  const reason = asked.reason.trim()
  insertRefund(core.db, { ...worth, id, saleId: asked.saleId, registerId, number, staffId, approvedBy, reason, totalCents, at })
  insertTender(core.db, {
    id: core.newId() as TenderId, saleId: asked.saleId, refundId: id, kind: asked.kind, amountCents: totalCents, givenCents: totalCents, changeCents: 0 as Cents,
    reference: asked.kind === 'card' ? asked.reference.trim() : '', staffId, at,
  })
  appendAudit(core.db, {
    id: core.newId(), at, registerId, staffId, kind: 'sale-refunded', target: `sale/${asked.saleId}`, approvedBy, reason,
    after: { number: refundNumber(getRegister(core.db, registerId)?.number ?? 0, number), totalCents, kind: asked.kind },
  })
  reverseForRefund(core, { registerId, staffId }, { saleId: asked.saleId, refundId: id })
  return id
}

function theRefund(core: Core, sold: SoldSale, id: RefundId): RefundRecord {
  const found = refundRecords(core, sold.id).find((refund) => refund.id === id)
  if (!found) throw new Error('the refund just written is not there')
  return found
}
