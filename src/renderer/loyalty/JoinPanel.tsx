import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerId } from '../../main/vocabulary.ts'
import { call, newRequestId } from '../bridge.ts'
import { useAct } from '../use-call.ts'
import { sayToast } from '../toasts.ts'
import styles from './Points.module.css'
import { useSay } from './use-say.ts'

/** Makes someone a member; nobody is one before they said yes. */
export function useJoin(customerId: CustomerId) {
  const { t } = useTranslation('loyalty')
  const say = useSay()
  return useAct(async () => {
    const points = await call('loyalty/join', { requestId: newRequestId(), customerId })
    sayToast({ tone: 'done', text: points.member && points.balance > 0 ? t('joined-with', { points: say.points(points.balance) }) : t('joined') })
  })
}

export function JoinPanel({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation('loyalty')
  const join = useJoin(customerId)
  return (
    <div className={styles['joining']}>
      <p className={styles['sentence']}>{t('not-a-member')}</p>
      <p className="muted">{t('join-consent')}</p>
      <Button size="lg" loading={join.busy} onClick={() => void join.run()} data-autofocus>{t('join')}</Button>
    </div>
  )
}
