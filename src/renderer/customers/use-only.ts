import { useDebouncedValue } from '@mantine/hooks'
import type { OnlyWho } from '../../main/customers/only.sql.ts'
import { call, CallFailed } from '../bridge.ts'
import { useAsk } from '../use-call.ts'
import type { Search } from './use-search.ts'

const pauseMs = 150
const changed = ['customers-changed', 'customer-changed', 'points-changed', 'sale-completed', 'account-changed'] as const

/** Who was found among members, or among those who owe: a search like the picker's, in one page, that answers before anything is typed as well. */
export function useOnly(typed: string, who: OnlyWho | null, inactive: boolean) {
  const text = typed.trim()
  const [late] = useDebouncedValue(text, pauseMs)
  const asked = useAsk('customers/only', { text: text === '' ? '' : late, who: who ?? 'members', inactive }, changed, { enabled: who !== null, keepLast: true })
  const found: Search = { text: asked.isPlaceholderData || text === '' ? '' : late, rows: asked.data?.rows ?? [], near: asked.data?.near ?? false, more: null, failure: asked.error ?? null }
  const settle = async (): Promise<Search> => {
    try {
      return { ...found, text, ...(await call('customers/only', { text, who: who ?? 'members', inactive })), more: null, failure: null }
    } catch (error) {
      return { ...found, rows: [], failure: error instanceof CallFailed ? error : new CallFailed('bug', {}) }
    }
  }
  return { found, asked: asked.data !== undefined && !asked.isPlaceholderData && (text === '' || late === text), settle, more: () => Promise.resolve() }
}
