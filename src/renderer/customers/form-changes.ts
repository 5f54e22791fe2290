import type { Customer } from '../../main/customers/customer.ts'
import type { Input } from '../../main/handlers.ts'
import { draftOf, type CustomerForm, type ReadDates } from './customer-form.ts'
import { changedAttributes } from './record-form.ts'

export type Changes = Input<'customers/update'>['changes']
const apart = new Set(['licence', 'medical', 'attributes'])
const licenceFields = ['licenceNumber', 'licenceRegion', 'licenceExpires', 'licenceGone'] as const
const medicalFields = ['medicalNumber', 'medicalExpires', 'medicalGone'] as const

/** Only what someone changed, so that two tills that edit different fields both keep their edit (G11). */
export function changesOf(before: CustomerForm, form: CustomerForm, customer: Customer, read: ReadDates): Changes {
  const [was, now] = [draftOf(before, read), draftOf(form, read)]
  const plain = Object.entries(now).filter(([name, value]) => !apart.has(name) && JSON.stringify(value) !== JSON.stringify(was[name as keyof typeof was]))
  const differs = (fields: readonly (keyof CustomerForm)[]) => fields.some((field) => form[field] !== before[field])
  return {
    ...(Object.fromEntries(plain) as Changes),
    ...(changedAttributes(before, form).length === 0 ? {} : { attributes: changedAttributes(before, form) }),
    ...(form.status === before.status ? {} : { status: form.status }),
    ...(differs(licenceFields) ? { licence: licenceOf(form, now, customer) } : {}),
    ...(differs(medicalFields) ? { medical: medicalOf(form, now, customer) } : {}),
  }
}

/** Editing what a card reader filled in makes it typed (S5-38); an untouched number stays on file as it is. */
function licenceOf(form: CustomerForm, now: ReturnType<typeof draftOf>, customer: Customer): NonNullable<Changes['licence']> | null {
  if (form.licenceGone && !now.licence?.number) return null
  const number = form.licenceNumber.trim() === '' ? null : form.licenceNumber.trim()
  if (number === null && !customer.licence && !now.licence) return null
  return { number: number ?? (customer.licence ? null : ''), region: form.licenceRegion.trim(), country: customer.licence?.country ?? '', expiresOn: now.licence?.expiresOn ?? null, source: 'typed' }
}

function medicalOf(form: CustomerForm, now: ReturnType<typeof draftOf>, customer: Customer): NonNullable<Changes['medical']> | null {
  if (form.medicalGone && !now.medical?.number) return null
  const number = form.medicalNumber.trim() === '' ? null : form.medicalNumber.trim()
  if (number === null && !customer.medical && !now.medical) return null
  return { number: number ?? (customer.medical ? null : ''), expiresOn: now.medical?.expiresOn ?? null }
}

/** Was anything typed that would be lost? */
export const isDirty = (before: CustomerForm, form: CustomerForm): boolean => JSON.stringify(before) !== JSON.stringify(form)
