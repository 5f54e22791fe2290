import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../bridge.ts'
import { emptyForm, type CustomerForm } from './customer-form.ts'

type Kept = { readonly form: CustomerForm; readonly at: string }
const pauseMs = 400

/** G2: what is typed is kept on the till as it is typed, and offered back after a reload or a power cut. */
export function useKeptDraft(name: string, form: CustomerForm, dirty: boolean) {
  const [kept, setKept] = useState<Kept | null>(null)
  const dropped = useRef(false)
  useEffect(() => {
    void call('customers/kept-draft', { form: name }).then((draft) => setKept(readKept(draft)), () => undefined)
  }, [name])
  useEffect(() => {
    if (!dirty) return undefined
    dropped.current = false
    const timer = window.setTimeout(() => {
      if (!dropped.current) void call('customers/keep-draft', { form: name, body: JSON.stringify(form) }).catch(() => undefined)
    }, pauseMs)
    return () => window.clearTimeout(timer)
  }, [name, form, dirty])
  const drop = useCallback(async () => {
    setKept(null)
    dropped.current = true
    await call('customers/drop-draft', { form: name }).catch(() => undefined)
  }, [name])
  return { kept, forget: () => setKept(null), drop }
}

function readKept(draft: { readonly body: string; readonly at: string } | null): Kept | null {
  if (!draft) return null
  try {
    return { form: { ...emptyForm, ...(JSON.parse(draft.body) as CustomerForm) }, at: draft.at }
  } catch {
    return null
  }
}
