import type { PrinterTrouble } from './printer-status.ts'

export const jobStates = ['queued', 'sending', 'sent', 'printed', 'unknown', 'failed'] as const
/**
 * Queued: not begun. Sending: the printer has some of it. Sent: all handed over to a printer that never says more. Printed: the printer itself said so.
 * Unknown: it may or may not be on paper. Failed: nothing of it is on paper.
 */
export type JobState = (typeof jobStates)[number]
/** Why the way to a printer could not be opened. */
export type LinkFailure = 'unreachable' | 'refused' | 'no-device' | 'no-permission' | 'busy'
export type PrintReason = '' | PrinterTrouble | LinkFailure | 'no-answer' | 'connection-lost' | 'no-confirmation' | 'restarted' | 'dropped' | 'too-old' | 'printer-removed' | 'sale-gone'
export type Outcome = { readonly state: 'sent' | 'printed' | 'unknown' | 'failed'; readonly reason: PrintReason; readonly pulsed: boolean }

export const isOver = (state: JobState): boolean => state !== 'queued' && state !== 'sending'

/** May this paper be out in the world already? Then the next one says DUPLICATE. */
export const mayBeOnPaper = (state: JobState): boolean => state !== 'failed'

/** How long a job may wait in the queue over a restart: an old receipt that comes out by itself belongs to nobody. */
export const freshForMs = 15 * 60_000

/** What becomes of a job that was open when the register went down: what was being sent may be on paper; what waited still can go, while it is fresh. */
export function afterRestart(state: 'queued' | 'sending', ageMs: number): { readonly state: JobState; readonly reason: PrintReason } {
  if (state === 'sending') return { state: 'unknown', reason: 'restarted' }
  return ageMs > freshForMs ? { state: 'failed', reason: 'too-old' } : { state: 'queued', reason: '' }
}
