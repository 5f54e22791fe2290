import type { AccountEntryId, AccountId, BatchId, CustomerId, DeviceId, RefundId, RegisterId, SaleId } from './vocabulary.ts'

/** What main tells the screens. Past tense, ids and small facts only: screens ask for the rest. */
export type Events = {
  /** The open cart of a till changed, in any way. */
  'sale-changed': { registerId: RegisterId }
  'sale-completed': { registerId: RegisterId; saleId: SaleId }
  /** Something about finished sales changed: a void, a refund, a customer attached later. */
  'sales-changed': { saleId: SaleId | null }
  'queue-changed': { waiting: number }
  'customer-changed': { customerId: CustomerId }
  'customers-changed': { reason: 'attributes' | 'created' | 'imported' | 'undone' | 'groups' | 'erased' | 'approvals' | 'merged' }
  /** Members of a deleted group have moved on, so many of so many. */
  'group-moved': { done: number; of: number }
  /** Points of one customer moved, or their account, card or tier changed. */
  'points-changed': { customerId: CustomerId; accountId: AccountId }
  /** Verify has read so many rows of the ledger. */
  'ledger-checked': { rows: number; of: number }
  /** Rules, rewards or card batches changed. */
  'loyalty-changed': Record<string, never>
  /** Something moved on a customer's account: a charge, a payment, a correction. */
  'account-changed': { customerId: CustomerId }
  /** Money was taken for what somebody owed. */
  'account-paid': { registerId: RegisterId; customerId: CustomerId; entryId: AccountEntryId }
  /** The shop's rules for paying later changed. */
  'account-rules-changed': Record<string, never>
  /** Somebody is about to be deleted, was not after all, or is gone. */
  'customers-erased': { actId: string }
  /** A file of customers was begun, is ready, failed or went. */
  'exports-changed': Record<string, never>
  /** A message waits, was cancelled or is tried again. */
  'outbox-changed': Record<string, never>
  'export-progressed': { exportId: string; done: number; total: number }
  /** The search for duplicates has come so far, or the list of likely pairs changed. */
  'duplicates-found': { done: number; total: number; running: boolean; open: number }
  'items-changed': Record<string, never>
  /** An app was switched on or off at a till, or a table named, renamed or removed. */
  'tables-changed': Record<string, never>
  'shop-changed': Record<string, never>
  'staff-changed': Record<string, never>
  /** Someone signed in, signed out, or the till was locked. */
  'session-changed': { registerId: RegisterId }
  /** A scanner or reader has delivered; the text waits in main under the token, for ten seconds and for one taker. */
  'scan-arrived': { registerId: RegisterId; token: string; source: 'serial' | 'hid-pos' | 'hid-msr' }
  /** How scans are heard, or what a code was chosen to mean. */
  'scans-changed': Record<string, never>
  /** A print job moved on, or a printer said how it is. */
  'printing-changed': { registerId: RegisterId }
  /** A sale, or some of it, was given back. */
  'sale-refunded': { registerId: RegisterId; saleId: SaleId; refundId: RefundId }
  /** A device was added, changed, removed, found or lost. */
  'devices-changed': { registerId: RegisterId }
  /** A device delivered; when and of what kind is in its row. */
  'device-used': { registerId: RegisterId; deviceId: DeviceId }
  /** The test of the devices heard something, or a device has learnt one more scan. */
  'device-tested': { registerId: RegisterId }
  /** A device sent what is no scan: noise, encrypted bytes, a blank card. */
  'device-misread': { registerId: RegisterId; deviceId: DeviceId; kind: 'garbled' | 'encrypted' | 'blank' }
  'import-progressed': { batchId: BatchId; state: string; done: number; total: number }
  'demo-progressed': { step: 'items' | 'customers' | 'sales' | 'done'; done: number; total: number }
}
