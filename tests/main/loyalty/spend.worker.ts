import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Core } from '../../../src/main/context.ts'
import { Refusal } from '../../../src/main/errors.ts'
import { adjustPoints } from '../../../src/main/flows/adjust-points.ts'
import { rowOf, programNow, theMember } from '../../../src/main/flows/the-program.ts'
import { writeEntry } from '../../../src/main/flows/write-entry.ts'
import { entry } from '../../../src/main/loyalty/ledger.ts'
import { once } from '../../../src/main/store/once.ts'
import type { WritableDB } from '../../../src/main/store/sql.ts'
import type { ApprovalId, Caller, CustomerId, Instant, Points, RegisterId, RequestId, StaffId } from '../../../src/main/vocabulary.ts'

// One till with a connection of its own, spending and correcting on one balance as fast as it can. A correction has its manager's approval.
export type SpendAct = { readonly requestId: string; readonly points: number; readonly approvalId: string | null }
export type SpendTask = { readonly file: string; readonly registerId: string; readonly staffId: string; readonly customerId: string; readonly startsAt: string; readonly acts: readonly SpendAct[] }

const { file, registerId, staffId, customerId, startsAt, acts } = workerData as SpendTask
const db = new Database(file, { timeout: 20_000 }) as unknown as WritableDB
db.pragma('foreign_keys = ON')
let ids = 0
let clockMs = Date.parse(startsAt)
const core: Core = {
  db, now: () => new Date(clockMs++).toISOString() as Instant, newId: () => `${registerId}-${++ids}`, emit: () => undefined,
  ports: { hashPin: () => Promise.reject(new Error('none')), pinMatches: () => Promise.resolve(false), reader: { ask: () => Promise.reject(new Error('none')), close: () => undefined } },
}
const caller: Caller = { registerId: registerId as RegisterId, staffId: staffId as StaffId, role: 'cashier' }

function redeem({ requestId, points }: SpendAct): number {
  return once(db, { id: requestId as RequestId, door: 'test', at: core.now() }, () => {
    const common = rowOf(core, caller, theMember(core, customerId as CustomerId), programNow(core))
    return writeEntry(core, caller.registerId, entry(common, 'redeem', `test/${requestId}`, { points: points as Points })).row.balanceAfter as number
  })
}
function correct({ requestId, points, approvalId }: SpendAct): number {
  return adjustPoints(core, caller, {
    requestId: requestId as RequestId, customerId: customerId as CustomerId, direction: points > 0 ? 'add' : 'remove', points: Math.abs(points), reason: 'correction', note: '', saleId: null,
    countsForTier: false, expires: 'never', approvalId: approvalId as ApprovalId, secondApprovalId: null,
  }).balance
}

const answers = acts.map((act) => {
  try {
    return act.approvalId === null ? redeem(act) : correct(act)
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
})
db.close()
parentPort?.postMessage(answers)
