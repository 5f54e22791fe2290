import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId, Json } from '../../main/vocabulary.ts'
import { call, newRequestId, type CallFailed } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'

/** Somebody who may not buy under their name: switched off, or banned and why. `before` is who was on the cart. */
export type RefusedCustomer = { readonly kind: 'inactive' | 'banned'; readonly id: CustomerId; readonly name: string; readonly reason: string }

let refused: RefusedCustomer | null = null
const watchers = new Set<() => void>()
/** Shows the question over the cart; null puts it away. */
export function askRefused(next: RefusedCustomer | null): void {
  refused = next
  watchers.forEach((tell) => tell())
}
export const useRefused = (): RefusedCustomer | null => useSyncExternalStore((tell) => (watchers.add(tell), () => watchers.delete(tell)), () => refused)

const text = (fact: Json | undefined): string => (typeof fact === 'string' ? fact : '')
/** Takes the two refusals that have an answer; any other is said as usual. */
export function refusedBy({ code, facts }: CallFailed): boolean {
  if (code !== 'customer-inactive' && code !== 'customer-banned') return false
  askRefused({ kind: code === 'customer-banned' ? 'banned' : 'inactive', id: facts['customerId'] as CustomerId, name: text(facts['name']), reason: text(facts['reason']) })
  return true
}

/** One tap back to active (S2-15). */
export function useReactivate() {
  const { t } = useTranslation('customers')
  return useAct(async (id: CustomerId, name: string) => {
    const { version } = await call('customers/get', { id })
    await call('customers/update', { requestId: newRequestId(), id, version, changes: { status: 'active' }, keepConsent: {}, consents: [] })
    sayToast({ tone: 'done', text: t('reactivated', { name }) })
    return true
  })
}
