import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Points } from '../../main/vocabulary.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { useApproved } from '../approval.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { whenOnTop } from '../ui/on-top.ts'
import { PickPerson, type Picked } from '../ui/PickPerson.tsx'
import { useAct } from '../use-call.ts'
import { capOf, CardFields, MayFields, shownCards, type May } from './household-fields.tsx'
import type { Household } from './HouseholdSection.tsx'
import styles from './Points.module.css'

type Props = { readonly customerId: CustomerId; readonly name: string; readonly ownerName: string; readonly household: Household | null; readonly onClose: () => void }

/** Who joins, what they may do, and their agreement: both cards, or a manager's PIN. */
export function HouseholdAdd({ customerId, name, ownerName, household, onClose }: Props) {
  const { t } = useTranslation('household')
  const [joiner, setJoiner] = useState<Picked | null>(null)
  const [called, setCalled] = useState(household?.name ?? name.split(' ').at(-1) ?? name)
  const [may, setMay] = useState<May>({ role: 'spender', cap: '' })
  const [cards, setCards] = useState<readonly string[]>([])
  const adding = useAdd(customerId, onClose)
  const cap = capOf(may)
  const ready = joiner !== null && called.trim() !== '' && cap !== undefined && !adding.busy
  const send = () => joiner && cap !== undefined && void adding.run({ joiner, role: may.role, capPoints: cap, name: called.trim(), cards: shownCards(cards) })
  return (
    <Modal opened onClose={whenOnTop(onClose)} title={t('add-title', { name })} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), ready && send())}>
        {!household && <p className={styles['under']}>{t('add-what', { name })}</p>}
        <PickPerson label={t('joiner')} except={household ? household.members.map((member) => member.customerId) : [customerId]} picked={joiner} onPick={setJoiner} />
        {!household && <TextInput label={t('called')} value={called} maxLength={60} onChange={(event) => setCalled(event.currentTarget.value)} />}
        <MayFields may={may} onMay={setMay} />
        {joiner && <CardFields names={[ownerName, joiner.name]} cards={cards} onCards={setCards} why={t('agree-both')} />}
        <div className={styles['feet']}>
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" disabled={!ready}>{t('add')}</Button>
        </div>
      </form>
    </Modal>
  )
}

type Adding = { readonly joiner: Picked; readonly role: May['role']; readonly capPoints: number | null; readonly name: string; readonly cards: string[] }
function useAdd(customerId: CustomerId, onDone: () => void) {
  const { t } = useTranslation('household')
  const approved = useApproved()
  return useAct(async ({ joiner, capPoints, ...wish }: Adding) => {
    const asked = { ...wish, requestId: newRequestId(), customerId, joinerId: joiner.id, capPoints: capPoints as Points | null }
    const done = await approved(t('approve-add', { name: joiner.name }), (approvalId) => call('loyalty/household-add', { ...asked, approvalId }))
    if (!done) return
    sayToast({ tone: 'done', text: t('added', { name: joiner.name }) })
    onDone()
  })
}
