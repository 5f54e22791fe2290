import { parentPort, workerData } from 'node:worker_threads'
import type { Core } from '../../../src/main/context.ts'
import { Refusal } from '../../../src/main/errors.ts'
import { payBalance } from '../../../src/main/flows/pay-balance.ts'
import { connect } from '../../../src/main/store/open.ts'
import type { WritableDB } from '../../../src/main/store/sql.ts'
import type { Caller, Cents, CustomerId, Instant, RegisterId, RequestId, StaffId } from '../../../src/main/vocabulary.ts'

// One till with a connection of its own, taking payments of one customer as fast as it can.
export type PayTask = { readonly file: string; readonly registerId: string; readonly staffId: string; readonly customerId: string; readonly startsAt: string; /** Both begin at once. */ readonly ready: SharedArrayBuffer; readonly payments: readonly { readonly requestId: string; readonly cents: number }[] }

const { file, registerId, staffId, customerId, startsAt, ready, payments } = workerData as PayTask
const db = connect(file, null) as unknown as WritableDB
db.pragma('busy_timeout = 20000')
let ids = 0
let clockMs = Date.parse(startsAt)
const core: Core = {
  db, now: () => new Date(clockMs++).toISOString() as Instant, newId: () => `${registerId}-${++ids}`, emit: () => undefined,
  ports: { hashPin: () => Promise.reject(new Error('none')), pinMatches: () => Promise.resolve(false), reader: { ask: () => Promise.reject(new Error('none')), close: () => undefined } },
}
const caller: Caller = { registerId: registerId as RegisterId, staffId: staffId as StaffId, role: 'cashier' }

const seen = new Int32Array(ready)
Atomics.add(seen, 0, 1)
while (Atomics.load(seen, 0) < 2) Atomics.wait(seen, 0, 1, 20)
const answers = payments.map(({ requestId, cents }) => {
  try {
    return payBalance(core, caller, { requestId: requestId as RequestId, customerId: customerId as CustomerId, method: 'card', amountCents: cents as Cents, givenCents: cents as Cents, reference: 'T', chosen: [] }).number
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
})
db.close()
parentPort?.postMessage(answers)
