import { Refusal } from '../errors.ts'
import type { Instant } from '../vocabulary.ts'

/** How many wrong PINs in a row before the first lock: for one person, and for all people together on one till. */
export const wrongAllowed = { person: 5, till: 20 } as const
/** The lock after the last allowed wrong PIN, and after each further one. */
const lockMs = [60_000, 5 * 60_000, 15 * 60_000, 60 * 60_000] as const

/** What five wrong security answers lock for, and each further one (S2-12). */
export const answerLockMs = [15 * 60_000, 60 * 60_000] as const

/** A hash of nothing anyone knows, made with the cost of pin.worker: compared with when there is no such person, so that the answer takes as long. */
export const decoyHash = '$argon2id$v=19$m=19456,t=2,p=1$EiyzMMLV+inxELHINsHhoQ$L0OQy+Futs9CXgthZ2yXSHtYc2MyCcTXw/RrmYCLWWA'

export type Tries = { readonly wrongCount: number; readonly lockedUntil: Instant | null }

/** The tries after one more that must be taken for wrong until it is proven right. */
export function afterWrong(tries: Tries, allowed: number, now: Instant, locks: readonly number[] = lockMs): Tries {
  const wrongCount = tries.wrongCount + 1
  const over = wrongCount - allowed
  const ms = over < 0 ? 0 : (locks[Math.min(over, locks.length - 1)] ?? 0)
  return { wrongCount, lockedUntil: ms > 0 ? (new Date(Date.parse(now) + ms).toISOString() as Instant) : null }
}

export const isLocked = (tries: Tries, now: Instant): boolean => tries.lockedUntil !== null && tries.lockedUntil > now

/** What a wrong PIN is answered with: 'wrong-pin' {left}, or 'pin-locked' {until, seconds} once none is left. */
export function refusalFor(person: Tries, till: Tries, now: Instant): Refusal {
  const locks = [person.lockedUntil, till.lockedUntil].filter((at) => at !== null && at > now)
  const until = locks.toSorted((one, other) => (String(one) < String(other) ? 1 : -1))[0]
  if (!until) return new Refusal('wrong-pin', { left: Math.max(0, wrongAllowed.person - person.wrongCount) })
  return new Refusal('pin-locked', { until, seconds: Math.ceil((Date.parse(until) - Date.parse(now)) / 1000) })
}

const keypadLines = ['2580', '0852', '1470', '0741', '3690', '0963', '1357', '2468', '7531', '8642', '1379', '1397', '147258369']
const isOneStep = (digits: readonly number[], step: number) => digits.every((digit, at) => at === 0 || digit === ((digits[at - 1] ?? 0) + step + 10) % 10)

/** Is this among the first that a stranger would try: one digit, a run, a repeated block, pairs, a year, a line on the pad? */
export function isTooSimple(pin: string): boolean {
  const digits = Array.from(pin, Number)
  const runs = [0, 1, -1].some((step) => isOneStep(digits, step))
  const repeats = /^(\d+?)\1+$/.test(pin) || /^(?:(\d)\1)+$/.test(pin)
  const isYear = /^(?:19|20)\d\d$/.test(pin)
  return runs || repeats || isYear || keypadLines.includes(pin)
}
