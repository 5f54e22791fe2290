import type { Core } from '../context.ts'
import { paymentNumber, payoutNumber, type Entry } from '../accounts/account.ts'
import { saleNumbers, tillOf } from '../accounts/facts.sql.ts'
import { saleNumber } from '../sales/sale-number.ts'

/** The number on the paper of a row: of its sale, or of the payment itself. */
export function numberOf(core: Pick<Core, 'db'>, { saleId, number, registerId, payoutNumber: paidOut }: Entry): string | null {
  if (paidOut !== null) return payoutNumber(tillOf(core.db, registerId).number, paidOut)
  if (number !== null) return paymentNumber(tillOf(core.db, registerId).number, number)
  const sale = saleId === null ? undefined : saleNumbers(core.db, saleId)
  return sale?.number ? saleNumber(sale.till, sale.number) : null
}
