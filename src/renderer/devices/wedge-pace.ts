// Scanner or hand: what the times between keys tell, and what the first characters promise.

export type WedgeRules = {
  /** Characters a scanner is set to send first, or ''. */
  readonly prefix: string
  /** A scanner's keys are on average at most this far apart. */
  readonly gapMs: number
  /** Fewer characters than this are no scan. */
  readonly fewest: number
  /** Read scans by the place of the key, as a US keyboard would write them. */
  readonly usLayout: boolean
}
export const usualRules: WedgeRules = { prefix: '', gapMs: 35, fewest: 4, usLayout: false }

/** One slip of a USB hub is allowed within a scan. */
export const stallMs = 250
/** A slow scanner's keys come at most this far apart. */
export const slowMs = 110
/** How long a first character that may begin a licence or a stripe waits for the second. */
export const leadMs = 120
const unevenness = 0.3
const fewestSlow = 6

/** However slow a shop's scanner was found to be: at more than this a hand might be as fast, and main is asked whether the code is known. */
const mostCertainMs = 50
const certainMs = ({ gapMs }: WedgeRules): number => Math.min(gapMs, mostCertainMs)
export const fastMs = (rules: WedgeRules): number => Math.max(50, certainMs(rules) * 1.5)
const gapsOf = (times: readonly number[]): number[] => times.slice(1).map((t, at) => t - times[at]!)
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Where the machine-fast end of these times begins; one stall is bridged where a scanner was in full flow before it. The length where nothing is fast. */
export function fastFrom(times: readonly number[], rules: WedgeRules): number {
  const fast = fastMs(rules)
  const gap = (at: number) => times[at]! - times[at - 1]!
  const flowsInto = (at: number) => at >= 3 && gap(at - 1) <= fast && gap(at - 2) <= fast
  let stalled = false
  let at = times.length - 1
  for (; at > 0; at--) {
    if (gap(at) <= fast) continue
    if (stalled || gap(at) > stallMs || !flowsInto(at)) break
    stalled = true
  }
  return median(gapsOf(times.slice(at))) <= certainMs(rules) ? at : times.length
}

/** No hand does four keys in a row this fast. */
export const isMachine = (times: readonly number[], rules: WedgeRules): boolean => times.length - fastFrom(times, rules) >= 4

const shortestQuietMs = 15
/** Whether the next key of these may still be on its way: not after three times what lies between them. */
export const stillFlows = (times: readonly number[], t: number): boolean => t - (times.at(-1) ?? t) <= Math.max(shortestQuietMs, 3 * median(gapsOf(times)))

/** Where the evenly slow end of these times begins: six keys or more, at most 110 ms apart and all about as far. The length where a hand typed. */
export function slowFrom(times: readonly number[]): number {
  let at = times.length - 1
  while (at > 0 && times[at]! - times[at - 1]! <= slowMs) at--
  const gaps = gapsOf(times.slice(at))
  return gaps.length >= fewestSlow && isEven(gaps) ? at : times.length
}

export function isEven(gaps: readonly number[]): boolean {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length)
  return spread < mean * unevenness
}

/** Without a space and with a digit: a code. Anything else that comes this fast may be a text that a program typed for someone. */
export const isCodeShaped = (text: string): boolean => text.length >= 6 && !/\s/.test(text) && /\d/.test(text)

const licenceMarks = ['ANSI ', 'AAMVA', 'AMVA ', 'NSI 63', 'NSI 60']
export const isLicence = (text: string): boolean => /(?:ANSI |AAMVA|AMVA |NSI )\s*\d{5}/.test(text)
/** So much of a stripe that it must never be shown: a finance card's first digits. */
export const isPanLike = (text: string): boolean => /^%[Bb]\d{4}/.test(text) || /^;\d{4}/.test(text)

const mostJunk = 14
/** May this, begun with @, still become the header of a licence, whatever became of its control characters? */
export function mayBeLicence(text: string): boolean {
  for (let at = 1; at <= Math.min(text.length, mostJunk); at++) {
    const rest = text.slice(at)
    if (licenceMarks.some((mark) => mark.startsWith(rest) || rest.startsWith(mark))) return true
    const char = text.charAt(at)
    if (char >= ' ' && !(char >= '\u0080' && char <= '\u009F') && !' jJ6^mM|'.includes(char)) return false
  }
  return text.length <= mostJunk
}

const stripeStart = /^(?:%(?:[Bb]\d|[A-Za-z]{2}|[Ee]\?|_)|;(?:\d|[Ee]\?))/
const stripeStub = /^(?:%[A-Za-z]?|;[Ee]?)$/
/** What a run that began with a sign may be: 'maybe' asks for one more character, 'no' gives everything back to whoever typed. */
export function judgeLead(text: string, { prefix }: WedgeRules): 'licence' | 'stripe' | 'sure' | 'maybe' | 'no' {
  if (prefix !== '' && (text.startsWith(prefix) || prefix.startsWith(text))) return text.length > prefix.length ? 'sure' : 'maybe'
  if (text.startsWith('@')) return text.length === 1 ? 'maybe' : mayBeLicence(text) ? 'licence' : 'no'
  if (/^[%;]/.test(text)) return stripeStart.test(text) ? 'stripe' : stripeStub.test(text) ? 'maybe' : 'no'
  if (/^\][A-Za-z][0-9mM]./.test(text)) return /^\]L.@/.test(text) ? 'licence' : 'sure'
  return /^\](?:[A-Za-z](?:[0-9mM])?)?$/.test(text) ? 'maybe' : 'no'
}
export const isLead = (char: string, { prefix }: WedgeRules): boolean => '@%;]'.includes(char) || (prefix !== '' && prefix.startsWith(char))
