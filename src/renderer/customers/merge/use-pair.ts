import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { useApproved } from '../../approval.ts'
import { call, newRequestId, type CallFailed } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { useAct, useAsk } from '../../use-call.ts'
import type { Preview } from './merge-text.ts'
import { useUnmerge } from './use-unmerge.ts'

type Side = 'keep' | 'gone'
type Chosen = { readonly picks: Readonly<Record<string, Side>>; readonly left: readonly string[]; readonly taken: readonly string[]; readonly photo: Side | null }
const untouched: Chosen = { picks: {}, left: [], taken: [], photo: null }
const events = ['customer-changed', 'customers-changed', 'sales-changed', 'sale-completed', 'points-changed', 'account-changed'] as const

/** One pair that is looked at: which record stays, what was chosen otherwise than it stood, and what can be decided. */
export function usePair(oneId: CustomerId, otherId: CustomerId, onDone: () => void) {
  const [keepId, setKeepId] = useState<CustomerId | null>(null)
  const [chosen, choose] = useState(untouched)
  const preview = useAsk('customers/merge-preview', { oneId, otherId, keepId }, events, { keepLast: true })
  const changed = useChanged(preview.data)
  const decide = useDecide(oneId, otherId, preview.data, onDone)
  const merging = useMerging(preview.data, chosen, onDone, () => void preview.refetch())
  const keep = (id: CustomerId): void => (choose(untouched), setKeepId(id))
  return { preview, chosen, choose, keep, changed, decide, merge: merging }
}
export type PairState = ReturnType<typeof usePair>

/** What differs from what was shown before, by field: "one record changed meanwhile" is said by name. */
function useChanged(preview: Preview | undefined): readonly Preview['fields'][number][] {
  const before = useRef<Preview | undefined>(undefined)
  const [changed, setChanged] = useState<readonly Preview['fields'][number][]>([])
  useEffect(() => {
    const was = before.current
    before.current = preview
    if (!was || !preview || was.fingerprint === preview.fingerprint) return
    if (was.keep.id !== preview.keep.id) return setChanged([])
    setChanged(preview.fields.filter((field) => JSON.stringify(field) !== JSON.stringify(was.fields.find((each) => each.field === field.field))))
  }, [preview])
  return changed
}

function useDecide(oneId: CustomerId, otherId: CustomerId, preview: Preview | undefined, onDone: () => void) {
  const { t } = useTranslation('merge')
  const put = (state: 'open' | 'later' | 'different') => call('duplicates/decide', { requestId: newRequestId(), oneId, otherId, state })
  const back = useAct(() => put('open'))
  return useAct(async (state: 'later' | 'different') => {
    await put(state)
    const names = { one: preview?.keep.name ?? '', other: preview?.gone.name ?? '' }
    sayToast({ tone: 'done', text: state === 'later' ? t('put-off') : t('denied', names), undo: () => void back.run() })
    onDone()
  })
}

function useMerging(preview: Preview | undefined, { photo, ...choice }: Chosen, onDone: () => void, refresh: () => void) {
  const { t } = useTranslation('merge')
  const approved = useApproved()
  const unmerge = useUnmerge()
  return useAct(async () => {
    if (!preview || preview.refused) return
    const names = { gone: preview.gone.name, keep: preview.keep.name }
    const { kind, fingerprint, keep, gone } = preview
    const merged = await approved(t('approve-merge', names), (approvalId) =>
      call('customers/merge', { requestId: newRequestId(), kind, keepId: keep.id, goneId: gone.id, fingerprint, choice: { picks: { ...choice.picks }, left: [...choice.left], taken: [...choice.taken] }, photo, approvalId }))
    if (!merged) return
    sayToast({ tone: 'done', text: kind === 'merge' ? t('merged', names) : t('kept-online', names), undo: () => void unmerge.run(merged.mergeId, gone.name) })
    onDone()
  }, ({ code }: CallFailed) => {
    if (code === 'merge-changed') refresh()
    return false
  })
}
