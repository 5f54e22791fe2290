import type { Instant } from '../../../main/vocabulary.ts'
import { useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'

/** Whether a group's multiplier may be changed here and now, the most the programme ever gives in thousandths, and when a later version of it begins. */
export type PointsRules = { readonly state: 'late' | 'off' | 'locked' | 'open'; readonly mostMilli: number; readonly nextAt: Instant | null }

/** What the loyalty programme says of multipliers: they are its rules, and a group's form only shows one of them. */
export function usePointsRules(): PointsRules {
  const mayEdit = useRights()('edit-loyalty') === 'yes'
  const programs = useAsk('loyalty/programs', {}, ['loyalty-changed'], { keepLast: true }).data
  const rules = programs?.now?.rules
  const state = !programs ? 'late' : !rules?.on ? 'off' : mayEdit ? 'open' : 'locked'
  return { state, mostMilli: rules?.multipliers.capMilli ?? 0, nextAt: programs?.next.map(({ startsAt }) => startsAt).toSorted()[0] ?? null }
}
