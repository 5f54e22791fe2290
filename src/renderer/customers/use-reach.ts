import { useTranslation } from 'react-i18next'
import type { Way } from '../../main/customers/reach.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { saveFile } from '../ui/FileChip.tsx'
import { useAct } from '../use-call.ts'

/** Asks main for the way, which writes it down, and then leaves by it. */
export function useReach({ id, displayName }: { readonly id: CustomerId; readonly displayName: string }) {
  const { t } = useTranslation('profile')
  const act = useAct(async (way: Way, addressAt: number) => {
    const reached = await call('customers/reach', { customerId: id, way, addressAt })
    if ('link' in reached) return follow(reached.link)
    saveFile({ name: reached.fileName, parts: [reached.text], type: 'text/vcard' })
    sayToast({ tone: 'done', text: t('contact-saved', { name: displayName, file: reached.fileName }) })
  })
  return { busy: act.busy, open: (way: Way, addressAt = 0) => void act.run(way, addressAt) }
}

/** Another program or another tab: this page stays where it is, and tells the other nothing of itself. */
function follow(link: string): void {
  const anchor = document.createElement('a')
  anchor.href = link
  anchor.target = '_blank'
  anchor.rel = 'noopener noreferrer'
  anchor.click()
}
