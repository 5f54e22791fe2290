import { ActionIcon, Button } from '@mantine/core'
import { IconBan, IconFlag, IconUserQuestion } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useApproved } from '../../approval.ts'
import { call, newRequestId } from '../../bridge.ts'
import { sayToast } from '../../toasts.ts'
import { useAct, useAsk } from '../../use-call.ts'
import { useRights } from '../../use-rights.ts'
import type { Card } from '../card.ts'
import { BanDialog } from './BanDialog.tsx'
import { CheckIdentity } from './CheckIdentity.tsx'
import { DenyDialog } from './DenyDialog.tsx'
import { FlagDialog } from './FlagDialog.tsx'
import styles from './Standing.module.css'

type Props = { readonly card: Card }
const useStanding = ({ customer }: Card) => useAsk('customers/standing', { customerId: customer.id }, ['customer-changed', 'customers-changed']).data

/** What must be seen before anything else of somebody: that they are banned and why, that they wait, why they were denied, and the flagged note. */
export function StandingRibbons({ card }: Props) {
  const { t } = useTranslation('groups')
  const standing = useStanding(card)
  if (!standing) return null
  const { status, why, flag } = standing
  return (
    <>
      {status === 'banned' && <Banned card={card} reason={why?.reason ?? ''} />}
      {status === 'pending' && <Pending card={card} />}
      {status === 'inactive' && why?.kind === 'denied' && <p className={styles['ribbon']} data-tone="note">{t('was-denied', { reason: why.reason })}</p>}
      {flag && <p className={styles['ribbon']} data-tone={flag.level}><IconFlag size={20} aria-hidden /><span>{flag.note}</span></p>}
    </>
  )
}

function Banned({ card: { customer }, reason }: Props & { readonly reason: string }) {
  const { t } = useTranslation('groups')
  const approved = useApproved()
  const lifting = useAct(async () => {
    const requestId = newRequestId()
    const lifted = await approved(t('approve-lift', { name: customer.displayName }), (approvalId) => call('customers/lift-ban', { requestId, customerId: customer.id, approvalId }))
    if (lifted) sayToast({ tone: 'done', text: t('lifted', { name: customer.displayName }) })
  })
  return <div className={styles['ribbon']} data-tone="danger"><IconBan size={20} aria-hidden /><span>{t('is-banned', { reason })}</span><Button variant="default" loading={lifting.busy} onClick={() => void lifting.run()}>{t('lift')}</Button></div>
}

function Pending({ card: { customer } }: Props) {
  const { t } = useTranslation('groups')
  const mayDecide = useRights()('approve-customers') === 'yes'
  const [denying, deny] = useState(false)
  const undo = useAct((decisions: ReturnType<typeof newRequestId>) => call('approvals/undo', { requestId: newRequestId(), decisions }))
  const deciding = useAct(async (decision: 'approved' | 'denied', reason: string) => {
    const requestId = newRequestId()
    await call('approvals/decide', { requestId, ids: [customer.id], decision, reason })
    sayToast({ tone: 'done', text: t(decision === 'approved' ? 'approved-done' : 'denied-done', { count: 1 }), undo: () => void undo.run(requestId) })
  })
  return (
    <div className={styles['ribbon']} data-tone="warn">
      <span>{t('is-pending')}</span>
      {mayDecide && <><Button loading={deciding.busy} onClick={() => void deciding.run('approved', '')}>{t('approve')}</Button><Button variant="default" onClick={() => deny(true)}>{t('deny')}</Button></>}
      {denying && <DenyDialog count={1} onClose={() => deny(false)} onDeny={(reason) => (deny(false), void deciding.run('denied', reason))} />}
    </div>
  )
}

/** What can be done about how somebody stands: check who they are, leave a note that pops up, ban them. */
export function StandingActs({ card }: Props) {
  const { t } = useTranslation('groups')
  const standing = useStanding(card)
  const question = useAsk('loyalty/security', { customerId: card.customer.id }, ['customer-changed']).data?.question ?? null
  const [opened, open] = useState<'check' | 'flag' | 'ban' | null>(null)
  const { id, displayName: name } = card.customer
  return (
    <div className={styles['acts']}>
      {question !== null && <Act label={t('check-identity')} icon={<IconUserQuestion size={22} aria-hidden />} onDo={() => open('check')} />}
      <Act label={t(standing?.flag ? 'flag-change' : 'flag-add')} icon={<IconFlag size={22} aria-hidden />} onDo={() => open('flag')} />
      {standing && standing.status !== 'banned' && <Act label={t('ban')} icon={<IconBan size={22} aria-hidden />} onDo={() => open('ban')} />}
      {opened === 'check' && question !== null && <CheckIdentity customerId={id} name={name} question={question} onClose={() => open(null)} />}
      {opened === 'flag' && <FlagDialog customerId={id} name={name} flag={standing?.flag ?? null} onClose={() => open(null)} />}
      {opened === 'ban' && <BanDialog customerId={id} name={name} onClose={() => open(null)} />}
    </div>
  )
}

type Act = { readonly label: string; readonly icon: ReactNode; readonly onDo: () => void }
const Act = ({ label, icon, onDo }: Act) => <ActionIcon variant="default" aria-label={label} title={label} onClick={onDo}>{icon}</ActionIcon>
