import { useMemo, useState } from 'react'
import type { ItemId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { useFormat } from '../format.ts'
import { useAct, useAsk } from '../use-call.ts'
import { sayFailure } from '../words.ts'
import { checkItem, draftOf, emptyItem, formOf, type ItemForm, type ItemProblems } from './item-form.ts'

/** The form of one item, new (`id` null, `code` its first barcode) or known; saves once, and says by field what main refused. */
export function useItemForm(id: ItemId | null, code: string, onSaved: (id: ItemId, name: string) => void) {
  const format = useFormat()
  const taxes = useAsk('shop/taxes', {}, ['shop-changed'])
  const known = useAsk('items/get', { id: id! }, [], { enabled: id !== null })
  const first = useMemo(() => {
    if (id === null) return taxes.data ? emptyItem(taxes.data.classes[0]?.id ?? null, code) : null
    return known.data ? formOf(known.data, format.digits) : null
  }, [id, code, taxes.data, known.data, format.digits])
  const [typed, setTyped] = useState<ItemForm | null>(null)
  const form = typed ?? first
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<Partial<Record<keyof ItemForm, string>>>({})
  const problems: ItemProblems = form && tried ? checkItem(form, format.readMoney) : {}
  const saving = useAct(async (ready: ItemForm) => {
    const saved = await call('items/save', { requestId: newRequestId(), id, draft: draftOf(ready, format.readMoney) })
    onSaved(saved.id, ready.name.trim())
  }, (failure) => {
    if (failure.code !== 'barcode-taken') return false
    setRefused({ barcodes: sayFailure(failure) })
    return true
  })
  const save = () => {
    setTried(true)
    setRefused({})
    if (form && Object.keys(checkItem(form, format.readMoney)).length === 0) void saving.run(form)
  }
  const change = (part: Partial<ItemForm>) => setTyped((now) => (now ?? first) && { ...(now ?? first)!, ...part })
  const dirty = form !== null && JSON.stringify(form) !== JSON.stringify(first)
  return { form, change, problems, refused, save, busy: saving.busy, dirty, classes: taxes.data?.classes ?? [], failure: known.error ?? taxes.error }
}
