import { ActionIcon, Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import { Badges } from './Badges.tsx'
import type { Card } from './card.ts'
import { ContactValues } from './ContactValues.tsx'
import { Documents } from './Documents.tsx'
import { Initial } from './Initial.tsx'
import { OtherValues } from './OtherValues.tsx'
import styles from './ProfilePane.module.css'
import { ReachRow } from './ReachRow.tsx'
import { useStatus } from './use-status.ts'

type Props = { readonly card: Card; readonly onEdit: () => void; /** Their points, where the shop gives any. */ readonly points?: ReactNode; /** What may be sent to them. */ readonly messages?: ReactNode }

/** The left pane of a profile: who this is and how to reach them, every value edited where it stands. */
export function ProfilePane({ card, onEdit, points, messages }: Props) {
  const { t } = useTranslation('profile')
  const { dateTime } = useFormat()
  const { customer } = card
  return (
    <section className={styles['pane']} aria-label={t('contact-pane')}>
      <div className={styles['head']}>
        <Initial initial={customer.initial} photoOf={customer.hasPhoto ? customer.id : null} size={56} />
        <div className={styles['named']}>
          <h2 className={styles['name']} tabIndex={-1} data-profile-name>{customer.displayName}</h2>
          <ActionIcon color="accent" aria-label={t('edit')} title={`${t('edit')} (Ctrl+E)`} onClick={onEdit}><IconPencil size={22} aria-hidden /></ActionIcon>
        </div>
      </div>
      <StatusRibbon card={card} />
      <Badges card={card} />
      <ReachRow card={card} />
      {points}
      {messages}
      <ContactValues card={card} />
      <hr className={styles['line']} />
      <OtherValues card={card} />
      <Documents card={card} />
      {customer.extras.length > 0 && (
        <dl className={styles['extras']}>{customer.extras.map(({ name, value }, at) => <div key={at}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      )}
      <p className={`${styles['updated']} muted`}>{t('updated', { when: dateTime(customer.updatedAt) })}</p>
      {customer.status === 'active' && <Deactivate card={card} />}
    </section>
  )
}

/** An inactive customer says so before anything else, with the way back. */
function StatusRibbon({ card }: { readonly card: Card }) {
  const { t } = useTranslation('profile')
  const { set, busy } = useStatus(card)
  if (card.customer.status !== 'inactive') return null
  return <div className={styles['ribbon']}><span>{t('inactive')}</span><Button variant="default" loading={busy} onClick={() => set('active')}>{t('reactivate')}</Button></div>
}

function Deactivate({ card }: { readonly card: Card }) {
  const { t } = useTranslation('profile')
  const { set, busy } = useStatus(card)
  return <Button variant="subtle" color="gray" style={{ alignSelf: 'flex-start', flex: 'none' }} loading={busy} onClick={() => set('inactive')}>{t('deactivate')}</Button>
}
