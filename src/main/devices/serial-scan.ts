import { beginsLicence, latin1, mostCharacters, withoutAim, type Arrived } from './arrived.ts'
import { isWholeLicence } from './licence-whole.ts'

export const suffixes = ['auto', 'cr', 'lf', 'crlf', 'tab', 'none'] as const
export type Suffix = (typeof suffixes)[number]
export type SerialRules = {
  /** What the scanner is set to send before every code, or ''. */
  readonly prefix: string
  /** What it sends after: 'auto' takes any of CR, LF and TAB, or silence. */
  readonly suffix: Suffix
  /** So much silence ends a licence, a stripe and a code without suffix. */
  readonly gapMs: number
}
export const usualSerial: SerialRules = { prefix: '', suffix: 'auto', gapMs: 150 }

/** `noise`: what comes is no text, or the rest of something given up, and is let pass until it is quiet; 'told' says nothing of it. */
export type SerialState = { readonly text: string; readonly lastAtMs: number; readonly noise: 'no' | 'garbled' | 'told'; readonly cutAtMs: number | null }
export type SerialStep = { readonly state: SerialState; readonly arrived: readonly Arrived[] }
export const serialIdle: SerialState = { text: '', lastAtMs: 0, noise: 'no', cutAtMs: null }

/** The rest of a scan that was given up comes within this time, and is no scan. */
const restMs = 1_000

/** Some more bytes, all at one moment. However they are cut into pieces, the same texts come out. */
export function serialBytes(before: SerialState, bytes: Uint8Array, rules: SerialRules, atMs: number): SerialStep {
  const quiet = serialQuiet(before, rules, atMs)
  const arrived = [...quiet.arrived]
  let state = quiet.state
  for (const char of latin1(bytes)) {
    const step = take(state, char, rules, atMs)
    state = step.state
    arrived.push(...step.arrived)
  }
  return { state: { ...state, lastAtMs: atMs }, arrived }
}

const isPending = ({ text, noise }: SerialState): boolean => text !== '' || noise !== 'no'
/** When silence will have ended what is under way, or null when nothing is. */
export const serialDueAtMs = (state: SerialState, { gapMs }: SerialRules): number | null => (isPending(state) ? state.lastAtMs + gapMs : null)

/** Ends by silence: a whole licence, stripe or code without suffix arrives; half of one is a read error. */
export function serialQuiet(state: SerialState, rules: SerialRules, atMs: number): SerialStep {
  if (!isPending(state) || atMs < state.lastAtMs + rules.gapMs) return { state, arrived: [] }
  const idle: SerialState = { ...serialIdle, lastAtMs: state.lastAtMs, cutAtMs: state.cutAtMs }
  if (state.noise !== 'no') return { state: idle, arrived: state.noise === 'garbled' ? [{ kind: 'garbled' }] : [] }
  const ended = endedBySilence(state.text, rules)
  return { state: { ...idle, cutAtMs: ended?.kind === 'read-error' ? state.lastAtMs : null }, arrived: ended ? [ended] : [] }
}

function take(state: SerialState, char: string, rules: SerialRules, atMs: number): SerialStep {
  const same = { state, arrived: [] }
  if (state.noise !== 'no') return same
  if (state.text === '' && isLineEnd(char)) return same
  if (state.text === '' && isRest(state, char, rules, atMs)) return { state: { ...state, noise: 'told' }, arrived: [] }
  const text = state.text + char
  const isPlain = kindOf(text, rules) === 'plain'
  if (isPlain && endsLine(text, rules)) return { state: { ...state, text: '', cutAtMs: null }, arrived: delivered(text, rules) }
  if (text.length > mostCharacters || (isPlain && !isReadable(char))) return { state: { ...state, text: '', noise: 'garbled' }, arrived: [] }
  return { state: { ...state, text }, arrived: [] }
}

/** Ends of a line, fillers and the frame that some scanners put around a code: none of them begins one. */
const isLineEnd = (char: string): boolean => '\r\n\t\0\u0002\u0003'.includes(char)
/** Characters a code can hold: GS, RS, FS, US and EOT of GS1 and ISO 15434 codes too. */
const isReadable = (char: string): boolean => (char >= ' ' && char < '\u007f') || char >= '\u00a0' || '\r\n\t\u0003\u0004\u001c\u001d\u001e\u001f'.includes(char)

function isRest({ cutAtMs, lastAtMs }: SerialState, char: string, { prefix }: SerialRules, atMs: number): boolean {
  if (cutAtMs === null || atMs - Math.max(cutAtMs, lastAtMs) >= restMs) return false
  return !'@%;]'.includes(char) && (prefix === '' || char !== prefix.charAt(0))
}

function endsLine(text: string, { suffix }: SerialRules): boolean {
  if (suffix === 'none') return false
  if (suffix === 'crlf') return text.endsWith('\r\n')
  const ends = suffix === 'auto' ? '\r\n\t' : { cr: '\r', lf: '\n', tab: '\t' }[suffix]
  return ends.includes(text.at(-1) ?? ' ')
}

const bodyOf = (text: string, { prefix }: SerialRules) => withoutAim(prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text)

function kindOf(text: string, rules: SerialRules): 'licence' | 'stripe' | 'plain' {
  const { text: body } = bodyOf(text, rules)
  if (body.startsWith('@') && (body.length < 16 || beginsLicence(body))) return 'licence'
  return stripeStart.test(body) ? 'stripe' : 'plain'
}

const stripeStart = /^(?:%(?:[A-Za-z_]|$)|;(?:[\dE]|$))/
const withoutEnd = (text: string): string => {
  let length = text.length
  while (length > 0 && isLineEnd(text.charAt(length - 1))) length--
  return text.slice(0, length)
}

function delivered(raw: string, rules: SerialRules): Arrived[] {
  const { symbology, text } = bodyOf(withoutEnd(raw), rules)
  return text === '' ? [] : [{ kind: 'text', text, symbology }]
}

function endedBySilence(raw: string, rules: SerialRules): Arrived | null {
  const { symbology, text } = bodyOf(raw, rules)
  if (beginsLicence(text)) return isWholeLicence(text, rules.suffix) ? { kind: 'text', text, symbology } : { kind: 'read-error' }
  const trimmed = withoutEnd(text)
  if (isHalf(text, trimmed, rules)) return { kind: 'read-error' }
  return trimmed === '' ? null : { kind: 'text', text: trimmed, symbology }
}

/** A stripe that does not end in its sentinel, or a code whose usual end never came. */
function isHalf(text: string, trimmed: string, { suffix }: SerialRules): boolean {
  const isUnended = trimmed === text
  if (stripeStart.test(trimmed)) return !trimmed.endsWith('?') && (isUnended || /[\^=$]/.test(trimmed))
  return isUnended && suffix !== 'auto' && suffix !== 'none'
}
