import { ActionIcon, Button } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconPencil } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AttributeValues, TermsLines } from './AttributeValues.tsx'
import { Badges } from './Badges.tsx'
import type { Card } from './card.ts'
import { ContactValues } from './ContactValues.tsx'
import { Documents } from './Documents.tsx'
import { Initial } from './Initial.tsx'
import { OtherValues } from './OtherValues.tsx'
import styles from './ProfilePane.module.css'
import { ReachRow } from './ReachRow.tsx'
import { UpdatedLine } from './UpdatedLine.tsx'
import { useStatus } from './use-status.ts'
import { VeiledNote } from './VeiledNote.tsx'

type Props = { readonly card: Card; readonly onEdit: () => void; /** Their points, where the shop gives any. */ readonly points?: ReactNode; /** What they owe, where they may pay later. */ readonly owes?: ReactNode; /** What may be sent to them. */ readonly messages?: ReactNode
  /** How they stand with the shop: waiting for approval, banned, merged. */ readonly standing?: ReactNode }

/** The left pane of a profile: who this is and how to reach them, every value edited where it stands. */
export function ProfilePane(props: Props) {
  const [collapsed, setCollapsed] = useCollapsed()
  return collapsed ? <Collapsed {...props} onOpen={() => setCollapsed(false)} /> : <Whole {...props} onCollapse={() => setCollapsed(true)} />
}

function Whole({ card, onEdit, points, owes, messages, standing, onCollapse }: Props & { readonly onCollapse: () => void }) {
  const { t } = useTranslation('profile')
  const { customer } = card
  return (
    <section className={styles['pane']} aria-label={t('contact-pane')}>
      <div className={styles['head']}>
        <Initial initial={customer.initial} photoOf={customer.hasPhoto ? customer.id : null} size={44} />
        <div className={styles['named']}>
          <h2 className={styles['name']} tabIndex={-1} data-profile-name>{customer.displayName}</h2>
          <ActionIcon color="accent" aria-label={t('edit')} title={`${t('edit')} (Ctrl+E)`} onClick={onEdit}><IconPencil size={22} aria-hidden /></ActionIcon>
          <ActionIcon color="gray" aria-label={t('record:collapse')} title={t('record:collapse')} onClick={onCollapse}><IconLayoutSidebarLeftCollapse size={22} aria-hidden /></ActionIcon>
        </div>
      </div>
      <StatusRibbon card={card} />
      {standing}
      <Badges card={card} />
      <ReachRow card={card} />
      <NotYet word="new-message" />
      {messages}
      <NotYet word="new-appointment" />
      {points}
      {owes}
      <VeiledNote />
      <ContactValues card={card} />
      <hr className={styles['line']} />
      <OtherValues card={card} />
      <Documents card={card} />
      <AttributeValues card={card} />
      <TermsLines card={card} />
      <UpdatedLine customer={customer} />
      {customer.status === 'active' && <Deactivate card={card} />}
    </section>
  )
}

/** What this register cannot do yet stays in its place, and says so. */
function NotYet({ word }: { readonly word: 'new-message' | 'new-appointment' }) {
  const { t } = useTranslation('record')
  const why = t(`${word}-why`)
  return <Button variant="default" className={styles['wideButton'] ?? ''} disabled title={why} aria-label={`${t(word)}. ${why}`}>{t(word)}</Button>
}

const keptAs = 'regulars-pane-collapsed'
/** Whether the pane stands narrow, as it was left at this till. */
function useCollapsed() {
  const [collapsed, set] = useState(() => localStorage.getItem(keptAs) === 'yes')
  return [collapsed, (next: boolean) => (localStorage.setItem(keptAs, next ? 'yes' : 'no'), set(next))] as const
}

/** 72 px: the face, and the way back to everything. */
function Collapsed({ card: { customer }, onEdit, onOpen }: Props & { readonly onOpen: () => void }) {
  const { t } = useTranslation('record')
  return (
    <section className={`${styles['pane']} ${styles['narrow']}`} aria-label={t('profile:contact-pane')}>
      <ActionIcon color="gray" aria-label={t('expand')} title={t('expand')} aria-expanded={false} onClick={onOpen}><IconLayoutSidebarLeftExpand size={22} aria-hidden /></ActionIcon>
      <Initial initial={customer.initial} photoOf={customer.hasPhoto ? customer.id : null} size={44} />
      <span className="spoken-only" tabIndex={-1} data-profile-name>{customer.displayName}</span>
      <ActionIcon color="accent" aria-label={t('profile:edit')} title={`${t('profile:edit')} (Ctrl+E)`} onClick={onEdit}><IconPencil size={22} aria-hidden /></ActionIcon>
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
