// What the compiler refuses. Never run: the type check fails as soon as one of these stops being an error.
import { run, sql, type ReadableDB } from '../../src/main/store/sql.ts'
import type { Approval, Cents, CustomerId, SaleId, StaffId } from '../../src/main/vocabulary.ts'
import type { Input } from '../../src/main/handlers.ts'

export function refused(db: ReadableDB, staffId: StaffId, customerId: CustomerId): unknown[] {
  // @ts-expect-error a reader cannot write
  const changed = run(db, sql`DELETE FROM sales`)
  // @ts-expect-error a slip cannot be made by hand
  const slip: Approval<'void-sale'> = { approvedBy: staffId, right: 'void-sale', target: 'sale/1' }
  // @ts-expect-error a number is not yet money
  const price: Cents = 499
  // @ts-expect-error a customer is not a sale
  const sale: SaleId = customerId
  // @ts-expect-error a door that does not exist
  const input: Input<'sales/pya'> = {}
  return [changed, slip, price, sale, input]
}
