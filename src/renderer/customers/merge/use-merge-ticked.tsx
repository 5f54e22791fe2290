import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from '../../../main/customers/selection.ts'
import type { CustomerId } from '../../../main/vocabulary.ts'
import { useAsk } from '../../use-call.ts'
import { MergeDialog } from './MergeDialog.tsx'

type Ticked = { readonly selection: Selection; readonly count: number }
type Pair = readonly [CustomerId, CustomerId]
const pairOf = ({ selection, count }: Ticked): Pair | null => {
  const [one, other] = selection.kind === 'ids' && count === 2 ? selection.ids : []
  return one && other ? [one, other] : null
}

/**
 * Merge for two people ticked in a list: greyed with its reason where it is not two, or where one of them is a record of the online catalog.
 * `act` is asked while the bar is drawn; the pair it is asked about is looked up right after.
 */
export function useMergeTicked(): { readonly act: (ticked: Ticked) => { readonly locked?: string; readonly do: () => void }; readonly dialog: ReactNode } {
  const { t } = useTranslation('merge')
  const [pair, look] = useState<Pair | null>(null)
  const [opened, open] = useState(false)
  const [oneId, otherId] = pair ?? (['none', 'none'] as unknown as Pair)
  const preview = useAsk('customers/merge-preview', { oneId, otherId, keepId: null }, ['customers-changed', 'customer-changed'], { enabled: pair !== null }).data
  const act = (ticked: Ticked) => {
    const asked = pairOf(ticked)
    if (asked && asked.join() !== pair?.join()) window.setTimeout(() => look(asked))
    const locked = asked === null ? t('two-needed') : preview?.refused ? t('locked-catalog', { code: preview.refused.of }) : preview?.kind === 'keep-online' ? t('locked-catalog', { code: preview.keep.code }) : undefined
    return { ...(locked === undefined ? {} : { locked }), do: () => open(true) }
  }
  return { act, dialog: opened && pair ? <MergeDialog oneId={pair[0]} otherId={pair[1]} onClose={() => open(false)} /> : null }
}
