import type { Core } from '../context.ts'
import { looksParsedByScanner } from '../devices/licence-parsed.ts'
import { classify, type ScanKind } from '../devices/scan.ts'
import type { Caller } from '../vocabulary.ts'
import { takeCode } from './take-code.ts'
import { takeLicence } from './take-licence.ts'
import type { ScanAsked, ScanDone, ScanOutcome } from './scan-outcome.ts'

/**
 * A scan has exactly one taker. Its raw text lives as long as this call: what a licence said is read and the rest let go, of a payment card nothing
 * is kept or answered. In Settings it is only looked at.
 */
export function takeScan(core: Core, caller: Caller, asked: ScanAsked): ScanOutcome {
  const scan = classify(asked.text, asked.symbology)
  if (asked.screen === 'settings') return tested(core, scan)
  const done: ScanDone = { caller, asked: { ...asked, text: '' } }
  switch (scan.kind) {
    case 'payment-card': case 'read-error': return { kind: scan.kind }
    case 'licence': return takeLicence(core, scan.licence, done)
    case 'stripe': return takeStripe(core, scan.text, done)
    case 'code': return orParsed(takeCode(core, scan, done), asked)
  }
}

/** A licence that the scanner took apart by itself is no unknown code: it holds a person, so it is not shown, and only the scanner's setting helps. */
const orParsed = (outcome: ScanOutcome, { text, symbology }: ScanAsked): ScanOutcome =>
  outcome.kind === 'unknown' && looksParsedByScanner(text, symbology) ? { kind: 'licence-parsed' } : outcome

/** A card of another kind: a loyalty card whose stripe says its code, or nothing we know; its digits are not shown. */
function takeStripe(core: Core, text: string, done: ScanDone): ScanOutcome {
  for (const code of [...new Set(text.match(/[A-Za-z0-9-]{4,40}/g))].slice(0, 6)) {
    const outcome = takeCode(core, { kind: 'code', code, symbology: null, spellings: [code], looksLike: null }, { ...done, asked: { ...done.asked, slow: true } })
    if (outcome.kind !== 'not-found') return outcome
  }
  return { kind: 'stripe-unknown' }
}

const mostShown = 40
function tested(core: Core, scan: ScanKind): ScanOutcome {
  const at = core.now()
  if (scan.kind === 'licence') return { kind: 'test', is: 'licence', shown: `${scan.licence.jurisdiction} •••• ${scan.licence.numberKey.slice(-4)}`.trim(), symbology: null, at }
  if (scan.kind === 'code') return { kind: 'test', is: 'code', shown: scan.code.slice(0, mostShown), symbology: scan.symbology, at }
  return { kind: 'test', is: scan.kind, shown: scan.kind === 'stripe' ? `${scan.text.slice(0, 2)}…` : '', symbology: null, at }
}
