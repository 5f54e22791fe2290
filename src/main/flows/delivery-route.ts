import type { Core } from '../context.ts'
import { linkFor } from '../customers/reach.ts'
import { Refusal } from '../errors.ts'
import { deliveryOf } from '../sales/deliveries.sql.ts'
import type { SaleInput } from '../sales/sale-input.ts'
import type { Caller } from '../vocabulary.ts'
import { sightOf } from './field-sight.ts'
import { hideWay } from './way-out.ts'

/** The way to where a sale is brought, in Waze or Google Maps (S1-23). Who sees no address is handed one that only the host can read (S1-24). Refuses 'cannot-reach'. */
export function deliveryRoute(core: Core, caller: Caller, { saleId, way }: SaleInput<'deliveryRoute'>): { readonly link: string } {
  const planned = deliveryOf(core.db, saleId)
  const link = planned ? linkFor(way, { phones: [], emails: [], addresses: [{ ...planned, label: '' }] }) : null
  if (link === null) throw new Refusal('cannot-reach', { field: way })
  return { link: sightOf(core, caller).address === 'full' ? link : hideWay(core, caller.registerId, link) }
}
