import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Core } from '../../../src/main/context.ts'
import { Refusal } from '../../../src/main/errors.ts'
import { rowOf, programNow, theMember } from '../../../src/main/flows/the-program.ts'
import { writeEntry } from '../../../src/main/flows/write-entry.ts'
import { entry } from '../../../src/main/loyalty/ledger.ts'
import { once } from '../../../src/main/store/once.ts'
import type { WritableDB } from '../../../src/main/store/sql.ts'
import type { CustomerId, Instant, Points, RegisterId, RequestId } from '../../../src/main/vocabulary.ts'

// One till with a connection of its own, spending and adding on one balance as fast as it can.
export type SpendTask = { readonly file: string; readonly registerId: string; readonly customerId: string; readonly acts: readonly { readonly requestId: string; readonly points: number }[] }

const { file, registerId, customerId, acts } = workerData as SpendTask
const db = new Database(file, { timeout: 20_000 }) as unknown as WritableDB
db.pragma('foreign_keys = ON')
let ids = 0
const core: Core = {
  db, now: () => new Date().toISOString() as Instant, newId: () => `${registerId}-${++ids}`, emit: () => undefined,
  ports: { hashPin: () => Promise.reject(new Error('none')), pinMatches: () => Promise.resolve(false) },
}
const desk = { registerId: registerId as RegisterId, staffId: null }

const answers = acts.map(({ requestId, points }) => {
  try {
    return once(db, { id: requestId as RequestId, door: 'test', at: core.now() }, () => {
      const account = theMember(core, customerId as CustomerId)
      const common = rowOf(core, desk, account, programNow(core))
      const lots = points > 0 ? [{ originId: common.id, points: points as Points, expiresOn: null, earnedAt: common.at }] : []
      return writeEntry(core, desk.registerId, entry(common, points > 0 ? 'opening' : 'redeem', `test/${requestId}`, { points: points as Points, lots })).row.balanceAfter as number
    })
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
})
db.close()
parentPort?.postMessage(answers)
