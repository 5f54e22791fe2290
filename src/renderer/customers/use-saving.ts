import { useRef } from 'react'
import { call, newRequestId, type CallFailed } from '../bridge.ts'
import { useAct } from '../use-call.ts'
import type { CustomerForm } from './customer-form.ts'
import { focusField } from './FormFrame.tsx'
import type { OpenForm } from './use-customer-form.ts'

/** The name as it will be stored: split by main from the one field, unless its parts were put right by hand. */
export async function withParts(form: CustomerForm, before: CustomerForm | null): Promise<CustomerForm> {
  if (form.partsCorrected || form.fullName.trim() === '' || form.fullName === before?.fullName) return form
  const parts = await call('customers/split-name', { text: form.fullName.trim(), language: form.language })
  // A nickname on file stays when somebody only corrects the name around it.
  return { ...form, ...parts, nickname: parts.nickname === '' ? form.nickname : parts.nickname }
}

/** Runs a save: nothing goes out while a field is wrong, the first bad one gets the cursor, and a refusal lands under its field. */
export function useSaving<R>(open: OpenForm, show: (path: string) => void, work: (requestId: ReturnType<typeof newRequestId>) => Promise<R>) {
  const requestId = useRef(newRequestId())
  const point = (path: string) => (show(path), focusField(path))
  const onFailure = (failure: CallFailed): boolean => {
    if (failure.code !== 'connection-lost') requestId.current = newRequestId()
    const field = typeof failure.facts['field'] === 'string' ? failure.facts['field'] : failure.code === 'name-needed' ? 'name' : null
    if (field === null || failure.code === 'bad-input') return false
    const path = failure.code === 'last-name-needed' && open.surface !== 'register' ? 'lastName' : pathOf(field)
    open.refuse(path, failure.code)
    point(path)
    return true
  }
  const saving = useAct(async () => {
    const bad = Object.keys(open.problems)[0]
    open.showAll()
    if (bad !== undefined) {
      point(bad)
      return undefined
    }
    return work(requestId.current)
  }, onFailure)
  return { save: () => void saving.run(), busy: saving.busy }
}

const names = new Set(['firstName', 'lastName', 'nickname', 'company', 'fullName', 'name'])
const pathOf = (field: string): string => (names.has(field) ? 'name' : field)

