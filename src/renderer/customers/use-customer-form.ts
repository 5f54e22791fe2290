import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../main/customers/customer.ts'
import { useHere } from '../here.ts'
import { useAsk } from '../use-call.ts'
import { useDates } from '../ui/DateField.tsx'
import { ageOn } from '../ui/read-date.ts'
import { checkForm, type Problems } from './check-form.ts'
import type { CustomerForm } from './customer-form.ts'
import type { Surface } from './form-layout.ts'
import { isDirty } from './form-changes.ts'
import type { FormState } from './form-state.ts'
import { useReaders } from './use-readers.ts'

type Given = { readonly before: CustomerForm; readonly start: CustomerForm; readonly customer: Customer | null; readonly surface: Surface }

/** The state of one form: checks on leaving a field and on save, and what main refused until that field changes. */
export function useCustomerForm({ before, start, customer, surface }: Given) {
  const { t } = useTranslation('refusals')
  const [form, setForm] = useState(start)
  const [seen, setSeen] = useState<readonly string[] | 'all'>([])
  const [refused, setRefused] = useState<Problems>({})
  const problems = useProblems(form, { before, customer, surface })
  const set = useCallback<FormState['set']>((change) => {
    setForm((now) => (typeof change === 'function' ? change(now) : { ...now, ...change }))
    setRefused({})
  }, [])
  const leave = useCallback((path: string) => setSeen((now) => (now === 'all' || now.includes(path) ? now : [...now, path])), [])
  const errorOf = (path: string) => {
    const code = refused[path] ?? (seen === 'all' || seen.includes(path) ? problems[path] : undefined)
    return code === undefined ? undefined : t(code)
  }
  return {
    form, before, customer, surface, set, problems: { ...problems, ...refused }, errorOf, leave, dirty: isDirty(before, form),
    showAll: () => setSeen('all'), shown: seen === 'all' || Object.keys(refused).length > 0, refuse: (path: string, code: string) => setRefused({ [path]: code }),
  }
}
export type OpenForm = ReturnType<typeof useCustomerForm>

function useProblems(form: CustomerForm, { before, customer, surface }: Omit<Given, 'start'>): Problems {
  const { shop } = useHere()
  const { today } = useDates()
  const read = useReaders()
  const types = useAsk('customers/types', {}, ['customers-changed'])
  const isMedical = shop.medical && types.data?.find(({ id }) => id === form.customerTypeId)?.kind === 'medical'
  const wanted = useAsk('customers/form-settings', {}, ['shop-changed']).data?.lastNameRequired === true
  const lastNameNeeded = wanted && surface !== 'register' && (customer === null || before.lastName !== '')
  const medicalNumberNeeded = isMedical && (!customer?.medical?.last4 || form.medicalGone)
  return useMemo(() => checkForm(form, { country: shop.country, today, medicalNumberNeeded, lastNameNeeded, read, ageOn }), [form, shop.country, today, medicalNumberNeeded, lastNameNeeded, read])
}
