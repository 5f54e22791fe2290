import type { Core } from '../context.ts'
import type { Customer } from '../customers/customer.ts'
import { livingCustomer } from '../customers/merges.sql.ts'
import { readRecord, type StoredCustomer } from '../customers/record.sql.ts'
import { customerOf } from '../customers/rows.ts'
import { Refusal } from '../errors.ts'
import { localDate } from '../shop/local-date.ts'
import { getRegister } from '../shop/shop.sql.ts'
import { getStaff } from '../staff/staff.sql.ts'
import type { CustomerId, RegisterId, StaffId } from '../vocabulary.ts'
import { theShop } from './the-shop.ts'

/** The record of someone who can still be seen; erased people are 'not-found', and of who went into another record 'customer-merged' says so. */
export function theRecord({ db }: Pick<Core, 'db'>, id: CustomerId): StoredCustomer {
  const stored = readRecord(db, id)
  if (stored?.status === 'merged') throw new Refusal('customer-merged', { code: stored.code, into: livingCustomer(db, id) })
  if (!stored || stored.status === 'erased') throw new Refusal('not-found', { what: 'customer' })
  return stored
}

/** A customer as a screen may see them: phones in the shop's style, age today, documents masked; of a merged record, the survivor. Refuses 'not-found'. */
export function readCustomer(core: Core, id: CustomerId): Customer {
  const { country, timeZone } = theShop(core)
  const stored = theRecord(core, livingCustomer(core.db, id))
  const updatedBy = stored.updatedBy === null ? null : (getStaff(core.db, stored.updatedBy as StaffId)?.name ?? null)
  const updatedAtTill = stored.updatedRegister === null ? null : (getRegister(core.db, stored.updatedRegister as RegisterId)?.name ?? null)
  return { ...customerOf(stored, country, localDate(core.now(), timeZone)), updatedBy, updatedAtTill }
}
