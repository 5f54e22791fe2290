import type { Core } from '../context.ts'
import { insertErasure, isBeingErased } from '../customers/erasures.sql.ts'
import { deniedBefore, readCustomerRules, type Denied } from '../customers/rules.sql.ts'
import { appendAudit } from '../staff/audit.sql.ts'
import { inTransaction } from '../store/sql.ts'
import { whyKept } from './erase-judge.ts'

const dayMs = 86_400_000
const mostAtOnce = 20
const mostLookedAt = 500

/**
 * Puts down to be erased whoever was denied longer ago than the shop keeps them (data-model 4.2), each with a certificate as any erasing, in the name of
 * whoever denied them. Who is owed something, owes, or stands on a cart is looked at again next time. Answers how many.
 */
export function purgeDenied(core: Core): number {
  const { deniedDays } = readCustomerRules(core.db)
  if (deniedDays === 0) return 0
  const before = new Date(Date.parse(core.now()) - deniedDays * dayMs).toISOString()
  const due: Denied[] = []
  let last: Denied | null = null
  for (let looked = 0; looked < mostLookedAt && due.length < mostAtOnce; looked++) {
    const next: Denied | undefined = deniedBefore(core.db, before, last)
    if (!next) break
    if (!isBeingErased(core.db, next.customerId) && whyKept(core, next.customerId) === null) due.push(next)
    last = next
  }
  if (due.length > 0) putDown(core, due, deniedDays)
  return due.length
}

function putDown(core: Core, due: readonly Denied[], deniedDays: number): void {
  const [actId, at] = [core.newId(), core.now()]
  inTransaction(core.db, () => {
    for (const { customerId, registerId, staffId } of due) {
      insertErasure(core.db, { id: core.newId(), actId, customerId, askedAt: at, commitsAt: at, approvedBy: null }, { registerId, staffId })
      appendAudit(core.db, { id: core.newId(), at, registerId, staffId, kind: 'denied-purged', target: `customer/${customerId}`, after: { deniedDays } })
    }
  })
  core.emit('customers-erased', { actId })
}
