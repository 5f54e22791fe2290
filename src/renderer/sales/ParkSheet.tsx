import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cart } from '../../main/sales/sale.ts'
import type { Instant, TableId } from '../../main/vocabulary.ts'
import styles from './Dialogs.module.css'
import { TableField, tableOf } from './tables/TableField.tsx'
import { useFloor } from './tables/use-floor.ts'
import { useDiscard } from './use-discard.ts'
import { useDefaultLabel, usePark } from './use-park.ts'

type Way = 'save' | 'discard'
type Props = { readonly cart: Cart; readonly onClose: () => void }

/** ⚡ Save Sale stands chosen with a name filled in: Save ends it. */
export function ParkSheet({ cart, onClose }: Props) {
  const { t } = useTranslation('queue')
  const [way, setWay] = useState<Way>('save')
  const nameFor = useDefaultLabel()
  const [draft, setDraft] = useState(() => ({ label: nameFor(cart), note: cart.note, due: '' }))
  const [picked, pickTable] = useState<TableId | null | undefined>(undefined)
  const floor = useFloor()
  const tableId = picked === undefined ? tableOf(floor, cart.id) : picked
  const discard = useDiscard()
  const parking = usePark()
  const ready = way === 'discard' || draft.label.trim() !== ''
  const finish = async () => {
    if (way === 'discard') return onClose(), discard()
    if (await parking.run(draft.label.trim(), draft.note.trim(), dueAt(draft.due), floor ? tableId : undefined)) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('save-cart')} size="lg" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), ready && void finish())}>
        <Ways way={way} onWay={setWay} />
        {way === 'save' && <Fields draft={draft} setDraft={setDraft} />}
        {way === 'save' && floor && <TableField floor={floor} saleId={cart.id} value={tableId} onTable={pickTable} />}
        <div className={styles['feet']}>
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" disabled={!ready || parking.busy} data-autofocus>{t(way === 'save' ? 'ui:save' : 'discard')}</Button>
        </div>
      </form>
    </Modal>
  )
}

/** A time today, or tomorrow where it has passed. */
function dueAt(time: string): Instant | null {
  const [hours, minutes] = time.split(':').map(Number)
  if (hours === undefined || minutes === undefined) return null
  const due = new Date()
  due.setHours(hours, minutes, 0, 0)
  if (due.getTime() < Date.now()) due.setDate(due.getDate() + 1)
  return due.toISOString() as Instant
}

function Ways({ way, onWay }: { readonly way: Way; readonly onWay: (way: Way) => void }) {
  const { t } = useTranslation('queue')
  return (
    <div className={styles['choices']} role="radiogroup" aria-label={t('what-to-do')}>
      <label className={styles['choice']}>
        <input type="radio" name="way" checked={way === 'save'} onChange={() => onWay('save')} />
        <span>{t('save-sale')}</span>
      </label>
      <label className={styles['choice']}>
        <input type="radio" name="way" disabled />
        <span>{t('save-estimate')}</span>
        <small>{t('comes-later')}</small>
      </label>
      <label className={styles['choice']}>
        <input type="radio" name="way" checked={way === 'discard'} onChange={() => onWay('discard')} />
        <span>{t('discard')}</span>
        <small>{t('discard-what')}</small>
      </label>
    </div>
  )
}

type Draft = { readonly label: string; readonly note: string; readonly due: string }
function Fields({ draft, setDraft }: { readonly draft: Draft; readonly setDraft: (draft: Draft) => void }) {
  const { t } = useTranslation('queue')
  return (
    <>
      <TextInput
        label={t('add-customer-name')} value={draft.label} maxLength={80} autoComplete="off" onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft({ ...draft, label: event.currentTarget.value })} error={draft.label.trim() === '' ? t('name-needed') : undefined}
      />
      <TextInput
        label={t('note')} value={draft.note} maxLength={500} autoComplete="off"
        onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
      />
      <TextInput type="time" label={t('due')} value={draft.due} onChange={(event) => setDraft({ ...draft, due: event.currentTarget.value })} />
    </>
  )
}
