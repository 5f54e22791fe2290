import { Button, Loader, Modal } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../main/handlers.ts'
import type { Selection } from '../../../main/customers/selection.ts'
import { useApproved } from '../../approval.ts'
import { call, newRequestId } from '../../bridge.ts'
import { useFormat } from '../../format.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useAct, useAsk } from '../../use-call.ts'
import styles from './Erase.module.css'

type Plan = Output<'customers/erase-plan'>
type Props = { readonly selection: Selection; readonly count: number; readonly onClose: () => void; readonly onDone: () => void }

/** Deletes everybody ticked by the very same steps as one; who has to stay is named with the reason before anything is asked. */
export function DeleteMany({ selection, count, onClose, onDone }: Props) {
  const { t } = useTranslation('erase')
  const { whole } = useFormat()
  const plan = useAsk('customers/erase-plan', { selection }, ['customers-erased'])
  const going = plan.data?.going ?? count
  return (
    <Modal opened onClose={onClose} title={t('many-title', { count: going, shown: whole(going) })} size={620} closeButtonProps={{ 'aria-label': t('close') }}>
      {plan.error && <Failure failure={plan.error} retry={() => void plan.refetch()} />}
      {plan.isPending && <p><Loader size={20} /> {t('counting')}</p>}
      {plan.data && <Ask plan={plan.data} selection={selection} onClose={onClose} onDone={onDone} />}
    </Modal>
  )
}

function Ask({ plan, selection, onClose, onDone }: Omit<Props, 'count'> & { readonly plan: Plan }) {
  const { t } = useTranslation('erase')
  const { whole } = useFormat()
  const approved = useApproved()
  // The plan comes after the dialog has taken the focus: it goes to the safe button then.
  const safe = useRef<HTMLButtonElement>(null)
  useEffect(() => safe.current?.focus(), [])
  const erase = useAct(async () => {
    const done = await approved(t('pin-many', { people: whole(plan.going) }), (approvalId) => call('customers/erase-many', { requestId: newRequestId(), selection, approvalId }))
    if (!done) return
    onDone()
    onClose()
  })
  return (
    <>
      <p style={{ margin: 0 }}>{plan.going === 0 ? t('many-none') : t('cannot-recover')}</p>
      {plan.going > 0 && (
        <div className={styles['lists']}>
          <div><h3>{t('goes')}</h3><ul><li>{t('goes-details')}</li><li>{t('goes-points', { count: plan.points, shown: whole(plan.points) })}</li></ul></div>
          <div><h3>{t('stays')}</h3><ul><li>{t('stays-sales', { count: plan.sales, shown: whole(plan.sales) })}</li></ul></div>
        </div>
      )}
      <Kept plan={plan} />
      {plan.needsPin && <p className="muted">{t('needs-pin')}</p>}
      <div className={styles['buttons']}>
        <Button color="red.8" disabled={plan.going === 0} loading={erase.busy} onClick={() => void erase.run()}>{t('delete-for-good')}</Button>
        <Button variant="default" onClick={onClose} ref={safe}>{t('cancel')}</Button>
      </div>
    </>
  )
}

function Kept({ plan: { kept, keptCount } }: { readonly plan: Plan }) {
  const { t } = useTranslation('erase')
  const { whole } = useFormat()
  if (keptCount === 0) return null
  return (
    <div className={styles['kept']}>
      <h3>{t('kept-title', { count: keptCount, shown: whole(keptCount) })}</h3>
      <ul>
        {kept.map(({ id, name, why }) => <li key={id}>{name}: {t(`why-${why}`)}</li>)}
        {keptCount > kept.length && <li>{t('kept-more', { shown: whole(keptCount - kept.length) })}</li>}
      </ul>
    </div>
  )
}
