import type { AccountId, BatchId, CustomerId, RegisterId, SaleId } from './vocabulary.ts'

/** What main tells the screens. Past tense, ids and small facts only: screens ask for the rest. */
export type Events = {
  /** The open cart of a till changed, in any way. */
  'sale-changed': { registerId: RegisterId }
  'sale-completed': { registerId: RegisterId; saleId: SaleId }
  /** Something about finished sales changed: a void, a refund, a customer attached later. */
  'sales-changed': { saleId: SaleId | null }
  'queue-changed': { waiting: number }
  'customer-changed': { customerId: CustomerId }
  'customers-changed': { reason: 'created' | 'imported' | 'undone' | 'groups' }
  /** Points of one customer moved, or their account, card or tier changed. */
  'points-changed': { customerId: CustomerId; accountId: AccountId }
  /** Verify has read so many rows of the ledger. */
  'ledger-checked': { rows: number; of: number }
  /** Rules, rewards or card batches changed. */
  'loyalty-changed': Record<string, never>
  'items-changed': Record<string, never>
  'shop-changed': Record<string, never>
  'staff-changed': Record<string, never>
  /** Someone signed in, signed out, or the till was locked. */
  'session-changed': { registerId: RegisterId }
  'import-progressed': { batchId: BatchId; state: string; done: number; total: number }
  'demo-progressed': { step: 'items' | 'customers' | 'sales' | 'done'; done: number; total: number }
}
