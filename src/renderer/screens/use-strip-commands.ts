import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useCommands } from '../commands.ts'
import { isCovered } from '../sales/covered.ts'
import { keyName } from '../use-keys.ts'
import type { CustomerView, SetCustomerView } from './customer-view.ts'

type Given = { readonly customerId: CustomerId | null; readonly view: CustomerView; readonly setView: SetCustomerView; readonly clear: () => void; readonly points: () => void }

/** The keys of the customer on the sale. An open form keeps its own. */
export function useStripCommands({ customerId, view, setView, clear, points }: Given): void {
  const { t } = useTranslation('customers')
  const free = view === null || view.kind === 'profile'
  useCommands([
    { name: 'customer-picker', label: t('customers'), key: 'F2', when: view?.kind !== 'new' && view?.kind !== 'edit', do: () => setView({ kind: 'picker' }) },
    { name: 'customer-new', label: t('new-customer'), key: 'Ctrl+N', when: free, do: () => setView({ kind: 'new', typed: '' }) },
    { name: 'customer-edit', label: t('edit-customer'), key: 'Ctrl+E', when: view === null && customerId !== null, do: () => customerId && setView({ kind: 'edit', id: customerId }) },
    { name: 'customer-points', label: t('loyalty:points-sheet'), key: 'F5', when: view === null, do: () => isCovered() || points() },
    { name: 'customer-history', label: t('customer-history'), key: 'Alt+2', when: view === null && customerId !== null, do: () => customerId && setView({ kind: 'profile', id: customerId, tab: 'sales' }) },
    { name: 'customer-clear', label: `${t('clear-customer')} (Ctrl+Backspace)`, when: customerId !== null, do: clear },
  ])
  useClearKey(view === null && customerId !== null, clear)
}

/** Ctrl+Backspace clears the customer, except where it deletes a word that someone is typing. */
function useClearKey(active: boolean, clear: () => void): void {
  const latest = useRef(clear)
  useEffect(() => void (latest.current = clear))
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const field = event.target
      const typing = (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value !== ''
      if (!active || event.defaultPrevented || typing || keyName(event) !== 'Ctrl+Backspace') return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [active])
}
