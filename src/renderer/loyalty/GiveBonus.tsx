import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../main/handlers.ts'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { sayToast } from '../toasts.ts'
import { PickPerson, type Picked } from '../ui/PickPerson.tsx'
import { useAct } from '../use-call.ts'
import styles from './Points.module.css'
import { useTerms } from './use-points.ts'
import { useSay } from './use-say.ts'

type Kind = 'referral' | 'review'
type Proof = Input<'loyalty/give-bonus'>['proof']
type Props = { readonly customerId: CustomerId }

/** Points for a friend or a review, where the programme gives them; each asks for its proof. */
export function GiveBonus({ customerId }: Props) {
  const { t } = useTranslation('loyalty')
  const bonuses = useTerms()?.bonuses
  const [open, setOpen] = useState<Kind | null>(null)
  if (!bonuses) return null
  const given = (['referral', 'review'] as const).filter((kind) => bonuses[kind] > 0)
  return (
    <>
      {given.map((kind) => <Button key={kind} variant="subtle" onClick={() => setOpen(kind)}>{t(`bonus-${kind}`)}</Button>)}
      {open && <BonusDialog kind={open} points={bonuses[open]} customerId={customerId} onClose={() => setOpen(null)} />}
    </>
  )
}

function BonusDialog({ kind, points, customerId, onClose }: Props & { readonly kind: Kind; readonly points: number; readonly onClose: () => void }) {
  const { t } = useTranslation('loyalty')
  const say = useSay()
  const [friend, setFriend] = useState<Picked | null>(null)
  const [where, setWhere] = useState('')
  const [requestId] = useState(newRequestId)
  const giving = useAct(async (proof: Proof) => {
    const given = await call('loyalty/give-bonus', { requestId, customerId, proof })
    sayToast({ tone: 'done', text: t('bonus-given', { points: say.points(given.points), balance: say.points(given.balance) }) })
    onClose()
  })
  const proof: Proof | null = kind === 'review' ? (where.trim() === '' ? null : { kind, where: where.trim() }) : friend && { kind, friendId: friend.id }
  return (
    <Modal opened onClose={onClose} title={t(`bonus-${kind}`)} size="md" closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form className={styles['stack']} onSubmit={(event) => (event.preventDefault(), proof && void giving.run(proof))}>
        <p className={styles['sentence']}>{t(`bonus-${kind}-what`, { points: say.points(points) })}</p>
        {kind === 'referral' ? <PickPerson label={t('bonus-friend')} except={[customerId]} picked={friend} onPick={setFriend} /> : <TextInput label={t('bonus-where')} placeholder={t('bonus-where-how')} value={where} maxLength={200} data-autofocus onChange={(event) => setWhere(event.currentTarget.value)} />}
        <div className={styles['feet']}>
          <Button variant="default" onClick={onClose}>{t('ui:cancel')}</Button>
          <Button type="submit" disabled={proof === null || giving.busy}>{t('bonus-give', { points: say.points(points) })}</Button>
        </div>
      </form>
    </Modal>
  )
}
