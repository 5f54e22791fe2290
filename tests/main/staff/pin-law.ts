import type { RegisterId, StaffId } from '../../../src/main/vocabulary.ts'

export const secondMs = 1_000
const allowed = { person: 5, till: 20 }
const waitMs = [60, 300, 900, 3_600].map((seconds) => seconds * secondMs)
type Count = { wrong: number; openAtMs: number }
type Who = StaffId | RegisterId

/** What the page says about PINs, written a second time: five wrong ones for a person or twenty on a till wait 60 s, then 5 min, 15 min, and an hour each. */
export class PinLaw {
  readonly #counts = new Map<Who, Count>()
  #forwardMs = 0
  readonly #begunMs: number
  constructor(begunMs: number) {
    this.#begunMs = begunMs
  }

  #of(who: Who): Count {
    const found = this.#counts.get(who) ?? { wrong: 0, openAtMs: this.#begunMs }
    this.#counts.set(who, found)
    return found
  }
  isLocked = (nowMs: number, till: RegisterId, who: StaffId): boolean => [till, who].some((each) => this.#of(each).openAtMs > nowMs)
  wrongOf = (who: StaffId): number => this.#of(who).wrong
  /** A clock that was set back does not take time away from whoever must wait. */
  passed(ms: number): void {
    this.#forwardMs += Math.max(0, ms)
  }
  /** All the compares that the time that has passed allows, for one who was never right. */
  mostCompares(free: number): number {
    const [first, second, third, hour] = waitMs as [number, number, number, number]
    const steps = [first, first + second, first + second + third]
    const hours = Math.max(0, Math.floor((this.#forwardMs - steps[2]!) / hour))
    return free + steps.filter((step) => this.#forwardMs >= step).length + hours
  }

  /** What a try must be answered, and whether a PIN may be compared for it. */
  tryNow(nowMs: number, till: RegisterId, who: StaffId, right: boolean): { answer: string; compares: boolean } {
    if (this.isLocked(nowMs, till, who)) return { answer: 'pin-locked', compares: false }
    if (right) {
      this.#counts.delete(who)
      this.#counts.delete(till)
      return { answer: 'ok', compares: true }
    }
    const closed = [this.#wrong(who, allowed.person, nowMs), this.#wrong(till, allowed.till, nowMs)]
    return { answer: closed.some(Boolean) ? 'pin-locked' : 'wrong-pin', compares: true }
  }
  #wrong(who: Who, most: number, nowMs: number): boolean {
    const count = this.#of(who)
    count.wrong += 1
    if (count.wrong < most) return false
    count.openAtMs = nowMs + waitMs[Math.min(count.wrong - most, waitMs.length - 1)]!
    return true
  }
}
