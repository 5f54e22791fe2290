import { createContext, useContext } from 'react'
import type { Rules } from '../../../main/loyalty/program.ts'

/** The rules as they stand in the form. `part` changes one section of them; `report` says which fields hold what cannot be read. */
export type RulesForm = {
  readonly rules: Rules; readonly set: (rules: Rules) => void; readonly disabled: boolean
  readonly report: (field: string, wrong: boolean) => void
  /** The section main refused, or null. */
  readonly refused: string | null
  /** Grows when what was typed is given up: fields begin anew. */
  readonly resets: number
}
export const FormContext = createContext<RulesForm | null>(null)
export function useForm(): RulesForm {
  const form = useContext(FormContext)
  if (!form) throw new Error('a field of the rules stands in their form')
  return form
}

type Sections = Pick<Rules, 'earn' | 'multipliers' | 'tiers' | 'redemption' | 'expiry' | 'bonuses' | 'adjustments' | 'households'>
/** One section with its own setter. */
export function useSection<K extends keyof Sections>(name: K): readonly [Rules[K], (part: Partial<Rules[K]>) => void] {
  const { rules, set } = useForm()
  return [rules[name], (part) => set({ ...rules, [name]: { ...rules[name], ...part } })]
}
