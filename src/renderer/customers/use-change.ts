import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../main/handlers.ts'
import { CallFailed, newRequestId } from '../bridge.ts'
import type { FieldName } from '../../main/vocabulary.ts'
import { sayToast } from '../toasts.ts'
import { sayFailure } from '../words.ts'
import type { Changes } from './form-changes.ts'
import { useAct } from '../use-call.ts'
import { useVeiled } from '../use-sight.ts'
import { useUpdate } from './use-update.ts'

/** What was replaced unseen cannot be put back by who never saw it. */
const veiledParts: Partial<Record<keyof Changes, FieldName>> = { phones: 'phone', emails: 'email', addresses: 'address', birthDate: 'birthDate', notes: 'notes', taxId: 'taxId' }
type Card = Output<'customers/card'>
type Consents = Input<'customers/update'>['consents']

/** One value changed where it stands: saved at once, said, and taken back with Undo. Answers a sentence when main refused it. */
export function useChange(card: Card) {
  const { t } = useTranslation('profile')
  const { customer, switches } = card
  const veiled = useVeiled()
  const update = useUpdate(customer.displayName)
  const send = (version: number, changes: Changes, consents: Consents) => update({ requestId: newRequestId(), id: customer.id, version, changes, keepConsent: {}, consents })
  const back = useAct(async (undone: Changes, version: number, consents: Consents) => void (await send(version, undone, consents)))
  return async (changes: Changes, undone: Changes, what: string): Promise<string | undefined> => {
    try {
      const { version } = await send(customer.version, changes, [])
      const lost = [...(changes.phones && switches.sms ? ['sms' as const] : []), ...(changes.emails && switches.email ? ['email' as const] : [])]
      const text = lost[0] ? t(`changed-${lost[0]}-off`, { what }) : t('changed', { what })
      // The number is the old one again, so what was agreed to for it holds again.
      const isBlind = (Object.keys(undone) as (keyof Changes)[]).some((part) => veiledParts[part] !== undefined && veiled.includes(veiledParts[part]))
      sayToast({ tone: 'done', text, ...(isBlind ? {} : { undo: () => void back.run(undone, version, lost.map((channel) => ({ channel, allowed: true }))) }) })
      return undefined
    } catch (error) {
      return sayFailure(error instanceof CallFailed ? error : new CallFailed('bug', {}))
    }
  }
}
