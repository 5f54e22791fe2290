import type { TFunction } from 'i18next'
import type { OutcomeOf, ScanOutcome } from '../scan-place.ts'

export type Note = OutcomeOf<'licence-new'>['licence']
type Say = TFunction<'scan'>

/** What a licence is told of, calmly and in this order; nothing where nothing is the matter. */
export function sayLicence(t: Say, note: Note, day: (date: string) => string): string[] {
  return [
    note.under !== null && t('under', { age: note.age, minimum: note.under }),
    note.expired && note.expiresOn !== null && t('expired', { day: day(note.expiresOn) }),
    !note.expired && note.expiresToday && t('expires-today'),
    note.notYetValid && t('not-yet-valid'), note.nonsense && t('nonsense'), note.disagrees && t('disagrees'),
    note.age === null && !note.nonsense && t('no-birth-date'),
  ].filter((sentence) => sentence !== false)
}

/** One plain sentence for what needs no dialog; null for the others. */
export function sayOutcome(t: Say, outcome: ScanOutcome): string | null {
  switch (outcome.kind) {
    case 'payment-card': case 'read-error': case 'stripe-unknown': case 'close-first': case 'licence-not-here': case 'licence-parsed': return t(outcome.kind)
    case 'product-not-here': return t('product-not-here', { name: outcome.name })
    case 'customer-refused': return t(outcome.status === 'banned' ? 'customer-banned' : 'customer-inactive', { name: outcome.name })
    case 'ticket-used': return t('ticket-used', { name: outcome.label })
    case 'card-refused': return t(`card-${outcome.why}`, { code: outcome.shown, reason: outcome.reason })
    case 'test': return t(outcome.is === 'code' && outcome.symbology ? 'test-code-in' : `test-${outcome.is}`, { shown: outcome.shown, symbology: outcome.symbology })
    default: return null
  }
}
