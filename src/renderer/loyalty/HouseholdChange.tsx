import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Points } from '../../main/vocabulary.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { whenOnTop } from '../ui/on-top.ts'
import { useAct } from '../use-call.ts'
import { capOf, CardFields, MayFields, shownCards, type May } from './household-fields.tsx'
import type { HouseMember } from './HouseholdSection.tsx'
import styles from './Points.module.css'
import { useSay } from './use-say.ts'

export type Change = 'role' | 'owner' | 'leave'
type Props = { readonly change: Change; readonly member: HouseMember; readonly ownerName: string; readonly onClose: () => void }

/** What someone may do, who owns the household, or that someone leaves: with the cards of who must agree, or a manager's PIN. */
export function HouseholdChange({ change, member, ownerName, onClose }: Props) {
  const { t } = useTranslation('household')
  const say = useSay()
  const [may, setMay] = useState<May>({ role: member.role === 'earner' ? 'earner' : 'spender', cap: member.capPoints === null ? '' : String(member.capPoints) })
  const [cards, setCards] = useState<readonly string[]>([])
  const changing = useChange(change, member, onClose)
  const cap = capOf(may)
  const names = { role: [ownerName], owner: [ownerName, member.name], leave: member.name === ownerName ? [ownerName] : [member.name, ownerName] }[change]
  const ready = cap !== undefined && !changing.busy
  return (
    <Modal opened onClose={whenOnTop(onClose)} title={t(`${change}-title`, { name: member.name })} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), cap !== undefined && ready && void changing.run(may.role, cap, shownCards(cards)))}>
        <p className={styles['sentence']}>{t(`${change}-what`, { name: member.name, owner: ownerName, points: say.points(member.share) })}</p>
        {change === 'role' && <MayFields may={may} onMay={setMay} />}
        <CardFields names={names} cards={cards} onCards={setCards} why={t(`agree-${change}`)} />
        <div className={styles['feet']}>
          <Button variant="default" onClick={onClose} data-autofocus>{t('ui:cancel')}</Button>
          <Button type="submit" disabled={!ready}>{t(`${change}-do`)}</Button>
        </div>
      </form>
    </Modal>
  )
}

function useChange(change: Change, { customerId, name }: HouseMember, onDone: () => void) {
  const { t } = useTranslation('household')
  const approved = useApproved()
  return useAct(async (role: May['role'], capPoints: number | null, cards: string[]) => {
    const asked = { requestId: newRequestId(), customerId, cards }
    const done = await approved(t(`approve-${change}`, { name }), (approvalId) => change === 'leave' ? call('loyalty/household-leave', { ...asked, approvalId })
      : call('loyalty/household-role', { ...asked, approvalId, role: change === 'owner' ? 'owner' : role, capPoints: change === 'owner' ? null : (capPoints as Points | null) }))
    if (!done) return
    sayToast({ tone: 'done', text: t(`${change}-done`, { name }) })
    onDone()
  })
}
