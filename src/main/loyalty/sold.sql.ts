import { z } from 'zod'
import { id } from '../input.ts'
import { all, first, sql, value, type ReadableDB } from '../store/sql.ts'
import type { CategoryId, Cents, CustomerId, Instant, ItemId, LineId, Milli, RefundId, RegisterId, SaleId, StaffId } from '../vocabulary.ts'

const cents = z.number() as unknown as z.ZodType<Cents>
const milli = z.number() as unknown as z.ZodType<Milli>
const flag = z.union([z.literal(0), z.literal(1)])
const saleRow = z.object({
  saleId: id<SaleId>(), registerId: id<RegisterId>(), staffId: id<StaffId>(), customerId: id<CustomerId>().nullable(), state: z.enum(['completed', 'voided']),
  completedAt: z.string() as unknown as z.ZodType<Instant>, netCents: cents,
})
export type PointsSale = z.infer<typeof saleRow>
/** A finished sale as points see it; nothing while it is open, parked or discarded. */
export const pointsSale = (db: ReadableDB, saleId: SaleId): PointsSale | undefined =>
  first(db, saleRow, sql`SELECT sale_id AS saleId, register_id AS registerId, staff_id AS staffId, customer_id AS customerId, state, completed_at AS completedAt, net_cents AS netCents
    FROM v_points_sales WHERE sale_id = ${saleId}`)

const lineRow = z.object({
  lineId: id<LineId>(), name: z.string(), itemId: id<ItemId>().nullable(), categoryId: id<CategoryId>().nullable(), quantityMilli: milli, netCents: cents, taxCents: cents,
  earnsPoints: flag, minimumAge: z.number().nullable(), voided: flag, returnedMilli: milli,
})
export type PointsLine = z.infer<typeof lineRow>
export const pointsLines = (db: ReadableDB, saleId: SaleId): PointsLine[] =>
  all(db, lineRow, sql`SELECT line_id AS lineId, name, item_id AS itemId, category_id AS categoryId, quantity_milli AS quantityMilli, net_cents AS netCents, tax_cents AS taxCents,
    earns_points AS earnsPoints, minimum_age AS minimumAge, voided, returned_milli AS returnedMilli FROM v_points_lines WHERE sale_id = ${saleId} ORDER BY position`)

/** What all refunds of a sale gave back, before tax. */
export const refundedNet = (db: ReadableDB, saleId: SaleId): Cents => value<Cents>(db, sql`SELECT coalesce(sum(net_cents), 0) FROM v_points_refunds WHERE sale_id = ${saleId}`) ?? (0 as Cents)

const refundRow = z.object({ netCents: cents, reason: z.string(), approvedBy: id<StaffId>() })
export const pointsRefund = (db: ReadableDB, refundId: RefundId): z.infer<typeof refundRow> | undefined =>
  first(db, refundRow, sql`SELECT net_cents AS netCents, reason, approved_by AS approvedBy FROM v_points_refunds WHERE refund_id = ${refundId}`)
