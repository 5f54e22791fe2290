import type { Cents, CustomerId, FieldSight, Instant, PlainDate, Points } from '../vocabulary.ts'
import { showPhone } from './contact.ts'
import type { CustomerOrigin, CustomerStatus } from './customer.ts'
import { seenField } from './masks.ts'
import { displayName, initialOf } from './names.ts'
import type { StoredListRow } from './list-rows.sql.ts'

/** One row of the Customer List. A balance above zero is owed to the shop; null where the column is not shown, may not be seen, or there is nothing. */
export type ListRow = {
  readonly id: CustomerId; readonly code: string; readonly displayName: string; readonly initial: string; readonly company: string; readonly hasPhoto: boolean
  readonly type: 'personal' | 'business'; readonly status: CustomerStatus; readonly source: CustomerOrigin
  readonly groupName: string | null; readonly customerTypeName: string | null
  readonly mobile: string; readonly phone: string; readonly email: string; readonly city: string; readonly birthDate: string; readonly tags: readonly string[]
  readonly points: Points | null; readonly tierName: string | null; readonly balanceCents: Cents | null; readonly spendCents: Cents | null
  readonly lastVisitAt: Instant | null; readonly visits: number; readonly unsubscribedAt: Instant | null; readonly madeAt: Instant; readonly version: number
}

const shown = (e164: string, typed: string, country: string): string => (e164 === '' && typed === '' ? '' : showPhone({ e164, typed }, country))
const mainShown = (phone: string, country: string): string => shown(phone.startsWith('+') ? phone : '', phone, country)

/** A stored row as whoever asked may see it: phones as people of that country write them, fields hidden or masked as the role says. */
export function listRowOf(row: StoredListRow, country: string, sight: FieldSight): ListRow {
  const name = displayName({ ...row, type: row.type as ListRow['type'] })
  const money = <T extends number>(amount: number | null): T | null => (sight.balance === 'full' ? (amount as T | null) : null)
  return {
    id: row.id as CustomerId, code: row.code, displayName: name, initial: initialOf(name), company: row.company, hasPhoto: row.hasPhoto === 1 && sight.photo === 'full',
    type: row.type as ListRow['type'], status: row.status as CustomerStatus, source: row.source as CustomerOrigin, groupName: row.groupName, customerTypeName: row.customerTypeName,
    mobile: seenField('phone', shown(row.mobileE164 ?? '', row.mobileTyped ?? '', country), sight), phone: seenField('phone', mainShown(row.phone, country), sight),
    email: seenField('email', row.email, sight), city: sight.address === 'hidden' ? '' : row.city, birthDate: seenField('birthDate', (row.birthDate ?? '') as PlainDate, sight),
    tags: JSON.parse(row.tags) as string[], points: money<Points>(row.points), tierName: row.tierName, balanceCents: money<Cents>(row.balanceCents), spendCents: money<Cents>(row.spendCents),
    lastVisitAt: row.lastVisitAt as Instant | null, visits: row.visits, unsubscribedAt: row.unsubscribedAt as Instant | null, madeAt: row.madeAt as Instant, version: row.version,
  }
}
