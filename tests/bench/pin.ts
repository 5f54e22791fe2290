import type { Input } from '../../src/main/handlers.ts'
import type { StaffId } from '../../src/main/vocabulary.ts'
import { at, head, row, sorted, verdict, type Times } from './measure.ts'
import type { Bench } from './shop.ts'

type Approval = Input<'staff/approve'>

/** How far a median may lie from the next one by chance: the notch of a box plot. */
const spread = (times: Times): number => (1.57 * (at(times, 0.75) - at(times, 0.25))) / Math.sqrt(times.length)

/** A wrong PIN for someone who works here and for someone nobody knows, turn about; a second one for the known person says what noise is. */
export async function benchPin({ app, call, rid }: Bench, rounds: number): Promise<void> {
  const { id: approverId } = await call('staff/save', { requestId: rid(), id: null, name: 'Marc', role: 'manager', language: 'en', active: true })
  await call('staff/set-pin', { requestId: rid(), staffId: approverId, pin: '5937' })
  const who = { known: () => approverId, unknown: (round: number) => `nobody-${round}` as StaffId, again: () => approverId }
  const times: Record<keyof typeof who, number[]> = { known: [], unknown: [], again: [] }
  const names = Object.keys(who) as (keyof typeof who)[]
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length]!
      app.core.db.exec('DELETE FROM pin_tries') // so that every try is compared
      const asked: Approval = { right: 'void-sale', target: 'sale/s-1', approverId: who[name](round), pin: '9041' }
      const begun = performance.now()
      await call('staff/approve', asked).catch(() => null)
      times[name].push(performance.now() - begun)
    }
  }
  const [known, unknown, again] = [sorted(times.known), sorted(times.unknown), sorted(times.again)]
  console.log(head('A wrong PIN at the PIN door (argon2id 19 MiB, t=2, on its thread; audited)'))
  console.log([row('an approver who works here', known), row('an approver nobody knows', unknown), row('the first once more (noise)', again)].join('\n'))
  const medians = [known, unknown, again].map((each) => at(each, 0.5)) as [number, number, number]
  const apart = Math.abs(medians[1] - (medians[0] + medians[2]) / 2)
  const noise = Math.hypot(spread(unknown), (spread(known) + spread(again)) / 2)
  console.log(verdict(`ms between the medians of known and unknown, wanted within noise (${noise.toFixed(2)} ms)`, apart, apart <= noise))
}
