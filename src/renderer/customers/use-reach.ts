import { useTranslation } from 'react-i18next'
import type { Way } from '../../main/customers/reach.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { saveFile } from '../ui/FileChip.tsx'
import { followLink } from '../ui/follow-link.ts'
import { useAct } from '../use-call.ts'

type Person = { readonly id: CustomerId; readonly displayName: string }

/** Asks main for the way, which writes it down, and then leaves by it; `openFor` for somebody who was made just now. */
export function useReach(person: Person) {
  const { t } = useTranslation('profile')
  const act = useAct(async ({ id, displayName }: Person, way: Way, addressAt: number) => {
    const reached = await call('customers/reach', { customerId: id, way, addressAt })
    if ('link' in reached) return followLink(reached.link)
    saveFile({ name: reached.fileName, parts: [reached.text], type: 'text/vcard' })
    sayToast({ tone: 'done', text: t('contact-saved', { name: displayName, file: reached.fileName }) })
  })
  return { busy: act.busy, open: (way: Way, addressAt = 0) => void act.run(person, way, addressAt), openFor: (who: Person, way: Way) => void act.run(who, way, 0) }
}
