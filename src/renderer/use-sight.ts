import type { FieldName } from '../main/vocabulary.ts'
import { useAsk } from './use-call.ts'

const typedIn = ['phone', 'email', 'address', 'birthDate', 'notes', 'attributes', 'taxId'] as const satisfies readonly FieldName[]

/** Which fields of a customer, that can be typed in, whoever is signed in does not see whole; main masks them, this only lets a screen say so. */
export function useVeiled(): readonly FieldName[] {
  const fields = useAsk('staff/my-sight', {}, ['session-changed', 'staff-changed']).data?.fields
  return fields ? typedIn.filter((field) => fields[field] !== 'full') : []
}
