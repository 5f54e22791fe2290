import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { sayFailure } from '../words.ts'

export type OtherPerson = { readonly id: CustomerId; readonly name: string }
type Scan = { readonly code: string } | null
type Given = { readonly customerId: CustomerId; /** Something is half done for this customer: another's card is asked about. */ readonly isChanging: boolean; readonly onSwitch: (other: OtherPerson) => void }

/** A card scanned over the sheet: another member's switches the sheet to them, but never away from a change that is half typed. */
export function useCardOnSheet(scan: Scan, { customerId, isChanging, onSwitch }: Given) {
  const { t } = useTranslation('loyalty')
  const [asked, ask] = useState<OtherPerson | null>(null)
  const taken = useRef<Scan>(null)
  const { run } = useAct(async (code: string) => {
    const found = await call('loyalty/card', { code: code.slice(0, 64) })
    if (found.kind === 'mistyped') return sayToast({ tone: 'error', text: sayFailure({ code: 'card-mistyped', facts: { code: found.shown } }) })
    if (found.kind === 'blocked' || found.kind === 'replaced') return sayToast({ tone: 'error', text: t(found.kind === 'blocked' ? 'card-is-blocked' : 'card-was-replaced', { reason: found.reason }) })
    const id = found.kind === 'active' ? found.customerId : found.kind === 'phone' && found.customerIds.length === 1 ? found.customerIds[0] : null
    if (!id) return sayToast({ tone: 'note', text: t('not-a-card-here') })
    if (id === customerId) return undefined
    const other = { id, name: (await call('customers/get', { id })).displayName }
    return isChanging ? ask(other) : onSwitch(other)
  })
  useEffect(() => {
    if (scan === null || scan === taken.current) return
    taken.current = scan
    void run(scan.code)
  }, [scan, run])
  return { asked, stay: () => ask(null) }
}
