import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openCore, type OpenCore, type Reply } from '../../../src/main/core.ts'
import { decoyHash } from '../../../src/main/staff/pin.ts'
import { checkRows } from '../../../src/main/store/sql.ts'
import type { Instant, RegisterId, StaffId } from '../../../src/main/vocabulary.ts'
import { chanceFrom } from '../../bench/people.ts'
import { freshApp, hasher, pins, scratchFolder } from '../../harness/app.ts'
import { PinLaw, secondMs } from './pin-law.ts'

const tills = ['till-1', 'till-2', 'till-3'] as RegisterId[]
const tries = 100_000
const restartEach = 500
/** A few guesses, over and over: the real hasher answers each once for each hash. */
const guesses = Array.from({ length: 8 }, (_, at) => String(9_041 + at * 37))
const strangers = Array.from({ length: 4 }, (_, at) => `nobody-${at}` as StaffId)

type Compare = { readonly pin: string; readonly hash: string }
/** The shop's file behind a register that is started again and again; every compare is seen, and the clock moves only when it is told to. */
async function besieged() {
  const { file: made, staff, core } = await freshApp()
  core.db.pragma('wal_checkpoint(TRUNCATE)')
  const file = path.join(scratchFolder(), 'shop.db')
  copyFileSync(made, file)
  const compares: Compare[] = []
  const known = new Map<string, Promise<boolean>>()
  const pinMatches = (pin: string, hash: string) => {
    compares.push({ pin, hash })
    const answer = known.get(`${pin} ${hash}`) ?? hasher.pinMatches(pin, hash)
    known.set(`${pin} ${hash}`, answer)
    return answer
  }
  // What is read back is checked by every other test; here there is too much of it.
  checkRows(false)
  onTestFinished(() => checkRows(true))
  let ids = 0
  let clockMs = Date.UTC(2026, 11, 1)
  const clock = { get ms() { return clockMs }, skip: (ms: number) => void (clockMs += ms) }
  const bugs: unknown[] = []
  const start = (): OpenCore => {
    const app = openCore({
      file, key: null, stamp: 'test', now: () => new Date(clockMs).toISOString() as Instant, newId: () => `fuzz-${++ids}`, log: (bug) => bugs.push(bug), ports: { hashPin: hasher.hashPin, pinMatches, reader: { ask: () => Promise.reject(new Error('no reports here')), close: () => undefined } },
    })
    app.core.db.pragma('synchronous = OFF') // power cuts are another test; this one restarts
    return app
  }
  let app = start()
  onTestFinished(() => app.close())
  const restart = () => {
    app.close()
    app = start()
  }
  return { staff, compares, clock, bugs, restart, call: (till: RegisterId, name: string, input: unknown): Promise<Reply> => app.call(till, name, input), get db() { return app.core.db } }
}
type Siege = Awaited<ReturnType<typeof besieged>>
type Try = { readonly till: RegisterId; readonly who: StaffId; readonly pin: string; readonly door: 'staff/sign-in' | 'staff/approve'; readonly right: boolean }

const send = ({ call }: Siege, { till, who, pin, door }: Try) =>
  call(till, door, door === 'staff/sign-in' ? { staffId: who, pin } : { right: 'adjust-points', target: 'points-add/c-1', approverId: who, pin })
const codeOf = (reply: Reply): string => (reply.ok ? 'ok' : reply.code)

/** Sends tries at once and holds every answer, and every compare that was made for it, against the law. */
async function judge(siege: Siege, law: PinLaw, sent: readonly Try[]): Promise<string[]> {
  const before = siege.compares.length
  const wanted = sent.map((each) => law.tryNow(siege.clock.ms, each.till, each.who, each.right))
  const codes = (await Promise.all(sent.map((each) => send(siege, each)))).map(codeOf)
  const wrong = codes.findIndex((code, at) => code !== wanted[at]!.answer)
  if (wrong >= 0) throw new Error(`${JSON.stringify(sent[wrong])} was answered ${codes[wrong]}, not ${wanted[wrong]!.answer}`)
  const due = wanted.filter(({ compares }) => compares).length
  if (siege.compares.length - before !== due) throw new Error(`${siege.compares.length - before} compares in place of ${due}`)
  return codes
}

test('100,000 tries at both doors, from three tills and across 200 restarts, never get more compares out of the register than its lock allows', async () => {
  const siege = await besieged()
  const { owner, manager, cashier } = siege.staff
  const law = new PinLaw(siege.clock.ms)
  const chance = chanceFrom(20_261_201)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!
  const signedIn = new Set<RegisterId>()
  const codes = new Map<string, number>()
  let [rightWhileLocked, made] = [0, 0]

  /** Olive and Marc never get their own PIN while they could be let in: every wrong one since the start counts against them. */
  const next = (): Try => {
    const till = pick(tills)
    const known = chance() < 0.6
    const who = known ? pick([owner, manager]) : chance() < 0.9 ? pick(strangers) : (`fresh-${made}` as StaffId)
    const locked = law.isLocked(siege.clock.ms, till, who)
    const right = known && locked && chance() < 0.2
    if (right) rightWhileLocked += 1
    const door = signedIn.has(till) && chance() < 0.6 ? 'staff/approve' : 'staff/sign-in'
    return { till, who, pin: right ? pins[who === owner ? 'owner' : 'manager'] : pick(guesses), door, right }
  }
  const comeIn = async () => {
    for (const till of tills) {
      const [code] = await judge(siege, law, [{ till, who: cashier, pin: pins.cashier, door: 'staff/sign-in', right: true }])
      if (code === 'ok') signedIn.add(till)
    }
  }
  const skip = () => {
    const dice = chance()
    const most = dice < 0.9 ? 0.4 : dice < 0.99 ? 20 : dice < 0.9985 ? 200 : dice < 0.9995 ? -60 : 3_600
    const ms = Math.trunc(chance() * most * secondMs)
    siege.clock.skip(ms)
    law.passed(ms)
  }
  while (made < tries) {
    if (made % restartEach === 0) {
      siege.restart()
      signedIn.clear()
      await comeIn()
    }
    const many = Math.min(chance() < 0.02 ? 10 : 1, restartEach - (made % restartEach))
    const at = Array.from({ length: many }, next)
    for (const code of await judge(siege, law, at)) codes.set(code, (codes.get(code) ?? 0) + 1)
    made += many
    skip()
  }
  expect(siege.bugs).toEqual([])
  expect(codes.get('ok')).toBeUndefined()
  expect(rightWhileLocked).toBeGreaterThan(5_000)
  for (const who of [owner, manager, ...strangers]) expect(law.wrongOf(who), who).toBeLessThanOrEqual(law.mostCompares(5))
  expect(law.wrongOf(owner)).toBeGreaterThan(8)
  const ofVictims = Map.groupBy(siege.compares.filter(({ pin, hash }) => pin !== pins.cashier && hash !== decoyHash), ({ hash }) => hash)
  expect([...ofVictims.values()].map(({ length }) => length).toSorted((a, b) => a - b)).toEqual([law.wrongOf(owner), law.wrongOf(manager)].toSorted((a, b) => a - b))
  expect(siege.db.prepare("SELECT count(*) FROM audit WHERE kind IN ('approval', 'sign-in')").pluck().get()).toBeGreaterThan(tries)
  // And the lock opens by itself: after its hour the right PIN is right again.
  siege.clock.skip(3_600 * secondMs)
  law.passed(3_600 * secondMs)
  expect(await judge(siege, law, [{ till: pick(tills), who: owner, pin: pins.owner, door: 'staff/sign-in', right: true }])).toEqual(['ok'])
}, 300_000)

test('a lock that runs when the register is closed still runs when it is opened, and the right PIN does not open it', async () => {
  const siege = await besieged()
  const law = new PinLaw(siege.clock.ms)
  const olive = (pin: string, right: boolean): Try => ({ till: tills[0]!, who: siege.staff.owner, pin, door: 'staff/sign-in', right })
  for (const [at, waits] of [60, 300, 900, 3_600, 3_600].entries()) {
    for (let wrong = 0; wrong < (at === 0 ? 5 : 1); wrong++) await judge(siege, law, [olive(guesses[wrong]!, false)])
    siege.restart()
    siege.clock.skip(waits * secondMs - 1)
    expect(await judge(siege, law, [olive(pins.owner, true)])).toEqual(['pin-locked'])
    siege.restart()
    siege.clock.skip(1)
  }
  expect(await judge(siege, law, [olive(pins.owner, true)])).toEqual(['ok'])
})

test('someone known, someone unknown, someone who left and someone without a PIN each cost one compare, refused alike', async () => {
  const siege = await besieged()
  const { call, compares, staff } = siege
  await call(tills[0]!, 'staff/sign-in', { staffId: staff.owner, pin: pins.owner })
  const person = { requestId: 'no-pin', id: null, name: 'Nora', role: 'manager', language: 'en', active: true }
  const nora = await call(tills[0]!, 'staff/save', person)
  if (!nora.ok) throw new Error(nora.code)
  const { id: noPin } = nora.value as { id: StaffId }
  await call(tills[0]!, 'staff/save', { ...person, requestId: 'left', id: staff.cashier, name: 'Léa', role: 'cashier', active: false })
  const cost = async (door: string, input: object) => {
    const before = compares.length
    const reply = await call(tills[0]!, door, input)
    return { made: compares.length - before, code: codeOf(reply), facts: reply.ok ? {} : reply.facts, costs: compares.at(-1)!.hash.split('$').slice(1, 4) }
  }
  for (const who of [staff.manager, 'nobody-9', staff.cashier, noPin]) {
    const same = { made: 1, code: 'wrong-pin', costs: ['argon2id', 'v=19', 'm=19456,t=2,p=1'] }
    expect(await cost('staff/approve', { right: 'adjust-points', target: 'points-add/c-1', approverId: who, pin: '9041' }), who).toEqual({ ...same, facts: { left: 4 } })
    expect(await cost('staff/sign-in', { staffId: who, pin: '9041' }), who).toEqual({ ...same, facts: { left: 3 } })
  }
})
