import type { Answer } from '../main/staff/staff.ts'
import type { Right } from '../main/vocabulary.ts'
import { useAsk } from './use-call.ts'

/** What whoever is signed in may do, as main says; until it has answered, no. A control they may not use stays visible, with a lock. */
export function useRights(): (right: Right) => Answer {
  const { data } = useAsk('staff/my-rights', {}, ['session-changed', 'staff-changed'])
  return (right) => data?.[right] ?? 'no'
}
