import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { insertRefund, nextRefundNumber, refundedOf } from '../sales/refunds.sql.ts'
import { moneyBack, returnLine, splitBack, sumReturned, type ReturnedLine, type SoldLine } from '../sales/returns.ts'
import { refundNumber } from '../sales/sale-number.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { RefundPreview, RefundRecord } from '../sales/sale.ts'
import type { SoldSale } from '../sales/sold.sql.ts'
import { insertTender } from '../sales/tenders.sql.ts'
import { getRegister } from '../shop/shop.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { once } from '../store/once.ts'
import type { Caller, Cents, RefundId, StaffId, TenderId } from '../vocabulary.ts'
import { slipWithin } from './approve.ts'
import { creditForRefund, owedForSale, tellAccount } from './charge-account.ts'
import { reverseForRefund } from './reverse-points.ts'
import { refundRecords, returnableLines, theSold } from './sale-record.ts'
import { theShop } from './the-shop.ts'

type Asked = SaleInput<'refund'>
type Giving = Omit<Asked, 'requestId'>
type Worth = ReturnType<typeof worthOf>

/** What giving these lines back would return; nothing is written. Refuses what refundSale refuses but for the approval. */
export function previewRefund(core: Core, { saleId, lines }: SaleInput<'refundPreview'>): RefundPreview {
  const worth = worthOf(core, refundable(core, saleId), lines)
  const { netCents, taxCents, cardCents, onAccount, owedCents } = worth
  const inCash = splitBack(worth, 'cash', owedCents, worth.coinCents)
  return {
    netCents, taxCents, roundingCents: (cardCents - netCents - taxCents) as Cents, totalCents: cardCents, totalInCashCents: (inCash.accountCents + inCash.overCents) as Cents,
    accountCents: inCash.accountCents, onAccount,
  }
}

/**
 * Gives back a whole sale, some lines or part of them, approved and audited. Piece by piece it comes to what was paid and never to more
 * ('refund-too-much' for a quantity that is not there any more). A card refund needs the terminal's reference.
 */
export function refundSale(core: Core, caller: Caller, asked: Asked): RefundRecord {
  const refund = once(core.db, { id: asked.requestId, door: 'sales/refund', at: core.now() }, () => giveBack(core, caller, asked))
  core.emit('sales-changed', { saleId: asked.saleId })
  tellAccount(core, asked.saleId)
  core.emit('sale-refunded', { registerId: caller.registerId, saleId: asked.saleId, refundId: refund.id })
  return refund
}

/** The same inside a transaction of the caller's. */
export function giveBack(core: Core, caller: Caller, asked: Giving): RefundRecord {
  const sold = refundable(core, asked.saleId)
  const worth = worthOf(core, sold, asked.lines)
  if (asked.kind === 'account' && !worth.onAccount) throw new Refusal('pay-later-off', { gate: 'sale' })
  if (asked.kind === 'card' && worth.cardCents > worth.owedCents && asked.reference.trim() === '') throw new Refusal('reference-needed', { field: 'reference' })
  const { approvedBy } = slipWithin(core, caller, 'refund-sale', { target: asked.saleId, approvalId: asked.approvalId, limit: 'refundCents', amount: worth.cardCents })
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
  const coinCents = theShop(core).cashStepCents
  const money = moneyBack({
    exactCents: sold.netCents + sold.taxCents, paidCents: sold.totalCents, returnedExactCents: before.exactCents, returnedCents: before.totalCents, coinCents,
  }, sums.netCents + sums.taxCents)
  return { ...sums, ...money, ...owedForSale(core, sold.id), coinCents, lines: returned }
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
  const { accountCents, overCents } = splitBack(worth, asked.kind, worth.owedCents, worth.coinCents)
  const totalCents = (accountCents + overCents) as Cents
  const reason = asked.reason.trim()
  insertRefund(core.db, { ...worth, id, saleId: asked.saleId, registerId, number, staffId, approvedBy, reason, totalCents, at })
  for (const [kind, amountCents] of [['account', accountCents], [asked.kind, overCents]] as const) {
    if (amountCents === 0 && (kind === 'account' || accountCents > 0)) continue
    insertTender(core.db, {
      id: core.newId() as TenderId, saleId: asked.saleId, refundId: id, kind, amountCents, givenCents: amountCents, changeCents: 0 as Cents,
      reference: kind === 'card' ? asked.reference.trim() : '', staffId, at,
    })
  }
  creditForRefund(core, { registerId, staffId }, { saleId: asked.saleId, refundId: id, reason, approvedBy })
  appendAudit(core.db, {
    id: core.newId(), at, registerId, staffId, kind: 'sale-refunded', target: `sale/${asked.saleId}`, approvedBy, reason,
    after: { number: refundNumber(getRegister(core.db, registerId)?.number ?? 0, number), totalCents, kind: asked.kind, ...(accountCents > 0 ? { accountCents } : {}) },
  })
  reverseForRefund(core, { registerId, staffId }, { saleId: asked.saleId, refundId: id })
  return id
}

function theRefund(core: Core, sold: SoldSale, id: RefundId): RefundRecord {
  const found = refundRecords(core, sold.id).find((refund) => refund.id === id)
  if (!found) throw new Error('the refund just written is not there')
  return found
}
