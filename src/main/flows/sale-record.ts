import type { Core } from '../context.ts'
import { Refusal } from '../errors.ts'
import { refundLinesOf, refundsOf, type RefundRow } from '../sales/refunds.sql.ts'
import { refundNumber, saleNumber } from '../sales/sale-number.ts'
import type { RefundRecord, SaleLineRecord, SaleRecord, TenderRow } from '../sales/sale.ts'
import { lineTaxesOf, saleTaxesOf, soldLines, soldSale, type SoldLineRecord, type SoldSale } from '../sales/sold.sql.ts'
import { refundTendersOf, tendersOf } from '../sales/tenders.sql.ts'
import { saleHead } from '../sales/sales.sql.ts'
import type { SoldLine } from '../sales/returns.ts'
import type { Cents, SaleId } from '../vocabulary.ts'
import { pieceCount } from '../sales/line-item.ts'

/** A finished sale, or 'not-found'; one that is not finished is 'sale-not-completed'. */
export function theSold(core: Core, saleId: SaleId): SoldSale {
  const sold = soldSale(core.db, saleId)
  if (sold) return sold
  throw new Refusal(saleHead(core.db, saleId) ? 'sale-not-completed' : 'not-found', { saleId })
}

/** Everything about a finished sale, with its refunds. */
export function saleRecord(core: Core, saleId: SaleId): SaleRecord {
  const sold = theSold(core, saleId)
  const lines = soldLines(core.db, saleId)
  const tenders = tendersOf(core.db, saleId)
  const refunds = refundRecords(core, saleId)
  return {
    ...headOf(sold), items: pieceCount(lines), paidBy: [...new Set(tenders.map(({ kind }) => kind))].toSorted(),
    refundedCents: refunds.reduce((all, { totalCents }) => all + totalCents, 0) as Cents, tenders, refunds, lines: lines.map(recordOfLine),
    totals: {
      subtotalCents: sold.subtotalCents, discountsCents: sold.discountsCents, netCents: sold.netCents, taxCents: sold.taxCents,
      taxes: saleTaxesOf(core.db, saleId), totalCents: (sold.netCents + sold.taxCents) as Cents,
    },
    voided: sold.voidedAt === null ? null : { at: sold.voidedAt, by: sold.voidedBy ?? '', approvedBy: sold.voidApprovedBy ?? '', reason: sold.voidReason ?? '' },
  }
}

function headOf({ id, registerId, staffId, till, number, completedAt, registerName, staffName, customerId, customerCopy, note, state, totalCents, roundingCents, discount }: SoldSale) {
  return { id, registerId, staffId, number: saleNumber(till, number), completedAt, registerName, staffName, customerId, customerName: copyOf(customerCopy)?.name ?? null, note, state, totalCents, roundingCents, discount }
}

export type CustomerCopy = {
  readonly name: string; readonly phone: string
  /** They were deleted since: nobody knows any more who it was. */
  readonly erased?: boolean
  readonly address: { readonly address1: string; readonly address2: string; readonly city: string; readonly region: string; readonly postcode: string; readonly country: string } | null
}
/** The customer as they were on the day of the sale. */
export const copyOf = (json: string | null): CustomerCopy | null => (json === null ? null : (JSON.parse(json) as CustomerCopy))

function recordOfLine({ taxClassId: _class, grossCents, lineDiscountCents, ...line }: SoldLineRecord): SaleLineRecord {
  return { ...line, amountCents: (grossCents - lineDiscountCents) as Cents }
}

export function refundRecords(core: Core, saleId: SaleId): RefundRecord[] {
  const lines = refundLinesOf(core.db, saleId)
  const tenders = refundTendersOf(core.db, saleId)
  return refundsOf(core.db, saleId).map((refund) => ({
    ...refundHead(refund), tenders: tenders.filter(({ refundId }) => refundId === refund.id).map(({ refundId: _refund, ...tender }): TenderRow => tender),
    lines: lines.filter(({ refundId }) => refundId === refund.id)
      .map(({ lineId, name, kind, quantityMilli, netCents, taxCents }) => ({ lineId, name, kind, quantityMilli, totalCents: (netCents + taxCents) as Cents })),
  }))
}
const refundHead = ({ id, till, number, at, staffName, approvedByName, reason, totalCents }: RefundRow) =>
  ({ id, number: refundNumber(till, number), at, staffName, approvedByName, reason, totalCents })

/** The lines of a finished sale as returning needs them: quantity, net and each tax. */
export function returnableLines(core: Core, saleId: SaleId): SoldLine[] {
  const taxes = lineTaxesOf(core.db, saleId)
  return soldLines(core.db, saleId).map(({ id, quantityMilli, returnedMilli, netCents }) =>
    ({ id, quantityMilli, returnedMilli, netCents, taxes: taxes.filter(({ lineId }) => lineId === id) }))
}
