import { ActionIcon, Button, Checkbox, Modal, VisuallyHidden } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import type { Cents, CustomerId } from '../../../main/vocabulary.ts'
import { useApproved } from '../../approval.ts'
import { call, newRequestId } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { useAct, useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'
import { sayFailure } from '../../words.ts'
import type { Card } from '../card.ts'
import { useStatus } from '../use-status.ts'
import styles from './Erase.module.css'

type Preview = Output<'customers/erase-preview'>
const said = ['customer-changed', 'customers-erased', 'sale-changed', 'sale-completed', 'points-changed', 'queue-changed', 'account-changed'] as const

/** Whoever owes is deleted once what they owe is given up, which a manager's PIN allows. */
const mayWriteOff = ({ kept, balanceCents }: Preview, right: ReturnType<typeof useRights>): boolean => kept === 'customer-owes' && balanceCents !== null && right('adjust-account') !== 'no'

/** The trash at the right end of a profile's head: asks before it deletes; while something stands in the way it says what. Hidden where the role may never. */
export function DeleteCustomer({ card }: { readonly card: Card }) {
  const { t } = useTranslation('erase')
  const [opened, open] = useState(false)
  const right = useRights()
  const preview = useAsk('customers/erase-preview', { id: card.customer.id }, said, { keepLast: true }).data
  if (!preview || preview.answer === 'no') return null
  const why = mayWriteOff(preview, right) ? null : preview.kept === 'customer-on-cart' ? t('delete-on-cart', { till: preview.registerName ?? '' }) : preview.kept ? `${t('delete')}: ${t(`why-${preview.kept}`)}` : null
  return (
    <>
      <ActionIcon size={44} color="red.8" variant="subtle" aria-label={t('delete')} title={why ?? t('delete')} disabled={why !== null} onClick={() => open(true)}><IconTrash size={22} aria-hidden /></ActionIcon>
      {why !== null && <VisuallyHidden>{why}</VisuallyHidden>}
      {opened && <Ask card={card} preview={preview} onClose={() => open(false)} />}
    </>
  )
}

function Ask({ card, preview, onClose }: { readonly card: Card; readonly preview: Preview; readonly onClose: () => void }) {
  const { t } = useTranslation('erase')
  const format = useFormat()
  const approved = useApproved()
  const { set, busy } = useStatus(card)
  const owed = mayWriteOff(preview, useRights()) ? preview.balanceCents : null
  // What was ticked is the sum that was read: if it is another by now, it is asked again.
  const [givenUp, giveUp] = useState<Cents | null>(null)
  const writeOffCents = owed === givenUp ? givenUp : null
  const erase = useAct(async (id: CustomerId) => {
    const what = writeOffCents === null ? t('pin-what', { name: preview.name, points: format.whole(preview.points) }) : t('pin-write-off', { name: preview.name, amount: format.money(writeOffCents) })
    const done = await approved(what, (approvalId) => call('customers/erase', { requestId: newRequestId(), id, approvalId, ...(writeOffCents === null ? {} : { writeOffCents }) }))
    if (done) onClose()
  })
  return (
    <Modal opened onClose={onClose} title={t('title', { name: preview.name })} size={620} closeButtonProps={{ 'aria-label': t('close') }}>
      <p style={{ margin: 0 }}>{t('cannot-recover')}</p>
      <GoesAndStays preview={writeOffCents === null ? preview : { ...preview, balanceCents: 0 as Cents }} />
      {preview.answer === 'pin' && <p className="muted">{t('needs-pin')}</p>}
      {owed !== null && (
        <div className={styles['kept']}>
          <p className={styles['owes']}>{t('owes-note', { name: preview.name, amount: format.money(owed) })}</p>
          <Checkbox label={t('write-off-too', { amount: format.money(owed) })} checked={writeOffCents !== null} onChange={(event) => giveUp(event.currentTarget.checked ? owed : null)} />
        </div>
      )}
      {preview.kept && owed === null && <p role="alert">{sayFailure({ code: preview.kept, facts: { name: preview.name } } as never)}</p>}
      <div className={styles['buttons']}>
        {card.customer.status === 'active' && <Button variant="subtle" color="gray" loading={busy} onClick={() => (set('inactive'), onClose())}>{t('deactivate-instead')}</Button>}
        <Button color="red.8" loading={erase.busy} disabled={preview.kept !== null && writeOffCents === null} onClick={() => void erase.run(preview.id)}>{t('delete-for-good')}</Button>
        <Button variant="default" onClick={onClose} data-autofocus>{t('cancel')}</Button>
      </div>
    </Modal>
  )
}

function GoesAndStays({ preview: { points, cards, sales, balanceCents } }: { readonly preview: Preview }) {
  const { t } = useTranslation('erase')
  const { whole, money } = useFormat()
  return (
    <div className={styles['lists']}>
      <div>
        <h3>{t('goes')}</h3>
        <ul>
          <li>{t('goes-details')}</li>
          <li>{t('goes-points', { count: points, shown: whole(points) })}</li>
          {cards > 0 && <li>{t('goes-cards', { count: cards, shown: whole(cards) })}</li>}
        </ul>
      </div>
      <div>
        <h3>{t('stays')}</h3>
        <ul>
          <li>{t('stays-sales', { count: sales, shown: whole(sales) })}</li>
          {balanceCents !== null && <li>{t('balance', { amount: money(balanceCents) })}</li>}
        </ul>
      </div>
    </div>
  )
}
