import type { Core } from '../context.ts'
import { customerWithCode } from '../customers/document-keys.sql.ts'
import { displayName } from '../customers/names.ts'
import { customerOnSale } from '../customers/on-sale.sql.ts'
import { saleShape, ticketShape, type ScanKind } from '../devices/scan.ts'
import type { MeaningName } from '../devices/scans.sql.ts'
import { plainBarcode } from '../sales/barcode.ts'
import { itemWithBarcode } from '../sales/items.sql.ts'
import { readSaleNumber } from '../sales/sale-number.ts'
import { salesNumbered } from '../sales/sold.sql.ts'
import { saleWithTicket } from '../sales/tickets.sql.ts'
import { staffWithBadge } from '../staff/badges.sql.ts'
import type { CustomerId, ItemId, SaleId, StaffId } from '../vocabulary.ts'
import { findCard, type CardFound } from './assign-card.ts'

type Code = Extract<ScanKind, { kind: 'code' }>
/** Something this shop knows by a code. A blank, blocked or replaced card is known as well. */
export type Meaning =
  | { readonly meaning: 'product'; readonly name: string; readonly itemId: ItemId; readonly code: string }
  | { readonly meaning: 'card'; readonly name: string; readonly customerId: CustomerId | null; readonly found: CardFound | null }
  | { readonly meaning: 'sale'; readonly name: string; readonly saleId: SaleId }
  | { readonly meaning: 'ticket'; readonly name: string; readonly saleId: SaleId; readonly waits: boolean }
  | { readonly meaning: 'badge'; readonly name: string; readonly staffId: StaffId }

/** Everything that this code stands for here, each at most once. More than one is asked about. */
export function meaningsOf(core: Core, { code, spellings }: Code): Meaning[] {
  return [productOf(core, spellings), cardOf(core, code), saleOf(core, code), ticketOf(core, code), badgeOf(core, code)].filter((each) => each !== null)
}

function productOf(core: Core, spellings: readonly string[]): Meaning | null {
  for (const spelling of spellings) {
    const found = itemWithBarcode(core.db, plainBarcode(spelling))
    if (found) return { meaning: 'product', name: found.name, itemId: found.id, code: plainBarcode(spelling) }
  }
  return null
}

function cardOf(core: Core, code: string): Meaning | null {
  const found = findCard(core, code)
  if (found.kind === 'active' || found.kind === 'blocked' || found.kind === 'replaced') return { meaning: 'card', name: found.name ?? found.shown, customerId: found.customerId, found }
  if (found.kind === 'unassigned') return { meaning: 'card', name: found.shown, customerId: null, found }
  const customerId = customerWithCode(core.db, code.toUpperCase())
  return customerId === null ? null : { meaning: 'card', name: nameOf(core, customerId), customerId, found: null }
}

export function nameOf(core: Pick<Core, 'db'>, customerId: CustomerId): string {
  const found = customerOnSale(core.db, customerId)
  return found ? displayName(found) : ''
}

/** Only as it is printed, with its till: a bare number may be anything. A refund's number leads to no sale. */
function saleOf(core: Core, code: string): Meaning | null {
  const wanted = saleShape.test(code) ? readSaleNumber(code) : null
  const saleId = wanted && salesNumbered(core.db, wanted.number, wanted.till)[0]
  return saleId ? { meaning: 'sale', name: code, saleId } : null
}

function ticketOf(core: Core, code: string): Meaning | null {
  const found = ticketShape.test(code) ? saleWithTicket(core.db, code.toUpperCase()) : undefined
  return found ? { meaning: 'ticket', name: found.label, saleId: found.id, waits: found.state === 'parked' || found.state === 'open' } : null
}

function badgeOf(core: Core, code: string): Meaning | null {
  const found = staffWithBadge(core.db, code)
  return found ? { meaning: 'badge', name: found.name, staffId: found.id } : null
}

export const saidOf = ({ meaning, name }: Meaning): { readonly meaning: MeaningName; readonly name: string } => ({ meaning, name })
