import { expect } from 'vitest'
import { verifyLedger } from '../../../src/main/flows/verify-ledger.ts'
import type { CustomerId, SaleId } from '../../../src/main/vocabulary.ts'
import type { LoyaltyShop } from './shop.ts'

const one = (shop: Pick<LoyaltyShop, 'core'>, text: string, ...values: unknown[]): number => Number(shop.core.db.prepare(text).pluck().get(...values) ?? 0)

/** Truth 1 of data-model 4.3, from the tables themselves: balance = sum of rows; buckets = max(balance, 0), added up two ways. */
export function sums(shop: Pick<LoyaltyShop, 'core'>, customerId: CustomerId) {
  const account = String(shop.core.db.prepare('SELECT id FROM loyalty_accounts WHERE customer_id = ?').pluck().get(customerId))
  const kind = (name: string) => one(shop, 'SELECT sum(points) FROM loyalty_ledger WHERE account_id = ? AND kind = ?', account, name)
  return {
    rows: one(shop, 'SELECT sum(points) FROM loyalty_ledger WHERE account_id = ?', account), pendingRows: one(shop, 'SELECT sum(pending) FROM loyalty_ledger WHERE account_id = ?', account),
    last: one(shop, 'SELECT balance_after FROM loyalty_ledger WHERE account_id = ? ORDER BY seq DESC LIMIT 1', account),
    left: one(shop, 'SELECT sum(points) FROM loyalty_lots_left WHERE account_id = ?', account),
    opened: one(shop, 'SELECT sum(points) FROM loyalty_lots WHERE account_id = ?', account),
    drawn: one(shop, 'SELECT sum(d.points) FROM loyalty_draws d JOIN loyalty_lots l ON l.id = d.lot_id WHERE l.account_id = ?', account),
    byHand: kind('adjust') + one(shop, "SELECT sum(points) FROM loyalty_ledger WHERE account_id = ? AND source_key LIKE 'undo/%'", account),
    expired: 0 - kind('expire') - kind('restore'),
    notRecovered: one(shop, "SELECT sum(json_extract(working, '$.notRecovered')) FROM loyalty_ledger WHERE account_id = ? AND kind IN ('reverse', 'void')", account),
  }
}
export function expectSums(shop: Pick<LoyaltyShop, 'core'>, customerId: CustomerId) {
  const found = sums(shop, customerId)
  expect(found.last).toBe(found.rows)
  expect(found.left).toBe(Math.max(0, found.rows))
  expect(found.opened - found.drawn).toBe(found.left)
  expect(found.pendingRows).toBeGreaterThanOrEqual(0)
  return found
}

/** What the goods a customer kept should have earned, worked out apart from the app: net x share kept, tools doubled, down per sale. */
export async function keptEarnings(shop: LoyaltyShop, sales: readonly SaleId[]): Promise<number> {
  let all = 0
  for (const saleId of sales) {
    const { state, lines } = await shop.ask('sales/get', { saleId })
    if (state === 'voided') continue
    const common = lines.reduce((product, line) => product * BigInt(line.quantityMilli), 1n)
    const parts = lines.filter(({ name }) => name !== 'bag').map((line) =>
      (BigInt(line.netCents) * BigInt(line.quantityMilli - line.returnedMilli) * (line.name === 'tool' ? 2n : 1n) * common) / BigInt(line.quantityMilli))
    all += Number(parts.reduce((a, b) => a + b, 0n) / (common * 100n))
  }
  return all
}

/** Points spent on goods that were kept: in proportion, rounded in the customer's favour never beyond what they spent. */
export function standingRedemptions(shop: Pick<LoyaltyShop, 'core'>, customerId: CustomerId): number {
  return 0 - one(shop, `SELECT sum(points) FROM loyalty_ledger l WHERE account_id = (SELECT id FROM loyalty_accounts WHERE customer_id = ?)
    AND (kind = 'redeem' OR (kind IN ('reverse', 'void') AND reverses_id IN (SELECT id FROM loyalty_ledger WHERE kind = 'redeem')))`, customerId)
}

export async function expectVerified(shop: Pick<LoyaltyShop, 'core'>) {
  const { broken } = await verifyLedger(shop.core.db)
  expect(broken).toBeNull()
}
