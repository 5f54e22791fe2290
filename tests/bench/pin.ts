import type { Input } from '../../src/main/handlers.ts'
import type { StaffId } from '../../src/main/vocabulary.ts'
import { at, head, rankTest, row, sorted, verdict } from './measure.ts'
import type { Bench } from './shop.ts'

type Approval = Input<'staff/approve'>

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
  const [unlike, alike] = [rankTest(times.unknown, [...times.known, ...times.again]), rankTest(times.known, times.again)]
  console.log(`  medians: ${[known, unknown, again].map((each) => at(each, 0.5).toFixed(2)).join(', ')} ms; the unknown one takes longer in ${(100 * unlike.longer).toFixed(1)} of 100 pairs (the known one against itself: ${(100 * alike.longer).toFixed(1)})`)
  console.log(verdict('probability of such a difference by chance (rank test; the known one against itself ' + alike.p.toFixed(2) + '), wanted above 0.01', unlike.p, unlike.p > 0.01))
}
