import { z } from 'zod'
import { cents, centsFromZero, filledText, id, instant, language, milli, nothing, page, plainDate, ppm, requestId, text } from '../input.ts'
import type { ApprovalId, CustomerId, ItemId, LineId, RefundId, SaleId, TableId, TaxClassId, TenderId } from '../vocabulary.ts'

// What a screen must send to each door of the sale. Bounded everywhere, and never transformed.
const saleId = id<SaleId>()
const lineId = id<LineId>()
const approval = { approvalId: id<ApprovalId>().nullable() }
const request = { requestId }
const onLine = { ...request, lineId }
const reason = filledText(200)
const discount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), ppm }),
  z.strictObject({ kind: z.literal('money'), cents: centsFromZero }),
])
const tenderKind = z.enum(['cash', 'card', 'account'])
const returned = z.array(z.strictObject({ lineId, quantityMilli: milli })).min(1).max(500)
const place = z.strictObject({ address1: text(300), address2: text(300), city: text(120), region: text(120), postcode: text(40), country: text(60) })
const receipt = { saleId, language, refundId: id<RefundId>().nullable(), duplicate: z.boolean() }

export const saleInput = {
  nothing,
  request: z.strictObject(request),
  sale: z.strictObject({ saleId }),
  saleRequest: z.strictObject({ ...request, saleId }),
  line: z.strictObject(onLine),
  addItem: z.strictObject({ ...request, itemId: id<ItemId>(), quantityMilli: milli }),
  scanItem: z.strictObject({ ...request, code: filledText(64) }),
  setQuantity: z.strictObject({ ...onLine, quantityMilli: milli }),
  overridePrice: z.strictObject({ ...onLine, priceCents: centsFromZero, ...approval }),
  discountLine: z.strictObject({ ...onLine, discount: discount.nullable(), ...approval }),
  discountCart: z.strictObject({ ...request, discount: discount.nullable(), ...approval }),
  noteLine: z.strictObject({ ...onLine, note: text(500) }),
  noteCart: z.strictObject({ ...request, note: text(2000) }),
  attachCustomer: z.strictObject({ ...request, customerId: id<CustomerId>(), /** Where somebody banned is let buy. */ anyway: z.exactOptional(z.boolean()), approvalId: z.exactOptional(id<ApprovalId>().nullable()) }),
  checkAge: z.strictObject({
    ...request, minimumAge: z.number().int().min(1).max(99),
    /** 'customer': the licence on file has expired and someone who may, lets it pass. */
    how: z.enum(['birth-date', 'id-seen', 'customer']), birthDate: plainDate.nullable(), ...approval,
  }),
  pay: z.strictObject({
    ...request, saleId, kind: tenderKind, amountCents: centsFromZero, givenCents: centsFromZero, reference: text(64), expectedTotalCents: cents,
    /** Where paying later needed a PIN. */
    approvalId: z.exactOptional(id<ApprovalId>().nullable()),
  }),
  takeBackTender: z.strictObject({ ...request, tenderId: id<TenderId>() }),
  list: z.strictObject({ page: z.strictObject(page), text: text(80).nullable(), day: plainDate.nullable() }),
  ofCustomer: z.strictObject({ customerId: id<CustomerId>(), page: z.strictObject(page), state: z.enum(['completed', 'voided', 'refunded']).nullable().optional() }),
  byNumber: z.strictObject({ number: text(24) }),
  voidSale: z.strictObject({ ...request, saleId, reason, ...approval }),
  refund: z.strictObject({ ...request, saleId, lines: returned, kind: tenderKind, reference: text(64), reason, ...approval }),
  refundPreview: z.strictObject({ saleId, lines: returned }),
  exchange: z.strictObject({
    ...request, saleId, lines: returned, cartId: saleId, kind: z.enum(['cash', 'card']), reference: text(64), reason, /** What the customer puts down on top of the goods. */ givenCents: centsFromZero, expectedTotalCents: cents, ...approval,
  }),
  exchangePreview: z.strictObject({ saleId, lines: returned, customerId: id<CustomerId>().nullable() }),
  receipt: z.strictObject(receipt),
  /** At which table it waits, null at none; left out, it stays where it was. */
  park: z.strictObject({ ...request, label: filledText(80), note: text(500), dueAt: instant.nullable(), tableId: z.exactOptional(id<TableId>().nullable()) }),
  queue: z.strictObject({ mine: z.boolean() }),
  /** A name or phone of null stays as it was shown; of the buyer's addresses one is named by its place in the record of that version. */
  planDelivery: z.strictObject({
    ...request, name: text(200).nullable(), phone: text(60).nullable(), day: plainDate.nullable(), time: z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/), note: text(500), feeCents: centsFromZero,
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('kept') }), z.strictObject({ kind: z.literal('typed'), place }),
      z.strictObject({ kind: z.literal('address'), at: z.number().int().min(0).max(100), version: z.number().int().min(0) }),
    ]),
  }),
  deliveries: z.strictObject({ delivered: z.boolean(), page: z.strictObject(page) }),
  deliveryRoute: z.strictObject({ saleId, way: z.enum(['waze', 'google-maps']) }),
  setDelivered: z.strictObject({ ...request, saleId, delivered: z.boolean() }),
  deliverySettings: z.strictObject({ ...request, feeCents: centsFromZero, taxClassId: id<TaxClassId>().nullable() }),
  openParked: z.strictObject({ ...request, saleId, takeOver: z.boolean(), ...approval }),
}
type Shapes = typeof saleInput
export type SaleInput<K extends keyof Shapes> = z.infer<Shapes[K]>
