import type { ReactNode } from 'react'
import type { Customer } from '../../main/customers/customer.ts'
import type { TabName } from './form-layout.ts'

/** What other rooms bring under a tab of the form; each of them saves by itself. Only screens/ fill them. */
export type FormSlots = Partial<Readonly<Record<TabName, (customer: Customer) => ReactNode>>>
