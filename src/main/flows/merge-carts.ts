import type { Core } from '../context.ts'
import type { waitingCarts } from '../sales/of-person.sql.ts'
import { saleHead } from '../sales/sales.sql.ts'
import { tendersOf } from '../sales/tenders.sql.ts'
import { listRegisters } from '../shop/shop.sql.ts'
import type { CustomerId } from '../vocabulary.ts'
import { tellQueue } from './discard-sale.ts'
import { repriceLines } from './price-line.ts'

type Carts = ReturnType<typeof waitingCarts>
/** Open carts are priced by the terms of whom they belong to now; one that is part paid keeps its prices, and a parked one asks when it is opened. */
export function repriceCarts(core: Core, carts: Carts): void {
  for (const { id, state } of carts) {
    const sale = saleHead(core.db, id)
    if (sale && state === 'open' && tendersOf(core.db, id).length === 0) repriceLines(core, sale)
  }
}

/** Tells every screen that two records are one now, or two again. */
export function tellMerged(core: Core, { keepId, goneId }: { readonly keepId: CustomerId; readonly goneId: CustomerId }): void {
  core.emit('customers-changed', { reason: 'merged' })
  for (const customerId of [keepId, goneId]) {
    core.emit('customer-changed', { customerId })
    core.emit('account-changed', { customerId })
  }
  core.emit('sales-changed', { saleId: null })
  for (const registerId of tillsOf(core)) core.emit('sale-changed', { registerId })
  tellQueue(core)
}
const tillsOf = ({ db }: Core) => listRegisters(db).map(({ id }) => id)
