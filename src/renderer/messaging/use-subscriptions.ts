import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageType } from '../../main/messaging/consent.ts'
import type { Given, Subscription, SubscriptionChange, Subscriptions } from '../../main/messaging/subscriptions.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { useAct } from '../use-call.ts'
import { boxOf, changesOf, ticked, toggleBox, toggleCell } from './ticks.ts'

export type Saving = { readonly customerId: CustomerId; readonly name: string; readonly stands: Subscriptions; readonly onDone: () => void }

/** What the dialog holds until Save changes: the ticks as they would be, and how a yes was given. */
export function useSubscriptions({ customerId, name, stands, onDone }: Saving) {
  const { t } = useTranslation('subscriptions')
  const [cells, setCells] = useState<readonly Subscription[]>(stands.cells)
  const [given, setGiven] = useState<Given | null>(null)
  const [note, setNote] = useState('')
  const changes = changesOf(stands.cells, cells)
  const begins = changes.some(({ allowed }) => allowed)
  const ready = changes.length > 0 && (!begins || (given !== null && (given !== 'other' || note.trim() !== '')))
  const act = useAct(async () => {
    await save(customerId, changes, begins ? { given, note } : { given: null, note: '' })
    const back = changes.map((change): SubscriptionChange => ({ ...change, allowed: !change.allowed }))
    sayToast({ tone: 'done', text: t('saved', { name }), undo: () => void save(customerId, back, { given: 'undo', note: '' }) })
    onDone()
  })
  return {
    cells, given, setGiven, note, setNote, begins, ready, dirty: changes.length > 0, busy: act.busy, save: () => void act.run(),
    box: (types: readonly MessageType[]) => boxOf(cells, types), count: ticked(cells),
    toggleBox: (types: readonly MessageType[]) => setCells(toggleBox(cells, types)), toggleCell: (cell: Subscription) => setCells(toggleCell(cells, cell)),
  }
}

const save = (customerId: CustomerId, changes: readonly SubscriptionChange[], how: { readonly given: Given | null; readonly note: string }) =>
  call('messaging/save-subscriptions', { requestId: newRequestId(), customerId, changes: [...changes], ...how })
