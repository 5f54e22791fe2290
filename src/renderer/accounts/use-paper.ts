import { useTranslation } from 'react-i18next'
import type { AccountEntryId, CustomerId, Language } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { bytesOf, saveFile } from '../ui/FileChip.tsx'
import { followLink } from '../ui/follow-link.ts'
import { useAct } from '../use-call.ts'

/** A statement, or with `entryId` the receipt of a payment. */
export type PaperOf = { readonly customerId: CustomerId; readonly entryId: AccountEntryId | null; readonly language: Language }

/** The paper printed, as a file, by e-mail or by WhatsApp. `onSystem` opens the system's print dialog; without any printer, paper becomes a file. */
export function usePaperActs({ duplicate = false, ...of }: PaperOf & { readonly duplicate?: boolean }, onSystem?: () => void) {
  const { t } = useTranslation(['accounts', 'printing'])
  const save = async (said: string) => {
    const { base64, fileName } = await call('accounts/paper-pdf', { ...of, duplicate })
    saveFile({ name: fileName, parts: [bytesOf(base64)], type: 'application/pdf' })
    sayToast({ tone: 'done', text: t(said, { name: fileName }) })
  }
  const pdf = useAct(() => save('pay:pdf-saved'))
  const print = useAct(async () => {
    const { how } = await call('accounts/print', { ...of, requestId: newRequestId() })
    if (how === 'system' && onSystem) onSystem()
    else if (how !== 'printer') await save('printing:saved-instead')
    else sayToast({ tone: 'done', text: t('printing') })
  })
  const mail = useAct(async () => {
    const { address } = await call('accounts/mail-statement', { requestId: newRequestId(), customerId: of.customerId, language: of.language })
    sayToast({ tone: 'done', text: t('mail-queued', { address }) })
  })
  const whatsapp = useAct(async () => {
    const { link } = await call('accounts/statement-link', { customerId: of.customerId, language: of.language })
    followLink(link)
  })
  return { pdf, print, mail, whatsapp }
}
