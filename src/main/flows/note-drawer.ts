import type { PrintJob } from '../devices/print-jobs.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import type { Core } from '../context.ts'

type Opened = Pick<PrintJob, 'registerId' | 'staffId' | 'approvedBy' | 'saleId' | 'refundId' | 'note' | 'deviceName'>

/** Every opening of the drawer is written down: by whom, when, for which sale or why without one, and who allowed it. */
export function noteDrawer(core: Core, { registerId, staffId, approvedBy, saleId, refundId, note, deviceName }: Opened): void {
  const why = saleId === null ? 'no-sale' : refundId === null ? 'sale' : 'refund'
  appendAudit(core.db, {
    id: core.newId(), at: core.now(), registerId, staffId, kind: 'drawer-opened', target: saleId === null ? '' : `sale/${saleId}`,
    after: { for: why, printer: deviceName }, approvedBy, reason: note === '' ? null : note,
  })
}
