import { createContext, useContext } from 'react'
import type { Customer } from '../../main/customers/customer.ts'
import type { CustomerForm } from './customer-form.ts'
import type { Problems } from './check-form.ts'
import type { Surface } from './form-layout.ts'

/** One open form: what is typed, what was there before, what is wrong and already said. */
export type FormState = {
  readonly form: CustomerForm; readonly before: CustomerForm; readonly customer: Customer | null; readonly surface: Surface
  readonly set: (change: Partial<CustomerForm> | ((form: CustomerForm) => CustomerForm)) => void
  readonly problems: Problems
  /** The sentence under a field, once it was left or a save was tried. */
  readonly errorOf: (path: string) => string | undefined
  readonly leave: (path: string) => void
}
export const FormContext = createContext<FormState | null>(null)

export function useForm(): FormState {
  const state = useContext(FormContext)
  if (!state) throw new Error('a field needs a form')
  return state
}
