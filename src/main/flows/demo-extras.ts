import type { Core } from '../context.ts'
import type { Caller, CustomerId, Instant, Milli, RequestId } from '../vocabulary.ts'
import { addItem } from './add-item.ts'
import { attachToCart } from './attach-customer.ts'
import type { DemoSold } from './demo-sale.ts'
import type { Stocked } from './demo-stock.ts'
import { park } from './park-sale.ts'
import { refundSale } from './refund-sale.ts'

const oneRefundInSales = 6
const reasons = ['Changed their mind', 'Mauvais format', 'Producto dañado'] as const
const requestId = (core: Core): RequestId => core.newId() as RequestId

/** Some of the last sales come back, whole or a line of them, through the same door as any refund. */
export function makeDemoRefunds(core: Core, manager: Caller, sold: readonly DemoSold[]): void {
  sold.filter((_, at) => at % oneRefundInSales === 0).forEach(({ saleId, lines, kind }, at) => {
    const back = at % 2 === 0 ? lines : lines.slice(0, 1)
    refundSale(core, manager, {
      requestId: requestId(core), saleId, lines: back.map(({ lineId, quantityMilli }) => ({ lineId, quantityMilli })), kind,
      reference: kind === 'card' ? `R${at + 1}` : '', reason: reasons[at % reasons.length] ?? '', approvalId: null,
    })
  })
}

const waiting: readonly { label: string; note: string; dueInHours: number | null; items: readonly number[]; customer: number | null }[] = [
  { label: 'Blue coat', note: '', dueInHours: null, items: [0, 31, 65], customer: null },
  { label: 'Panier cadeau', note: 'À emballer, ruban rouge', dueInHours: 3, items: [270, 182, 190, 95], customer: 12 },
  { label: 'Order for Saturday', note: '', dueInHours: 26, items: [3, 6, 9], customer: 40 },
]

/** Three carts wait in the queue. */
export function makeDemoQueue(core: Core, cashier: Caller, stock: readonly Stocked[], ids: readonly CustomerId[]): void {
  for (const { label, note, dueInHours, items, customer } of waiting) {
    for (const at of items) {
      const item = stock[at]
      if (item) addItem(core, cashier, { requestId: requestId(core), itemId: item.id, quantityMilli: 1_000 as Milli })
    }
    const customerId = customer === null ? undefined : ids[customer]
    if (customerId) attachToCart(core, cashier, { requestId: requestId(core), customerId })
    const dueAt = dueInHours === null ? null : (new Date(Date.parse(core.now()) + dueInHours * 3_600_000).toISOString() as Instant)
    park(core, cashier, { requestId: requestId(core), label, note, dueAt })
  }
}
